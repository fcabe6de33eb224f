import { describe, expect, test } from 'vitest';
import { Collector, Flag, type Fleet } from '../../src/core/track/index.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { collect, fleetOf, type Report } from './reports.ts';

const LADY_R = 9_161_003;
const ANGARA = 9_179_842;

/** All that a fleet says. */
function said({ vessels, store, identityAt }: Fleet) {
  return { vessels, store, identities: Array.from({ length: store.length }, (_, row) => identityAt(row)) };
}

function idsOf({ vessels }: Fleet): string[] {
  return vessels.map(({ id }) => id);
}

describe('which reports are one ship', () => {
  test('two MMSI that give one IMO number are one ship, with the reports of both in time order', () => {
    const fleet = fleetOf([
      { mmsi: 273_000_001, imo: LADY_R, t: 1, lon: 130, lat: 42 },
      { mmsi: 273_000_002, t: 2, lon: 130, lat: 42 },
      { mmsi: 273_000_002, imo: LADY_R, t: 3, statics: { name: 'LADY R' } },
      { mmsi: 273_000_001, t: 4, lon: 130, lat: 42 },
    ]);
    expect(fleet.vessels).toHaveLength(1);
    expect(fleet.vessels[0]).toMatchObject({
      id: 'imo-9161003',
      imo: LADY_R,
      mmsi: [273_000_001, 273_000_002],
      names: ['LADY R'],
      reports: 4,
      from: 1,
      to: 4,
    });
    expect([...fleet.store.t]).toEqual([1, 2, 3, 4]);
  });

  test('an IMO number without an MMSI joins the ship of that number', () => {
    const fleet = fleetOf([
      { mmsi: 0, imo: LADY_R, t: 1, lon: 130, lat: 42 },
      { mmsi: 273_000_001, imo: LADY_R, t: 2, lon: 130, lat: 42 },
      { mmsi: 0, imo: ANGARA, t: 2, lon: 130, lat: 42 },
    ]);
    expect(fleet.vessels.map(({ id, mmsi }) => [id, mmsi])).toEqual([
      ['imo-9161003', [273_000_001]],
      ['imo-9179842', []],
    ]);
  });

  test('an MMSI that gives two IMO numbers stays alone, and joins neither', () => {
    const fleet = fleetOf([
      { mmsi: 273_000_001, imo: LADY_R, t: 1, lon: 130, lat: 42 },
      { mmsi: 273_000_002, imo: LADY_R, t: 2, lon: 130, lat: 42 },
      { mmsi: 273_000_002, imo: ANGARA, t: 3, lon: 130, lat: 42 },
    ]);
    expect(fleet.vessels.map(({ id, imo }) => [id, imo])).toEqual([
      ['imo-9161003', LADY_R],
      ['mmsi-273000002', 0],
    ]);
  });

  test.each([111_111_111, 123_456_789])('placeholder MMSI %i is merged by no IMO number', mmsi => {
    const fleet = fleetOf([
      { mmsi: 273_000_001, imo: LADY_R, t: 1, lon: 130, lat: 42 },
      { mmsi, imo: LADY_R, t: 2, lon: 10, lat: 60 },
    ]);
    expect(idsOf(fleet)).toEqual(['imo-9161003', `mmsi-${mmsi}`]);
    expect(fleet.vessels[1]!.imo).toBe(0);
  });

  test('aids, base stations and aircraft are no ships, and lend no IMO number', () => {
    const fleet = fleetOf([
      { mmsi: 992_731_234, imo: LADY_R, t: 1, lon: 130, lat: 42, flags: Flag.notShip },
      { mmsi: 273_000_001, t: 1, lon: 130, lat: 42 },
      { mmsi: 2_734_442, t: 2, lon: 130, lat: 42, flags: Flag.notShip | Flag.synthetic },
    ]);
    expect(idsOf(fleet)).toEqual(['mmsi-273000001']);
    expect(fleet.store.length).toBe(1);
  });

  test('of no report at all is an empty fleet', () => {
    const fleet = new Collector().finish();
    expect(fleet.vessels).toEqual([]);
    expect([fleet.store.length, [...fleet.store.starts]]).toEqual([0, [0]]);
  });
});

describe('what a ship says of itself', () => {
  const fleet = fleetOf([
    { mmsi: 273_000_001, t: 1, lon: 130, lat: 42, row: 5, statics: { name: 'NEPTUN', draughtM: 6 } },
    { mmsi: 273_000_001, t: 2, row: 6, statics: { name: 'NEPTUN', destination: 'RUVVO' } },
    { mmsi: 273_000_001, t: 3, lon: 130, lat: 42, row: 7 },
    { mmsi: 273_000_001, t: 4, row: 8, statics: { name: 'MAIA-1', draughtM: 8.5 } },
    { mmsi: 273_000_001, t: 5, row: 9, statics: { name: 'MAIA-1' } },
    { mmsi: 273_000_001, t: 6, row: 10, statics: { name: 'MAIA-1' } },
  ]);
  const vessel = fleet.vessels[0]!;

  test('is kept with the time it held and the row that first gave it', () => {
    const names = vessel.claims.filter(({ field }) => field === 'name');
    expect(names).toEqual([
      { field: 'name', value: 'NEPTUN', from: 1, to: 2, reports: 2, source: 0, row: 5 },
      { field: 'name', value: 'MAIA-1', from: 4, to: 6, reports: 3, source: 0, row: 8 },
    ]);
    expect(vessel.claims.filter(({ field }) => field === 'draughtM').map(({ value }) => value)).toEqual([
      6, 8.5,
    ]);
  });

  test('is listed by how often it was given', () => {
    expect(vessel.names).toEqual(['MAIA-1', 'NEPTUN']);
  });

  test('gives the flag before the MMSI does', () => {
    expect(vessel.flag).toBe('RU');
    const flagged = fleetOf([{ mmsi: 273_000_001, t: 1, lon: 0, lat: 0, statics: { flag: 'KP' } }]);
    expect(flagged.vessels[0]!.flag).toBe('KP');
  });
});

