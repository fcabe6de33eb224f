import { describe, expect, test } from 'vitest';
import { Payload, unarmour } from '../../src/core/ais/index.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { bitStringOf, signed, unsigned } from './bit-string-decoder.ts';
import { bitsOf, bytesOf } from './sentences.ts';

const ARMOUR = '0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw';

function payloadOf(armour: string, fillBits = 0): Payload {
  const payload = new Payload();
  const bytes = bytesOf(armour);
  if (!unarmour(bytes, 0, bytes.length, payload, 0)) throw new Error(`no armour: ${armour}`);
  payload.bits = 6 * bytes.length - fillBits;
  return payload;
}

function payloadOfBits(bits: string): Payload {
  const fill = (6 - (bits.length % 6)) % 6;
  const sextets = (bits + '0'.repeat(fill)).match(/.{6}/g)!;
  return payloadOf(sextets.map(sextet => ARMOUR[Number.parseInt(sextet, 2)]).join(''), fill);
}

describe('armour', () => {
  test('each of the 64 characters has its value', () => {
    const payload = payloadOf(ARMOUR);
    expect(Array.from(ARMOUR, (_, i) => payload.uint(6 * i, 6))).toEqual([...Array(64).keys()]);
  });

  test('no other byte is armour', () => {
    const payload = new Payload();
    const others = [...Array(256).keys()].filter(byte => !ARMOUR.includes(String.fromCharCode(byte)));
    expect(others).toHaveLength(192);
    for (const byte of others)
      expect(unarmour(Uint8Array.of(48, byte, 48), 0, 3, payload, 0), `byte ${byte}`).toBe(false);
  });

  test('a message longer than the room for it is refused', () => {
    expect(unarmour(new Uint8Array(2000).fill(48), 0, 2000, new Payload(), 0)).toBe(false);
  });
});

describe('fields', () => {
  test('any field of up to 30 bits reads as the same piece of the bit string', () => {
    const seed = 20240312;
    const random = seededRandom(seed);
    const armour = Array.from({ length: 80 }, () => ARMOUR[Math.floor(random() * 64)]).join('');
    const bits = bitStringOf(armour, 3);
    const payload = payloadOf(armour, 3);
    for (let i = 0; i < 5_000; i++) {
      const width = 1 + Math.floor(random() * 30);
      const at = Math.floor(random() * (bits.length - width + 1));
      const where = `seed ${seed}, bit ${at}, width ${width}`;
      expect(payload.uint(at, width), where).toBe(unsigned(bits, [at, width]));
      expect(payload.int(at, width), where).toBe(signed(bits, [at, width]));
    }
  });

  test('a field cut short reads as the bits that are there, a field after the end as 0', () => {
    const payload = payloadOfBits('1011');
    expect(payload.uint(0, 4)).toBe(0b1011);
    expect(payload.uint(2, 10)).toBe(0b11);
    expect(payload.uint(4, 8)).toBe(0);
    expect(payload.uint(40, 30)).toBe(0);
  });

  test('text ends at the first @ and keeps no blanks at its end', () => {
    expect(payloadOfBits(bitsOf(['LADY R@XX', 120])).text(0, 20)).toBe('LADY R');
    expect(payloadOfBits(bitsOf(['  MAIA-1  ', 60])).text(0, 10)).toBe('  MAIA-1');
    expect(payloadOfBits(bitsOf(['', 120])).text(0, 20)).toBe('');
    expect(payloadOfBits(bitsOf(['!"#?[]^_', 48])).text(0, 8)).toBe('!"#?[]^_');
  });
});
