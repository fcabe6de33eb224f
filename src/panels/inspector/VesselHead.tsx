import { formatUtc, type Instant } from '../../core/time/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { ShipBar } from '../parts/ShipBar.tsx';
import { type ShipState, shipStateAt } from '../parts/ship-state.ts';
import { InspectorHead } from './InspectorHead.tsx';

interface VesselHeadProps {
  readonly vessel: Vessel;
  readonly data: CaseData;
  /** The clock. */
  readonly time: Instant;
}

/** Whether the ship is heard at the clock, and its place in the panel's order. */
export function VesselHead({ vessel, data, time }: VesselHeadProps) {
  const { session } = useWorkbench();
  const { order } = data;
  const place = order.indexOf(vessel);
  return (
    <InspectorHead
      steps={{
        place: `${place + 1} of ${order.length.toLocaleString('en')}`,
        what: 'ship',
        onStep: by => session.openVessel(order[(place + by + order.length) % order.length]!.id),
      }}
      onClose={() => session.closeSelection()}
    >
      <ShipBar hue={data.hues[vessel.index]!} />
      <strong>Ship</strong>
      <span>{stateText(shipStateAt(data, vessel, time), time)}</span>
    </InspectorHead>
  );
}

/** `heard 01:38:12 UTC`, with the day where it is another one; `silent since 9 Mar 2024`. */
function stateText(state: ShipState, time: Instant): string {
  switch (state.kind) {
    case 'not yet heard':
      return 'not heard yet';
    case 'heard': {
      const sameDay = formatUtc(state.at, 'yyyy-MM-dd') === formatUtc(time, 'yyyy-MM-dd');
      return `heard ${formatUtc(state.at, sameDay ? 'HH:mm:ss' : 'd MMM HH:mm')} UTC`;
    }
    case 'silent':
      return `silent since ${formatUtc(state.since, 'd MMM yyyy')}`;
  }
}
