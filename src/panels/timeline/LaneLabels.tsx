import { memo } from 'react';
import { type Vessel, vesselLabel } from '../../core/vessel/index.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { LaneEvents } from './LaneEvents.tsx';
import { LANE } from './lane-layout.ts';
import type { Lane } from './lanes.ts';

/** Lanes kept ready above and below those in view. */
const SPARE = 4;

interface LaneLabelsProps {
  readonly lanes: readonly Lane[];
  /** Index of the chosen lane, -1 for none. */
  readonly chosenLane: number;
  readonly scrollTop: number;
  /** Height in view, CSS pixels. */
  readonly heightPx: number;
}

/** Names of the ships beside their lanes, with their events in words for screen readers. Only those near the view exist. */
export function LaneLabels({ lanes, chosenLane, scrollTop, heightPx }: LaneLabelsProps) {
  const first = Math.max(0, Math.floor(scrollTop / LANE.laneHeight) - SPARE);
  const last = Math.ceil((scrollTop + heightPx) / LANE.laneHeight) + SPARE;
  return (
    <ul className="timeline-labels" aria-label="Ships" style={{ height: lanes.length * LANE.laneHeight }}>
      {lanes.slice(first, last).map((lane, index) => (
        <li
          key={lane.vessel.id}
          style={{ top: (first + index) * LANE.laneHeight }}
          aria-setsize={lanes.length}
          aria-posinset={first + index + 1}
        >
          <LaneLabel lane={lane} chosen={first + index === chosenLane} />
        </li>
      ))}
    </ul>
  );
}

const LaneLabel = memo(function LaneLabel({
  lane,
  chosen,
}: {
  readonly lane: Lane;
  readonly chosen: boolean;
}) {
  const { session } = useWorkbench();
  const { vessel, hue } = lane;
  const name = vesselLabel(vessel);
  return (
    <>
      <button
        type="button"
        className="timeline-label"
        aria-current={chosen || undefined}
        title={`Show ${name}`}
        onClick={() => session.openVessel(vessel.id)}
      >
        <i style={{ background: hue === null ? 'var(--text-3)' : `var(--ship-${(hue % 4) + 1})` }} />
        <span>
          <b>{name}</b>
          {vessel.names[0] && <span>{numberOf(vessel)}</span>}
        </span>
      </button>
      <LaneEvents lane={lane} />
    </>
  );
});

/** The number that tells ships of one name apart: IMO, else MMSI. */
function numberOf({ imo, mmsi }: Vessel): string {
  return imo > 0 ? String(imo) : String(mmsi[0] ?? '');
}
