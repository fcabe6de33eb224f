import type { CaseData } from '../../state/case-data.ts';
import { useSelect } from '../../state/hooks.ts';
import { rowOfReport } from '../../state/reports.ts';
import type { Selection } from '../../state/store.ts';
import { CaseView } from './CaseView.tsx';
import { EntryView } from './EntryView.tsx';
import { FindingView } from './FindingView.tsx';
import { NoLongerThere } from './NoLongerThere.tsx';
import { PortView } from './PortView.tsx';
import { ReportView } from './ReportView.tsx';
import { VesselView } from './VesselView.tsx';
import './inspector.css';

/** What is chosen, in full: a finding, a ship, a report, a port or a list's entry; the case itself while nothing is. */
export function Inspector({ onCopyLink }: { readonly onCopyLink: () => void }) {
  const data = useSelect(state => state.data);
  const selection = useSelect(state => state.selection);
  return (
    <div className="inspector">
      {data ? (
        <Chosen data={data} selection={selection} onCopyLink={onCopyLink} />
      ) : (
        <div className="inspector-empty">
          <h2>No case is open.</h2>
          <p>What you choose on the chart, in the lists or in the lanes is explained here.</p>
        </div>
      )}
    </div>
  );
}

interface ChosenProps {
  readonly data: CaseData;
  readonly selection: Selection;
  readonly onCopyLink: () => void;
}

/** Each thing chosen has a view of its own, made anew, so that nothing unfolded is carried over to the next. */
function Chosen({ data, selection, onCopyLink }: ChosenProps) {
  switch (selection.kind) {
    case 'none':
      return <CaseView data={data} />;
    case 'finding': {
      const finding = data.findingById.get(selection.id);
      if (!finding) return <NoLongerThere what="finding" />;
      return <FindingView key={finding.id} finding={finding} data={data} onCopyLink={onCopyLink} />;
    }
    case 'vessel': {
      const vessel = data.vessels.find(({ id }) => id === selection.id);
      if (!vessel) return <NoLongerThere what="ship" />;
      return <VesselView key={vessel.id} vessel={vessel} data={data} onCopyLink={onCopyLink} />;
    }
    case 'report': {
      const row = rowOfReport(data, selection);
      if (row < 0) return <NoLongerThere what="report" />;
      return <ReportView key={row} row={row} data={data} />;
    }
    case 'port': {
      const port = data.portById.get(selection.id);
      if (!port) return <NoLongerThere what="port" />;
      return <PortView key={port.id} port={port} data={data} onCopyLink={onCopyLink} />;
    }
    case 'entry': {
      const entry = data.designationById.get(selection.id);
      if (!entry) return <NoLongerThere what="entry" />;
      return <EntryView key={entry.id} entry={entry} data={data} onCopyLink={onCopyLink} />;
    }
  }
}
