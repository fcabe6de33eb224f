import { describe, expect, test } from 'vitest';
import { Payload, Position, readImoField, readStatics, unarmour } from '../../src/core/ais/index.ts';
import { messagesOf, naivePosition, text, unsigned } from './bit-string-decoder.ts';
import { DMA_REPLAY, DMA_STREAM, GPSD_EDGE_CASES, GPSD_SAMPLE, readLogText } from './fixture-logs.ts';
import { bitsOf, bytesOf, sentencesOf } from './sentences.ts';

function payloadOf(bits: string): Payload {
  const payload = new Payload();
  for (const part of sentencesOf(bits, { partCharacters: 1000 })) {
    const armour = bytesOf(part.split(',')[5]!);
    if (!unarmour(armour, 0, armour.length, payload, 0)) throw new Error(`no armour: ${part}`);
  }
  payload.bits = bits.length;
  return payload;
}

describe.each([
  [DMA_STREAM, 4051],
  [DMA_REPLAY, 50],
  [GPSD_SAMPLE, 102],
  [GPSD_EDGE_CASES, 413],
])('every message of %s', (log, count) => {
  const messages = messagesOf(readLogText(log));

  test('is there', () => {
    expect(messages).toHaveLength(count);
  });

  test('reads as the bit-string decoder reads it', () => {
    const position = new Position();
    for (const { line, bits } of messages) {
      const payload = payloadOf(bits);
      const where = `line ${line}`;
      expect([payload.type, payload.mmsi], where).toEqual([unsigned(bits, [0, 6]), unsigned(bits, [8, 30])]);
      const naive = naivePosition(bits);
      expect(position.read(payload), where).toBe(naive !== null);
      if (naive) expect({ ...position }, where).toEqual(naive);
    }
  });

  test('of type 5 says the same of the ship', () => {
    for (const { line, bits } of messages.filter(({ bits }) => unsigned(bits, [0, 6]) === 5)) {
      const payload = payloadOf(bits);
      const statics = readStatics(payload)!;
      const where = `line ${line}`;
      expect(readImoField(payload), where).toBe(unsigned(bits, [40, 30]));
      expect(statics.name ?? '', where).toBe(text(bits, 112, 20));
      expect(statics.callSign ?? '', where).toBe(text(bits, 70, 7));
      expect(statics.destination ?? '', where).toBe(text(bits, 302, 20));
      expect(statics.draughtM ?? 0, where).toBe(unsigned(bits, [294, 8]) / 10);
      expect(statics.lengthM ?? 0, where).toBe(unsigned(bits, [240, 9]) + unsigned(bits, [249, 9]));
      expect(statics.beamM ?? 0, where).toBe(unsigned(bits, [258, 6]) + unsigned(bits, [264, 6]));
      expect(statics.shipType ?? 0, where).toBe(unsigned(bits, [232, 8]));
    }
  });
});

describe('static data', () => {
  test('part A of type 24 has the name, part B the rest', () => {
    const head = [
      [24, 6],
      [0, 2],
      [338_000_001, 30],
    ] as const;
    expect(readStatics(payloadOf(bitsOf(...head, [0, 2], ['SEA ROVER', 120])))).toEqual({
      name: 'SEA ROVER',
    });
    const partB = bitsOf(
      ...head,
      [1, 2],
      [36, 8],
      ['ABC', 18],
      [0, 24],
      ['WDX1', 42],
      [10, 9],
      [5, 9],
      [2, 6],
      [3, 6],
      [0, 6],
    );
    expect(readStatics(payloadOf(partB))).toEqual({ callSign: 'WDX1', shipType: 36, lengthM: 15, beamM: 5 });
  });

  test('a craft of a mother ship gives no size', () => {
    const partB = bitsOf(
      [24, 6],
      [0, 2],
      [982_110_001, 30],
      [1, 2],
      [36, 8],
      ['', 42],
      ['TENDER', 42],
      [211_234_567, 30],
      [0, 6],
    );
    expect(readStatics(payloadOf(partB))).toEqual({ callSign: 'TENDER', shipType: 36 });
  });

  test('what is not available is left out', () => {
    const bits = bitsOf(
      [5, 6],
      [0, 2],
      [273_000_001, 30],
      [0, 32],
      ['', 42],
      ['@@@', 120],
      [0, 70],
      [0, 8],
      ['   ', 18],
      ['', 102],
      [0, 2],
    );
    expect(readStatics(payloadOf(bits))).toEqual({});
  });

  test('other types have none', () => {
    expect(readStatics(payloadOf(bitsOf([1, 6], [0, 162])))).toBeNull();
  });
});
