import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/core/time/index.ts';
import type { ListRead } from '../../src/formats/designation-list.ts';
import { readListCsv } from '../../src/formats/list-csv.ts';
import { bundledBytes } from '../sanctions/bundled-lists.ts';

function bundled(file: string, edition = ''): ListRead {
  return readListCsv(bundledBytes(file), file, { id: 'list', title: 'A list', edition });
}

function readText(text: string): ListRead {
  return readListCsv(new TextEncoder().encode(text), 'my.csv', { id: 'my', title: 'My list', edition: '' });
}

describe('the table of notices', () => {
  const { list, tally } = bundled('notices.csv');
  const short = list.designations.map(
    ({ entry, verified, subject }) => `${entry} ${subject.kind}${verified ? '' : ' unverified'}`,
  );

  test('is one of notices, with every row accounted for', () => {
    expect(list.kind).toBe('notices');
    expect([tally.rows, tally.accepted]).toEqual([19, 18]);
    expect([...tally.setAside.keys()]).toEqual(['no authority']);
  });

  test('has these designations', () => {
    expect(short).toEqual([
      'US-9179842 vessel',
      'US-9161003 vessel',
      'US-9358010 vessel',
      'US-8517839 vessel',
      'EU-9179842 vessel',
      'EU-8517839 vessel',
      'EU-9161003 vessel',
      'EU-9358010 vessel',
      'KR-9161003 vessel',
      'KR-9179842 vessel',
      'KR-9358010 vessel',
      'KR-8517839 vessel',
      'KR-TRANSMORFLOT organisation',
      'KR-M LEASING organisation',
      'KR-IBEX organisation',
      'KR-PATRIOT vessel',
      'KR-NEPTUN vessel',
      'KR-BELLA vessel',
      'KR-BOGATYR vessel',
      'UK-9161003 vessel unverified',
      'UK-9179842 vessel unverified',
      'JP-TRANSMORFLOT organisation unverified',
      'JP-IBEX organisation unverified',
      'JP-AZIA organisation unverified',
      'JP-9179842 vessel unverified',
      'JP-8517839 vessel unverified',
      'AU-MARINE TRANS SHIPPING organisation unverified',
      'AU-M LEASING organisation unverified',
      'CA-AZIA SHIPPING organisation unverified',
      'CA-MG-FLOT organisation unverified',
    ]);
  });

  test('gives names in the order of the numbers', () => {
    const named = list.designations.filter(({ entry }) => /^(UK|JP)-\d/.test(entry));
    expect(named.map(({ subject }) => [subject.imo, subject.names[0]!.text])).toEqual([
      [9161003, 'LADY R'],
      [9179842, 'ANGARA'],
      [9179842, 'ANGARA'],
      [8517839, 'MARIA'],
    ]);
  });

  test('keeps a year that is no day as a note', () => {
    const australian = list.designations.find(({ authority }) => authority === 'AU')!;
    expect(australian).toMatchObject({ announced: null, effective: null });
    expect(australian.note).toBe('ships not confirmed; announced given as 2024');
  });

  test('keeps announcement and effect apart', () => {
    expect(list.designations.find(({ entry }) => entry === 'KR-9161003')).toMatchObject({
      authority: 'KR',
      announced: parseDay('2024-04-02'),
      effective: parseDay('2024-04-03'),
      instrument: 'port-call permit requirement',
      source: 'JoongAng Daily 2024-04-02; Asia Economy 2024-04-02; Yonhap',
    });
    expect(list.designations.find(({ entry }) => entry === 'KR-8517839')).toMatchObject({
      announced: parseDay('2024-05-24'),
      effective: null,
    });
  });
});

