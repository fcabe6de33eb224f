import type { Finding } from '../../core/findings/index.ts';
import { vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useDispatch, useSelect, useWorkbench } from '../../state/hooks.ts';
import { daysOf, findingWhat } from '../parts/finding-words.ts';
import { Icon } from '../parts/Icon.tsx';
import { Name } from '../parts/Name.tsx';
import { PanelNote } from '../parts/Panel.tsx';
import { SeverityMark } from '../parts/SeverityMark.tsx';
import { visibleText } from '../parts/visible-text.ts';

/** What was dismissed and why; each can be opened and brought back. */
export function DismissedList({ data, onBack }: { readonly data: CaseData; readonly onBack: () => void }) {
  const dismissed = useSelect(state => state.dismissed);
  const entries = [...dismissed].map(([id, reason]) => ({ id, reason, finding: data.findingById.get(id) }));
  return (
    <>
      <div className="findings-back">
        <button type="button" className="icon-button" aria-label="Back to the findings" onClick={onBack}>
          <Icon name="previous" />
        </button>
        <h3>Dismissed</h3>
        <span>{dismissed.size}</span>
      </div>
      {entries.length === 0 ? (
        <PanelNote title="Nothing is dismissed." />
      ) : (
        <ul className="findings-dismissed scroll">
          {entries.map(({ id, reason, finding }) => (
            <li key={id}>
              {finding ? <DismissedFinding finding={finding} /> : <p>No longer found: {id}</p>}
              <div className="findings-reason">
                <p>{visibleText(reason)}</p>
                <RestoreButton id={id} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function DismissedFinding({ finding }: { readonly finding: Finding }) {
  const { session } = useWorkbench();
  return (
    <button type="button" className="findings-dismissed-open" onClick={() => session.openFinding(finding)}>
      <SeverityMark severity={finding.severity} />
      <strong>
        <Name text={vesselLabel(finding.vessel)} />
      </strong>
      <span className="row-what">{findingWhat(finding)}</span>
      <span className="row-end">{daysOf(finding.from, finding.to)}</span>
    </button>
  );
}

function RestoreButton({ id }: { readonly id: string }) {
  const dispatch = useDispatch();
  return (
    <button type="button" className="text-button" onClick={() => dispatch({ type: 'restore', id })}>
      Restore
    </button>
  );
}
