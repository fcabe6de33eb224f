import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isListFile, readListFiles } from '../../src/formats/list-files.ts';
import { type IndexedList, readIndexedList, readListIndex } from '../../src/formats/list-index.ts';
import type { ListFile } from '../../src/formats/ofac-csv.ts';
import { bundledBytes } from '../sanctions/bundled-lists.ts';

function fixture(path: string, file = path): ListFile {
  return {
    file,
    bytes: new Uint8Array(readFileSync(new URL(`../../fixtures/designations/${path}`, import.meta.url))),
  };
}

function text(file: string, content: string): ListFile {
  return { file, bytes: new TextEncoder().encode(content) };
}

const SDN = fixture('ofac-2022-01/sdn.csv', 'a/SDN.CSV');
const ALT = fixture('ofac-2022-01/alt.csv', 'a/ALT.CSV');
const ADD = fixture('ofac-2022-01/add.csv', 'a/ADD.CSV');
const EU = fixture('eu-833-2014-cut.csv', '32014R0833.csv');
const NOTICES: ListFile = { file: 'notices.csv', bytes: bundledBytes('notices.csv') };

describe('files as a user gives them', () => {
  test('are told apart by content, OFAC’s three being one list, in any order', () => {
    const lists = readListFiles([ADD, EU, ALT, NOTICES, SDN]).map(({ list }) => list);
    expect(lists.map(({ id, authority }) => `${id} ${authority.slice(0, 2)}`)).toEqual([
      'sdn US',
      '32014r0833 EU',
      'notices KR',
    ]);
    expect(lists[0]!.vessels).toBe(420);
    expect(
      lists[0]!.designations.find(({ entry }) => entry === '15036')!.subject.names.length,
    ).toBeGreaterThan(2);
  });

  test('of one name have ids that differ', () => {
    const again = { ...NOTICES, file: 'b/notices.csv' };
    expect(readListFiles([NOTICES, again]).map(({ list }) => list.id)).toEqual(['notices', 'notices-2']);
    expect(readListFiles([NOTICES], ['notices']).map(({ list }) => list.id)).toEqual(['notices-2']);
  });

  test.each([
    [[ALT], "a/ALT.CSV: expected OFAC's SDN.CSV beside it, found no such file among those given"],
    [
      [SDN, { ...SDN, file: 'a/SDN2.CSV' }],
      'a/SDN2.CSV: expected one SDN file in a folder, found a/SDN.CSV too',
    ],
    [[text('x.csv', '')], 'x.csv: expected a line of column names, found an empty file'],
    [
      [text('x.txt', 'Dear all,\nplease find below\n')],
      'x.txt:1: expected a list: a column name or imo, and no positions, found columns Dear all',
    ],
    [
      [text('x.csv', 'ship,imo\n')],
      'x.csv: expected a list with at least one ship or organisation, found none in 0 rows',
    ],
  ])('are refused where they are no list (%#)', (files, message) => {
    expect(() => readListFiles(files)).toThrow(message);
  });

  test('can be asked for what they are before they are read', () => {
    expect([SDN, ALT, ADD, EU, NOTICES].map(isListFile)).toEqual([true, true, true, true, true]);
    expect(isListFile(text('positions.csv', 'imo,name,time,lat,lon\n1,2,3,4,5\n'))).toBe(false);
    expect(isListFile(text('sightings.csv', 'date_start,vessel,imo,place\n1,2,3,4\n'))).toBe(false);
  });
});

describe('the bundled lists', () => {
  const index = readListIndex(bundledBytes('index.json'), 'index.json');

  test.each(index)('$id holds what its entry says', entry => {
    const list = readIndexedList(entry, bundledBytes(entry.file));
    expect({ id: list.id, authority: list.authority, edition: list.edition, vessels: list.vessels }).toEqual({
      id: entry.id,
      authority: entry.authority,
      edition: entry.edition,
      vessels: entry.expect.vessels,
    });
  });

  test('a list that shrank is refused with both numbers', () => {
    const entry: IndexedList = index.find(({ id }) => id === 'eu-833-2014-vessels')!;
    const bytes = bundledBytes(entry.file);
    const cut = bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1);
    expect(() => readIndexedList(entry, cut)).toThrow(
      'eu-833-2014-vessels.csv: expected at least 633 ships in eu-833-2014-vessels, found 632',
    );
  });

  test.each([
    ['no json', 'index.json: expected an index of lists in JSON, found no JSON'],
    ['{}', 'index.json: expected an array of lists, found object'],
    ['[{"id":"a","reader":"toString"}]', 'expected reader eu-table or list-csv for a, found toString'],
  ])('an index that is none is refused: %s', (content, message) => {
    expect(() => readListIndex(text('', content).bytes, 'index.json')).toThrow(message);
  });
});
