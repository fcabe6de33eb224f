import { describe, expect, test } from 'vitest';
import {
  draftOf,
  needsOf,
  optionsOf,
  readShip,
  readZone,
  withMeaning,
} from '../../src/panels/import/draft.ts';
import type { Question } from '../../src/state/import-job.ts';

const HEADER = ['id', 'when', 'lat', 'lon', 'note'];
const GUESS = new Map([
  ['lat', 'lat'],
  ['lon', 'lon'],
] as const);

function questionOf(part: Partial<Question>, { rows = [] as string[][], format = 'csv' } = {}): Question {
  const table = { header: HEADER, rows, columns: GUESS };
  return {
    remedy: 'columns',
    message: 'a.csv:1: expected …',
    found: '',
    preview: { kind: 'positions', format, table },
    answers: { zoneMinutes: null },
    isAsLastTime: false,
    ...part,
  };
}

describe('the draft of a form', () => {
  test('starts with what the names say, and asks for what is missing, one after the other', () => {
    const question = questionOf({});
    let draft = draftOf(question);
    expect(draft.meanings).toEqual([null, null, 'lat', 'lon', null]);
    expect(optionsOf(question, draft)).toBe('Say which column holds the time.');
    draft = withMeaning(draft, 1, 'time');
    expect(optionsOf(question, draft)).toBe('Say whose track it is.');
    draft = withMeaning(draft, 0, 'imo');
    const options = optionsOf(question, draft);
    if (typeof options === 'string') throw new Error(options);
    expect(options).toMatchObject({
      zoneMinutes: null,
      timeFormat: null,
      ship: null,
      partial: false,
      madeUp: null,
    });
    const chosen = [...options.columns!].filter(([, name]) => name !== '');
    expect(Object.fromEntries(chosen)).toEqual({ imo: 'id', time: 'when', lat: 'lat', lon: 'lon' });
    expect(options.columns!.get('mmsi')).toBe('');
  });

  test('gives a meaning to one column alone', () => {
    const draft = withMeaning(draftOf(questionOf({})), 4, 'lat');
    expect(draft.meanings).toEqual([null, null, null, 'lon', 'lat']);
    expect(withMeaning(draft, 4, null).meanings).toEqual([null, null, null, 'lon', null]);
  });

  test('asks for zone and order together where the first rows leave both open', () => {
    const rows = [['9161003', '03/04/2024 10:00', '43', '131', '']];
    const question = questionOf({ remedy: 'time-format', found: '‘03/04/2024 10:00’' }, { rows });
    const draft = withMeaning(withMeaning(draftOf(question), 1, 'time'), 0, 'imo');
    expect(needsOf(question, draft)).toMatchObject({ zone: true, order: true, ship: false });
    expect(needsOf(question, draft).example?.text).toBe('03/04/2024 10:00');
    expect(optionsOf(question, draft)).toBe('Say in which order the dates are written.');
    const ordered = { ...draft, timeFormat: 'day-first' as const };
    expect(optionsOf(question, ordered)).toBe('Say which clock wrote the times.');
    expect(optionsOf(question, { ...ordered, otherZone: 'Tokyo' })).toMatch(/no offset/);
    expect(optionsOf(question, { ...ordered, otherZone: '+05:45' })).toMatchObject({ zoneMinutes: 345 });
  });

  test('takes the order that rows further down settle, to be confirmed', () => {
    const rows = ['03/04/2024 10:00', '25/04/2024 10:00'].map(time => ['9161003', time, '43', '131', '']);
    const columns = new Map([...GUESS, ['time', 'when'], ['imo', 'id']] as const);
    const question = questionOf({ remedy: 'time-format', answers: { zoneMinutes: null, columns } }, { rows });
    expect(draftOf(question).timeFormat).toBe('day-first');
  });

  test('leaves a format that fixes its columns and times alone', () => {
    const rows = [['219000001', '03/04/2024 10:00', '55', '12', '']];
    const question = questionOf({ remedy: null }, { rows, format: 'danish-csv' });
    const draft = draftOf(question);
    expect(needsOf(question, draft)).toMatchObject({ zone: false, order: false, ship: false });
    expect(optionsOf(question, { ...draft, provider: ' Spire ' })).toMatchObject({
      columns: null,
      provider: 'Spire',
    });
  });

  test('of a file without columns asks for what it was refused for alone', () => {
    const question = questionOf({
      remedy: 'ship',
      preview: { kind: 'positions', format: 'gpx', table: null },
    });
    const draft = draftOf(question);
    expect(needsOf(question, draft)).toMatchObject({ zone: false, order: false, ship: true });
    expect(optionsOf(question, { ...draft, ship: 'IMO 9161003' })).toMatchObject({
      ship: { mmsi: 0, imo: 9161003 },
      columns: null,
    });
  });

  test('says that a part is enough where that was the question', () => {
    const question = questionOf({ remedy: 'partial', preview: null });
    expect(optionsOf(question, draftOf(question))).toMatchObject({ partial: true });
  });
});

describe('a ship as typed', () => {
  test.each([
    ['9161003', { mmsi: 0, imo: 9161003 }],
    [' IMO 9161003 ', { mmsi: 0, imo: 9161003 }],
    ['273210440', { mmsi: 273210440, imo: 0 }],
    ['9161004', /check digit/],
    ['123456789', /nobody/],
    ['000000000', /nobody/],
    ['100000001', /begins/],
    ['12345', /nine digits/],
    ['LADY R', /nine digits/],
  ])('%s', (text, expected) => {
    const ship = readShip(text);
    if (expected instanceof RegExp) expect(ship).toMatch(expected);
    else expect(ship).toEqual(expected);
  });
});

describe('a zone as typed', () => {
  test.each([
    ['+9', 540],
    ['09:00', 540],
    ['-03:30', -210],
    ['−3:30', -210],
    ['UTC+5:45', 345],
    ['0', 0],
    ['+14', 840],
    ['+14:30', Number.NaN],
    ['+9:75', Number.NaN],
    ['Tokyo', Number.NaN],
    ['', Number.NaN],
  ])('%j', (text, minutes) => {
    expect(readZone(text)).toBe(minutes);
  });
});
