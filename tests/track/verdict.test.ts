import { describe, expect, test } from 'vitest';
import { distanceM, interpolate, M_PER_NM } from '../../src/core/geo/index.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/core/time/index.ts';
import {
  DEFAULT_FIX_PARAMETERS,
  Flag,
  type Fleet,
  judgeFixes,
  VERDICT_NAMES,
} from '../../src/core/track/index.ts';
import { fleetOf, judgedFleetOf, type Report } from './reports.ts';

const SHIP = 273_000_001;

type Place = readonly [lon: number, lat: number];
const VLADIVOSTOK: Place = [131.88, 43.1];
const RAJIN: Place = [130.3, 42.2333];
const BUSAN: Place = [129.04, 35.1];

function verdictsOf({ store }: Fleet): string[] {
  return [...store.verdict].map(code => VERDICT_NAMES[code]!);
}

/** `count` fixes from one place to another at even speed, `everyMin` minutes apart, from `hour` on. */
function sail(from: Place, to: Place, hour: number, count: number, everyMin: number, mmsi = SHIP): Report[] {
  return Array.from({ length: count }, (_, i) => {
    const [lon, lat] = interpolate(...from, ...to, count === 1 ? 0 : i / (count - 1));
    return { mmsi, t: hour * HOUR_MS + i * everyMin * MINUTE_MS, lon, lat, sog: 10 };
  });
}

describe('the verdict on a fix', () => {
  const fix: Report = { mmsi: SHIP, t: 0, lon: 130, lat: 42, sog: 1, cog: 2, heading: 3 };

  test('is no position where one of the two is missing, or the message is a static one', () => {
    const fleet = judgedFleetOf([
      { ...fix, lat: Number.NaN },
      { ...fix, lon: Number.NaN, t: 1 },
      { mmsi: SHIP, t: 2, statics: { name: 'MARIA' } },
      { ...fix, t: 3 },
    ]);
    expect(verdictsOf(fleet)).toEqual(['no position', 'no position', 'no position', 'ok']);
  });

  test('is duplicate for the second of equal rows, and only where all of the motion is equal', () => {
    const fleet = judgedFleetOf([fix, { ...fix, row: 9 }, { ...fix, row: 10, source: 1 }]);
    expect(verdictsOf(fleet)).toEqual(['ok', 'duplicate', 'duplicate']);
    for (const change of [
      { t: 1 },
      { lon: 130.001 },
      { lat: 42.001 },
      { sog: 2 },
      { cog: 3 },
      { heading: Number.NaN },
    ]) {
      const changed = judgedFleetOf([fix, { ...fix, ...change }]);
      expect(verdictsOf(changed), JSON.stringify(change)).toEqual(['ok', 'ok']);
    }
    const unknown = { ...fix, sog: Number.NaN };
    expect(verdictsOf(judgedFleetOf([unknown, unknown]))).toEqual(['ok', 'duplicate']);
  });

  test.each([0, 111_111_111, 123_456_789, 999_999_999])('is placeholder for MMSI %i', mmsi => {
    expect(verdictsOf(judgedFleetOf([{ ...fix, mmsi }]))).toEqual(['placeholder MMSI']);
  });

  test('is not placeholder for a ship without an MMSI that has an IMO number', () => {
    expect(verdictsOf(judgedFleetOf([{ ...fix, mmsi: 0, imo: 9_161_003 }]))).toEqual(['ok']);
  });

  test('is coarse for a type 27 report less than an hour from a finer one, before or after', () => {
    const at = (minutes: number, flags: number): Report => ({ ...fix, t: minutes * MINUTE_MS, flags });
    const fleet = judgedFleetOf([
      at(0, Flag.longRange),
      at(1, Flag.longRange),
      at(61, 0),
      at(120, Flag.longRange),
      at(121, Flag.longRange),
      at(200, Flag.longRange),
    ]);
    expect(verdictsOf(fleet)).toEqual(['ok', 'ok', 'ok', 'coarse', 'ok', 'ok']);
    const before = judgedFleetOf([at(0, Flag.longRange), at(1, Flag.longRange), at(60.5, 0)]);
    expect(verdictsOf(before)).toEqual(['ok', 'coarse', 'ok']);
  });

  test('is unreachable for a lone jump away and back', () => {
    const track = sail(VLADIVOSTOK, [131.9, 42.9], 0, 20, 6);
    const jump = { ...track[8]!, t: track[8]!.t + 1000, lon: BUSAN[0], lat: BUSAN[1] };
    const fleet = judgedFleetOf([...track, jump]);
    expect(verdictsOf(fleet).filter(verdict => verdict === 'ok')).toHaveLength(20);
    expect(verdictsOf(fleet)[9]).toBe('unreachable');
    expect(new Set(fleet.store.segment)).toContain(0);
  });

  test('of two lone fixes that no hull can have sailed between is ok for the first', () => {
    const fleet = judgedFleetOf([
      { ...fix, lon: VLADIVOSTOK[0], lat: VLADIVOSTOK[1] },
      { ...fix, t: 1000, lon: BUSAN[0], lat: BUSAN[1] },
    ]);
    expect(verdictsOf(fleet)).toEqual(['ok', 'unreachable']);
  });
});

