import { DARK_CALL_LEVELS, type DarkCallLevel } from '../../core/events/index.ts';

const MEANING: Record<DarkCallLevel, string> = {
  possible: 'The silence leaves time for it.',
  consistent: 'Other ships were heard near by, and no simpler run explains the silence.',
  supported: 'A published sighting falls into the window.',
};

/** How much speaks for a dark call: the levels in order, those reached with a filled dot, the present one ringed. */
export function LevelStrip({ level }: { readonly level: DarkCallLevel }) {
  const reached = DARK_CALL_LEVELS.indexOf(level);
  return (
    <ol className="inspector-levels" aria-label="How much speaks for it">
      {DARK_CALL_LEVELS.map((name, index) => (
        <li
          key={name}
          title={MEANING[name]}
          aria-current={index === reached ? 'step' : undefined}
          data-reached={index <= reached}
        >
          <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
            {index === reached && (
              <circle cx={6} cy={6} r={5} fill="none" stroke="var(--accent)" strokeWidth={1.5} />
            )}
            <circle
              cx={6}
              cy={6}
              r={index <= reached ? 3.2 : 2.7}
              fill={index <= reached ? 'currentColor' : 'none'}
              stroke={index <= reached ? 'none' : 'currentColor'}
            />
          </svg>
          {name}
        </li>
      ))}
    </ol>
  );
}
