import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DesignationIndex } from '../../src/core/sanctions/index.ts';
import { InputError } from '../../src/formats/input-error.ts';
import { type ListFile, readOfacCsv } from '../../src/formats/ofac-csv.ts';
import { readOfacRemarks } from '../../src/formats/ofac-remarks.ts';

const ABOUT = { id: 'ofac', title: 'OFAC SDN list', edition: '2022-01' };

function fixture(name: string): ListFile {
  const file = new URL(`../../fixtures/designations/ofac-2022-01/${name}.csv`, import.meta.url);
  return { file: `${name}.csv`, bytes: new Uint8Array(readFileSync(file)) };
}

function text(content: string): ListFile {
  return { file: 'sdn.csv', bytes: new TextEncoder().encode(content) };
}

const files = { sdn: fixture('sdn'), alt: fixture('alt'), add: fixture('add') };
const { list, tally } = readOfacCsv(files, ABOUT);
const byEntry = new Map(list.designations.map(designation => [designation.entry, designation]));

describe('the list of January 2022', () => {
  test('has all 420 ships, 417 with a number that can be an IMO number', () => {
    const ships = list.designations.filter(({ subject }) => subject.kind === 'vessel');
    expect(list.vessels).toBe(420);
    expect(ships).toHaveLength(420);
    expect(ships.filter(({ subject }) => subject.imo > 0)).toHaveLength(417);
    expect(ships.filter(({ subject }) => subject.mmsi > 0)).toHaveLength(51);
    expect(
      ships.filter(({ subject }) => subject.imo === 0).map(({ subject }) => subject.names[0]!.text),
    ).toEqual(['MAR AZUL', 'BONU 5', 'ST. VITAMIN']);
  });

  test('accounts for every row', () => {
    const aside = [...tally.setAside].map(([reason, { rows }]) => [reason, rows] as const);
    expect(aside).toEqual([['aircraft', expect.any(Number)]]);
    expect(tally.rows).toBe(tally.accepted + aside[0]![1]);
    expect(tally.accepted).toBe(list.designations.length);
  });

  test('holds none of the four ships', () => {
    const index = new DesignationIndex([list]);
    for (const [imo, name] of [
      [9161003, 'LADY R'],
      [9179842, 'ANGARA'],
      [9358010, 'MAIA-1'],
      [8517839, 'MARIA'],
    ] as const) {
      expect(index.match({ imo, mmsi: [], callSigns: [], names: [name] })).toEqual([]);
    }
  });

  test('gives a ship its numbers, names and owner', () => {
    expect(byEntry.get('15036')).toMatchObject({
      id: 'ofac:15036',
      authority: 'US',
      programme: 'IRAN',
      instrument: 'SDN uid 15036',
      subject: {
        kind: 'vessel',
        names: [
          { text: 'ARTAVIL', kind: 'name' },
          { text: 'ABADAN', kind: 'former name' },
          { text: 'SHONA', kind: 'former name' },
          { text: 'ALPHA', kind: 'former name' },
        ],
        imo: 9187629,
        mmsi: 572469210,
        callSign: 'T2EU4',
        flag: 'Iran',
        vesselType: 'Crude/Oil Products Tanker',
        owners: ['NATIONAL IRANIAN TANKER COMPANY'],
      },
      announced: null,
      effective: null,
      ended: null,
      verified: true,
      source: 'OFAC SDN list, edition 2022-01',
    });
  });

  test('reads a number that lacks the word IMO, several programmes, weak aliases and a second call sign', () => {
    expect(byEntry.get('17104')!.subject.imo).toBe(8606173);
    expect(byEntry.get('25262')!.programme).toBe('IRAN, NPWMD, IFSR');
    expect(byEntry.get('31930')!.subject.names).toContainEqual({
      text: 'BALT. ISSLEDOVATEL',
      kind: 'weak alias',
    });
    expect(byEntry.get('31935')!.subject.callSign).toBe('UBVQ9');
  });

  test('links ships to owners that are listed themselves', () => {
    const index = new DesignationIndex([list]);
    const through = index.designationsAt({ imo: 9187629, mmsi: [], callSigns: [], names: [] }, 0);
    expect(through.map(({ via }) => via)).toContain('owner NATIONAL IRANIAN TANKER COMPANY');
  });

  test('has the digest of its files one after the other', () => {
    expect(list.sha256).toBe('e8202cd759f5835641f650b9f48223625aaf5684509ef5dadb3b4304ac793422');
  });
});

