import type { ReactNode, Ref } from 'react';
import type { RawFixesState } from '../map/index.ts';

/** Shapes of fixes as the chart draws them, and what they say. */
const SHAPES: readonly (readonly [word: string, shape: ReactNode])[] = [
  ['used', <circle key="used" className="fix-used" r="2.4" />],
  [
    'unreachable',
    <path key="unreachable" className="fix-unreachable" d="M-3.2-3.2 3.2 3.2M-3.2 3.2 3.2-3.2" />,
  ],
  ['duplicate', <circle key="duplicate" className="fix-duplicate" r="3.6" />],
  ['shared MMSI', <path key="shared" className="fix-placeholder" d="M-3.2-3.2H3.2V3.2H-3.2Z" />],
  ['coarse', <circle key="coarse" className="fix-coarse" r="5" />],
];

const WORDS: Record<RawFixesState, string> = {
  all: 'Each fix opens its report.',
  some: 'There are more here: come closer to see them all.',
  'too far': 'Choose a ship, or come closer, to see its fixes.',
};

/** What the shapes of raw fixes mean, and whether all of them are shown. */
export function RawFixesLegend({ ref, state }: { ref: Ref<HTMLDivElement>; state: RawFixesState }) {
  return (
    <div className="map-legend" ref={ref} role="note" aria-label="Raw fixes">
      {state !== 'too far' && (
        <ul>
          {SHAPES.map(([word, shape]) => (
            <li key={word}>
              <svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">
                {shape}
              </svg>
              {word}
            </li>
          ))}
        </ul>
      )}
      <p>{WORDS[state]}</p>
    </div>
  );
}
