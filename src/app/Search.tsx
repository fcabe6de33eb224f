import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { portText } from '../core/findings/index.ts';
import { parsePlace, placeText } from '../core/geo/index.ts';
import { vesselLabel } from '../core/vessel/index.ts';
import { Icon } from '../panels/parts/Icon.tsx';
import type { CaseData } from '../state/case-data.ts';
import { useSelect, useWorkbench } from '../state/hooks.ts';
import type { Session } from '../state/session.ts';

/** Something the search found: what it is called, what kind of thing, and how to go there. */
interface Hit {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly open: (session: Session) => void;
}

const MOST = 12;

export function Search({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const { session } = useWorkbench();
  const data = useSelect(state => state.data);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const id = useId();
  const hits = useMemo(() => (data && text.trim() !== '' ? findHits(data, text.trim()) : []), [data, text]);
  const shown = open && text.trim() !== '';

  const go = (hit: Hit | undefined): void => {
    if (!hit) return;
    hit.open(session);
    setOpen(false);
    setText('');
    inputRef.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = Math.max(0, hits.length - 1);
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter') go(hits[at]);
    else if (event.key === 'Escape') {
      setText('');
      inputRef.current?.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="search">
      <Icon name="search" />
      <input
        ref={inputRef}
        className="search-field"
        type="text"
        role="combobox"
        aria-label="Search ships, ports and positions"
        aria-expanded={shown}
        aria-controls={`${id}-hits`}
        aria-activedescendant={shown && hits[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="Ship, port, IMO, MMSI or position"
        value={text}
        onChange={event => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd className="search-key">/</kbd>
      {shown && (
        <div className="search-hits" id={`${id}-hits`} role="listbox" aria-label="Found">
          {hits.map((hit, i) => (
            <div
              key={hit.key}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              className="search-hit"
              onPointerDown={event => {
                event.preventDefault();
                go(hit);
              }}
            >
              <bdi>{hit.title}</bdi>
              <span className="search-kind">{hit.kind}</span>
            </div>
          ))}
          {hits.length === 0 && (
            <p className="search-none">No ship, port or position called “{text.trim()}”.</p>
          )}
        </div>
      )}
    </div>
  );
}

function findHits(data: CaseData, text: string): Hit[] {
  const hits: Hit[] = [];
  const place = parsePlace(text);
  if (place) {
    const { lon, lat } = place;
    const box = { west: lon - 0.3, east: lon + 0.3, south: lat - 0.2, north: lat + 0.2 };
    hits.push({
      key: 'place',
      title: placeText(lon, lat, 'DDM'),
      kind: 'position',
      open: session => session.showBox(box),
    });
  }
  const wanted = text.toLowerCase();
  for (const vessel of data.order) {
    const words = [...vessel.names, ...vessel.callSigns, vessel.imo || '', ...vessel.mmsi]
      .join('\n')
      .toLowerCase();
    if (!words.includes(wanted)) continue;
    const number = vessel.imo > 0 ? `IMO ${vessel.imo}` : `MMSI ${vessel.mmsi[0]}`;
    hits.push({
      key: vessel.id,
      title: vesselLabel(vessel),
      kind: `ship, ${number}`,
      open: session => session.openVessel(vessel.id),
    });
    if (hits.length >= MOST) return hits;
  }
  const ports = data.ports.filter(({ name, aliases, locode }) =>
    [name, locode, ...aliases].some(word => word.toLowerCase().startsWith(wanted)),
  );
  for (const port of ports
    .sort((a, b) => Number(b.concern) - Number(a.concern))
    .slice(0, MOST - hits.length)) {
    hits.push({
      key: port.id,
      title: portText(port),
      kind: 'port',
      open: session => session.openPort(port.id),
    });
  }
  return hits;
}
