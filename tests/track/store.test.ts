import { describe, expect, test } from 'vitest';
import { TrackStore } from '../../src/core/track/index.ts';
import { judgedFleetOf } from './reports.ts';

const COLUMNS = [
  't',
  'lon',
  'lat',
  'sog',
  'cog',
  'heading',
  'row',
  'starts',
  'source',
  'segment',
  'status',
  'verdict',
  'flags',
] as const;

function sample(): TrackStore {
  const { store } = judgedFleetOf([
    { mmsi: 273_000_001, t: 1000, lon: 130.25, lat: 42.5, sog: 0.1, cog: 12.5, heading: 90, status: 5 },
    { mmsi: 273_000_001, t: 2000, flags: 1, source: 3, row: 4_000_000_000, statics: { name: 'ANGARA' } },
    { mmsi: 440_000_002, t: 1500, lon: -180, lat: -90, source: 65_535 },
  ]);
  return store;
}

describe('the buffer of a track store', () => {
  test('opens again with every column as it was', () => {
    const store = sample();
    const opened = TrackStore.from(structuredClone(store.buffer));
    expect([opened.length, opened.vesselCount]).toEqual([3, 2]);
    for (const column of COLUMNS) expect(opened[column], column).toEqual(store[column]);
  });

  test('has room for every column and no more', () => {
    const { buffer, flags } = sample();
    expect(flags.byteOffset + flags.byteLength).toBe(buffer.byteLength);
  });

  test.each([0, 1, 2, 7, 1001])('holds %i rows whatever their number is a multiple of', length => {
    const store = TrackStore.create(length, 3);
    for (const column of COLUMNS) store[column].fill(7);
    const { buffer } = store;
    expect(TrackStore.from(buffer).t).toEqual(new Float64Array(length).fill(7));
    expect(TrackStore.from(buffer).flags).toEqual(new Uint8Array(length).fill(7));
  });

  test('is refused with the value that was met', () => {
    const { buffer } = sample();
    expect(() => TrackStore.from(new ArrayBuffer(31))).toThrow(/31 bytes/);
    const otherMagic = buffer.slice(0);
    new Uint32Array(otherMagic, 0, 1)[0] = 12_345;
    expect(() => TrackStore.from(otherMagic)).toThrow(/12345/);
    const otherVersion = buffer.slice(0);
    new Uint32Array(otherVersion, 4, 1)[0] = 99;
    expect(() => TrackStore.from(otherVersion)).toThrow(/version 99/);
  });

  test('is refused where it is cut short, with both sizes', () => {
    const { buffer } = sample();
    const cut = buffer.slice(0, buffer.byteLength - 1);
    const sizes = new RegExp(`${cut.byteLength} bytes.*${buffer.byteLength}`);
    expect(() => TrackStore.from(cut)).toThrow(sizes);
    expect(() => TrackStore.from(cut)).toThrow(RangeError);
  });
});