describe('segments', () => {
  function segmentsByPlace({ store }: Fleet): Map<string, Set<number>> {
    const byPlace = new Map<string, Set<number>>();
    for (let i = 0; i < store.length; i++) {
      const place = store.lat[i]! > 39 ? 'north' : 'south';
      byPlace.set(place, (byPlace.get(place) ?? new Set()).add(store.segment[i]!));
    }
    return byPlace;
  }

  test('tell two hulls on one MMSI apart, report by report', () => {
    const fleet = judgedFleetOf([
      ...sail(VLADIVOSTOK, RAJIN, 0, 60, 10),
      ...sail(BUSAN, [130.5, 36], 0.05, 60, 10),
    ]);
    expect(new Set(verdictsOf(fleet))).toEqual(new Set(['ok']));
    const byPlace = segmentsByPlace(fleet);
    expect(byPlace.get('north')!.size).toBe(1);
    expect(byPlace.get('south')!.size).toBe(1);
    expect([...byPlace.get('north')!]).not.toEqual([...byPlace.get('south')!]);
  });

  test.each([
    [2, 'unreachable'],
    [3, 'ok'],
  ])('need three fixes in reach of each other: of %i are %s', (count, verdict) => {
    const north = sail(VLADIVOSTOK, [131.9, 42.9], 0, 20, 10);
    const fleet = judgedFleetOf([...north, ...sail(BUSAN, [129.1, 35.1], 1.05, count, 10)]);
    const south = verdictsOf(fleet).filter((_, i) => fleet.store.lat[i]! < 39);
    expect(south).toEqual(Array(count).fill(verdict));
  });

  test('allow 25 kn over the time between and 15 minutes more, and no more than that', () => {
    const start: Report = { mmsi: SHIP, t: 0, lon: 130, lat: 0 };
    for (const [nm, segments] of [
      [31.2, 1],
      [31.3, 2],
    ] as const) {
      const lat = (nm * M_PER_NM) / distanceM(130, 0, 130, 1);
      const far = [0, 1, 2].map(minute => ({ ...start, t: HOUR_MS + minute * MINUTE_MS, lat }));
      const near = [0, 1, 2].map(minute => ({ ...start, t: minute }));
      const { store } = judgedFleetOf([...near, ...far]);
      expect(new Set(store.segment).size, `${nm} nm in an hour`).toBe(segments);
    }
  });

  test('go on over a silence of weeks, however far the ship has sailed', () => {
    const { store } = judgedFleetOf([
      ...sail(VLADIVOSTOK, RAJIN, 0, 10, 60),
      ...sail(BUSAN, [128, 34], 24 * 20, 10, 60),
    ]);
    expect(new Set(store.segment)).toEqual(new Set([0]));
  });

  test('are not drawn to a lone fault that the ship later sails by', () => {
    // A faulty fix on the course ahead, three hours before the ship comes by at 10 kn.
    const track = sail(RAJIN, VLADIVOSTOK, 0, 54, 10);
    const ghost = { ...track[40]!, t: track[20]!.t + 1000 };
    const fleet = judgedFleetOf([...track, ghost]);
    expect(verdictsOf(fleet).filter(verdict => verdict === 'unreachable')).toHaveLength(1);
    expect(verdictsOf(fleet)[21]).toBe('unreachable');
  });

  test('are not drawn to a lone fault where the ship is heard again after days', () => {
    const track = sail(VLADIVOSTOK, [131.9, 42.9], 0, 60, 30);
    const ghost: Report = { mmsi: SHIP, t: 1000, lon: BUSAN[0], lat: BUSAN[1] };
    const fleet = judgedFleetOf([...track, ghost, ...sail(BUSAN, [129, 35], 140, 5, 30)]);
    expect(verdictsOf(fleet).filter(verdict => verdict === 'unreachable')).toHaveLength(1);
    expect(new Set(fleet.store.segment.filter((_, i) => i !== 1)).size).toBe(1);
  });

  test('of a hull that falls silent for days are taken up again, though another hull was heard', () => {
    const fleet = judgedFleetOf([
      ...sail(VLADIVOSTOK, RAJIN, 0, 7, 60),
      ...sail(BUSAN, [129.5, 35.2], 0, 40, 60),
      ...sail(RAJIN, VLADIVOSTOK, 60, 7, 60),
    ]);
    const byPlace = segmentsByPlace(fleet);
    expect(byPlace.get('north')!.size).toBe(1);
    expect(byPlace.get('south')!.size).toBe(1);
  });

  test('go on through more faults than there can be segments at a time', () => {
    const track = sail(VLADIVOSTOK, [131.9, 42.9], 0, 100, 10);
    const ghosts = Array.from({ length: 40 }, (_, i) => ({
      ...track[2 * i]!,
      t: track[2 * i]!.t + 1000,
      lon: 4 * i,
      lat: -40,
    }));
    const fleet = judgedFleetOf([...track, ...ghosts]);
    const good = [...fleet.store.lat.keys()].filter(i => fleet.store.lat[i]! > 0);
    expect(new Set(good.map(i => fleet.store.segment[i]))).toEqual(new Set([0]));
    expect(verdictsOf(fleet).filter(verdict => verdict === 'unreachable')).toHaveLength(40);
  });

  test('are counted from 0 for each ship', () => {
    const fleet = judgedFleetOf([
      ...sail(VLADIVOSTOK, RAJIN, 0, 5, 60),
      ...sail(BUSAN, [129.5, 35.2], 0, 5, 60, 440_000_002),
    ]);
    expect(new Set(fleet.store.segment)).toEqual(new Set([0]));
  });
});

test('thresholds change what is judged', () => {
  const track = sail(VLADIVOSTOK, RAJIN, 0, 3, 60);
  const fleet = fleetOf(track);
  judgeFixes(fleet, { ...DEFAULT_FIX_PARAMETERS, maxSpeedKn: 5, toleranceMin: 0 });
  expect(verdictsOf(fleet)).toEqual(['ok', 'unreachable', 'unreachable']);
});
