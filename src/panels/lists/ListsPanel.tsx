import { useMemo, useState } from 'react';
import type { Designation, DesignationList } from '../../core/sanctions/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useDispatch, useSelect } from '../../state/hooks.ts';
import { FilterBar } from '../parts/FilterBar.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Name } from '../parts/Name.tsx';
import { Panel, PanelFooter, PanelNote } from '../parts/Panel.tsx';
import { VirtualList } from '../parts/VirtualList.tsx';
import { EntryRow } from './EntryRow.tsx';
import { entriesFound, shipsByEntry } from './entries.ts';
import { ListRow } from './ListRow.tsx';
import './lists.css';

const ROW_PX = 56;
const NO_SHIPS: readonly Vessel[] = [];

/** The lists of the case; one opens to its entries, and typing searches the entries of the open list or of all. */
export function ListsPanel() {
  const data = useSelect(state => state.data);
  return (
    <Panel title="Lists" className="lists">
      {data ? (
        <Lists data={data} />
      ) : (
        <PanelNote title="No case is open.">
          The lists that come with Wakeline stand here once it has read them.
        </PanelNote>
      )}
    </Panel>
  );
}

function Lists({ data }: { readonly data: CaseData }) {
  const [text, setText] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const open = data.lists.find(({ id }) => id === openId) ?? null;
  const showsEntries = open !== null || text.trim() !== '';
  return (
    <>
      <FilterBar prompt="Find entries by name, IMO, owner, programme" text={text} onText={setText} />
      {open && <ListHeading list={open} onBack={() => setOpenId(null)} />}
      {showsEntries ? (
        <Entries data={data} list={open} text={text} />
      ) : (
        <ListOfLists data={data} onOpen={({ id }) => setOpenId(id)} />
      )}
    </>
  );
}

function ListHeading({ list, onBack }: { readonly list: DesignationList; readonly onBack: () => void }) {
  return (
    <div className="lists-heading">
      <button type="button" className="icon-button" aria-label="Back to all lists" onClick={onBack}>
        <Icon name="previous" />
      </button>
      <h3>
        <Name text={list.title} />
      </h3>
      <span>{list.edition}</span>
    </div>
  );
}

function ListOfLists({
  data,
  onOpen,
}: {
  readonly data: CaseData;
  readonly onOpen: (list: DesignationList) => void;
}) {
  if (data.lists.length === 0) {
    return (
      <PanelNote title="No list is loaded.">Drop a file of designations to read ships against it.</PanelNote>
    );
  }
  const entries = data.lists.reduce((sum, { designations }) => sum + designations.length, 0);
  return (
    <VirtualList<DesignationList>
      label="Lists"
      items={data.lists}
      keyOf={({ id }) => id}
      heightOf={() => ROW_PX}
      chosenKey={null}
      onOpen={onOpen}
      row={list => <ListRow list={list} />}
      footer={() => (
        <PanelFooter>
          <span>
            {data.lists.length} lists, {entries.toLocaleString('en')} entries
          </span>
        </PanelFooter>
      )}
    />
  );
}

function Entries({
  data,
  list,
  text,
}: {
  readonly data: CaseData;
  readonly list: DesignationList | null;
  readonly text: string;
}) {
  const dispatch = useDispatch();
  const selection = useSelect(state => state.selection);
  const ships = useMemo(() => shipsByEntry(data), [data]);
  const found = useMemo(() => entriesFound(data, list, text, ships), [data, list, text, ships]);
  if (found.length === 0) {
    return (
      <PanelNote title="No entry has that.">
        Names, IMO numbers, owners and programmes are searched.
      </PanelNote>
    );
  }
  return (
    <VirtualList<Designation>
      label={list ? `Entries of ${list.title}` : 'Entries of all lists'}
      items={found}
      keyOf={({ id }) => id}
      heightOf={() => ROW_PX}
      chosenKey={selection.kind === 'entry' ? selection.id : null}
      onOpen={({ id }) => dispatch({ type: 'select', selection: { kind: 'entry', id } })}
      row={entry => <EntryRow entry={entry} ships={ships.get(entry.id) ?? NO_SHIPS} data={data} />}
      footer={(first, last) => (
        <PanelFooter>
          <span>
            {first.toLocaleString('en')} to {last.toLocaleString('en')} of {found.length.toLocaleString('en')}{' '}
            entries
          </span>
          <span>ships of this case first</span>
        </PanelFooter>
      )}
    />
  );
}
