import { memo } from 'react';
import { vesselLabel } from '../../core/vessel/index.ts';
import { eventText } from './event-text.ts';
import type { Lane } from './lanes.ts';

/** More are told in the inspector. */
const MOST_EVENTS = 100;

/** The events of a lane in order of time, for screen readers: what the canvas shows. */
export const LaneEvents = memo(function LaneEvents({ lane }: { readonly lane: Lane }) {
  const events = [...lane.blocks, ...lane.silences, ...lane.sightings].sort((a, b) => a.from - b.from);
  if (events.length === 0) return null;
  return (
    <ul className="unseen" aria-label={`Events of ${vesselLabel(lane.vessel)}`}>
      {events.slice(0, MOST_EVENTS).map(event => {
        const { title, when } = eventText(event);
        return <li key={event.id}>{`${title}: ${when}`}</li>;
      })}
      {events.length > MOST_EVENTS && <li>{`and ${events.length - MOST_EVENTS} more`}</li>}
    </ul>
  );
});
