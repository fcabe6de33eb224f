import { useState } from 'react';
import type { Vessel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useDispatch, useSelect, useWorkbench } from '../../state/hooks.ts';
import { daysOf, findingWhat } from '../parts/finding-words.ts';
import { SeverityMark } from '../parts/SeverityMark.tsx';
import { Section } from './Section.tsx';

const SHOWN = 6;

/** Findings about a ship, worst first; dismissed ones left out. */
export function VesselFindings({ vessel, data }: { readonly vessel: Vessel; readonly data: CaseData }) {
  const { session } = useWorkbench();
  const dispatch = useDispatch();
  const dismissed = useSelect(state => state.dismissed);
  const [all, setAll] = useState(false);
  const findings = (data.findingsOf.get(vessel) ?? []).filter(({ id }) => !dismissed.has(id));
  const shown = all ? findings : findings.slice(0, SHOWN);
  const filterByShip = (): void => {
    dispatch({ type: 'tab', tab: 'findings' });
    dispatch({ type: 'filter', filters: { vessels: [vessel.id] } });
  };
  return (
    <Section
      title="Findings"
      aside={
        findings.length > 0 && (
          <button type="button" className="text-button" onClick={filterByShip}>
            list only these
          </button>
        )
      }
    >
      {findings.length === 0 && <p className="inspector-quiet">None about this ship.</p>}
      <ul className="inspector-findings">
        {shown.map(finding => (
          <li key={finding.id}>
            <button type="button" className="inspector-finding" onClick={() => session.openFinding(finding)}>
              <SeverityMark severity={finding.severity} />
              <span className="unseen">{finding.severity}</span>
              <span className="row-what">{findingWhat(finding)}</span>
              <span className="inspector-finding-end">{finding.claim}</span>
              <span className="inspector-finding-end">{daysOf(finding.from, finding.to)}</span>
            </button>
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && (
        <p className="inspector-quiet">
          <button type="button" className="text-button" onClick={() => setAll(!all)}>
            {all ? `Show ${SHOWN}` : `Show all ${findings.length}`}
          </button>
        </p>
      )}
    </Section>
  );
}
