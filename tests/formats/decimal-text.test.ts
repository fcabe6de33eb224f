import { describe, expect, test } from 'vitest';
import { decimalText, shortestDouble } from '../../src/formats/decimal-text.ts';
import { parseDecimal } from '../../src/formats/parse-decimal.ts';
import { seededRandom } from '../map/seeded-random.ts';

const SEED = 20241;
const bits = new DataView(new ArrayBuffer(8));

/** Finite numbers of any size, told by their bits. */
function* anyNumbers(count: number): Generator<number> {
  const random = seededRandom(SEED);
  for (let i = 0; i < count; i++) {
    bits.setUint32(0, random() * 2 ** 32);
    bits.setUint32(4, random() * 2 ** 32);
    const value = bits.getFloat64(0);
    if (Number.isFinite(value)) yield value;
  }
}

describe('the text of a number', () => {
  test.each([
    [0, '0'],
    [-0.25, '-0.25'],
    [131.97998, '131.97998'],
    [1e-7, '0.0000001'],
    [-1.25e-7, '-0.000000125'],
    [5e-324, `0.${'0'.repeat(323)}5`],
    [1e21, `1${'0'.repeat(21)}`],
    [1.5e22, `15${'0'.repeat(21)}`],
    [-1.2345e23, '-123450000000000000000000'],
  ])('%d is %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });

  test('of any size has no exponent and gives the very number back', () => {
    for (const value of anyNumbers(5000)) {
      const text = decimalText(value);
      expect(text, `seed ${SEED}`).toMatch(/^-?\d+(\.\d+)?$/);
      const bytes = new TextEncoder().encode(text);
      expect([Number(text), parseDecimal(bytes, 0, bytes.length)], text).toEqual([value, value]);
    }
  });
});

describe('the shortest number for a 32-bit float', () => {
  test.each([
    [12.3, 12.3],
    [102.2, 102.2],
    [359.9, 359.9],
    [0, 0],
    [511, 511],
    [12.345, 12.345],
    [1e-40, 1e-40],
    [3.4e38, 3.4e38],
  ])('of %d is %d', (value, shortest) => {
    expect(shortestDouble(Math.fround(value))).toBe(shortest);
  });

  test('rounds to the float, and no shorter one does', () => {
    const random = seededRandom(SEED);
    for (let i = 0; i < 4000; i++) {
      bits.setUint32(0, random() * 2 ** 32);
      const float = i % 2 === 0 ? bits.getFloat32(0) : Math.fround(random() * 10 ** (random() * 9));
      if (!Number.isFinite(float)) continue;
      const shortest = shortestDouble(float);
      expect(Math.fround(shortest), `seed ${SEED}, ${float}`).toBe(float);
      const digits = shortest.toExponential().replace(/e.*|\D/g, '').length;
      for (let fewer = 1; fewer < digits; fewer++)
        expect(Math.fround(Number(float.toPrecision(fewer))), `seed ${SEED}, ${float}`).not.toBe(float);
    }
  });
});
