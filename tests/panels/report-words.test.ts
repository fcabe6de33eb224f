import { describe, expect, test } from 'vitest';
import { Flag, TrackStore, Verdict } from '../../src/core/track/index.ts';
import { originText, statusText, verdictWords } from '../../src/panels/inspector/report-words.ts';

/** One ship on the equator, a report a minute. */
function storeOf(
  rows: readonly { lon: number; verdict: number; row?: number; source?: number }[],
): TrackStore {
  const store = TrackStore.create(rows.length, 1);
  store.starts.set([0, rows.length]);
  rows.forEach(({ lon, verdict, row = 10, source = 0 }, i) => {
    store.t[i] = i * 60_000;
    store.lon[i] = lon;
    store.verdict[i] = verdict;
    store.row[i] = row;
    store.source[i] = source;
  });
  return store;
}

const words = (store: TrackStore, row: number) => verdictWords(store, row, 0, store.length);

describe('why a fix is not used', () => {
  test('unreachable: how far off the usable fixes around it are, and the speed that it would take', () => {
    const store = storeOf([
      { lon: 0, verdict: Verdict.ok },
      { lon: 0.5, verdict: Verdict.unreachable },
      { lon: 1, verdict: Verdict.unreachable },
      { lon: 0, verdict: Verdict.ok },
    ]);
    expect(words(store, 2)).toEqual({
      word: 'Unreachable',
      reason:
        'No hull of this track can have been here. It lies 60.0 nm from the fix before it, 2 m earlier (1,801 kn), and 60.0 nm from the next, 1 m later (3,602 kn).',
    });
    const alone = storeOf([{ lon: 0, verdict: Verdict.unreachable }]);
    expect(words(alone, 0).reason).toBe('No hull of this track can have been here.');
  });

  test('duplicate: which row it repeats', () => {
    const store = storeOf([
      { lon: 0, verdict: Verdict.ok, row: 1204 },
      { lon: 0, verdict: Verdict.duplicate, row: 1205 },
      { lon: 0, verdict: Verdict.duplicate, row: 7, source: 1 },
    ]);
    expect(words(store, 1).reason).toContain('row 1,204');
    expect(words(store, 2).reason).toContain('a row of another file');
  });

  test('every verdict has its own words', () => {
    const all = Object.values(Verdict).map(verdict => words(storeOf([{ lon: 0, verdict }]), 0));
    expect(new Set(all.map(({ word }) => word)).size).toBe(all.length);
    expect(new Set(all.map(({ reason }) => reason)).size).toBe(all.length);
  });
});

test('flags and status in words', () => {
  expect(originText(0)).toBe('');
  expect(originText(Flag.reconstructed | Flag.longRange)).toBe('reconstructed, long-range report (type 27)');
  expect([statusText(0), statusText(5), statusText(9), statusText(15)]).toEqual([
    'under way using engine',
    'moored',
    '',
    '',
  ]);
});
