import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/core/time/index.ts';
import { isValidImo } from '../../src/core/vessel/index.ts';
import type { ListRead } from '../../src/formats/designation-list.ts';
import { readEuTable } from '../../src/formats/eu-table.ts';

function read(path: string): ListRead {
  const bytes = new Uint8Array(readFileSync(new URL(`../../${path}`, import.meta.url)));
  return readEuTable(bytes, path, { id: 'eu', title: 'EU', edition: '2026-08' });
}

describe('Regulation 833/2014', () => {
  const { list, tally } = read('public/lists/eu-833-2014-vessels.csv');

  test('has 633 ships, each with a good IMO number and a day of effect, of the EU', () => {
    expect([list.vessels, list.designations.length, tally.rows, tally.accepted, list.authority]).toEqual([
      633,
      633,
      633,
      633,
      'EU',
    ]);
    const faulty = list.designations.filter(
      ({ subject, effective }) => !isValidImo(subject.imo) || effective === null,
    );
    expect(faulty).toEqual([]);
  });

  test.each([
    ['Lady R', 9161003, 'XLII.12'],
    ['Angara', 9179842, 'XLII.1'],
    ['Maia-1', 9358010, 'XLII.13'],
    ['Maria', 8517839, 'XLII.2'],
  ])('%s has effect from 25 June 2024', (name, imo, entry) => {
    expect(list.designations.filter(({ subject }) => subject.imo === imo)).toMatchObject([
      {
        id: `eu:${entry}`,
        entry,
        authority: 'EU',
        programme: 'EU-RUS',
        instrument: 'Reg. 833/2014 Annex XLII, transportation restrictions',
        announced: null,
        effective: parseDay('2024-06-25'),
        subject: { kind: 'vessel', names: [{ text: name, kind: 'name' }] },
      },
    ]);
  });

  test('knows former names, and a ship listed twice is listed twice', () => {
    const apar = list.designations.find(({ subject }) => subject.names[0]!.text === 'Apar')!;
    expect(apar.subject.names.slice(1)).toEqual([
      { text: 'Feng Shou', kind: 'former name' },
      { text: 'Andromeda Star', kind: 'former name' },
    ]);
    const twice = list.designations.filter(({ subject }) => subject.imo === 9333670);
    expect(twice.map(({ effective }) => effective)).toEqual([parseDay('2025-12-19'), parseDay('2026-04-24')]);
  });
});

describe('Regulation 2017/1509', () => {
  const { list } = read('public/lists/eu-2017-1509-vessels.csv');

  test('has 75 ships: 73 of the UN with its date, 2 of the EU’s own', () => {
    expect([list.vessels, list.authority]).toEqual([75, 'UN, EU']);
    const byAuthority = (authority: string): number =>
      list.designations.filter(designation => designation.authority === authority).length;
    expect([byAuthority('UN'), byAuthority('EU')]).toEqual([73, 2]);
  });

  test.each([
    ['Chong Bong', 8909575, 'UN', '2016-03-02', 'Reg. 2017/1509 Annex XIII.B, asset freeze'],
    [
      'SHANG YUAN BAO',
      8126070,
      'UN',
      '2018-10-16',
      'Reg. 2017/1509 Annex XIV.B, transportation restrictions',
    ],
    ['Unica', 8514306, 'EU', '2022-12-12', 'Reg. 2017/1509 Annex XV.F, asset freeze'],
  ])('%s', (name, imo, authority, day, instrument) => {
    const announced = authority === 'UN' ? parseDay(day) : null;
    expect(list.designations.filter(({ subject }) => subject.imo === imo)).toMatchObject([
      {
        authority,
        announced,
        effective: parseDay(day),
        instrument,
        subject: {
          names: [
            { text: name },
            ...(imo === 8909575 ? [{ text: 'Greenlight' }, { text: 'Blue Nouvelle' }] : []),
          ],
        },
      },
    ]);
  });

  test('a ship whose number "does not exist" has none, and known MMSI are read', () => {
    const none = list.designations.filter(({ subject }) => subject.imo === 0);
    expect(none.map(({ subject }) => subject.names[0]!.text)).toContain('MIN NING DE YOU 078');
    expect(
      list.designations.filter(({ subject }) => subject.mmsi > 0).map(({ subject }) => subject.mmsi),
    ).toEqual(expect.arrayContaining([620233000, 341985000, 445539000, 514569000]));
  });

  test('entries without a number of their own have ids that differ', () => {
    expect(new Set(list.designations.map(({ id }) => id)).size).toBe(75);
  });
});

describe('whole tables', () => {
  test('organisations and persons are read, ports and other assets set aside', () => {
    const { list, tally } = read('fixtures/designations/eu-833-2014-cut.csv');
    const aside = tally.setAside.get('no ship, organisation or person')!.rows;
    expect(aside).toBe(28);
    expect(tally.rows).toBe(tally.accepted + aside);
    expect(list.designations.filter(({ subject }) => subject.kind === 'organisation').length).toBeGreaterThan(
      10,
    );
    const persons = read('fixtures/designations/eu-2017-1509-cut.csv').list.designations.filter(
      ({ subject }) => subject.kind === 'person',
    );
    expect(persons.map(({ authority }) => authority)).toEqual(expect.arrayContaining(['UN', 'EU']));
  });

  const HEADER = 'celex,recordId,programKey,annex,measure,startDate,schema,name,imoNumber\n';
  const readText = (text: string): ListRead =>
    readEuTable(new TextEncoder().encode(text), 'eu.csv', { id: 'eu', title: 'EU', edition: '' });

  test.each([
    ['25.6.2024', '2024-06-25', ''],
    ['3.10.2017', '2017-10-03', ''],
    ['12 March 2022', '2022-03-12', ''],
    ['30.2.2024', null, 'startDate 30.2.2024'],
    ['2024', null, 'startDate 2024'],
    ['', null, ''],
  ])('day %j is %s', (text, day, note) => {
    const { list } = readText(`${HEADER}32014R0833,1,EU-RUS,XLII,x,${text},Vessel,A,9161003\n`);
    expect(list.designations[0]).toMatchObject({ effective: day === null ? null : parseDay(day), note });
  });

  test.each([
    ['', 'eu.csv: expected a line of column names, found an empty file'],
    [
      'name,imo\nA,1\n',
      'eu.csv:1: expected columns celex, annex, startDate, schema, name, imoNumber, found columns name, imo',
    ],
    [HEADER, 'eu.csv: expected a list with at least one ship or organisation, found none in 0 rows'],
    [
      `${HEADER}32014R0833,1,EU-RUS,XLVII.A,x,,Asset,Primorsk,\n`,
      'found none in 1 rows (1 no ship, organisation or person)',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => readText(text)).toThrow(message);
  });
});
