import {
  DEFAULT_PARAMETERS,
  type Method,
  type ParameterName,
  type RuleId,
  type Severity,
} from '../core/findings/index.ts';
import { type LinkFault, type Pin, pinDigest, type ViewSnapshot } from '../core/snapshot/index.ts';
import type { CaseData } from './case-data.ts';
import type { ClockReading } from './clock.ts';
import type { Action, OpenedLink, Selection, State } from './store.ts';

/** Thresholds travel in a link with six decimals. */
const THRESHOLD_PRECISION = 1e-6;

/** What is on screen, with the data, lists and method behind it pinned by digest. */
export function snapshotView(
  state: State,
  data: CaseData,
  clock: ClockReading,
  { camera, chartPx }: Pick<ViewSnapshot, 'camera' | 'chartPx'>,
  theme: ViewSnapshot['theme'],
): ViewSnapshot {
  const { selection, filters, window, tab, trailBy } = state;
  return {
    time: clock.time,
    speed: clock.speed,
    camera,
    chartPx,
    window,
    selection: linkedSelection(selection),
    tab,
    theme,
    trailBy,
    filters,
    inputs: inputPins(data),
    lists: listPins(data),
    method: {
      version: data.analysis.method.version,
      rules: data.analysis.method.rules,
      changes: changesOf(data.analysis.method),
    },
  };
}

/** A link holds no single report: it opens with its ship. */
function linkedSelection(selection: Selection): ViewSnapshot['selection'] {
  if (selection.kind === 'none') return { kind: 'none', id: '' };
  return { kind: selection.kind === 'report' ? 'vessel' : selection.kind, id: selection.id };
}

/** Actions that bring the page to a snapshot's view. The clock and the chart are moved by the session. */
export function restoreView(snapshot: ViewSnapshot): Action[] {
  const { selection, filters } = snapshot;
  return [
    { type: 'window', ...snapshot.window },
    { type: 'tab', tab: snapshot.tab },
    {
      type: 'filter',
      filters: { ...filters, severities: filters.severities as Severity[], rules: filters.rules as RuleId[] },
    },
    { type: 'trail by', by: snapshot.trailBy },
    { type: 'theme', theme: snapshot.theme },
    {
      type: 'select',
      selection: selection.kind === 'none' ? { kind: 'none' } : { kind: selection.kind, id: selection.id },
    },
  ];
}

/** Compares what a link pins with what is loaded. Missing data weigh more than different ones. */
export function verifyPins(snapshot: ViewSnapshot, data: CaseData): OpenedLink {
  const inputs = comparePins('data', snapshot.inputs, inputPins(data));
  const lists = comparePins('list', snapshot.lists, listPins(data));
  const method = compareMethods(snapshot.method, data.analysis.method);
  const details = [...inputs.details, ...lists.details, ...method];
  const verdict =
    inputs.missing || lists.missing ? 'missing' : details.length > 0 ? 'different' : 'identical';
  return { verdict, details };
}

/** What to say of a link that can't be opened. */
export function linkFaultText(fault: LinkFault): string {
  switch (fault.kind) {
    case 'damaged':
      return 'This link is damaged: it was cut off or changed on its way. Ask for it again.';
    case 'newer':
      return `This link was made by a newer Wakeline (link version ${fault.version}). Update to open it.`;
  }
}

function inputPins({ inputs, references }: CaseData): Pin[] {
  return [...inputs, ...references].map(({ name, sha256 }) => ({ name, digest: pinDigest(sha256) }));
}

function listPins(data: CaseData): Pin[] {
  return data.lists.map(({ id, sha256 }) => ({ name: id, digest: pinDigest(sha256) }));
}

function changesOf({ parameters }: Method): Map<ParameterName, number> {
  const names = Object.keys(DEFAULT_PARAMETERS) as ParameterName[];
  return new Map(
    names.filter(name => parameters[name] !== DEFAULT_PARAMETERS[name]).map(name => [name, parameters[name]]),
  );
}

function comparePins(
  what: string,
  pinned: readonly Pin[],
  loaded: readonly Pin[],
): { details: string[]; missing: boolean } {
  const digests = new Set(loaded.map(({ digest }) => digest));
  const wanted = new Set(pinned.map(({ digest }) => digest));
  const extra = loaded.filter(({ digest }) => !wanted.has(digest));
  const details: string[] = [];
  let missing = false;
  for (const { name, digest } of pinned) {
    if (digests.has(digest)) continue;
    const standIn = extra.findIndex(other => other.name === name);
    if (standIn >= 0) {
      extra.splice(standIn, 1);
      details.push(`${what} ${name} differs: the link was made with ${digest.slice(0, 8)}`);
      continue;
    }
    missing = true;
    details.push(`${what} ${name} is missing: ask for the file with SHA-256 ${digest.slice(0, 16)}…`);
  }
  for (const { name, digest } of extra) {
    details.push(`${what} ${name} (${digest.slice(0, 8)}) was not there when the link was made`);
  }
  return { details, missing };
}

function compareMethods(pinned: ViewSnapshot['method'], method: Method): string[] {
  const details: string[] = [];
  if (pinned.version !== method.version) details.push(`method ${pinned.version} then, ${method.version} now`);
  if (pinned.rules !== method.rules) details.push(`call rules ${pinned.rules} then, ${method.rules} now`);
  const changes = changesOf(method);
  for (const name of new Set([...pinned.changes.keys(), ...changes.keys()])) {
    const then = pinned.changes.get(name) ?? DEFAULT_PARAMETERS[name];
    const now = changes.get(name) ?? DEFAULT_PARAMETERS[name];
    if (Math.abs(then - now) >= THRESHOLD_PRECISION) details.push(`threshold ${name} was ${then}, is ${now}`);
  }
  return details;
}
