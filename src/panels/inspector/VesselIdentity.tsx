import { countryName } from '../../core/ports/index.ts';
import type { DesignationAt } from '../../core/sanctions/index.ts';
import { formatDate } from '../../core/time/index.ts';
import { mmsiCountry, type Vessel, vesselLabel } from '../../core/vessel/index.ts';
import { ReconstructedMark } from '../parts/ReconstructedMark.tsx';
import { particularsOf } from '../parts/ship-particulars.ts';
import { visibleText } from '../parts/visible-text.ts';
import { type Fact, Facts } from './Facts.tsx';

interface VesselIdentityProps {
  readonly vessel: Vessel;
  readonly designations: readonly DesignationAt[];
}

/** What a ship is called and numbered, and who says what it is. */
export function VesselIdentity({ vessel, designations }: VesselIdentityProps) {
  const { type, flag, owners, saidBy } = particularsOf(vessel, designations);
  return (
    <div className="inspector-sentence">
      <h2>
        <bdi>{visibleText(vesselLabel(vessel))}</bdi>
      </h2>
      <p className="inspector-particulars">
        <span title={saidBy}>
          {visibleText([type, flag].filter(Boolean).join(', ')) || 'Type and flag not given'}
        </span>
        {vessel.reconstructed && <ReconstructedMark />}
      </p>
      <Facts facts={identityFacts(vessel, owners)} />
    </div>
  );
}

function identityFacts(
  { imo, mmsi, callSigns, reports, from, to }: Vessel,
  owners: readonly string[],
): Fact[] {
  return [
    ['IMO', imo > 0 ? `${imo}, check digit right` : 'none given, or none that is right'],
    ['MMSI', mmsi.map(mmsiText).join(', ') || 'not given'],
    ['Call sign', callSigns.join(', ') || 'not given'],
    ['Owner', owners.join(', ') || 'not in these lists'],
    ['Reports', `${reports.toLocaleString('en')}, ${formatDate(from)} to ${formatDate(to)}`],
  ];
}

/** The number with the country that its digits name. */
function mmsiText(mmsi: number): string {
  const country = mmsiCountry(mmsi);
  return country === null ? String(mmsi) : `${mmsi} (${countryName(country)})`;
}