describe('OFAC extracts', () => {
  test('the excerpt of 2026: six ships, their owners, former owner and alias', () => {
    const { list } = bundled('ofac-sdn-2026-excerpt.csv', '2026');
    const entry = (uid: string): (typeof list.designations)[number] =>
      list.designations.find(designation => designation.entry === uid)!;
    expect([list.kind, list.authority, list.vessels, list.designations.length]).toEqual([
      'list',
      'US',
      6,
      13,
    ]);
    expect(entry('37098')).toMatchObject({
      authority: 'US',
      programme: 'RUSSIA-EO14024',
      instrument: 'SDN uid 37098',
      source: 'A list, edition 2026',
      subject: {
        names: [{ text: 'MAIA-1' }, { text: 'NEPTUN', kind: 'alias' }],
        imo: 9358010,
        flag: 'Russia',
        vesselType: 'General Cargo',
        owners: ['MG-FLOT LIMITED LIABILITY COMPANY', 'TRANSMORFLOT LLC'],
      },
    });
    expect(entry('46773').subject).toMatchObject({
      imo: 8517839,
      callSign: 'UBRH7',
      owners: ['IBEX SHIPPING INC'],
    });
    expect(entry('37049').subject).toMatchObject({
      kind: 'organisation',
      imo: 0,
      companyImo: 6330601,
      names: [{ text: 'MG-FLOT LIMITED LIABILITY COMPANY' }, { text: 'TRANSMORFLOT LLC', kind: 'alias' }],
    });
  });

  test('the DPRK vessels of 2023: all 106, one with its number in the remarks alone', () => {
    const { list } = bundled('ofac-dprk-2023-01.csv', '2023-01');
    expect([list.vessels, list.designations.filter(({ subject }) => subject.imo > 0).length]).toEqual([
      106, 106,
    ]);
    const star = list.designations.find(({ entry }) => entry === '28716')!;
    expect(star.subject).toMatchObject({
      imo: 9020015,
      flag: 'Vietnam',
      names: [{ text: 'STAR 18' }, { text: 'SAM 5', kind: 'former name' }, { text: 'THINH CUONG' }],
      owners: ['THINH CUONG COMPANY LIMITED'],
    });
    expect(list.designations.find(({ entry }) => entry === '17104')!.subject.imo).toBe(8606173);
  });
});

describe('a user’s list', () => {
  test('columns go by many names and any delimiter', () => {
    const { list } = readText(
      'Vessel Name;IMO number;MMSI;Listed on;Owner\nLADY R;9161003;273210440;2024-04-03;A; B\n',
    );
    expect(list).toMatchObject({ authority: 'My list', kind: 'list', vessels: 1 });
    expect(list.designations[0]).toMatchObject({
      entry: 'My list-9161003',
      effective: parseDay('2024-04-03'),
      verified: true,
      subject: { imo: 9161003, mmsi: 273210440, owners: ['A'] },
    });
  });

  test('an entry that comes twice is told apart', () => {
    const { list } = readText('name,imo,authority\nA,9161003,US\nB,9161003,US\n');
    expect(list.designations.map(({ id }) => id)).toEqual(['my:US-9161003', 'my:US-9161003#2']);
  });

  test.each([
    ['US OFAC/State', 'US'],
    ['OFAC', 'US'],
    ['European Union', 'EU'],
    ['UNSC 1718', 'UN'],
    ['Republic of Korea MOFA', 'KR'],
    ['UK FCDO', 'UK'],
    ['Japan MOF/METI', 'JP'],
    ['Australia DFAT', 'AU'],
    ['Canada', 'CA'],
    ['Switzerland SECO', 'Switzerland SECO'],
    ['Ukraine', 'Ukraine'],
  ])('authority %s is %s', (text, code) => {
    expect(readText(`name,imo,authority\nA,9161003,${text}\n`).list.designations[0]!.authority).toBe(code);
  });

  test.each([
    ['verified', true],
    ['verified-2+', true],
    ['Unverified', false],
    ['single-source', false],
    ['', false],
  ])('status %j: verified %s', (status, verified) => {
    expect(readText(`name,imo,status\nA,9161003,${status}\n`).list.designations[0]!.verified).toBe(verified);
  });

  test.each(['03/04/2024', '3.4.2024', '2024-02-30', 'April'])('%s is no day, and is noted', text => {
    const [designation] = readText(`name,imo,effective\nA,9161003,${text}\n`).list.designations;
    expect(designation).toMatchObject({ effective: null, note: `effective given as ${text}` });
  });

  test('rows that say nothing are set aside by reason', () => {
    const { tally } = readText(
      'name,imo,authority,status\nA,9161003,US,verified\n,,US,verified\nB,,,verified\nC,,US,active\n',
    );
    expect([...tally.setAside].map(([reason, { rows }]) => [reason, rows])).toEqual([
      ['no name and no number', 1],
      ['no authority', 1],
      ['unknown status', 1],
    ]);
    expect([tally.rows, tally.accepted]).toEqual([4, 1]);
  });

  test.each([
    ['', 'my.csv: expected a line of column names, found an empty file'],
    [
      'a text that is\nno list\n',
      'my.csv:1: expected a list: a column name or imo, and no positions, found columns a text that is',
    ],
    ['name,imo\n', 'my.csv: expected a list with at least one ship or organisation, found none in 0 rows'],
    ['name,imo,status\nA,9161003,active\n', 'found none in 1 rows (1 unknown status)'],
    ['name,type\nSomebody,individual\n', 'found none in 1 rows'],
  ])('refuses %j', (text, message) => {
    expect(() => readText(text)).toThrow(message);
  });
});
