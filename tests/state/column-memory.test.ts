import { describe, expect, test } from 'vitest';
import { ColumnMemory, type RememberedAnswers } from '../../src/state/column-memory.ts';
import { KeptStub } from './session-page.ts';

const KEY = 'wakeline.columns/1';
const HEADER = ['MMSI', 'Base_Date Time', 'Breite', 'Länge'];
const ANSWERS: RememberedAnswers = {
  columns: new Map([
    ['lat', 'Breite'],
    ['lon', 'Länge'],
  ]),
  zoneMinutes: 540,
  timeFormat: 'day-first',
};

describe('answers for a header', () => {
  test('are kept for the next visit, and for a header written a little differently', () => {
    const kept = new KeptStub();
    new ColumnMemory(kept).remember(HEADER, ANSWERS);
    const memory = new ColumnMemory(kept);
    expect(memory.recall(HEADER)).toEqual(ANSWERS);
    expect(memory.recall(['mmsi', 'basedatetime', 'BREITE', ' länge '])).toEqual(ANSWERS);
    expect(memory.recall(['mmsi', 'basedatetime', 'breite'])).toBeNull();
    expect(memory.recall([...HEADER].reverse())).toBeNull();
  });

  test('hold no name of the header but those chosen', () => {
    const kept = new KeptStub();
    new ColumnMemory(kept).remember(HEADER, { ...ANSWERS, columns: null });
    expect(kept.texts.get(KEY)).not.toMatch(/mmsi|breite/i);
  });

  test('are forgotten on request, for good', () => {
    const kept = new KeptStub();
    const memory = new ColumnMemory(kept);
    memory.remember(HEADER, ANSWERS);
    memory.forget(HEADER);
    expect(memory.recall(HEADER)).toBeNull();
    expect(memory.isEmpty).toBe(true);
    expect(new ColumnMemory(kept).isEmpty).toBe(true);
  });

  test('of a hundred headers are kept; that used longest ago gives way', () => {
    const kept = new KeptStub();
    const memory = new ColumnMemory(kept);
    for (let i = 0; i < 100; i++) memory.remember([`column ${i}`], ANSWERS);
    memory.remember(['column 0'], ANSWERS);
    memory.remember(['one more'], ANSWERS);
    expect(memory.recall(['column 0'])).not.toBeNull();
    expect(memory.recall(['column 1'])).toBeNull();
    expect(new ColumnMemory(kept).recall(['one more'])).not.toBeNull();
    expect(new ColumnMemory(kept).recall(['column 1'])).toBeNull();
  });

  test('hold for the visit where nothing can be kept', () => {
    const full = {
      getItem: () => {
        throw new DOMException('no', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    for (const texts of [null, full]) {
      const memory = new ColumnMemory(texts);
      memory.remember(HEADER, ANSWERS);
      expect(memory.recall(HEADER)).toEqual(ANSWERS);
    }
  });
});

describe('storage that holds something else', () => {
  test.each([
    'not JSON',
    'null',
    '{}',
    '[1, null, [], ["key"], ["key", null], [3, {}]]',
    '{"__proto__": {"columns": []}}',
  ])('%s is taken for nothing', text => {
    const kept = new KeptStub();
    kept.setItem(KEY, text);
    expect(new ColumnMemory(kept).isEmpty).toBe(true);
  });

  test('gives what can be read of an entry, and unknown for the rest', () => {
    const kept = new KeptStub();
    new ColumnMemory(kept).remember(HEADER, ANSWERS);
    const [[key]] = JSON.parse(kept.getItem(KEY)!) as [[string, unknown]];
    const columns = [['lat', 'Breite'], ['__proto__', 'x'], ['lon', 7], 'cog', ['toString', 'y']];
    kept.setItem(KEY, JSON.stringify([[key, { columns, zoneMinutes: 1e9, timeFormat: 'martian' }]]));
    expect(new ColumnMemory(kept).recall(HEADER)).toEqual({
      columns: new Map([['lat', 'Breite']]),
      zoneMinutes: null,
      timeFormat: null,
    });
  });
});
