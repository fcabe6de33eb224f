import { useState } from 'react';
import type { CaseData } from '../../state/case-data.ts';
import { useSelect } from '../../state/hooks.ts';
import { counted } from '../parts/counted.ts';
import { Panel, PanelNote } from '../parts/Panel.tsx';
import { DismissedList } from './DismissedList.tsx';
import { FindingList } from './FindingList.tsx';
import './findings.css';

/** The findings of the case: filtered, ordered, one a row; the dismissed ones behind a word at the foot. */
export function FindingsPanel() {
  const data = useSelect(state => state.data);
  const [showingDismissed, setShowingDismissed] = useState(false);
  if (!data) {
    return (
      <Panel title="Findings" className="findings">
        <PanelNote title="No case is open.">Findings stand here once positions have been read.</PanelNote>
      </Panel>
    );
  }
  if (data.analysis.findings.length === 0) return <NothingFound data={data} />;
  return (
    <Panel title="Findings" className="findings">
      {showingDismissed ? (
        <DismissedList data={data} onBack={() => setShowingDismissed(false)} />
      ) : (
        <FindingList data={data} onShowDismissed={() => setShowingDismissed(true)} />
      )}
    </Panel>
  );
}

function NothingFound({ data }: { readonly data: CaseData }) {
  const { calls, silences } = data.analysis;
  const looked = [
    counted(data.vessels.length, 'ship'),
    counted(calls.length, 'call'),
    counted(silences.length, 'silence'),
  ].join(', ');
  return (
    <Panel title="Findings" className="findings">
      <PanelNote title="No finding.">
        <p>{looked} were looked at.</p>
      </PanelNote>
    </Panel>
  );
}
