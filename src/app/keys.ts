import { useEffect } from 'react';
import { HOUR_MS, MINUTE_MS } from '../core/time/index.ts';
import { useWorkbench, type Workbench } from '../state/hooks.ts';
import { selectedFinding } from '../state/selectors.ts';

/** A key and what it does, as the help shows it. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

export const KEY_HELP: readonly KeyHelp[] = [
  { keys: ['Space', 'K'], does: 'play or pause' },
  { keys: ['J', 'L'], does: 'back or on 10 minutes, with Shift an hour' },
  { keys: [',', '.'], does: 'previous or next report' },
  { keys: ['[', ']'], does: 'previous or next event' },
  { keys: ['Home', 'End'], does: 'start or end of the case' },
  { keys: ['0–9'], does: 'tenths of the case' },
  { keys: ['<', '>'], does: 'slower or faster' },
  { keys: ['F'], does: 'follow the chosen ship' },
  { keys: ['R'], does: 'show or hide raw fixes' },
  { keys: ['N', 'P'], does: 'next or previous finding' },
  { keys: ['D'], does: 'dismiss the chosen finding' },
  { keys: ['C'], does: 'copy a link to this view' },
  { keys: ['/'], does: 'search' },
  { keys: ['Esc'], does: 'close what is open' },
  { keys: ['?'], does: 'this list' },
];

interface KeyActs {
  readonly copyLink: () => void;
  readonly focusSearch: () => void;
}

/** Listens for single keys, unless a field has the focus, a modifier is held or they are switched off. */
export function useKeys(acts: KeyActs): void {
  const workbench = useWorkbench();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        acts.focusSearch();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.key === 'Escape') {
        closeTopmost(workbench);
        return;
      }
      if (!workbench.store.state.singleKeys || isTyping(event.target)) return;
      if (pressKey(event, workbench, acts)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [workbench, acts]);
}

function closeTopmost({ store, session }: Workbench): void {
  const { dialog, opened } = store.state;
  if (dialog) store.dispatch({ type: 'dialog', dialog: null });
  else if (opened) store.dispatch({ type: 'opened link', opened: null });
  else session.closeSelection();
}

/** True where a key belongs to what has the focus: fields, and Space or Enter on a control. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
  );
}

function pressKey(event: KeyboardEvent, { store, clock, session }: Workbench, acts: KeyActs): boolean {
  const { key, shiftKey } = event;
  const { data, follow, rawFixes, dialog } = store.state;
  if (key === '?') {
    store.dispatch({ type: 'dialog', dialog: dialog === 'keys' ? null : 'keys' });
    return true;
  }
  if (dialog || !data) return false;
  if (/^[0-9]$/.test(key)) {
    clock.set(data.from + ((data.to - data.from) * Number(key)) / 10);
    return true;
  }
  const onControl =
    event.target instanceof HTMLElement && event.target.matches('button, a, [role=option], summary');
  switch (key === ' ' ? 'Space' : key.toLowerCase()) {
    case 'Space':
      if (onControl) return false;
      clock.setPlaying(!clock.reading.playing);
      return true;
    case 'k':
      clock.setPlaying(!clock.reading.playing);
      return true;
    case 'j':
      clock.step(shiftKey ? -HOUR_MS : -10 * MINUTE_MS);
      return true;
    case 'l':
      clock.step(shiftKey ? HOUR_MS : 10 * MINUTE_MS);
      return true;
    case ',':
      session.stepReport(-1);
      return true;
    case '.':
      session.stepReport(1);
      return true;
    case '[':
      session.stepEvent(-1);
      return true;
    case ']':
      session.stepEvent(1);
      return true;
    case '<':
      clock.shiftSpeed(-1);
      return true;
    case '>':
      clock.shiftSpeed(1);
      return true;
    case 'home':
      clock.set(data.from);
      return true;
    case 'end':
      clock.set(data.to);
      return true;
    case 'f':
      store.dispatch({ type: 'follow', on: !follow });
      return true;
    case 'r':
      store.dispatch({ type: 'raw fixes', on: !rawFixes });
      return true;
    case 'n':
      session.stepFinding(1);
      return true;
    case 'p':
      session.stepFinding(-1);
      return true;
    case 'd':
      if (!selectedFinding(store.state)) return false;
      store.dispatch({ type: 'dismissing', on: true });
      return true;
    case 'c':
      acts.copyLink();
      return true;
    case '/':
      acts.focusSearch();
      return true;
    default:
      return false;
  }
}
