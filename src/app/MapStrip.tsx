import { useState } from 'react';
import { NOTATIONS, type Notation, placeText } from '../core/geo/index.ts';
import { CHART_ATTRIBUTION, FULL_SPEED_KN, type Hover, speedColour } from '../map/index.ts';
import { useDispatch, useSelect, useWorkbench } from '../state/hooks.ts';
import type { TrailBy } from '../state/store.ts';
import { useTheme } from './theme.ts';

const TRAILS: readonly TrailBy[] = ['ship', 'speed'];

/** The strip under the chart: what trails are coloured by, the place under the pointer, and whose chart it is. */
export function MapStrip({ hover }: { hover: Hover | null }) {
  const dispatch = useDispatch();
  const { session } = useWorkbench();
  const trailBy = useSelect(state => state.trailBy);
  const rawFixes = useSelect(state => state.rawFixes);
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
      <button
        type="button"
        className="map-strip-toggle"
        aria-pressed={rawFixes}
        title="Every fix with its verdict (R)"
        onClick={() => dispatch({ type: 'raw fixes', on: !rawFixes })}
      >
        Raw fixes
      </button>
      {trailBy === 'speed' && <SpeedLegend />}
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

const LEGEND_STOPS = 8;

/** The colours of the speed trail, from 0 to the speed at which they end. */
function SpeedLegend() {
  const theme = useTheme();
  const stops = Array.from({ length: LEGEND_STOPS + 1 }, (_, i) => {
    const [red, green, blue] = speedColour((FULL_SPEED_KN * i) / LEGEND_STOPS, theme);
    return `rgb(${red} ${green} ${blue})`;
  });
  return (
    <span className="map-strip-legend" role="img" aria-label={`Colours from 0 to ${FULL_SPEED_KN} knots`}>
      0
      <span style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }} />
      {FULL_SPEED_KN} kn
    </span>
  );
}
