import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import { toCaseData } from '../../src/state/case-data.ts';
import type { ImportJob } from '../../src/state/import-job.ts';
import { type Action, INITIAL_STATE, reduce, type State, Store } from '../../src/state/store.ts';
import { engineWith } from '../engine/case-files.ts';

const data = toCaseData('Test', await (await engineWith()).analyse(DEFAULT_METHOD));

const job = (id: number, state: ImportJob['state']): ImportJob => ({
  id,
  name: `${id}.csv`,
  bytes: 10,
  state,
});
const WAITING = job(1, { kind: 'waiting' });
const OTHER = job(2, { kind: 'cancelled' });
const NOTICE = { id: 1, tone: 'plain', text: 'Done.', undo: null } as const;

/** A state in which every field differs from the initial one. */
const BUSY: State = {
  ...INITIAL_STATE,
  analysing: true,
  imports: [WAITING, OTHER],
  heldFiles: 2000,
  selection: { kind: 'vessel', id: 'imo-9161003' },
  tab: 'ports',
  filters: {
    text: 'rajin',
    severities: ['alert'],
    rules: ['dprk-call'],
    vessels: ['imo-9161003'],
    sort: 'time',
  },
  dismissed: new Map([['finding/1', 'seen']]),
  theme: 'day',
  dialog: 'share',
  dismissing: true,
  folded: { left: true, right: false, timeline: true },
  window: { from: 100, to: 200 },
  trailBy: 'speed',
  follow: true,
  singleKeys: false,
  opened: { verdict: 'identical', details: [] },
  notice: NOTICE,
};

/** An action of each type, and what it changes in the busy state. The compiler asks for every type. */
const CASES: { [T in Action['type']]: readonly [Extract<Action, { type: T }>, Partial<State>][] } = {
  'case ready': [
    [
      { type: 'case ready', data },
      { phase: { kind: 'ready' }, data, analysing: false },
    ],
  ],
  analysing: [
    [{ type: 'analysing', on: false }, { analysing: false }],
    [{ type: 'analysing', on: true }, {}],
  ],
  'start failed': [
    [
      { type: 'start failed', what: 'The case', detail: 'why' },
      { phase: { kind: 'failed', what: 'The case', detail: 'why' } },
    ],
  ],
  import: [
    [
      { type: 'import', job: job(3, { kind: 'waiting' }) },
      { imports: [WAITING, OTHER, job(3, { kind: 'waiting' })] },
    ],
    [
      { type: 'import', job: job(1, { kind: 'cancelled' }) },
      { imports: [job(1, { kind: 'cancelled' }), OTHER] },
    ],
  ],
  imports: [[{ type: 'imports', imports: [OTHER] }, { imports: [OTHER] }]],
  'held files': [[{ type: 'held files', count: 0 }, { heldFiles: 0 }]],
  select: [
    [
      { type: 'select', selection: { kind: 'none' } },
      { selection: { kind: 'none' }, dismissing: false },
    ],
    [
      { type: 'select', selection: { kind: 'port', id: 'KPRJN' } },
      { selection: { kind: 'port', id: 'KPRJN' }, dismissing: false },
    ],
  ],
  tab: [
    [
      { type: 'tab', tab: 'lists' },
      { tab: 'lists', folded: { left: false, right: false, timeline: true } },
    ],
  ],
  filter: [
    [{ type: 'filter', filters: { text: 'x' } }, { filters: { ...BUSY.filters, text: 'x' } }],
    [{ type: 'filter', filters: {} }, { filters: BUSY.filters }],
  ],
  dismiss: [
    [
      { type: 'dismiss', id: 'finding/2', reason: 'ferry' },
      {
        dismissed: new Map([
          ['finding/1', 'seen'],
          ['finding/2', 'ferry'],
        ]),
        dismissing: false,
      },
    ],
    [
      { type: 'dismiss', id: '__proto__', reason: 'x' },
      {
        dismissed: new Map([
          ['finding/1', 'seen'],
          ['__proto__', 'x'],
        ]),
        dismissing: false,
      },
    ],
  ],
  restore: [
    [{ type: 'restore', id: 'finding/1' }, { dismissed: new Map() }],
    [{ type: 'restore', id: 'finding/9' }, { dismissed: BUSY.dismissed }],
  ],
  dismissing: [
    [{ type: 'dismissing', on: false }, { dismissing: false }],
    [{ type: 'dismissing', on: true }, {}],
  ],
  theme: [[{ type: 'theme', theme: 'contrast' }, { theme: 'contrast' }]],
  dialog: [
    [{ type: 'dialog', dialog: 'keys' }, { dialog: 'keys' }],
    [{ type: 'dialog', dialog: null }, { dialog: null }],
  ],
  fold: [
    [{ type: 'fold', panel: 'right', folded: true }, { folded: { left: true, right: true, timeline: true } }],
    [
      { type: 'fold', panel: 'timeline', folded: false },
      { folded: { left: true, right: false, timeline: false } },
    ],
  ],
  window: [[{ type: 'window', from: 5, to: 6 }, { window: { from: 5, to: 6 } }]],
  'trail by': [[{ type: 'trail by', by: 'ship' }, { trailBy: 'ship' }]],
  follow: [[{ type: 'follow', on: false }, { follow: false }]],
  'raw fixes': [[{ type: 'raw fixes', on: true }, { rawFixes: true }]],
  'single keys': [[{ type: 'single keys', on: true }, { singleKeys: true }]],
  'opened link': [[{ type: 'opened link', opened: null }, { opened: null }]],
  notice: [[{ type: 'notice', notice: null }, { notice: null }]],
};

describe('reduce', () => {
  const cases = Object.values(CASES).flat() as readonly [Action, Partial<State>][];

  test.each(cases.map(([action, change]) => [action.type, action, change] as const))(
    '%s changes its part and nothing else',
    (_, action, change) => {
      const state = frozen(structuredClone({ ...BUSY, data: null })) as State;
      const next = reduce(state, action);
      expect(next).toEqual({ ...BUSY, data: null, ...change });
      expect(state).toEqual({ ...BUSY, data: null });
      for (const key of Object.keys(state) as (keyof State)[]) {
        if (!(key in change)) expect(next[key], key).toBe(state[key]);
      }
    },
  );
});

describe('the store', () => {
  test('tells every listener of each change, once, until it stops listening', () => {
    const store = new Store();
    const told: string[] = [];
    const stop = store.subscribe(() => told.push(`a ${store.state.tab}`));
    store.subscribe(() => told.push(`b ${store.state.tab}`));
    store.dispatch({ type: 'tab', tab: 'ships' });
    stop();
    store.dispatch({ type: 'tab', tab: 'ports' });
    expect(told).toEqual(['a ships', 'b ships', 'b ports']);
  });

  test('gives the same state until something changes it', () => {
    const store = new Store(BUSY);
    expect(store.state).toBe(store.state);
    expect(store.state).toBe(BUSY);
    store.dispatch({ type: 'follow', on: false });
    expect(store.state).not.toBe(BUSY);
    expect(BUSY.follow).toBe(true);
  });
});

/** Freezes a value all the way down; maps throw when they are written to. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) {
    for (const [key, item] of value) value.set(key, frozen(item));
    const refuse = (): never => {
      throw new TypeError('the state is written to');
    };
    return Object.freeze(Object.assign(value, { set: refuse, delete: refuse, clear: refuse }));
  }
  for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
}
