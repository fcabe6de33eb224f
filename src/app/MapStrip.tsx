import { useState } from 'react';
import { CHART_ATTRIBUTION, type Hover } from '../map/index.ts';
import { useDispatch, useSelect, useWorkbench } from '../state/hooks.ts';
import type { TrailBy } from '../state/store.ts';
import { NOTATIONS, type Notation, placeText } from './coordinates.ts';

const TRAILS: readonly TrailBy[] = ['ship', 'speed'];

/** The strip under the chart: what trails are coloured by, the place under the pointer, and whose chart it is. */
export function MapStrip({ hover }: { hover: Hover | null }) {
  const dispatch = useDispatch();
  const { session } = useWorkbench();
  const trailBy = useSelect(state => state.trailBy);
  const [notation, setNotation] = useState<Notation>('DDM');
  const place = hover ? placeText(hover.lon, hover.lat, notation) : '';
  return (
    <div className="map-strip">
      <fieldset className="map-strip-trail">
        <legend className="map-strip-word">Trail by</legend>
        {TRAILS.map(by => (
          <button
            key={by}
            type="button"
            aria-pressed={by === trailBy}
            onClick={() => dispatch({ type: 'trail by', by })}
          >
            {by}
          </button>
        ))}
      </fieldset>
      <span className="map-strip-place">
        {place && (
          <>
            <button
              type="button"
              title="Copy"
              onClick={() => {
                void navigator.clipboard.writeText(place).then(() => session.notify(`Copied ${place}.`));
              }}
            >
              {place}
            </button>{' '}
          </>
        )}
        <button
          type="button"
          className="map-strip-notation"
          aria-label={`Coordinates in ${notation}: change`}
          onClick={() => setNotation(NOTATIONS[(NOTATIONS.indexOf(notation) + 1) % NOTATIONS.length]!)}
        >
          {notation}
        </button>
      </span>
      <span className="map-strip-credit">{CHART_ATTRIBUTION}</span>
    </div>
  );
}
