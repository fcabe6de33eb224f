import type { RuleId, Severity } from '../core/findings/index.ts';
import type { Instant } from '../core/time/index.ts';
import type { CaseData } from './case-data.ts';
import type { ImportJob } from './import-job.ts';

export type Tab = 'findings' | 'ships' | 'ports' | 'lists';
export type ThemeChoice = 'system' | 'night' | 'day' | 'contrast';
export type Dialog = 'share' | 'keys' | 'import' | 'export';
export type TrailBy = 'ship' | 'speed';

/** What is chosen. Ids are those of the case; they may name things that a new analysis no longer has. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'finding'; readonly id: string }
  | { readonly kind: 'vessel'; readonly id: string }
  | { readonly kind: 'port'; readonly id: string }
  | { readonly kind: 'entry'; readonly id: string }
  /** One report: `id` is its ship's; input, row and time tell it from the ship's others. */
  | {
      readonly kind: 'report';
      readonly id: string;
      readonly input: number;
      readonly row: number;
      readonly at: Instant;
    };

export interface Filters {
  readonly text: string;
  /** Severities, rules and ships shown; empty means all. */
  readonly severities: readonly Severity[];
  readonly rules: readonly RuleId[];
  readonly vessels: readonly string[];
  readonly sort: 'worst' | 'time' | 'ship';
}

/** Whether the data behind an opened link are the ones it was made with. */
export interface OpenedLink {
  readonly verdict: 'identical' | 'different' | 'missing';
  /** One line for each pinned thing that differs or is missing, with names and digests. */
  readonly details: readonly string[];
}

/** What takes an act back: a change of the state, or a file that was taken out and is put back. */
export type Undo =
  | { readonly type: 'restore'; readonly id: string }
  | { readonly type: 'put back'; readonly job: number };

export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'fault';
  readonly text: string;
  readonly undo: Undo | null;
}

export type Phase =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly what: string; readonly detail: string };

export interface State {
  readonly phase: Phase;
  readonly data: CaseData | null;
  readonly analysing: boolean;
  readonly imports: readonly ImportJob[];
  /** So many files wait for the user's word that they are all meant; 0 for none. */
  readonly heldFiles: number;
  readonly selection: Selection;
  readonly tab: Tab;
  readonly filters: Filters;
  /** Reasons by id of the findings dismissed. */
  readonly dismissed: ReadonlyMap<string, string>;
  /** True while the chosen finding's dismissal asks for its reason. */
  readonly dismissing: boolean;
  readonly theme: ThemeChoice;
  readonly dialog: Dialog | null;
  readonly folded: { readonly left: boolean; readonly right: boolean; readonly timeline: boolean };
  /** Stretch of time that the lanes show. */
  readonly window: { readonly from: Instant; readonly to: Instant };
  readonly trailBy: TrailBy;
  /** Every fix is shown beside the tracks, with its verdict. */
  readonly rawFixes: boolean;
  readonly follow: boolean;
  /** Single keys can be switched off, for speech input and the like. */
  readonly singleKeys: boolean;
  readonly opened: OpenedLink | null;
  readonly notice: Notice | null;
}

export const NO_FILTERS: Filters = { text: '', severities: [], rules: [], vessels: [], sort: 'worst' };

export const INITIAL_STATE: State = {
  phase: { kind: 'starting' },
  data: null,
  analysing: false,
  imports: [],
  heldFiles: 0,
  selection: { kind: 'none' },
  tab: 'findings',
  filters: NO_FILTERS,
  dismissed: new Map(),
  dismissing: false,
  theme: 'system',
  dialog: null,
  folded: { left: false, right: false, timeline: false },
  window: { from: 0, to: 0 },
  trailBy: 'ship',
  rawFixes: false,
  follow: false,
  singleKeys: true,
  opened: null,
  notice: null,
};

export type Action =
  | { readonly type: 'case ready'; readonly data: CaseData }
  | { readonly type: 'analysing'; readonly on: boolean }
  | { readonly type: 'start failed'; readonly what: string; readonly detail: string }
  | { readonly type: 'import'; readonly job: ImportJob }
  | { readonly type: 'imports'; readonly imports: readonly ImportJob[] }
  | { readonly type: 'held files'; readonly count: number }
  | { readonly type: 'select'; readonly selection: Selection }
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'filter'; readonly filters: Partial<Filters> }
  | { readonly type: 'dismiss'; readonly id: string; readonly reason: string }
  | { readonly type: 'restore'; readonly id: string }
  | { readonly type: 'dismissing'; readonly on: boolean }
  | { readonly type: 'theme'; readonly theme: ThemeChoice }
  | { readonly type: 'dialog'; readonly dialog: Dialog | null }
  | { readonly type: 'fold'; readonly panel: keyof State['folded']; readonly folded: boolean }
  | { readonly type: 'window'; readonly from: Instant; readonly to: Instant }
  | { readonly type: 'trail by'; readonly by: TrailBy }
  | { readonly type: 'raw fixes'; readonly on: boolean }
  | { readonly type: 'follow'; readonly on: boolean }
  | { readonly type: 'single keys'; readonly on: boolean }
  | { readonly type: 'opened link'; readonly opened: OpenedLink | null }
  | { readonly type: 'notice'; readonly notice: Notice | null };

/** The next state. Pure; every action has its case, which the compiler checks. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'case ready':
      return { ...state, phase: { kind: 'ready' }, data: action.data, analysing: false };
    case 'analysing':
      return { ...state, analysing: action.on };
    case 'start failed':
      return { ...state, phase: { kind: 'failed', what: action.what, detail: action.detail } };
    case 'import':
      return { ...state, imports: withJob(state.imports, action.job) };
    case 'imports':
      return { ...state, imports: action.imports };
    case 'held files':
      return { ...state, heldFiles: action.count };
    case 'select':
      return { ...state, selection: action.selection, dismissing: false };
    case 'tab':
      return { ...state, tab: action.tab, folded: { ...state.folded, left: false } };
    case 'filter':
      return { ...state, filters: { ...state.filters, ...action.filters } };
    case 'dismiss':
      return {
        ...state,
        dismissed: new Map(state.dismissed).set(action.id, action.reason),
        dismissing: false,
      };
    case 'restore':
      return { ...state, dismissed: without(state.dismissed, action.id) };
    case 'dismissing':
      return { ...state, dismissing: action.on };
    case 'theme':
      return { ...state, theme: action.theme };
    case 'dialog':
      return { ...state, dialog: action.dialog };
    case 'fold':
      return { ...state, folded: { ...state.folded, [action.panel]: action.folded } };
    case 'window':
      return { ...state, window: { from: action.from, to: action.to } };
    case 'trail by':
      return { ...state, trailBy: action.by };
    case 'raw fixes':
      return { ...state, rawFixes: action.on };
    case 'follow':
      return { ...state, follow: action.on };
    case 'single keys':
      return { ...state, singleKeys: action.on };
    case 'opened link':
      return { ...state, opened: action.opened };
    case 'notice':
      return { ...state, notice: action.notice };
  }
}

function withJob(jobs: readonly ImportJob[], job: ImportJob): ImportJob[] {
  const known = jobs.some(({ id }) => id === job.id);
  return known ? jobs.map(other => (other.id === job.id ? job : other)) : [...jobs, job];
}

function without<V>(map: ReadonlyMap<string, V>, key: string): Map<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** Holds the state and tells listeners of each change. */
export class Store {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(state: State = INITIAL_STATE) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  dispatch(action: Action): void {
    const next = reduce(this.#state, action);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
