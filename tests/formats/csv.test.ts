import { describe, expect, test } from 'vitest';
import { CsvScanner, readCsv } from '../../src/formats/csv.ts';
import { parseDecimal } from '../../src/formats/parse-decimal.ts';
import { cutAtRandom } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

function read(text: string, delimiter?: string): [number, readonly string[]][] {
  const records = readCsv(bytesOf(text), 'table.csv', delimiter === undefined ? {} : { delimiter });
  return records.map(({ line, fields }) => [line, fields]);
}

describe('records', () => {
  test.each<[string, string, [number, string[]][]]>([
    ['nothing', '', []],
    [
      'plain',
      'a,b\n1,2\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'no final newline',
      'a,b\n1,2',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'CR',
      'a,b\r1,2\r',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'blank lines',
      '\n\r\na,b\n\n\n1,2\n\n',
      [
        [3, ['a', 'b']],
        [6, ['1', '2']],
      ],
    ],
    ['byte order mark', '\ufeffa,b\n', [[1, ['a', 'b']]]],
    [
      'empty fields',
      ',\na,\n,b\n',
      [
        [1, ['', '']],
        [2, ['a', '']],
        [3, ['', 'b']],
      ],
    ],
    [
      'quotes',
      '"a","b"\n"1,2","3"\n',
      [
        [1, ['a', 'b']],
        [2, ['1,2', '3']],
      ],
    ],
    [
      'doubled quotes',
      'a\n"say ""yes"""\n""""\n""\n',
      [
        [1, ['a']],
        [2, ['say "yes"']],
        [3, ['"']],
      ],
    ],
    [
      'newlines inside quotes',
      'a,b\n"x\r\ny\nz",1\nq,2',
      [
        [1, ['a', 'b']],
        [2, ['x\r\ny\nz', '1']],
        [5, ['q', '2']],
      ],
    ],
    [
      'a quote inside a field is text',
      'a\n5" pipe\n',
      [
        [1, ['a']],
        [2, ['5" pipe']],
      ],
    ],
    [
      'text after a closing quote',
      'a,b\n"x"y,1\n',
      [
        [1, ['a', 'b']],
        [2, ['xy', '1']],
      ],
    ],
    [
      'blanks are kept',
      'a,b\n -0- , 1\n',
      [
        [1, ['a', 'b']],
        [2, [' -0- ', ' 1']],
      ],
    ],
    [
      'UTF-8',
      'имя,port\n"라진",Påskallavik\n',
      [
        [1, ['имя', 'port']],
        [2, ['라진', 'Påskallavik']],
      ],
    ],
  ])('%s', (_, text, records) => {
    expect(read(text)).toEqual(records);
  });

  test.each<[string, string[]]>([
    ['a;b;c\n1,5;2;3\n', ['a', 'b', 'c']],
    ['a\tb\tc\n', ['a', 'b', 'c']],
    ['a|b|c\n', ['a', 'b', 'c']],
    ['"a,x";"b,y"\n', ['a,x', 'b,y']],
    ['alone\n1\n', ['alone']],
    ['\n\na;b\n', ['a', 'b']],
  ])('the delimiter of %j is guessed', (text, header) => {
    expect(read(text)[0]![1]).toEqual(header);
  });

  test('malformed UTF-8 stays in its field', () => {
    const records = readCsv(Uint8Array.of(97, 44, 98, 10, 0xff, 44, 0xc3, 10), 'table.csv');
    expect(records.map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['\ufffd', '\ufffd'],
    ]);
  });

  test('a delimiter may be given', () => {
    expect(read('a,b;c\n', ';')).toEqual([[1, ['a,b', 'c']]]);
    expect(() => read('a', ':')).toThrow(RangeError);
  });
});

