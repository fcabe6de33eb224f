import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type DarkCall,
  DEFAULT_DARK_CALL_PARAMETERS,
  findDarkCalls,
  findSilences,
  roomFor,
} from '../../src/core/events/index.ts';
import { Gazetteer, type Port, type Sighting } from '../../src/core/ports/index.ts';
import { DAY_MS, HOUR_MS } from '../../src/core/time/index.ts';
import { readGazetteerJson } from '../../src/formats/gazetteer-json.ts';
import { judgedFleetOf, type Report } from '../track/reports.ts';
import { portAt } from './port-at.ts';

const LADY_R = 9_161_003;
const SHIP = 273_000_001;
const T0 = Date.parse('2024-03-09T00:00:00Z');

const file = new URL('../../public/ports/gazetteer.json', import.meta.url);
const bundled = readGazetteerJson(new Uint8Array(readFileSync(file)), 'gazetteer.json');

/** Off Vladivostok and Vostochny, at the points that the method's distances are from. */
const OFF_VLADIVOSTOK = { lon: 131.9, lat: 43.1167 };
const OFF_VOSTOCHNY = { lon: 133.08333, lat: 42.75 };
const rajin = bundled.byId('KPRJN')!;

interface Silent {
  readonly hours: number;
  readonly from?: { lon: number; lat: number };
  readonly to?: { lon: number; lat: number };
  readonly sightings?: readonly Sighting[];
  readonly ports?: readonly Port[];
  /** Whether another ship is heard near the start all the while. */
  readonly others?: boolean;
  /** Speed that reach is worked out with. */
  readonly kn?: number;
  readonly more?: readonly Report[];
}

/** Dark calls of a ship that is silent for so long between two places. */
function darkCallsOf(given: Silent): DarkCall[] {
  const { hours, from = OFF_VLADIVOSTOK, to = OFF_VOSTOCHNY, sightings = [], others = false } = given;
  const ends: Report[] = [
    { mmsi: SHIP, imo: LADY_R, t: T0, ...from, sog: 10 },
    { mmsi: SHIP, imo: LADY_R, t: T0 + hours * HOUR_MS, ...to, sog: 10 },
  ];
  const witness = Array.from({ length: others ? hours : 0 }, (_, hour) => ({
    mmsi: 440_000_002,
    t: T0 + hour * HOUR_MS,
    ...from,
    sog: 0,
  }));
  const fleet = judgedFleetOf([...ends, ...witness, ...(given.more ?? [])]);
  const { silences } = findSilences(fleet);
  const { kn = 12 } = given;
  return findDarkCalls(fleet, silences, given.ports ? new Gazetteer(given.ports) : bundled, sightings, {
    ...DEFAULT_DARK_CALL_PARAMETERS,
    reachMinSpeedKn: kn,
    reachMaxSpeedKn: kn,
  });
}

function sighting(given: Partial<Sighting>): Sighting {
  return {
    id: 'sighting/2',
    from: T0 + 2 * DAY_MS,
    to: T0 + 3 * DAY_MS,
    vessel: 'LADY R',
    imo: LADY_R,
    place: 'Rajin',
    kind: 'port',
    note: '',
    source: 'a newspaper',
    line: 2,
    ...given,
  };
}

function levelAtRajin(given: Silent): string | undefined {
  return darkCallsOf(given).find(({ port }) => port === rajin)?.level;
}

