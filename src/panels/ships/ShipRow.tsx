import { memo } from 'react';
import type { Instant } from '../../core/time/index.ts';
import { type Vessel, vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { ListingChips } from '../parts/ListingChips.tsx';
import { Name } from '../parts/Name.tsx';
import { ShipBar } from '../parts/ShipBar.tsx';
import { particularsOf } from '../parts/ship-particulars.ts';
import { shipStateAt, shipStateText } from '../parts/ship-state.ts';

interface ShipRowProps {
  readonly vessel: Vessel;
  readonly data: CaseData;
  /** The clock. */
  readonly time: Instant;
}

/** Name and number, heard or silent; type and flag, lists at the clock. */
export const ShipRow = memo(function ShipRow({ vessel, data, time }: ShipRowProps) {
  const designations = data.designationsAt(vessel, time);
  const { type, flag, saidBy } = particularsOf(vessel, designations);
  return (
    <>
      <span className="row-mark">
        <ShipBar hue={data.hues[vessel.index]!} />
      </span>
      <div className="row-first">
        <span className="row-title">
          <strong>
            <Name text={vesselLabel(vessel)} />
          </strong>
          <span className="ships-number">{numberOf(vessel)}</span>
        </span>
        <span className="row-end">{shipStateText(shipStateAt(data, vessel, time), time)}</span>
      </div>
      <div className="row-second">
        <Name
          text={[type, flag].filter(Boolean).join(', ') || 'type and flag not given'}
          className={saidBy ? '' : 'ships-blank'}
        />
        <ListingChips designations={designations} />
      </div>
    </>
  );
});

/** The number beside the name; none where the number stands in for the name. */
function numberOf({ imo, mmsi, names }: Vessel): string {
  if (names.length === 0) return '';
  return imo > 0 ? String(imo) : String(mmsi[0] ?? '');
}
