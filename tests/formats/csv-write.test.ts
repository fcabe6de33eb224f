import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/formats/csv.ts';
import { csvRow } from '../../src/formats/csv-write.ts';
import { formulaRestored } from '../../src/formats/formula-text.ts';
import { seededRandom } from '../map/seeded-random.ts';

/** What a spreadsheet may run, or what may look like it. */
const PAYLOADS = [
  '=1+1',
  '=HYPERLINK("http://example.org","LADY R")',
  "=cmd|'/C calc'!A0",
  '+1+1',
  '+cmd',
  '-1+1',
  '-2+3+cmd|calc',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\tLADY R',
  "'=1+1",
  "''=1+1",
  '=',
  '-',
  '+',
  '@',
  '-1e3',
  '+1,000',
  '-5-5',
  '--1',
];

const HARMLESS = [
  '',
  'LADY R',
  "'",
  "O'BRIEN",
  "'LADY'",
  ' =1+1',
  '1=1',
  'a-b',
  '5',
  '-5',
  '+5',
  '-0.25',
  '+850123456789',
  'comma, quote " and\nnew line\r\n',
  '"',
  '""',
  'Раджин',
  '🚢',
];

function readBack(row: string): readonly string[] {
  const records = readCsv(new TextEncoder().encode(`${row}end\r\n`), 'test.csv', { delimiter: ',' });
  expect(records.at(-1)?.fields).toEqual(['end']);
  expect(records).toHaveLength(2);
  return records[0]!.fields;
}

describe('a cell', () => {
  test.each(PAYLOADS)('%j is not run, and can be had back', text => {
    const [field] = readBack(csvRow([text, 'x'])) as [string];
    expect(field.startsWith("'")).toBe(true);
    expect(formulaRestored(field)).toBe(text);
  });

  test.each(HARMLESS)('%j stays as it is', text => {
    const fields = readBack(csvRow([text, 'x']));
    expect(fields).toEqual([text, 'x']);
    expect(formulaRestored(text)).toBe(text);
  });

  test.each([0, -1, 1.5, -42.23333, 1e21, -1e-7, -9161003])('the number %d stays a number', value => {
    expect(csvRow([value])).toBe(`${value}\r\n`);
    expect(Number(readBack(csvRow([value, 'x']))[0])).toBe(value);
  });

  test('that is not known is empty', () => {
    expect(csvRow([null, null])).toBe(',\r\n');
  });
});

describe('a row', () => {
  test.each([
    [['a', 'b'], 'a,b\r\n'],
    [['a,b'], '"a,b"\r\n'],
    [['say "x"'], '"say ""x"""\r\n'],
    [['a\nb', 'c\rd'], '"a\nb","c\rd"\r\n'],
    [['=1,2'], '"\'=1,2"\r\n'],
    [['\r\n'], '"\'\r\n"\r\n'],
    [['x;y', "it's"], "x;y,it's\r\n"],
  ])('%j', (cells, row) => {
    expect(csvRow(cells)).toBe(row);
  });

  test('of any texts is read back as it was, and no field starts a formula', () => {
    const seed = 46768;
    const random = seededRandom(seed);
    const parts = ['=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', ' ', '1', 'A', 'ю', '🚢'];
    for (let round = 0; round < 2000; round++) {
      const cells = Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
        Array.from(
          { length: Math.floor(random() * 6) },
          () => parts[Math.floor(random() * parts.length)]!,
        ).join(''),
      );
      const fields =
        readCsv(new TextEncoder().encode(csvRow(cells)), 'test.csv', { delimiter: ',' })[0]?.fields ?? [];
      const told = `seed ${seed}, round ${round}`;
      expect(fields.map(formulaRestored), told).toEqual(cells);
      expect(
        fields.filter(field => /^[=+\-@\t\r]/.test(field) && Number.isNaN(Number(field))),
        told,
      ).toEqual([]);
    }
  });
});
