import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { distanceM, EARTH_RADIUS_M, interpolate } from '../../src/core/geo/index.ts';
import {
  type Call,
  DEFAULT_CALL_PARAMETERS,
  findCalls,
  Gazetteer,
  type Port,
} from '../../src/core/ports/index.ts';
import { formatIso, HOUR_MS, MINUTE_MS } from '../../src/core/time/index.ts';
import { Flag } from '../../src/core/track/index.ts';
import { readGazetteerJson } from '../../src/formats/gazetteer-json.ts';
import { portAt } from '../events/port-at.ts';
import { judgedFleetOf, type Report } from '../track/reports.ts';

type Place = readonly [lon: number, lat: number];

const SHIP = 273_000_001;
const T0 = Date.parse('2024-03-07T00:00:00Z');
const KM_DEG = 180_000 / Math.PI / EARTH_RADIUS_M;

const file = new URL('../../public/ports/gazetteer.json', import.meta.url);
const bundled = readGazetteerJson(new Uint8Array(readFileSync(file)), 'gazetteer.json');

const RAJIN: Place = [130.3, 42.2333];
const rajin = portAt('KPRJN', ...RAJIN, { country: 'KP' });

/** A fix so many kilometres south of a place, so many minutes after the start. */
function fixAt([lon, lat]: Place, southKm: number, minutes: number, sog: number, more = {}): Report {
  return { mmsi: SHIP, t: T0 + minutes * MINUTE_MS, lon, lat: lat - southKm * KM_DEG, sog, ...more };
}

/** In from the south, at rest for two hours, out again; a fix every ten minutes. */
function callTrack(place: Place, restKm = 0.5, more: Partial<Report> = {}, startMin = 0): Report[] {
  const steps: [km: number, sog: number][] = [
    [25, 10],
    [20, 10],
    [15, 10],
    [10, 10],
    [5, 10],
    [2, 8],
    ...Array.from({ length: 13 }, (): [number, number] => [restKm, 0]),
    [2, 8],
    [5, 10],
    [10, 10],
    [15, 10],
    [20, 10],
    [25, 10],
  ];
  return steps.map(([km, sog], i) => fixAt(place, km, startMin + 10 * i, sog, more));
}

function callsAt(reports: readonly Report[], ...ports: readonly Port[]): Call[] {
  return findCalls(judgedFleetOf(reports), new Gazetteer(ports));
}

function timesOf({ arrival, departure }: Call): (string | null)[] {
  return [arrival.after, arrival.before, departure.after, departure.before].map(t => formatIso(t));
}

describe('arrival and departure', () => {
  test('are the intervals between the fixes on either side', () => {
    const [call] = callsAt(callTrack(RAJIN), rajin);
    expect(timesOf(call!)).toEqual([
      '2024-03-07T00:40:00Z',
      '2024-03-07T00:50:00Z',
      '2024-03-07T03:10:00Z',
      '2024-03-07T03:20:00Z',
    ]);
    expect(call).toMatchObject({
      confidence: 4,
      support: 'stop',
      id: 'call/mmsi-273000001/KPRJN/2024-03-07T00:50:00Z',
    });
  });

  test.each([
    [29, 'observed'],
    [30, 'bounded'],
  ])('%i minutes apart are %s', (minutes, basis) => {
    const rest = [0, 10].map(minute => fixAt(RAJIN, 0, minute, 0));
    const [call] = callsAt(
      [fixAt(RAJIN, 5, -minutes, 10), ...rest, fixAt(RAJIN, 5, 10 + minutes, 10)],
      rajin,
    );
    expect([call!.arrival.basis, call!.departure.basis]).toEqual([basis, basis]);
  });

  test('are open on a side where the track holds no fix', () => {
    const rest = [0, 10, 20].map(minute => fixAt(RAJIN, 0, minute, 0));
    const [call] = callsAt(rest, rajin);
    expect(call).toMatchObject({
      confidence: 2,
      arrival: { after: null, before: T0, basis: 'bounded' },
      departure: { after: T0 + 20 * MINUTE_MS, before: null, basis: 'bounded' },
    });
  });

  test('receipts reach from the last fix outside to the first outside', () => {
    const [call] = callsAt(callTrack(RAJIN), rajin);
    expect(call!.receipts).toEqual([{ input: 0, first: 5, last: 21, rows: 17 }]);
  });
});

