import { describe, expect, test } from 'vitest';
import { snapshotView } from '../../src/state/link.ts';
import { reportSelection, rowOfReport } from '../../src/state/reports.ts';
import { INITIAL_STATE, reduce } from '../../src/state/store.ts';
import { demonstrationData } from './demonstration-data.ts';

const data = await demonstrationData();

describe('a chosen report', () => {
  test('is found again by its ship, input, row and time', () => {
    for (let row = 0; row < data.store.length; row += 97) {
      const selection = reportSelection(data, row);
      const { id } = data.vessels.find(({ index }) => row < data.store.starts[index + 1]!)!;
      expect(selection).toMatchObject({ id, input: data.store.source[row], at: data.store.t[row] });
      expect(rowOfReport(data, selection)).toBe(row);
    }
  });

  test('is not found where the case has no such report', () => {
    const selection = reportSelection(data, 5);
    for (const change of [{ id: 'imo-1' }, { input: 9 }, { row: 4_000_000_000 }, { at: selection.at + 1 }])
      expect(rowOfReport(data, { ...selection, ...change })).toBe(-1);
  });

  test('goes into a link as its ship', () => {
    const selection = reportSelection(data, 5);
    const state = reduce(INITIAL_STATE, { type: 'select', selection });
    const clock = { time: data.from, playing: false, speed: 1, loop: false };
    const look = { camera: { lon: 0, lat: 0, zoom: 1, bearingDeg: 0 }, chartPx: { width: 1, height: 1 } };
    expect(snapshotView(state, data, clock, look, 'night').selection).toEqual({
      kind: 'vessel',
      id: selection.id,
    });
  });
});

test('raw fixes are shown on demand', () => {
  expect(INITIAL_STATE.rawFixes).toBe(false);
  expect(reduce(INITIAL_STATE, { type: 'raw fixes', on: true }).rawFixes).toBe(true);
});
