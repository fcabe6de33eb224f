import { type KeyboardEvent, useMemo, useRef } from 'react';
import { FindingsPanel } from '../panels/findings/FindingsPanel.tsx';
import { ListsPanel } from '../panels/lists/ListsPanel.tsx';
import { PortsPanel } from '../panels/ports/PortsPanel.tsx';
import { ShipsPanel } from '../panels/ships/ShipsPanel.tsx';
import { useDispatch, useSelect } from '../state/hooks.ts';
import type { Tab } from '../state/store.ts';

const TABS: readonly { readonly tab: Tab; readonly title: string }[] = [
  { tab: 'findings', title: 'Findings' },
  { tab: 'ships', title: 'Ships' },
  { tab: 'ports', title: 'Ports' },
  { tab: 'lists', title: 'Lists' },
];
const PANELS = { findings: FindingsPanel, ships: ShipsPanel, ports: PortsPanel, lists: ListsPanel };

export function LeftPanel() {
  const dispatch = useDispatch();
  const tab = useSelect(state => state.tab);
  const counts = useCounts();
  const bar = useRef<HTMLDivElement>(null);
  const Panel = PANELS[tab];
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const at = TABS.findIndex(item => item.tab === tab);
    const next = (at + by + TABS.length) % TABS.length;
    dispatch({ type: 'tab', tab: TABS[next]!.tab });
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <section className="left" aria-label="Findings, ships, ports and lists">
      <div className="left-tabs" role="tablist" aria-label="Panels" ref={bar} onKeyDown={onKeyDown}>
        {TABS.map(item => (
          <button
            key={item.tab}
            type="button"
            role="tab"
            id={`tab-${item.tab}`}
            aria-selected={item.tab === tab}
            aria-controls="left-panel"
            tabIndex={item.tab === tab ? 0 : -1}
            onClick={() => dispatch({ type: 'tab', tab: item.tab })}
          >
            {item.title} <span className="left-count">{counts?.[item.tab].toLocaleString('en')}</span>
          </button>
        ))}
      </div>
      <div className="left-body" role="tabpanel" id="left-panel" aria-labelledby={`tab-${tab}`}>
        <Panel />
      </div>
    </section>
  );
}

/** Numbers beside the tabs; null without a case. Counted again only when the case or what is dismissed changes. */
function useCounts(): Record<Tab, number> | null {
  const data = useSelect(state => state.data);
  const dismissed = useSelect(state => state.dismissed);
  return useMemo(() => {
    if (!data) return null;
    const { calls, darkCalls, findings } = data.analysis;
    return {
      findings: findings.filter(({ id }) => !dismissed.has(id)).length,
      ships: data.vessels.length,
      ports: new Set([...calls, ...darkCalls].map(({ port }) => port.id)).size,
      lists: data.lists.length,
    };
  }, [data, dismissed]);
}
