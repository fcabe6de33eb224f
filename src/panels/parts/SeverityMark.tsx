import type { Severity } from '../../core/findings/index.ts';

/**
 * Severity by shape, then colour: critical diamond, alert triangle, watch ring, info dot. Drawn in a box of 14.
 * Where the theme asks for it, a 1 px ring of `--severity-ring` keeps the shape readable on paper. Has no text:
 * the word stands beside it.
 */
export function SeverityMark({
  severity,
  sizePx = 12,
}: {
  readonly severity: Severity;
  readonly sizePx?: number;
}) {
  return (
    <svg className="severity-mark" width={sizePx} height={sizePx} viewBox="0 0 14 14" aria-hidden="true">
      <Shape severity={severity} />
    </svg>
  );
}

function Shape({ severity }: { readonly severity: Severity }) {
  const colour = `var(--${severity})`;
  const ring = { stroke: 'var(--severity-ring)', strokeWidth: 1 };
  switch (severity) {
    case 'critical':
      return <path d="M7 .5 13.5 7 7 13.5.5 7z" fill={colour} {...ring} />;
    case 'alert':
      return <path d="M7 1.3 13.3 12.7H.7z" fill={colour} {...ring} />;
    case 'watch':
      return (
        <g fill="none">
          <circle cx={7} cy={7} r={4.75} stroke={colour} strokeWidth={2.5} />
          <circle cx={7} cy={7} r={6.5} {...ring} />
          <circle cx={7} cy={7} r={3} {...ring} />
        </g>
      );
    case 'info':
      return <circle cx={7} cy={7} r={3} fill={colour} {...ring} />;
  }
}
