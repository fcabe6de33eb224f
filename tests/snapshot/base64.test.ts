import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../src/core/snapshot/base64.ts';
import { seededRandom } from '../map/seeded-random.ts';

describe('base64url', () => {
  test("is Node's for any bytes", () => {
    const seed = 20240312;
    const random = seededRandom(seed);
    for (let length = 0; length <= 300; length++) {
      const bytes = Uint8Array.from({ length }, () => Math.floor(random() * 256));
      const text = toBase64Url(bytes);
      expect(text, `seed ${seed}, ${length} bytes`).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(text), `seed ${seed}, ${length} bytes`).toEqual(bytes);
    }
  });

  test('knows all 64 digits in their order', () => {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    expect(toBase64Url(fromBase64Url(digits)!)).toBe(digits);
    expect(fromBase64Url('-_-_')).toEqual(Uint8Array.of(0xfb, 0xff, 0xbf));
  });

  test.each([
    ['one digit too many', 'AAAAA'],
    ['one digit alone', 'A'],
    ['stray bits after one byte', 'AB'],
    ['stray bits after two bytes', 'AAB'],
    ['padding', 'AA=='],
    ['the plus of plain base64', 'AA+A'],
    ['the slash of plain base64', 'AA/A'],
    ['a blank', 'AA A'],
    ['a newline at the end', 'AAAA\n'],
    ['a letter of another script', 'АААА'],
    ['a character of two units', '🚢AA'],
    ['a lone surrogate', 'AAA\ud800'],
  ])('refuses %s', (_, text) => {
    expect(fromBase64Url(text)).toBeNull();
  });

  test('has one text only for any bytes: what it reads it would write', () => {
    const seed = 46773;
    const random = seededRandom(seed);
    const characters = 'AQgw-_9zB=+/ ';
    let read = 0;
    for (let i = 0; i < 20_000; i++) {
      const length = Math.floor(random() * 9);
      const text = Array.from({ length }, () => characters[Math.floor(random() * characters.length)]!).join(
        '',
      );
      const bytes = fromBase64Url(text);
      if (bytes === null) continue;
      read++;
      expect(toBase64Url(bytes), `seed ${seed}, ${JSON.stringify(text)}`).toBe(text);
    }
    expect(read).toBeGreaterThan(1000);
  });
});
