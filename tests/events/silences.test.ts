import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SILENCE_PARAMETERS,
  findSilences,
  type OpenSilence,
  type Silence,
} from '../../src/core/events/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/time/index.ts';
import { Flag } from '../../src/core/track/index.ts';
import { judgedFleetOf, type Report } from '../track/reports.ts';

const SHIP = 273_000_001;
const OTHER = 440_000_002;
const T0 = Date.parse('2024-03-07T00:00:00Z');
const PLACE = { lon: 131.875, lat: 43 };

function at(hour: number, more: Partial<Report> = {}): Report {
  return { mmsi: SHIP, t: T0 + hour * HOUR_MS, ...PLACE, sog: 5, ...more };
}

/** A static message: the ship is heard, but not where. */
function heard(hour: number, mmsi = SHIP): Report {
  return { mmsi, t: T0 + hour * HOUR_MS, statics: { name: 'LADY R' } };
}

function silencesOf(reports: readonly Report[], feeds?: readonly number[]): Silence[] {
  return findSilences(judgedFleetOf(reports), DEFAULT_SILENCE_PARAMETERS, feeds).silences;
}

function openOf(reports: readonly Report[], feeds?: readonly number[]): OpenSilence[] {
  return findSilences(judgedFleetOf(reports), DEFAULT_SILENCE_PARAMETERS, feeds).open;
}

function hoursOf(silences: readonly Silence[]): [number, number][] {
  return silences.map(({ from, to }) => [(from - T0) / HOUR_MS, (to - T0) / HOUR_MS]);
}

describe('a silence', () => {
  test.each([
    [6, 1],
    [6 - 1 / 3600, 0],
  ])('of %d hours or more counts from six', (hours, count) => {
    expect(silencesOf([at(0), at(hours)])).toHaveLength(count);
  });

  test('has its ends, its distance, and an id that tells ship and start', () => {
    const [silence] = silencesOf([at(0), at(10, { lat: 44 })]);
    expect(silence).toMatchObject({
      id: 'silence/mmsi-273000001/2024-03-07T00:00:00Z',
      from: T0,
      to: T0 + 10 * HOUR_MS,
      lastFix: { index: 0, t: T0, ...PLACE },
      nextFix: { index: 1, t: T0 + 10 * HOUR_MS, lon: PLACE.lon, lat: 44 },
      receipts: [{ input: 0, first: 1, last: 2, rows: 2 }],
    });
    expect(silence!.distanceNm).toBeCloseTo(60.04, 2);
  });

  test('is ended by a report without a position', () => {
    expect(hoursOf(silencesOf([at(0), heard(5), at(10)]))).toEqual([]);
    const silences = silencesOf([at(0), heard(2), at(10)]);
    expect(hoursOf(silences)).toEqual([[2, 10]]);
    expect(silences[0]!.lastFix).toMatchObject({ t: T0, index: 0 });
    expect(silences[0]!.receipts).toEqual([{ input: 0, first: 1, last: 3, rows: 3 }]);
  });

  test('has no fix on a side where the ship was only heard', () => {
    const [silence] = silencesOf([heard(0), at(10)]);
    expect(silence).toMatchObject({ lastFix: null, nextFix: { index: 1 }, distanceNm: Number.NaN });
  });

  test('passes over fixes that no hull can have had', () => {
    const track = [0, 1, 2, 3].map(hour => at(hour));
    const jump = at(3.1, { lon: 129, lat: 35 });
    const [silence] = silencesOf([...track, jump, at(20)]);
    expect(silence).toMatchObject({ from: jump.t, lastFix: { t: T0 + 3 * HOUR_MS } });
  });

  test('counts the reports of the twelve hours before, the last one included', () => {
    const reports = [-12.1, -12, -11.9, -6.1, -5, -1, 0].map(hour => at(hour));
    const silences = silencesOf([...reports, at(20)]);
    expect(silences.at(-1)!.reportsBefore).toBe(5);
  });

  test('is none of a placeholder MMSI, which many ships share', () => {
    expect(silencesOf([at(0, { mmsi: 111_111_111 }), at(40, { mmsi: 111_111_111 })])).toEqual([]);
  });

  test('that rests on a reconstructed fix says so, and its control can tell nothing', () => {
    const reconstructed = { flags: Flag.reconstructed };
    const witness = [0, 3, 20].map(hour => at(hour, { mmsi: OTHER }));
    expect(silencesOf([at(0, reconstructed), at(10), ...witness])).toMatchObject([
      { reconstructed: true, control: "can't tell" },
      { reconstructed: false, control: 'others heard' },
    ]);
    expect(silencesOf([at(0, reconstructed), heard(1), at(10)])[0]!.reconstructed).toBe(true);
    expect(silencesOf([at(-1, reconstructed), at(0), at(10)])[0]!.reconstructed).toBe(false);
  });

  test('across midnight and 180 degrees is measured the short way', () => {
    const [silence] = silencesOf([at(20, { lon: 179.5, lat: 0 }), at(30, { lon: -179.5, lat: 0 })]);
    expect(silence!.distanceNm).toBeCloseTo(60.04, 2);
  });
});

