import { useId } from 'react';
import { isValidImo, vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useSelect } from '../../state/hooks.ts';
import type { ShipIdentity } from '../../state/import-job.ts';
import { readShip } from './draft.ts';

/** So many ships of the case are offered. */
const MOST_OFFERED = 50;

interface ShipQuestionProps {
  readonly ship: string;
  readonly onChange: (ship: string) => void;
}

/** Asks whose track it is, tests the number as it is typed, and says whether the ship is in the case already. */
export function ShipQuestion({ ship, onChange }: ShipQuestionProps) {
  const id = useId();
  const data = useSelect(state => state.data);
  const offered = (data?.order ?? []).slice(0, MOST_OFFERED);
  return (
    <section className="import-section">
      <h4>
        <label htmlFor={id}>The file names no ship. Whose track is it?</label>
      </h4>
      <div className="import-url">
        <input
          id={id}
          className="field"
          inputMode="numeric"
          autoComplete="off"
          placeholder="MMSI or IMO number"
          list={`${id}-ships`}
          aria-describedby={`${id}-test`}
          value={ship}
          onChange={event => onChange(event.target.value)}
        />
        <span id={`${id}-test`} className="import-note" role="status">
          {testWords(ship, data)}
        </span>
      </div>
      <datalist id={`${id}-ships`}>
        {offered.map(vessel => (
          <option key={vessel.id} value={String(vessel.imo || vessel.mmsi[0] || '')}>
            {vesselLabel(vessel)}
          </option>
        ))}
      </datalist>
    </section>
  );
}

function testWords(text: string, data: CaseData | null): string {
  if (text.trim() === '') return '';
  const ship = readShip(text);
  if (typeof ship === 'string') return ship;
  const known = knownShip(ship, data);
  const test = isValidImo(ship.imo) ? 'Check digit correct. ' : '';
  return `${test}${known ? `${known}, already in this case.` : 'Not yet in this case.'}`;
}

function knownShip({ mmsi, imo }: ShipIdentity, data: CaseData | null): string | null {
  const vessel = data?.vessels.find(other => (imo > 0 ? other.imo === imo : other.mmsi.includes(mmsi)));
  return vessel ? vesselLabel(vessel) : null;
}