describe('what can’t be read', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'a quote never closed',
      bytesOf('a\n1\n"x\n'),
      'table.csv:3: expected a closing quote, found the end of the file',
    ],
    [
      'a record of over 1 MiB',
      bytesOf(`a\n1\n${'x'.repeat((1 << 20) + 1)}\n`),
      'table.csv:3: expected a record of at most 1 MiB, found a longer one',
    ],
    [
      'a header of over 1 MiB',
      bytesOf('x'.repeat(2 << 20)),
      'table.csv:1: expected a record of at most 1 MiB, found a longer one',
    ],
  ])('%s', (_, bytes, message) => {
    expect(() => readCsv(bytes, 'table.csv')).toThrow(message);
  });

  test('a record of 1 MiB is read', () => {
    const records = readCsv(bytesOf(`a\n"${'x'.repeat((1 << 20) - 3)}"\n`), 'table.csv');
    expect(records[1]!.fields[0]).toHaveLength((1 << 20) - 3);
  });
});

/** The format as its definition reads, a character at a time. */
function naiveCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let isQuoted = false;
  const endRecord = () => {
    record.push(field);
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
    field = '';
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') field += text[i++];
      else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ',') {
      record.push(field);
      field = '';
    } else if (character === '\n') endRecord();
    else if (character !== '\r') field += character;
  }
  endRecord();
  return records;
}

describe('properties', () => {
  test.each(Array.from({ length: 20 }, (_, i) => 300 + i))(
    'any table is read as it was written, cut anywhere, seed %i',
    seed => {
      const random = seededRandom(seed);
      const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!;
      const newline = pick(['\n', '\r\n']);
      const cells = ['', 'x', '1.5', 'a b', 'é', '한', 'a"b', 'a,b', 'a\nb', 'a\r\nb', '""', ',', '"'];
      const rows = Array.from({ length: 30 }, () => Array.from({ length: 5 }, () => pick(cells)));
      const quote = (cell: string) =>
        /["\r\n,]/.test(cell) || random() < 0.2 ? `"${cell.replaceAll('"', '""')}"` : cell;
      const text =
        ['h,e,a,d,s', ...rows.map(row => row.map(quote).join(','))].join(newline) + pick(['', newline]);
      const found: string[][] = [];
      const scanner = new CsvScanner('table.csv', row => found.push(row.texts()));
      for (const chunk of cutAtRandom(bytesOf(text), pick([1, 3, 50]), random)) scanner.push(chunk);
      scanner.end();
      expect(found).toEqual([['h', 'e', 'a', 'd', 's'], ...rows]);
      expect(found).toEqual(naiveCsv(text));
    },
  );

  test('a decimal is the double that Number gives', () => {
    const seed = 42;
    const random = seededRandom(seed);
    for (let i = 0; i < 10_000; i++) {
      const whole =
        '9'.repeat(Math.floor(random() * 4)) + String(Math.floor(random() * 10 ** Math.floor(random() * 9)));
      const fraction = random() < 0.7 ? `.${String(random()).slice(2, 2 + Math.floor(random() * 17))}` : '';
      const text = `${random() < 0.4 ? '-' : ''}${whole}${fraction}`;
      const bytes = bytesOf(text);
      expect(parseDecimal(bytes, 0, bytes.length), `seed ${seed}: ${text}`).toBe(Number(text));
    }
  });

  test.each<[string, number]>([
    ['', Number.NaN],
    ['  ', Number.NaN],
    ['-', Number.NaN],
    ['.', Number.NaN],
    ['+1.5', 1.5],
    [' 7 ', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['1,5', Number.NaN],
    ['1.2.3', Number.NaN],
    ['1e5', Number.NaN],
    ['0x10', Number.NaN],
    ['NaN', Number.NaN],
    ['1 2', Number.NaN],
    ['--1', Number.NaN],
    ['100000000000000000000000000000', 1e29],
  ])('%j as a decimal is %d', (text, value) => {
    const bytes = bytesOf(`x${text}x`);
    expect(parseDecimal(bytes, 1, bytes.length - 1)).toBe(value);
  });
});
