import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../src/core/snapshot/bytes.ts';
import { seededRandom } from '../map/seeded-random.ts';

const written = (write: (out: ByteWriter) => ByteWriter): Uint8Array => write(new ByteWriter()).finish();
const reader = (...bytes: readonly number[]): ByteReader => new ByteReader(Uint8Array.from(bytes));

describe('whole numbers', () => {
  test.each([
    [0, [0x00]],
    [1, [0x01]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [300, [0xac, 0x02]],
    [16_384, [0x80, 0x80, 0x01]],
    [Number.MAX_SAFE_INTEGER, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('%d takes seven bits a byte, the least first', (value, bytes) => {
    expect([...written(out => out.uint(value))]).toEqual(bytes);
    expect(reader(...bytes).uint()).toBe(value);
  });

  test.each([
    [0, 0],
    [-1, 1],
    [1, 2],
    [-2, 3],
    [-64, 127],
  ])('%d of either sign is written as %d', (value, plain) => {
    expect(written(out => out.int(value))).toEqual(written(out => out.uint(plain)));
    expect(new ByteReader(written(out => out.int(value))).int()).toBe(value);
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is not written', value => {
    expect(() => new ByteWriter().uint(value)).toThrow(
      new RangeError(`can't write ${value} as a whole number`),
    );
  });

  test('numbers over 2^53 - 1 are not read, however many bytes they take', () => {
    expect(() => reader(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x10).uint()).toThrow(RangeError);
    expect(() => new ByteReader(new Uint8Array(2000).fill(0xff)).uint()).toThrow('number too large');
    expect(() => new ByteReader(new Uint8Array(2000).fill(0x80)).uint()).toThrow(RangeError);
  });

  test('a number that is cut off is not read', () => {
    expect(() => reader(0x80).uint()).toThrow('1 bytes wanted, 0 left');
    expect(() => reader().int()).toThrow(RangeError);
  });
});

describe('texts', () => {
  test.each([
    '',
    'LADY R',
    'é',
    'Находка',
    '나진항',
    '🚢',
    '\u0000\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}',
    '\ufeffbom',
  ])('%j is UTF-8 with its length in bytes before it', text => {
    const utf8 = Buffer.from(text, 'utf8');
    const bytes = written(out => out.text(text));
    expect(Buffer.from(bytes)).toEqual(Buffer.concat([Uint8Array.of(utf8.length), utf8]));
    expect(new ByteReader(bytes).text()).toBe(text);
  });

  test('a lone surrogate is written as U+FFFD', () => {
    const bytes = written(out => out.text('a\ud800b\udc00'));
    expect(new ByteReader(bytes).text()).toBe('a\ufffdb\ufffd');
  });

  test.each([
    ['a byte that never stands in UTF-8', [0xff]],
    ['a character cut off', [0xe2, 0x82]],
    ['a character of too many bytes', [0xc0, 0x80]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a character over U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
  ])('%s is no text', (_, bytes) => {
    expect(() => reader(bytes.length, ...bytes).text()).toThrow(new RangeError('text is not UTF-8'));
  });

  test('a text longer than the bytes left is not read', () => {
    expect(() => reader(5, 65, 66).text()).toThrow('5 bytes wanted, 2 left');
  });
});

test('any row of numbers, texts and bytes comes back, and nothing is left', () => {
  const seed = 9161003;
  const random = seededRandom(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  for (let round = 0; round < 300; round++) {
    const items = Array.from({ length: 1 + whole(12) }, () => {
      const size = 2 ** whole(52);
      if (whole(4) === 0) return { kind: 'int', value: whole(size) - whole(size) } as const;
      if (whole(3) === 0)
        return {
          kind: 'text',
          value: String.fromCodePoint(...Array.from({ length: whole(9) }, () => whole(0xd800))),
        } as const;
      if (whole(2) === 0)
        return { kind: 'raw', value: Uint8Array.from({ length: whole(20) }, () => whole(256)) } as const;
      return { kind: 'uint', value: whole(size) } as const;
    });
    const out = new ByteWriter();
    for (const item of items) {
      if (item.kind === 'text') out.text(item.value);
      else if (item.kind === 'raw') out.raw(item.value);
      else out[item.kind](item.value);
    }
    const input = new ByteReader(out.finish());
    for (const item of items) {
      const read = item.kind === 'raw' ? input.raw(item.value.length) : input[item.kind]();
      expect(read, `seed ${seed}, round ${round}`).toEqual(item.value);
    }
    expect(input.left, `seed ${seed}, round ${round}`).toBe(0);
  }
});