describe('what is no call', () => {
  test.each([
    ['a passage at 10 kn', 10],
    ['one at 0.5 kn, which is no stop', 0.5],
  ])('%s', (_, sog) => {
    const track = callTrack(RAJIN).map(report => ({ ...report, sog }));
    expect(callsAt(track, rajin)).toEqual([]);
  });

  test('a stop outside the area', () => {
    const track = (restKm: number) =>
      [10, 5, restKm, restKm, 5, 10].map((km, i) => fixAt(RAJIN, km, 10 * i, km > 4 ? 9 : 0));
    expect(callsAt(track(3.01), rajin)).toHaveLength(0);
    expect(callsAt(track(2.99), rajin)).toHaveLength(1);
  });

  test('a silence of less than four hours in the area', () => {
    const track = (gapMin: number) => [
      fixAt(RAJIN, 5, 0, 10),
      fixAt(RAJIN, 2, 10, 8),
      fixAt(RAJIN, 2, 10 + gapMin, 8),
      fixAt(RAJIN, 5, 20 + gapMin, 10),
    ];
    expect(callsAt(track(239), rajin)).toEqual([]);
    expect(callsAt(track(240), rajin)).toMatchObject([{ support: 'gap', longestGapMs: 240 * MINUTE_MS }]);
  });
});

describe('a stop', () => {
  test('begins at 0.2 kn, holds below 0.5 kn, and needs no more than one fix', () => {
    const track = (...speeds: readonly number[]) => speeds.map((sog, i) => fixAt(RAJIN, 1, 10 * i, sog));
    expect(callsAt(track(3, 0.2, 3), rajin)).toHaveLength(1);
    expect(callsAt(track(3, 0.21, 0.4, 3), rajin)).toHaveLength(0);
    expect(callsAt(track(3, 0.4, 0.2, 0.4, 3), rajin)).toHaveLength(1);
  });

  test('is told by distance and time where the ship gives no speed', () => {
    const track = callTrack(RAJIN).map(report => ({ ...report, sog: Number.NaN }));
    expect(callsAt(track, rajin)).toMatchObject([{ support: 'stop', confidence: 4 }]);
  });

  test('is not seen across a silence: a ship without speed that is heard again where it was may have sailed', () => {
    const track = [
      fixAt(RAJIN, 10, 0, Number.NaN),
      fixAt(RAJIN, 2, 30, Number.NaN),
      fixAt(RAJIN, 2, 30 + 600, Number.NaN),
      fixAt(RAJIN, 10, 60 + 600, Number.NaN),
    ];
    expect(callsAt(track, rajin)).toMatchObject([{ support: 'gap', longestGapMs: 10 * HOUR_MS }]);
  });
});

describe('the berth', () => {
  test.each([
    [5, 'alongside'],
    [1, 'anchored'],
    [0, 'unknown'],
    [15, 'unknown'],
  ])('status %i at rest: %s', (status, berth) => {
    expect(callsAt(callTrack(RAJIN, 0.5, { status }), rajin)[0]!.berth).toBe(berth);
  });

  test('is unknown where the reports at rest are of two minds, or only those under way say it', () => {
    const half = callTrack(RAJIN).map((report, i) => ({ ...report, status: i % 2 ? 1 : 5 }));
    const halves = half.filter((_, i) => i !== 6);
    expect(callsAt(halves, rajin)[0]!.berth).toBe('unknown');
    const moving = callTrack(RAJIN).map(report => ({ ...report, status: report.sog === 0 ? 0 : 5 }));
    expect(callsAt(moving, rajin)[0]!.berth).toBe('unknown');
  });
});