describe('taking rows back', () => {
  const first: Report[] = [
    { mmsi: 273_000_001, t: 1, lon: 130, lat: 42, source: 0 },
    { mmsi: 273_000_002, t: 2, lon: 131, lat: 42, source: 0 },
  ];
  const second: Report[] = [
    { mmsi: 273_000_001, t: 3, lon: 130, lat: 42, source: 1, statics: { name: 'MARIA' } },
    { mmsi: 273_000_003, t: 4, lon: 131, lat: 42, source: 1, flags: Flag.reconstructed },
  ];

  test('truncate leaves what was there before', () => {
    const collector = collect([...first, ...second]);
    expect(collector.anyFlag(2, Flag.reconstructed)).toBe(true);
    collector.truncate(2);
    expect(said(collector.finish())).toEqual(said(fleetOf(first)));
    expect(collector.anyFlag(0, Flag.reconstructed)).toBe(false);
  });

  test.each([-1, 5, Number.NaN])('truncate refuses %d of four rows', length => {
    expect(() => collect([...first, ...second]).truncate(length)).toThrow(`${length} of 4`);
  });

  test('remove takes out one input and keeps the others in order', () => {
    const collector = collect([...first, ...second]);
    collector.remove(0);
    expect(collector.length).toBe(2);
    expect(said(collector.finish())).toEqual(said(fleetOf(second)));
  });

  test('rows can be added after', () => {
    const collector = collect([...first, ...second]);
    collector.remove(1);
    collector.report(273_000_009, 0, 9, 130, 42, NaN, NaN, NaN, 15, 0, 1, 1);
    expect(idsOf(collector.finish())).toEqual(['mmsi-273000001', 'mmsi-273000002', 'mmsi-273000009']);
  });
});

describe('what is refused', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY])('a report at the time %d', t => {
    expect(() => fleetOf([{ mmsi: 1, t, lon: 0, lat: 0, row: 77 }])).toThrow(`${t} in row 77`);
  });

  test('static data of a row that brought no report', () => {
    const collector = collect([{ mmsi: 1, t: 1, lon: 0, lat: 0, row: 1 }]);
    expect(() => collector.statics(1, 0, 1, { name: 'X' }, false, 0, 0, 2)).toThrow('row 2');
    expect(() => new Collector().statics(1, 0, 1, {}, false, 0, 0, 3)).toThrow('row 3');
  });
});

describe('longitudes', () => {
  test.each([
    [180, -180],
    [190, -170],
    [-181, 179],
    [540, -180],
  ])('%d is kept as %d', (lon, kept) => {
    expect(fleetOf([{ mmsi: 1, t: 1, lon, lat: 0 }]).store.lon[0]).toBe(kept);
  });
});

describe('the order in which rows come', () => {
  /** Rows of one instant that differ in one field at most, so that every field has to decide somewhere. */
  function rowsOfAnInstant(random: () => number): Report[] {
    const pick = <T>(...values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
    return Array.from({ length: 12 }, (_, index) => ({
      mmsi: pick(273_000_001, 273_000_002),
      imo: LADY_R,
      t: pick(0, 1000),
      lon: pick(130, 130, 131),
      lat: 42,
      sog: pick(0, NaN),
      status: pick(0, 1, 5, 15),
      flags: pick(0, Flag.longRange, Flag.synthetic),
      row: index + 1,
      statics: pick({}, { name: 'A' }, { name: 'B' }, { name: 'B', destination: 'C' }),
    }));
  }

  test('makes no difference to the fleet', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seededRandom(seed);
      const rows = rowsOfAnInstant(random);
      const shuffled = rows.map(row => ({ row, at: random() })).sort((a, b) => a.at - b.at);
      const fleet = fleetOf(shuffled.map(({ row }) => row));
      expect(said(fleet), `seed ${seed}`).toEqual(said(fleetOf(rows)));
    }
  });

  test('makes no difference to what is kept of two rows that only their place in the file tells apart', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const rows = rowsOfAnInstant(seededRandom(seed));
      const contents = ({ store, vessels }: Fleet) => [
        [store.t, store.lon, store.sog, store.status, store.flags].map(column => [...column]),
        vessels.map(({ claims }) => claims.map(({ field, value, from, to }) => [field, value, from, to])),
      ];
      const reversed = rows.toReversed().map((row, index) => ({ ...row, row: index + 1 }));
      expect(contents(fleetOf(reversed)), `seed ${seed}`).toEqual(contents(fleetOf(rows)));
    }
  });
});
