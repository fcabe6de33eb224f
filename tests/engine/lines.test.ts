import { describe, expect, test } from 'vitest';
import { type LineEnding, LineIndex } from '../../src/engine/lines.ts';
import { seededRandom } from '../map/seeded-random.ts';

const ENDINGS: Record<LineEnding, RegExp> = { LF: /\n/, 'LF, CRLF or CR': /\r\n|\n|\r/ };

/** The naive twin: the whole text split at every line end. */
function naiveRows(text: string, ending: LineEnding, lines: readonly number[]) {
  const all = text.split(ENDINGS[ending]);
  if (all.at(-1) === '') all.pop();
  return [...new Set(lines)]
    .sort((a, b) => a - b)
    .filter(line => line >= 1 && line <= all.length)
    .map(line => ({ line, text: all[line - 1]!.replace(/\r$/, '') }));
}

function indexOf(bytes: Uint8Array, ending: LineEnding, chunkBytes: number): LineIndex {
  const index = new LineIndex(ending);
  for (let at = 0; at < bytes.length; at += chunkBytes) index.push(bytes.subarray(at, at + chunkBytes));
  return index;
}

async function rowsOf(text: string, ending: LineEnding, lines: readonly number[], chunkBytes = 64 * 1024) {
  const bytes = new TextEncoder().encode(text);
  return indexOf(bytes, ending, chunkBytes).read(new Blob([bytes]), lines);
}

const texts = [
  '',
  '\n',
  'one',
  'one\n',
  'one\ntwo',
  'one\r\ntwo\r\n',
  'one\rtwo\rthree',
  '\n\n\n',
  '\r\r\n\n\r',
  'a\n\nb\r\r\nc',
  'Раджин\n나진항\r\n🚢\r',
];

describe.each(Object.keys(ENDINGS) as LineEnding[])('lines ended by %s', ending => {
  test.each(texts)('%j gives every line, whatever the chunks', async text => {
    const lines = Array.from({ length: 9 }, (_, i) => i);
    for (const chunkBytes of [1, 2, 3, 64]) {
      expect(await rowsOf(text, ending, lines, chunkBytes), `chunks of ${chunkBytes}`).toEqual(
        naiveRows(text, ending, lines),
      );
    }
  });

  test('any text in any chunks gives what a plain split gives', async () => {
    const seed = 8517839;
    const random = seededRandom(seed);
    const whole = (below: number): number => Math.floor(random() * below);
    const parts = ['\n', '\r\n', '\r', ',', 'x', 'ю', '123', '\n\n', 'a long field '.repeat(20)];
    for (let round = 0; round < 40; round++) {
      const text = Array.from({ length: whole(3000) }, () => parts[whole(parts.length)]!).join('');
      const lines = Array.from({ length: 30 }, () => 1 + whole(2000));
      const rows = await rowsOf(text, ending, lines, 1 + whole(5000));
      expect(rows, `seed ${seed}, round ${round}`).toEqual(naiveRows(text, ending, lines));
    }
  });

  test('lines longer than a chunk, and those after them', async () => {
    const text = `${'x'.repeat(200_000)}\r\nsecond\r\n${'y'.repeat(70_000)}\r\nlast`;
    const rows = await rowsOf(text, ending, [1, 2, 3, 4]);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    expect(rows.map(row => row.text)).toEqual(['x'.repeat(8192), 'second', 'y'.repeat(8192), 'last']);
  });

  test('a line break that falls between two chunks is one', async () => {
    const first = 'x'.repeat(64 * 1024 - 1);
    const rows = await rowsOf(`${first}\r\nsecond\r\nthird`, ending, [2, 3]);
    expect(rows).toEqual([
      { line: 2, text: 'second' },
      { line: 3, text: 'third' },
    ]);
  });
});

test('each of 100,000 lines is found again', async () => {
  const text = Array.from({ length: 100_000 }, (_, i) => `row ${i + 1}\n`).join('');
  const bytes = new TextEncoder().encode(text);
  const index = indexOf(bytes, 'LF', 4097);
  const lines = [1, 2, 255, 256, 257, 258, 512, 513, 65_536, 99_999, 100_000];
  const rows = await index.read(new Blob([bytes]), [...lines, 100_001, 500_000, 0, -1]);
  expect(rows).toEqual(lines.map(line => ({ line, text: `row ${line}` })));
});

test('a carriage return in a line of a log is part of it', async () => {
  expect(await rowsOf('!AIVDM\rx\r\nnext\n', 'LF', [1, 2])).toEqual([
    { line: 1, text: '!AIVDM\rx' },
    { line: 2, text: 'next' },
  ]);
});

test('lines come in order and once, however they are asked for', async () => {
  const rows = await rowsOf('a\nb\nc\n', 'LF', [3, 1, 3, 2, 1]);
  expect(rows.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
});

test('the byte order mark is not shown, and bytes that are no text are marked', async () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xff, 0x62, 0x0a);
  const rows = await indexOf(bytes, 'LF', 8).read(new Blob([bytes]), [1, 2]);
  expect(rows.map(({ text }) => text)).toEqual(['a', '\ufffdb']);
});
