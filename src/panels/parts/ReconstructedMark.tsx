import './reconstructed-mark.css';

/** Says that reports were made from publications, not received: three strokes and the word. */
export function ReconstructedMark() {
  return (
    <span
      className="reconstructed-mark"
      title="Made from publications, not received: no claim here is observed."
    >
      <svg width={13} height={12} viewBox="0 0 13 12" aria-hidden="true">
        <path d="M.8 9.2 7.2 1.2M3.4 10.8l6.4-8M6 11.4l6.4-8" stroke="currentColor" strokeWidth={1.25} />
      </svg>
      reconstructed
    </span>
  );
}
