import { useMemo } from 'react';
import type { Lookalike } from '../../core/sanctions/index.ts';
import { type Vessel, vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useDispatch } from '../../state/hooks.ts';
import { Name } from '../parts/Name.tsx';

/** More than these are not read by anybody. */
const MOST = 40;

interface Double extends Lookalike {
  readonly vessel: Vessel;
}

/** Listed ships that share a name or a number with a ship of the case but are others by their IMO number. */
export function Lookalikes({ data }: { readonly data: CaseData }) {
  const dispatch = useDispatch();
  const doubles = useMemo(() => doublesOf(data), [data]);
  if (doubles.length === 0) return null;
  return (
    <section className="ships-lookalikes" aria-label="Names that look alike">
      <header>
        <h3>Names that look alike</h3>
        <span>not matched, IMO differs</span>
      </header>
      <ul>
        {doubles.slice(0, MOST).map(({ designation, vessel, how, reason }) => (
          <li key={`${designation.id} ${vessel.id}`}>
            <button
              type="button"
              title={reason}
              onClick={() => dispatch({ type: 'select', selection: { kind: 'entry', id: designation.id } })}
            >
              <Name text={designation.subject.names[0]?.text ?? 'no name'} />
              <span>{designation.subject.imo}</span>
              <Name text={`${designation.authority}, ${how} as ${vesselLabel(vessel)}`} />
            </button>
          </li>
        ))}
      </ul>
      {doubles.length > MOST && <p>{doubles.length - MOST} more are in the lists.</p>}
      <p>A name alone is a lead, never a match.</p>
    </section>
  );
}

/** One an authority and a pair of ships: a list may hold a ship several times. */
function doublesOf(data: CaseData): Double[] {
  const doubles = new Map<string, Double>();
  for (const vessel of data.order) {
    for (const lookalike of data.lookalikes(vessel)) {
      const { authority, subject } = lookalike.designation;
      doubles.set(`${authority} ${subject.imo} ${vessel.id}`, { ...lookalike, vessel });
    }
  }
  return [...doubles.values()];
}