describe('a silence in port', () => {
  const arrive = callTrack(RAJIN).slice(0, 12);
  const leave = (startMin: number) => callTrack(RAJIN, 0.5, {}, startMin).slice(12);

  test('of up to a day is part of the stay', () => {
    const calls = callsAt([...arrive, ...leave(24 * 60 - 10)], rajin);
    expect(calls).toMatchObject([{ confidence: 4, longestGapMs: 24 * HOUR_MS }]);
  });

  test('of more than a day parts it in two, with the silence between them in both intervals', () => {
    const calls = callsAt([...arrive, ...leave(24 * 60)], rajin);
    const lastBefore = T0 + 110 * MINUTE_MS;
    const firstAfter = T0 + (24 * 60 + 120) * MINUTE_MS;
    expect(calls).toMatchObject([
      { confidence: 3, departure: { after: lastBefore, before: firstAfter, basis: 'bounded' } },
      { confidence: 3, arrival: { after: lastBefore, before: firstAfter, basis: 'bounded' } },
    ]);
  });

  test('that parts a stay is no entry, though the ship was heard last between in and out', () => {
    const drifted = fixAt(RAJIN, 3.5, 120, 1);
    const calls = callsAt([...arrive, drifted, ...leave(26 * 60)], rajin);
    expect(calls.map(({ confidence }) => confidence)).toEqual([3, 3]);
  });

  test('that leads out of the area is the longest time without a fix', () => {
    const calls = callsAt([...arrive, fixAt(RAJIN, 20, 600, 10)], rajin);
    expect(calls).toMatchObject([{ support: 'stop', longestGapMs: 490 * MINUTE_MS }]);
  });
});

describe('reconstructed reports', () => {
  test.each([
    ['inside', 10],
    ['the last fix outside', 4],
    ['the first outside', 20],
  ])('%s: the call says so', (_, row) => {
    const track = callTrack(RAJIN).map((report, i) =>
      i === row ? { ...report, flags: Flag.reconstructed } : report,
    );
    expect(callsAt(track, rajin)).toMatchObject([{ reconstructed: true }]);
  });

  test('that no interval rests on leave the call real', () => {
    const track = callTrack(RAJIN).map((report, i) =>
      i === 3 ? { ...report, flags: Flag.synthetic } : report,
    );
    expect(callsAt(track, rajin)).toMatchObject([{ reconstructed: false }]);
  });
});

describe('ports close to each other', () => {
  const west = portAt('WEST', 132.9, 42.8, { radiusM: 5000 });
  const east = portAt('EAST', 132.99, 42.8, { radiusM: 5000 });
  const middle: Place = [132.945, 42.8];

  test('the nearest has the call, though both areas hold the stop', () => {
    expect(distanceM(west.lon, west.lat, east.lon, east.lat)).toBeLessThan(8000);
    expect(callsAt(callTrack([132.94, 42.8]), west, east).map(({ port }) => port.id)).toEqual(['WEST']);
    expect(callsAt(callTrack([132.95, 42.8]), west, east).map(({ port }) => port.id)).toEqual(['EAST']);
  });

  test('a stop at each is a call at each', () => {
    const first = callTrack([132.9, 42.8]).slice(0, 19);
    const second = callTrack([132.99, 42.8], 0.5, {}, 240).slice(5);
    expect(callsAt([...first, ...second], west, east).map(({ port }) => port.id)).toEqual(['WEST', 'EAST']);
  });

  test('a ship that swings at anchor half way between calls at one of them', () => {
    const swinging = callTrack(middle).map((report, i) => ({
      ...report,
      lon: report.lon! + (i % 2 ? 0.002 : -0.002),
      sog: report.sog === 0 && i % 3 === 0 ? 0.6 : report.sog!,
    }));
    expect(callsAt(swinging, west, east)).toHaveLength(1);
  });

  test('so does one that is silent there', () => {
    const arrive = callTrack(middle).slice(0, 8);
    const swung = fixAt([132.947, 42.8], 0.5, 80, 0.6);
    const leave = callTrack(middle, 0.5, {}, 500).slice(18);
    expect(callsAt([...arrive, swung, ...leave], west, east)).toHaveLength(1);
  });
});

