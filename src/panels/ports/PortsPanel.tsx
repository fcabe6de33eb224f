import { useDeferredValue, useMemo, useState } from 'react';
import type { Port } from '../../core/ports/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useSelect, useWorkbench } from '../../state/hooks.ts';
import { FilterBar } from '../parts/FilterBar.tsx';
import { Panel, PanelFooter, PanelNote } from '../parts/Panel.tsx';
import { eventsAt, eventsByPort, type PortEvents, portCountry } from '../parts/port-tally.ts';
import { VirtualList } from '../parts/VirtualList.tsx';
import { PortRow } from './PortRow.tsx';
import './ports.css';

const ROW_PX = 56;

/** Ports where ships called or had room to; typing searches the whole gazetteer. */
export function PortsPanel() {
  const data = useSelect(state => state.data);
  return (
    <Panel title="Ports" className="ports">
      {data ? (
        <PortList data={data} />
      ) : (
        <PanelNote title="No case is open.">Ports stand here once positions have been read.</PanelNote>
      )}
    </Panel>
  );
}

function PortList({ data }: { readonly data: CaseData }) {
  const { session } = useWorkbench();
  const selection = useSelect(state => state.selection);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text).trim();
  const events = useMemo(() => eventsByPort(data), [data]);
  const called = useMemo(() => portsCalled(data, events), [data, events]);
  const texts = useMemo(() => data.ports.map(searchText), [data]);
  const ports = useMemo(
    () => (wanted === '' ? called : portsFound(data, texts, wanted, events)),
    [data, texts, wanted, events, called],
  );
  return (
    <>
      <FilterBar prompt="Find any port by name, code, country" text={text} onText={setText} />
      {ports.length === 0 ? (
        <NoPorts searched={wanted !== ''} />
      ) : (
        <VirtualList<Port>
          label="Ports"
          items={ports}
          keyOf={({ id }) => id}
          heightOf={() => ROW_PX}
          chosenKey={selection.kind === 'port' ? selection.id : null}
          onOpen={({ id }) => session.openPort(id)}
          row={port => <PortRow port={port} events={eventsAt(events, port.id)} />}
        />
      )}
      <PanelFooter>
        <span>
          {wanted === ''
            ? `${called.length} with calls or room for one`
            : `${ports.length.toLocaleString('en')} found`}
        </span>
        <span>{data.ports.length.toLocaleString('en')} in all</span>
      </PanelFooter>
    </>
  );
}

function NoPorts({ searched }: { readonly searched: boolean }) {
  return searched ? (
    <PanelNote title="No port of that name.">
      Names in Latin, Cyrillic and Hangul letters and UN/LOCODEs are known.
    </PanelNote>
  ) : (
    <PanelNote title="No ship called anywhere.">
      Nor did any silence leave room for a call at a port of concern.
    </PanelNote>
  );
}

/** North Korean ports first, then by calls, then by dark calls that more than a silence speaks for. */
function portsCalled(data: CaseData, events: ReadonlyMap<string, PortEvents>): Port[] {
  const ports = data.ports.filter(({ id }) => events.has(id));
  return ports.sort((a, b) => comparePorts(a, b, events));
}

function portsFound(
  data: CaseData,
  texts: readonly string[],
  wanted: string,
  events: ReadonlyMap<string, PortEvents>,
): Port[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  const found = data.ports.filter((_, index) => words.every(word => texts[index]!.includes(word)));
  const first = words.join(' ');
  return found.sort(
    (a, b) =>
      Number(plain(b.name).startsWith(first)) - Number(plain(a.name).startsWith(first)) ||
      comparePorts(a, b, events),
  );
}

function comparePorts(a: Port, b: Port, events: ReadonlyMap<string, PortEvents>): number {
  const [x, y] = [eventsAt(events, a.id), eventsAt(events, b.id)];
  return (
    Number(b.country === 'KP') - Number(a.country === 'KP') ||
    y.calls.length - x.calls.length ||
    weighty(y) - weighty(x) ||
    y.darkCalls.length - x.darkCalls.length ||
    a.name.localeCompare(b.name)
  );
}

function weighty({ darkCalls }: PortEvents): number {
  return darkCalls.filter(({ level }) => level !== 'possible').length;
}

function searchText(port: Port): string {
  const { name, aliases, locode, id, controlledBy } = port;
  const control = controlledBy === null ? '' : portCountry({ country: controlledBy });
  return plain([name, ...aliases, locode, id, portCountry(port), control].join(' '));
}

/** Small letters without accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
