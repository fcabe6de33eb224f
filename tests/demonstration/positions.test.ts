import { describe, expect, test } from 'vitest';
import { distanceM, M_PER_NM } from '../../src/core/geo/index.ts';
import { DAY_MS, HOUR_MS, parseDay } from '../../src/core/time/index.ts';
import { readTable } from '../../src/tools/demonstration/table.ts';
import {
  type Port,
  readCaseChart,
  readCaseFile,
  readPorts,
  readReports,
  type WrittenReport,
} from './read-case.ts';

const HEADER = 'imo,mmsi,time,lat,lon,sog,cog,heading,status,name,destination,source';
const SILENCE_MS = 6 * HOUR_MS;
const SLOWEST_CALL_MS = 6 * HOUR_MS;

interface Pair {
  readonly from: WrittenReport;
  readonly to: WrittenReport;
}

const reports = readReports();
const ports = readPorts();
const pairs: Pair[] = reports
  .slice(1)
  .map((to, i) => ({ from: reports[i]!, to }))
  .filter(({ from, to }) => from.imo === to.imo);
const silences = pairs.filter(({ from, to }) => to.t - from.t >= SILENCE_MS);
const heard = pairs.filter(({ from, to }) => to.t - from.t < SILENCE_MS);

function awayM(report: WrittenReport, port: Port): number {
  return distanceM(report.lon, report.lat, port.lon, port.lat);
}

function metresOf({ from, to }: Pair): number {
  return distanceM(from.lon, from.lat, to.lon, to.lat);
}

function where({ imo, t, lat, lon }: WrittenReport): string {
  return `${imo} ${new Date(t).toISOString()} ${lat} ${lon}`;
}

function nearestM(report: WrittenReport, names: RegExp): number {
  return Math.min(...ports.filter(({ name }) => names.test(name)).map(port => awayM(report, port)));
}

describe('the file', () => {
  const text = readCaseFile('positions.csv');
  const rows = readTable(text, 'positions.csv', HEADER.split(','));

  test('has the header of the generic CSV and a size fit for a repository', () => {
    expect(text.slice(0, text.indexOf('\n'))).toBe(HEADER);
    expect(text.length).toBeLessThan(1_800_000);
    expect(rows.length).toBeGreaterThan(15_000);
  });

  test('says reconstructed in every row, and nothing that is not public', () => {
    expect(rows.filter(row => row.field('source') !== 'reconstructed')).toEqual([]);
    expect(rows.filter(row => row.field('mmsi') !== '')).toEqual([]);
  });

  test('holds the four ships, and a destination only where one is reported', () => {
    const ships = new Set(rows.map(row => `${row.field('imo')} ${row.field('name')}`));
    expect([...ships].sort()).toEqual([
      '8517839 MARIA',
      '9161003 LADY R',
      '9179842 ANGARA',
      '9358010 MAIA-1',
    ]);
    const declared = rows.filter(row => row.field('destination') !== '');
    expect(new Set(declared.map(row => `${row.field('name')} ${row.field('destination')}`))).toEqual(
      new Set(['MAIA-1 UST-LUGA']),
    );
    expect(declared[0]!.field('time').slice(0, 10)).toBe('2025-02-17');
  });

  test('holds numbers within the ranges of AIS', () => {
    const between = (value: string, least: number, most: number): boolean =>
      Number(value) >= least && Number(value) <= most;
    const bad = rows.filter(
      row =>
        !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(row.field('time')) ||
        !between(row.field('sog'), 0, 15) ||
        !between(row.field('cog'), 0, 359.9) ||
        !between(row.field('heading'), 0, 359) ||
        !['0', '1', '5'].includes(row.field('status')),
    );
    expect(bad.map(row => row.line)).toEqual([]);
  });

  test('is in order of time, ship by ship', () => {
    expect(pairs.filter(({ from, to }) => !(to.t > from.t)).map(({ to }) => where(to))).toEqual([]);
    expect(pairs.length).toBe(reports.length - 4);
  });
});