describe('ports whose position is uncertain', () => {
  const EASTWARD: Place = [0.5, 0];
  const SEAWARD: Place = [0, -0.3];

  /** To a place by sea from so many degrees away, two hours at rest there, and back. */
  function visit([lon, lat]: Place, [dLon, dLat]: Place): Report[] {
    const from: Place = [lon + dLon, lat + dLat];
    const way = (share: number): Place => interpolate(...from, lon, lat, share);
    const shares = [...Array(13).keys()].map(i => i / 12);
    const track = [...shares, ...Array(12).fill(1), ...shares.toReversed()];
    return track.map((share, i) => {
      const [x, y] = way(share);
      return { mmsi: SHIP, t: T0 + i * 15 * MINUTE_MS, lon: x, lat: y, sog: share === 1 ? 0.1 : 9 };
    });
  }

  test.each<[string, Place, Place, string]>([
    ["Vostochny's piers", [133.0041, 42.7634], EASTWARD, 'RUVYP'],
    ['the point of the World Port Index, 6.6 km east of them', [133.08333, 42.75], SEAWARD, 'RUVYP'],
    ['Dunai, the village', [132.3375, 42.8803], SEAWARD, 'dunai'],
    ['Dunai, the address of the list, 5.9 km north', [132.3333, 42.9333], SEAWARD, 'dunai'],
    ['the point that the method has for Dunai', [132.35, 42.88], SEAWARD, 'dunai'],
    ['Nakhodka, the World Port Index', [132.88333, 42.8], SEAWARD, 'RUNJK'],
    ['Nakhodka, 4.7 km south', [132.88333, 42.758], SEAWARD, 'RUNJK'],
    ["Rajin's piers", [130.296, 42.229], SEAWARD, 'KPRJN'],
    ['Sonbong', [130.4, 42.33333], SEAWARD, 'wpi-60520'],
  ])('a stop at %s is one call there and none at a neighbour', (_, place, way, port) => {
    const calls = findCalls(judgedFleetOf(visit(place, way)), bundled);
    expect(calls.map(call => [call.port.id, call.confidence])).toEqual([[port, 4]]);
  });

  test('a stop in the road between Dunai and Vostochny, far from both, is no call', () => {
    expect(findCalls(judgedFleetOf(visit([132.6, 42.7], SEAWARD)), bundled)).toEqual([]);
  });
});

describe('seams', () => {
  test('a call across midnight UTC is one', () => {
    const calls = callsAt(callTrack(RAJIN, 0.5, {}, -90), rajin);
    expect(calls).toHaveLength(1);
    expect(timesOf(calls[0]!).map(text => text!.slice(0, 10))).toEqual([
      '2024-03-06',
      '2024-03-06',
      '2024-03-07',
      '2024-03-07',
    ]);
  });

  test.each([179.99, 180, -179.99])('a call across 180 degrees, at a port at %d, is one', lon => {
    const calls = callsAt(
      callTrack([lon, 42]).map((report, i) => ({ ...report, lon: lon + (i % 2 ? 0.02 : -0.02) })),
      portAt('DATE', lon, 42),
    );
    expect(calls).toMatchObject([{ confidence: 4, support: 'stop' }]);
  });

  test('thresholds are those given', () => {
    const fleet = judgedFleetOf(callTrack(RAJIN));
    const slow = { ...DEFAULT_CALL_PARAMETERS, observedMin: 5 };
    expect(findCalls(fleet, new Gazetteer([rajin]), slow)[0]!.arrival.basis).toBe('bounded');
    const wide = { ...DEFAULT_CALL_PARAMETERS, exitMarginKm: 6.9 };
    expect(formatIso(findCalls(fleet, new Gazetteer([rajin]), wide)[0]!.departure.after)).toBe(
      '2024-03-07T03:20:00Z',
    );
  });
});