describe('rows of the format', () => {
  const row = (remarks: string): string =>
    `1,A SHIP,vessel,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"`;
  const only = (
    content: string,
    comments?: string,
  ): ReturnType<typeof readOfacCsv>['list']['designations'][number] => {
    const sets = { sdn: text(content), ...(comments === undefined ? {} : { comments: text(comments) }) };
    return readOfacCsv(sets, ABOUT).list.designations[0]!;
  };

  test('-0- is nothing', () => {
    expect(only(row('-0- '))).toMatchObject({
      note: '',
      subject: { callSign: '', flag: '', owners: [], imo: 0 },
    });
  });

  test('a remark cut at 1,000 characters loses its torn end, or is made whole', () => {
    const whole = `${'x'.repeat(940)}; MMSI 572469210; Linked To: NATIONAL IRANIAN TANKER COMPANY.`;
    expect(only(row(whole.slice(0, 1000))).subject).toMatchObject({ mmsi: 572469210, owners: [] });
    expect(only(row(whole.slice(0, 1000)), `1,"${whole.slice(1000)}"`).subject).toMatchObject({
      mmsi: 572469210,
      owners: ['NATIONAL IRANIAN TANKER COMPANY'],
    });
  });

  test.each([
    ['', 'sdn.csv: expected a list with at least one ship or organisation, found none in 0 rows'],
    ['just a text\n', "sdn.csv:1: expected 12 fields of OFAC's CSV format, found 1"],
    [`${row('x')}\n2,B,vessel\n`, "sdn.csv:2: expected 12 fields of OFAC's CSV format, found 3"],
    [
      row('x').replace('vessel', 'aircraft'),
      'sdn.csv: expected a list with at least one ship or organisation, found none in 1 rows (1 aircraft)',
    ],
  ])('refuses %j', (content, message) => {
    expect(() => readOfacCsv({ sdn: text(content) }, ABOUT)).toThrow(InputError);
    expect(() => readOfacCsv({ sdn: text(content) }, ABOUT)).toThrow(message);
  });
});

describe('remarks', () => {
  const nothing = { imo: 0, companyImo: 0, mmsi: 0, callSign: '', names: [], linkedTo: [] };

  test.each<[string, Partial<ReturnType<typeof readOfacRemarks>>]>([
    ['', {}],
    ['Vessel Registration Identification IMO 9187629; MMSI 572469210.', { imo: 9187629, mmsi: 572469210 }],
    ['Vessel Registration Identification 8606173.', { imo: 8606173 }],
    ['Vessel Registration Identification IMO 15411.', {}],
    ['Company Number IMO 5342883; alt. Company Number IMO 5405737.', { companyImo: 5342883 }],
    ['Other Vessel Call Sign 5IM713', { callSign: '5IM713' }],
    [
      "a.k.a. 'BALT. ISSLEDOVATEL'; f.k.a. 'ANA I'.",
      {
        names: [
          { text: 'BALT. ISSLEDOVATEL', kind: 'weak alias' },
          { text: 'ANA I', kind: 'former name' },
        ],
      },
    ],
    [
      "Linked To: AL-JAMAL, Sa'id Ahmad Muhammad; Linked To: DIAB, Adel.",
      { linkedTo: ["AL-JAMAL, Sa'id Ahmad Muhammad", 'DIAB, Adel'] },
    ],
    [
      '2023-01 snapshot: Linked To TRANSMORFLOT LLC; alt.csv: NEPTUN',
      { linkedTo: ['TRANSMORFLOT LLC'], names: [{ text: 'NEPTUN', kind: 'alias' }] },
    ],
  ])('%s', (remarks, expected) => {
    expect(readOfacRemarks(remarks)).toEqual({ ...nothing, ...expected });
  });
});
