/** Three strokes and the word: the reports behind this are made from publications. */
export function ReconstructedMark() {
  return (
    <span className="timeline-reconstructed">
      <svg
        width="10"
        height="10"
        viewBox="0 0 10 10"
        stroke="currentColor"
        strokeWidth="1.2"
        aria-hidden="true"
      >
        <path d="M.5 4.5l4-4M.5 9.5l9-9M5.5 9.5l4-4" />
      </svg>
      reconstructed
    </span>
  );
}
