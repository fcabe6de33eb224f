import type { Finding } from '../../core/findings/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useDispatch, useSelect, useWorkbench } from '../../state/hooks.ts';
import type { Filters } from '../../state/store.ts';
import { counted } from '../parts/counted.ts';
import { FilterBar } from '../parts/FilterBar.tsx';
import { PanelFooter, PanelNote } from '../parts/Panel.tsx';
import { useVisibleFindings } from '../parts/use-visible-findings.ts';
import { VirtualList } from '../parts/VirtualList.tsx';
import { FindingRow } from './FindingRow.tsx';
import { ListingLegend } from './ListingLegend.tsx';
import { Narrowing } from './Narrowing.tsx';
import { SeverityToggles } from './SeverityToggles.tsx';

const ORDERS: readonly (readonly [Filters['sort'], string])[] = [
  ['worst', 'Worst first'],
  ['time', 'By time'],
  ['ship', 'By ship'],
];

/** Height of a row and of the chosen one, with the hairline, px. */
const ROW_PX = 56;
const CHOSEN_ROW_PX = 76;

interface FindingListProps {
  readonly data: CaseData;
  readonly onShowDismissed: () => void;
}

/** The findings that are not dismissed, under what filters and orders them. */
export function FindingList({ data, onShowDismissed }: FindingListProps) {
  const { session } = useWorkbench();
  const dispatch = useDispatch();
  const filters = useSelect(state => state.filters);
  const selection = useSelect(state => state.selection);
  const findings = useVisibleFindings();
  const chosenId = selection.kind === 'finding' ? selection.id : null;
  return (
    <>
      <FilterBar
        prompt="Filter by ship, port, rule, list, claim"
        text={filters.text}
        onText={text => dispatch({ type: 'filter', filters: { text } })}
        sort={{
          value: filters.sort,
          options: ORDERS,
          onChange: sort => dispatch({ type: 'filter', filters: { sort } }),
        }}
      />
      <SeverityToggles data={data} />
      <Narrowing data={data} />
      <ListingLegend />
      {findings.length === 0 ? (
        <NonePass data={data} onShowDismissed={onShowDismissed} />
      ) : (
        <VirtualList<Finding>
          label="Findings"
          items={findings}
          keyOf={({ id }) => id}
          heightOf={({ id }) => (id === chosenId ? CHOSEN_ROW_PX : ROW_PX)}
          chosenKey={chosenId}
          onOpen={finding => session.openFinding(finding)}
          row={finding => <FindingRow finding={finding} data={data} chosen={finding.id === chosenId} />}
          footer={(first, last) => (
            <PanelFooter>
              <span>
                {first} to {last} of {findings.length}
                <DismissedCount onShow={onShowDismissed} />
              </span>
              <span className="findings-keys">
                <kbd>N</kbd>
                <kbd>P</kbd> next, previous
              </span>
            </PanelFooter>
          )}
        />
      )}
    </>
  );
}

function NonePass({ data, onShowDismissed }: FindingListProps) {
  const dispatch = useDispatch();
  const dismissed = useSelect(state => state.dismissed);
  const all = data.analysis.findings;
  const allDismissed = all.every(({ id }) => dismissed.has(id));
  return (
    <>
      <PanelNote title={allDismissed ? 'Every finding is dismissed.' : 'No finding passes the filter.'}>
        <p>{counted(all.length, 'finding')} in this case.</p>
        {!allDismissed && (
          <button
            type="button"
            className="button"
            onClick={() =>
              dispatch({ type: 'filter', filters: { text: '', severities: [], rules: [], vessels: [] } })
            }
          >
            Clear the filter
          </button>
        )}
      </PanelNote>
      <PanelFooter>
        <span>
          None of {all.length}
          <DismissedCount onShow={onShowDismissed} />
        </span>
      </PanelFooter>
    </>
  );
}

function DismissedCount({ onShow }: { readonly onShow: () => void }) {
  const count = useSelect(state => state.dismissed.size);
  if (count === 0) return null;
  return (
    <>
      {', '}
      <button type="button" className="text-button" onClick={onShow}>
        {count} dismissed
      </button>
    </>
  );
}
