/** Strokes in a box of 16 by 16. */
const STROKES = {
  previous: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  check: 'm3 8.5 3.2 3L13 4.5',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7',
  search: 'M11 7A4 4 0 1 1 3 7a4 4 0 0 1 8 0zM10 10l3.5 3.5',
  filter: 'M2.5 4.5h11M4.5 8h7M6.5 11.5h3',
  share: 'M9.5 3h3.5v3.5M13 3 7.5 8.5M6.5 4.5h-3v8h8v-3',
  'step-back': 'M11.5 3.5v9L4.5 8z',
  'step-forward': 'M4.5 3.5v9L11.5 8z',
  'event-back': 'M12.5 3.5v9L6 8zM3.5 3.5v9',
  'event-forward': 'M3.5 3.5v9L10 8zM12.5 3.5v9',
  loop: 'M3 7.5V7a2.5 2.5 0 0 1 2.5-2.5H13m-2-2 2 2-2 2M13 8.5V9a2.5 2.5 0 0 1-2.5 2.5H3m2 2-2-2 2-2',
  follow: 'M12 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3',
  sun: 'M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM8 1.5V3M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1',
  moon: 'M13.2 9.6A5.6 5.6 0 1 1 6.4 2.8a4.5 4.5 0 0 0 6.8 6.8z',
  help: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2M8 11.2v.3',
} as const;

/** Filled shapes in the same box. */
const FILLS = {
  play: 'M5 3v10l8-5z',
  pause: 'M4.5 3h2.4v10H4.5zM9.1 3h2.4v10H9.1z',
} as const;

/** Names of the pictures. */
export type IconName = keyof typeof STROKES | keyof typeof FILLS;

/** A small picture beside or instead of a word, in the colour of the text. Screen readers pass over it. */
export function Icon({ name, sizePx = 16 }: { readonly name: IconName; readonly sizePx?: number }) {
  const filled = name in FILLS;
  const path = filled ? FILLS[name as keyof typeof FILLS] : STROKES[name as keyof typeof STROKES];
  return (
    <svg
      className="icon"
      width={sizePx}
      height={sizePx}
      viewBox="0 0 16 16"
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      strokeWidth={1.25}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