describe('the control', () => {
  /** A silence of ten hours, and another ship that is heard at these hours so many km to the north. */
  function controlWith(northKm: number, hours: readonly number[], more: Partial<Report> = {}): string {
    const lat = PLACE.lat + northKm / 111.195;
    const witness = hours.map(hour => at(hour, { mmsi: OTHER, lat, ...more }));
    return silencesOf([at(0), at(10), ...witness]).find(({ vessel }) => vessel.mmsi[0] === SHIP)!.control;
  }

  test.each<[string, number, number[], string]>([
    ['another ship near by in the silence', 49, [5], 'others heard'],
    ['another ship farther off than 50 km, in the silence', 51, [5], "can't tell"],
    ['another near by before and one far off in it', 49, [-1], 'feed down'],
    ['at the very ends of the silence only', 49, [0, 10], 'feed down'],
    ['nobody at all', 0, [], "can't tell"],
  ])('%s', (_, northKm, hours, control) => {
    expect(controlWith(northKm, hours)).toBe(control);
  });

  test('nobody is heard where others are at other times, while the feed goes on elsewhere', () => {
    const near = at(-2, { mmsi: OTHER });
    const far = at(5, { mmsi: 440_000_003, lat: 35 });
    expect(silencesOf([at(0), at(10), near, far])[0]!.control).toBe('nobody heard');
  });

  test('counts a ship near the place where it was heard again', () => {
    const away = { lon: 133.5, lat: 43 };
    const witness = at(5, { mmsi: OTHER, ...away });
    expect(silencesOf([at(0), at(10, away), witness])[0]!.control).toBe('others heard');
  });

  test('counts no report without a usable position, but hears it: the feed was not down', () => {
    expect(controlWith(1, [5], { lat: Number.NaN })).toBe("can't tell");
    expect(controlWith(1, [5], { mmsi: 111_111_111 })).toBe("can't tell");
  });

  test('asks the same source only', () => {
    expect(controlWith(1, [5], { source: 1 })).toBe("can't tell");
  });

  test('does not call a file down that has this ship alone', () => {
    const elsewhere = at(5, { mmsi: OTHER, source: 1, lat: 10 });
    expect(silencesOf([at(0), at(10), elsewhere])[0]!.control).toBe("can't tell");
  });

  test('takes inputs of one feed for one source, as a log in daily files', () => {
    const days = [at(0), at(60, { source: 2 }), at(30, { mmsi: OTHER, source: 1 })];
    const control = (feeds?: readonly number[]) => silencesOf(days, feeds)[0]!.control;
    expect(control()).toBe("can't tell");
    expect(control([7, 7, 7])).toBe('others heard');
    expect(control([7, 8, 7])).toBe("can't tell");
  });

  test.each([-45, 0, 45])('hears others across 180 degrees, %d km to the north', northKm => {
    const witness = at(5, { mmsi: OTHER, lon: -179.9, lat: PLACE.lat + northKm / 111.195 });
    const reports = [at(0, { lon: 179.9 }), at(10, { lon: 179.9 }), witness];
    expect(silencesOf(reports)[0]!.control).toBe('others heard');
  });
});

describe('an open silence', () => {
  test('is told of a ship whose feed goes on for six hours without it', () => {
    const going = [0, 6, 20].map(hour => at(hour, { mmsi: OTHER }));
    expect(openOf([at(0), heard(1), ...going])).toMatchObject([
      {
        id: 'silence/mmsi-273000001/2024-03-07T01:00:00Z',
        from: T0 + HOUR_MS,
        seenTo: T0 + 20 * HOUR_MS,
        lastFix: { t: T0 },
      },
    ]);
    expect(openOf([at(15), ...going])).toEqual([]);
  });

  test('is not told from the end of its own file, unless the next file is of the same feed', () => {
    const nextDay = at(40, { mmsi: OTHER, source: 1 });
    expect(openOf([at(0), nextDay])).toEqual([]);
    expect(openOf([at(0), nextDay], [0, 0])).toMatchObject([{ seenTo: nextDay.t }]);
  });
});

describe("Global Fishing Watch's sample", () => {
  interface Message {
    readonly ssvid: string;
    readonly timestamp: number;
    readonly lat: number | null;
    readonly lon: number | null;
  }

  function readJson<T>(name: string): T {
    return JSON.parse(readFileSync(new URL(`../../fixtures/gfw/${name}`, import.meta.url), 'utf8'));
  }

  const messages = readJson<Message[]>('pipe-gaps_sample_messages.json');
  const reports = messages.map(({ ssvid, timestamp, lat, lon }) => ({
    mmsi: Number(ssvid),
    t: timestamp * 1000,
    lon: lon ?? Number.NaN,
    lat: lat ?? Number.NaN,
  }));

  test.each([1, 1.2, 1.5, 6])(
    'has the gaps of %d h that its times tell, the message without a place counted',
    hours => {
      const times = messages.map(({ timestamp }) => timestamp).sort((a, b) => a - b);
      const gaps = times.filter((t, i) => i > 0 && t - times[i - 1]! >= hours * 3600);
      const { silences } = findSilences(judgedFleetOf(reports), { silenceHours: hours, controlKm: 50 });
      expect(silences.map(({ to }) => to / 1000)).toEqual(gaps);
      if (hours === 1.2) expect(gaps).toHaveLength(19);
      if (hours === 6) expect(gaps).toHaveLength(0);
    },
  );

  test('an open gap is an open silence from the same instant and place', () => {
    const gap = readJson<{
      ssvid: string;
      gap_start_timestamp: number;
      gap_start_lat: number;
      gap_start_lon: number;
    }>('pipe-gaps_open_gaps.json');
    const last = {
      mmsi: Number(gap.ssvid),
      t: gap.gap_start_timestamp * 1000,
      lon: gap.gap_start_lon,
      lat: gap.gap_start_lat,
    };
    const going = { ...last, mmsi: OTHER, t: last.t + DAY_MS + MINUTE_MS };
    expect(openOf([last, going])).toMatchObject([
      { from: last.t, seenTo: going.t, lastFix: { lon: last.lon, lat: last.lat } },
    ]);
  });
});
