import type { ReactNode } from 'react';

export type TimelineIconName =
  | 'to start'
  | 'previous'
  | 'play'
  | 'pause'
  | 'next'
  | 'to end'
  | 'less'
  | 'more'
  | 'loop'
  | 'follow'
  | 'fold'
  | 'unfold';

/** Strokes in a box of 16; `play` and `pause` are filled. */
const GLYPHS: Readonly<Record<TimelineIconName, ReactNode>> = {
  'to start': <path d="M3 3v10M13 3.6v8.8L6 8z" />,
  previous: <path d="M11.5 3.6v8.8L4.5 8z" />,
  play: <path d="M4.5 3v10L13 8z" fill="currentColor" />,
  pause: <path d="M4.5 3h2v10h-2zM9.5 3h2v10h-2z" fill="currentColor" />,
  next: <path d="M4.5 3.6v8.8l7-4.4z" />,
  'to end': <path d="M13 3v10M3 3.6v8.8L10 8z" />,
  less: <path d="M4 8h8" />,
  more: <path d="M4 8h8M8 4v8" />,
  loop: <path d="M2.5 7V4.5h10.5M11 2.5l2 2-2 2M13.5 9v2.5H3M5 13.5l-2-2 2-2" />,
  follow: (
    <>
      <circle cx="8" cy="8" r="4.4" />
      <path d="M8 1.2v4M8 10.8v4M1.2 8h4M10.8 8h4" />
    </>
  ),
  fold: <path d="M4 6.5l4 4 4-4" />,
  unfold: <path d="M4 9.5l4-4 4 4" />,
};

/** A glyph of the transport row, 16 px, in the colour of its text. Hidden from screen readers: its button is named. */
export function TimelineIcon({ name }: { readonly name: TimelineIconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {GLYPHS[name]}
    </svg>
  );
}