describe('the tracks', () => {
  const chart = readCaseChart();

  test('the chart knows land where there is land', () => {
    expect(chart.isWater(131.895, 43.125), 'Vladivostok').toBe(false);
    expect(chart.isWater(131.85, 43.0), 'Russky Island').toBe(false);
    expect(chart.isWater(132.34, 42.765), 'Askold Island').toBe(false);
    expect(chart.isWater(133.1, 42.72), 'Cape Povorotny').toBe(false);
    expect(chart.isWater(121.2, 31.2), 'Shanghai').toBe(false);
    expect(chart.isWater(103.8, 1.35), 'Singapore').toBe(false);
    expect(chart.isWater(32.6, 30.6), 'Sinai').toBe(false);
  });

  test('lie on water', () => {
    expect(reports.filter(({ lon, lat }) => !chart.isWater(lon, lat)).map(where)).toEqual([]);
  });

  test('cross no land between reports', () => {
    const ashore = heard.filter(
      ({ from, to }) => chart.landBetween([from.lon, from.lat], [to.lon, to.lat], 250) !== null,
    );
    expect(ashore.map(({ to }) => where(to))).toEqual([]);
  });

  test('would be caught on land if they lay a third of a degree to the north', () => {
    expect(reports.filter(({ lon, lat }) => !chart.isWater(lon, lat + 1 / 3)).length).toBeGreaterThan(1000);
  });

  test('never need more than 16 knots, nor 13 knots over a silence', () => {
    const knots = (pair: Pair): number => metresOf(pair) / M_PER_NM / ((pair.to.t - pair.from.t) / HOUR_MS);
    expect(heard.filter(pair => knots(pair) > 16).map(({ to }) => where(to))).toEqual([]);
    expect(silences.filter(pair => knots(pair) > 13).map(({ to }) => where(to))).toEqual([]);
  });

  test('go as fast as they say', () => {
    const underWay = heard.filter(({ from, to }) => from.sog > 3 && to.sog > 3 && to.t - from.t < HOUR_MS);
    const wrong = underWay.filter(pair => {
      const knots = metresOf(pair) / M_PER_NM / ((pair.to.t - pair.from.t) / HOUR_MS);
      return Math.abs(knots - (pair.from.sog + pair.to.sog) / 2) > 2;
    });
    expect(wrong.map(({ to }) => where(to))).toEqual([]);
    expect(underWay.length).toBeGreaterThan(4000);
  });
});

describe('what is kept silent', () => {
  test('no report lies within 25 km of a port of the DPRK', () => {
    const dprk = ports.filter(({ country }) => country === 'North Korea');
    expect(dprk.length).toBeGreaterThan(9);
    const near = reports.filter(report => dprk.some(port => awayM(report, port) < 25_000));
    expect(near.map(where)).toEqual([]);
  });

  test('in the north of the Sea of Japan each report is nearer to Russia than to Rajin', () => {
    const north = reports.filter(({ lat, lon }) => lat > 40 && lon > 125);
    const across = north.filter(
      report => nearestM(report, /^Rajin/) <= nearestM(report, /^(Vladivostok|Vostochny|Dunai)/),
    );
    expect(across.map(where)).toEqual([]);
    expect(north.length).toBeGreaterThan(8000);
  });

  const columns = ['date_start', 'date_end', 'imo', 'place', 'kind'];
  const sightings = readTable(readCaseFile('sightings.csv'), 'sightings.csv', columns).filter(
    row => row.field('imo') !== '' && row.field('kind') === 'port' && row.field('place') === 'Rajin',
  );

  test('nine dated sightings at Rajin name one of the ships', () => {
    expect(sightings.map(row => `${row.field('imo')} ${row.field('date_start')}`)).toEqual([
      '9179842 2023-12-09',
      '9179842 2024-01-08',
      '9161003 2024-02-04',
      '9358010 2024-02-12',
      '9161003 2024-03-10',
      '8517839 2024-04-01',
      '9161003 2024-04-14',
      '9179842 2024-10-25',
      '9161003 2025-10-01',
    ]);
  });

  test('each lies, all its days, in a silence of its own that leaves room for the call', () => {
    const rajin = ports.find(({ name }) => name.startsWith('Rajin'))!;
    const taken = sightings.map(row => {
      const start = parseDay(row.field('date_start'));
      const end = parseDay(row.field('date_end')) + DAY_MS;
      const around = silences.find(
        ({ from, to }) => from.imo === row.field('imo') && from.t <= start && to.t >= end,
      );
      if (around === undefined)
        throw new Error(`no silence around ${row.field('imo')} ${row.field('date_start')}`);
      const sailedMs = ((awayM(around.from, rajin) + awayM(around.to, rajin)) / M_PER_NM / 14) * HOUR_MS;
      expect(around.to.t - around.from.t - sailedMs).toBeGreaterThan(SLOWEST_CALL_MS);
      return around;
    });
    expect(new Set(taken).size).toBe(sightings.length);
  });

  test('each sighting with a day is in a silence of at most nine days', () => {
    const days = sightings
      .filter(row => row.field('imo') !== '8517839')
      .map(row => {
        const start = parseDay(row.field('date_start'));
        const { from, to } = silences.find(
          pair => pair.from.imo === row.field('imo') && pair.from.t <= start && pair.to.t >= start,
        )!;
        return (to.t - from.t) / DAY_MS;
      });
    expect(Math.max(...days)).toBeLessThan(9);
  });
});
