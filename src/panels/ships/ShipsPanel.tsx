import { useDeferredValue, useMemo, useState } from 'react';
import { countryName } from '../../core/ports/index.ts';
import { type Vessel, vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useClock, useSelect, useWorkbench } from '../../state/hooks.ts';
import { FilterBar } from '../parts/FilterBar.tsx';
import { Panel, PanelFooter, PanelNote } from '../parts/Panel.tsx';
import { VirtualList } from '../parts/VirtualList.tsx';
import { Lookalikes } from './Lookalikes.tsx';
import { ShipRow } from './ShipRow.tsx';
import './ships.css';

type Order = 'findings' | 'heard' | 'name' | 'reports';
const ORDERS: readonly (readonly [Order, string])[] = [
  ['findings', 'Findings first'],
  ['heard', 'Last heard'],
  ['name', 'By name'],
  ['reports', 'Most reports'],
];

const ROW_PX = 56;

/** The ships of the case as they stand at the clock, and the listed ships that could be taken for them. */
export function ShipsPanel() {
  const data = useSelect(state => state.data);
  if (!data) {
    return (
      <Panel title="Ships" className="ships">
        <PanelNote title="No case is open.">Ships stand here once positions have been read.</PanelNote>
      </Panel>
    );
  }
  return (
    <Panel title="Ships" className="ships">
      <ShipList data={data} />
    </Panel>
  );
}

function ShipList({ data }: { readonly data: CaseData }) {
  const { session } = useWorkbench();
  const selection = useSelect(state => state.selection);
  const { time } = useClock(500);
  const [text, setText] = useState('');
  const [order, setOrder] = useState<Order>('findings');
  const wanted = useDeferredValue(text);
  const texts = useMemo(
    () => new Map(data.vessels.map(vessel => [vessel, searchText(vessel, data)])),
    [data],
  );
  const ships = useMemo(() => shipsShown(data, texts, wanted, order), [data, texts, wanted, order]);
  return (
    <>
      <FilterBar
        prompt="Filter by name, IMO, flag, owner, list"
        text={text}
        onText={setText}
        sort={{ value: order, options: ORDERS, onChange: setOrder }}
      />
      {ships.length === 0 ? (
        <PanelNote title="No ship passes the filter.">
          <button type="button" className="button" onClick={() => setText('')}>
            Clear the filter
          </button>
        </PanelNote>
      ) : (
        <VirtualList<Vessel>
          label="Ships"
          items={ships}
          keyOf={({ id }) => id}
          heightOf={() => ROW_PX}
          chosenKey={selection.kind === 'vessel' ? selection.id : null}
          onOpen={({ id }) => session.openVessel(id)}
          row={vessel => <ShipRow vessel={vessel} data={data} time={time} />}
          after={<Lookalikes data={data} />}
        />
      )}
      <PanelFooter>
        <span>{identityText(data, ships.length)}</span>
      </PanelFooter>
    </>
  );
}

function shipsShown(
  data: CaseData,
  texts: ReadonlyMap<Vessel, string>,
  wanted: string,
  order: Order,
): readonly Vessel[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const ships = data.order.filter(vessel => words.every(word => texts.get(vessel)!.includes(word)));
  switch (order) {
    case 'findings':
      return ships;
    case 'heard':
      return ships.sort((a, b) => b.to - a.to);
    case 'name':
      return ships.sort((a, b) => vesselLabel(a).localeCompare(vesselLabel(b)));
    case 'reports':
      return ships.sort((a, b) => b.reports - a.reports);
  }
}

function searchText(vessel: Vessel, data: CaseData): string {
  const { names, imo, mmsi, callSigns, flag } = vessel;
  const entries = data.matches(vessel).filter(({ strength }) => strength === 'exact');
  const listed = entries.flatMap(({ designation }) => [designation.authority, ...designation.subject.owners]);
  return [...names, imo, ...mmsi, ...callSigns, flag === null ? '' : countryName(flag), ...listed]
    .join(' ')
    .toLowerCase();
}

/** `4 ships, all by IMO number`; how many were given one with a right check digit, and how many go by MMSI. */
function identityText({ vessels }: CaseData, shown: number): string {
  const ships = `${shown < vessels.length ? `${shown.toLocaleString('en')} of ` : ''}${vessels.length.toLocaleString('en')} ships`;
  const byImo = vessels.filter(({ imo }) => imo > 0).length;
  if (byImo === vessels.length) return `${ships}, all by IMO, check digits right`;
  if (byImo === 0) return `${ships}, all by MMSI`;
  return `${ships}, ${byImo.toLocaleString('en')} by IMO, the others by MMSI`;
}