describe('room in a silence', () => {
  const silence = (hours: number) => ({
    from: T0,
    to: T0 + hours * HOUR_MS,
    lastFix: { index: 0, t: T0, ...OFF_VLADIVOSTOK },
    nextFix: { index: 1, t: T0 + hours * HOUR_MS, ...OFF_VOSTOCHNY },
  });

  test('Vladivostok by Rajin to Vostochny takes 17.9 h at 12 kn', () => {
    const room = roomFor(silence(16), rajin.lon, rajin.lat, 12);
    expect(16 - room.dwellMs / HOUR_MS).toBeCloseTo(17.9, 1);
    expect((room.earliest - T0) / HOUR_MS).toBeCloseTo(88.3 / 12, 1);
    expect(16 - (room.latest - T0) / HOUR_MS).toBeCloseTo(127 / 12, 1);
    expect(room.detour).toBeCloseTo((88.3 + 127) / 56.5, 2);
  });

  test('a stay lies within the silence, though the fixes are farther apart', () => {
    const heard = { ...silence(100), from: T0 + 40 * HOUR_MS, to: T0 + 50 * HOUR_MS };
    expect(roomFor(heard, rajin.lon, rajin.lat, 12)).toMatchObject({
      earliest: heard.from,
      latest: heard.to,
      dwellMs: 10 * HOUR_MS,
    });
  });

  test('the detour of a loop is infinite', () => {
    const { lastFix, ...rest } = silence(100);
    const loop = { ...rest, lastFix, nextFix: { ...lastFix, t: rest.nextFix.t } };
    expect(roomFor(loop, rajin.lon, rajin.lat, 12).detour).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a dark call', () => {
  test.each([
    [16, false],
    [23.9, false],
    [24, true],
    [5 * 24, true],
    [7 * 24, true],
  ])(
    'Vladivostok to Vostochny silent for %d h at 12 kn leaves room for six hours at Rajin: %s',
    (hours, room) => {
      expect(levelAtRajin({ hours }) !== undefined).toBe(room);
    },
  );

  test('of five days leaves four at Rajin', () => {
    const darkCall = darkCallsOf({ hours: 120 }).find(({ port }) => port === rajin)!;
    expect(darkCall.maxDwellMs / DAY_MS).toBeCloseTo((120 - 17.94) / 24, 2);
    expect(darkCall.maxDwellMs).toBe(darkCall.latest - darkCall.earliest);
    expect(darkCall.id).toBe('dark/imo-9161003/2024-03-09T00:00:00Z/KPRJN');
  });

  test('tells how many other ports the silence leaves room for, and how many of them are of concern', () => {
    const near = portAt('NEAR', 131.5, 42.8);
    const other = portAt('OTHER', 132, 42.9, { concern: false });
    const far = portAt('FAR', 100, 0);
    const darkCalls = darkCallsOf({ hours: 48, ports: [rajin, near, other, far] });
    expect(
      darkCalls.map(({ port, otherPorts, otherPortsOfConcern }) => [
        port.id,
        otherPorts,
        otherPortsOfConcern,
      ]),
    ).toEqual([
      ['KPRJN', 2, 1],
      ['NEAR', 2, 1],
    ]);
  });

  test('is none without a fix on both sides', () => {
    const fleet = judgedFleetOf([
      { mmsi: SHIP, t: T0, statics: { name: 'LADY R' } },
      { mmsi: SHIP, t: T0 + 5 * DAY_MS, ...OFF_VOSTOCHNY },
    ]);
    expect(findDarkCalls(fleet, findSilences(fleet).silences, bundled, [])).toEqual([]);
  });

  test('says what changed across the silence, and where the ship said it was going', () => {
    const said = (hour: number, draughtM: number, destination: string): Report => ({
      mmsi: SHIP,
      t: T0 + hour * HOUR_MS,
      statics: { draughtM, destination },
    });
    const more = [said(-2, 5, 'RUVYP'), said(0, 7.5, 'RUVVO'), said(121, 5.5, 'KR PUS'), said(140, 8, '')];
    const [darkCall] = darkCallsOf({ hours: 120, ports: [rajin], more });
    expect(darkCall).toMatchObject({ draughtChangeM: -2, destination: 'RUVVO' });
    const [without] = darkCallsOf({ hours: 120, ports: [rajin], more: more.slice(0, 2) });
    expect(without).toMatchObject({ draughtChangeM: null, destination: 'RUVVO' });
    const steady = [said(-1, 7, 'RUVVO'), said(121, 7, 'RUVVO')];
    expect(darkCallsOf({ hours: 120, ports: [rajin], more: steady })[0]!.draughtChangeM).toBe(0);
  });
});

describe('the speed of reach', () => {
  function speedOf(speeds: readonly number[], more = {}): number {
    const track = speeds.map((sog, i) => ({ mmsi: SHIP, t: T0 - (i + 1) * 1000, ...OFF_VLADIVOSTOK, sog }));
    const ends = [0, 200].map(hour => ({ mmsi: SHIP, t: T0 + hour * HOUR_MS, ...OFF_VLADIVOSTOK }));
    const fleet = judgedFleetOf([...track, ...ends]);
    const parameters = { ...DEFAULT_DARK_CALL_PARAMETERS, ...more };
    const { silences } = findSilences(fleet);
    return findDarkCalls(fleet, silences, new Gazetteer([rajin]), [], parameters)[0]!.speedKn;
  }

  test('is 1.1 times the 95th percentile under way, faults above it left out', () => {
    expect(speedOf([...Array(96).fill(10), 51.2, 63, 60, 60])).toBeCloseTo(11, 9);
    expect(speedOf([10, ...Array(99).fill(0)])).toBeCloseTo(11, 9);
  });

  test('is at least 8 kn, at most 25 kn, and 25 kn where none is known', () => {
    expect(speedOf([3, 3, 3])).toBe(8);
    expect(speedOf([24, 24, 24])).toBe(25);
    expect(speedOf([0, 0.5, 1])).toBe(25);
    expect(speedOf([])).toBe(25);
  });
});

describe('the level of a dark call', () => {
  test('is possible where the ship can have been there', () => {
    expect(levelAtRajin({ hours: 120 })).toBe('possible');
  });

  test('is consistent where others were heard and nothing simpler explains it', () => {
    expect(levelAtRajin({ hours: 120, others: true })).toBe('consistent');
  });

  test('is possible where the ship is heard again where it was, as one that switched off there', () => {
    expect(levelAtRajin({ hours: 120, others: true, to: OFF_VLADIVOSTOK })).toBe('possible');
    const threeKm = { lon: OFF_VLADIVOSTOK.lon, lat: OFF_VLADIVOSTOK.lat + 0.0271 };
    expect(levelAtRajin({ hours: 120, others: true, to: threeKm })).toBe('consistent');
  });

  test('is possible where the straight run takes most of the silence', () => {
    const busan = { lon: 129.04, lat: 35.1 };
    // 489 nm: 40.7 h of the 50 at 12 kn. Chongjin lies near the way.
    const levels = (hours: number) =>
      darkCallsOf({ hours, others: true, to: busan })
        .filter(({ port }) => port.id === 'KPCHO')
        .map(({ level }) => level);
    expect(levels(50)).toEqual(['possible']);
    expect(levels(60)).toEqual(['consistent']);
  });

  test.each<[string, Partial<Sighting>, string]>([
    ['a sighting at that port in the window', {}, 'supported'],
    ['under another name of the port', { place: 'Rason' }, 'supported'],
    ['a voyage from there', { kind: 'voyage', place: 'Rajin->Dunai' }, 'supported'],
    ['a voyage to there', { kind: 'voyage', place: 'Dunai -> Najin' }, 'supported'],
    ['on a day that only touches the window', { from: T0, to: T0 + 12 * HOUR_MS }, 'supported'],
    ['before it can have been there', { from: T0, to: T0 + 7 * HOUR_MS }, 'possible'],
    ['after it must have left', { from: T0 + 110 * HOUR_MS, to: T0 + 120 * HOUR_MS }, 'possible'],
    ['of another ship', { imo: 9_179_842 }, 'possible'],
    ['by name only', { imo: 0 }, 'possible'],
    ['at another port', { place: 'Chongjin' }, 'possible'],
    ['a count of visits', { kind: 'count' }, 'possible'],
  ])('%s makes it %s', (_, given, level) => {
    expect(levelAtRajin({ hours: 120, sightings: [sighting(given)] })).toBe(level);
  });

  test('supported gives the sightings it rests on', () => {
    const seen = [sighting({ id: 'a' }), sighting({ id: 'b', imo: 1 }), sighting({ id: 'c' })];
    const darkCall = darkCallsOf({ hours: 120, sightings: seen }).find(({ port }) => port === rajin)!;
    expect(darkCall.sightings.map(({ id }) => id)).toEqual(['a', 'c']);
  });
});
