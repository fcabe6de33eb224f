import { distanceM, interpolate, M_PER_NM } from '../../src/core/geo/index.ts';
import type { Port, Sighting } from '../../src/core/ports/index.ts';
import type { Designation } from '../../src/core/sanctions/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/time/index.ts';
import { Flag, type StaticFields } from '../../src/core/track/index.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { designation } from '../sanctions/designations.ts';
import type { Report } from '../track/reports.ts';
import { portAt } from './port-at.ts';

/** Ships that sail among ports, stop, fall silent, jump and lie, and what is published about them. */
export interface World {
  readonly reports: readonly Report[];
  readonly ports: readonly Port[];
  readonly sightings: readonly Sighting[];
  readonly designations: readonly Designation[];
}

/** Coordinates are multiples of this: then a shift by whole degrees loses no bit. */
const GRID_DEG = 2 ** -20;
const START = Date.parse('2024-03-01T00:00:00Z');
const DAYS = 8;
const LISTED = 9_161_003;
const PLACEHOLDER = 111_111_111;

/** Two ports lie so close that their areas overlap; one has an area of its own size. */
const PORTS: readonly Port[] = [
  portAt('KPAAA', 130.25, 42.25, { country: 'KP' }),
  portAt('KPBBB', 129.75, 41.75, { country: 'KP', radiusM: 4500 }),
  portAt('RUAAA', 131.875, 43.125),
  portAt('RUBBB', 132.875, 42.8125, { radiusM: 5000 }),
  portAt('RUCCC', 132.96875, 42.75, { radiusM: 5000 }),
  portAt('RUDDD', 133.5, 42.875, { concern: false }),
  portAt('KRAAA', 129.375, 39.5, { country: 'KR', concern: false }),
  portAt('JPAAA', 134.5, 41.5, { country: 'JP', concern: false }),
];

interface Dice {
  between(from: number, to: number): number;
  pick<T>(values: readonly T[]): T;
  chance(share: number): boolean;
}

/** One moment of a voyage as the ship itself knows it. */
interface Moment {
  readonly t: number;
  readonly lon: number;
  readonly lat: number;
  readonly sog: number;
  readonly status: number;
}

/** The same world for the same seed, on every machine. */
export function randomWorld(seed: number): World {
  const dice = diceOf(seed);
  const ships = Array.from({ length: 5 }, (_, i) => ({ mmsi: 273_000_001 + i, voyage: voyageOf(dice) }));
  const reports = ships.flatMap(({ mmsi, voyage }, i) => {
    const imo = i === 0 ? LISTED : 0;
    const flags = i === 4 && dice.chance(0.3) ? Flag.reconstructed : 0;
    const withSpeed = !dice.chance(0.2);
    const heard = withSilences(voyage, dice).map(moment => reportOf(moment, mmsi, imo, flags, withSpeed));
    return [...heard, ...staticsOf(mmsi, imo, flags, heard, dice), ...faultsOf(heard, dice)];
  });
  const twin = withSilences(voyageOf(dice), dice).map(moment => reportOf(moment, 273_000_002, 0, 0, true));
  const second = voyageOf(dice)
    .slice(0, 60)
    .map(moment => reportOf(moment, 273_000_077, LISTED, 0, true));
  const nobody = voyageOf(dice)
    .slice(0, 40)
    .map(moment => reportOf(moment, dice.pick([PLACEHOLDER, 0]), 0, 0, true));
  const station = { mmsi: 2_731_234, t: START, lon: 132, lat: 43, flags: Flag.notShip };
  const all = [
    ...reports,
    ...(dice.chance(0.3) ? twin : []),
    ...(dice.chance(0.3) ? second : []),
    ...nobody,
    station,
  ];
  const down = dice.chance(0.3) ? START + dice.between(1, DAYS - 1) * DAY_MS : Number.NaN;
  const inOrder = all
    .filter(({ t }) => !(t > down && t < down + 15 * HOUR_MS))
    .toSorted((a, b) => a.t - b.t)
    .map((report, index) => ({ ...report, row: index + 1 }));
  return { reports: inOrder, ports: PORTS, sightings: sightingsOf(dice), designations: designationsOf(dice) };
}

function diceOf(seed: number): Dice {
  const random = seededRandom(seed);
  return {
    between: (from, to) => from + (to - from) * random(),
    pick: values => values[Math.floor(random() * values.length)]!,
    chance: share => random() < share,
  };
}

function onGrid(degrees: number): number {
  return Math.round(degrees / GRID_DEG) * GRID_DEG;
}

/** From port to port, with stops of up to a day and a half some way off the ports' points. */
function voyageOf(dice: Dice): Moment[] {
  const moments: Moment[] = [];
  const everyMs = dice.pick([12, 20, 28, 45]) * MINUTE_MS;
  const end = START + DAYS * DAY_MS;
  let t = START + dice.between(0, 12) * HOUR_MS;
  let here = berthNear(dice.pick(PORTS), dice);
  while (t < end) {
    const stayMs = dice.chance(0.2) ? 0 : dice.between(0.5, 36) * HOUR_MS;
    const status = dice.pick([0, 1, 5, 5, 15]);
    for (const until = Math.min(end, t + stayMs); t < until; t += everyMs * dice.between(0.8, 1.2)) {
      const swing = dice.pick([0, 0, 0.002]);
      const [lon, lat] = [here[0] + swing * dice.between(-1, 1), here[1] + swing * dice.between(-1, 1)];
      moments.push({ t, lon, lat, sog: dice.pick([0, 0, 0.1, 0.2, 0.3, 0.6]), status });
    }
    const there = berthNear(dice.pick(PORTS), dice);
    const kn = dice.between(8, 14);
    const legMs = (distanceM(...here, ...there) / M_PER_NM / kn) * HOUR_MS;
    for (const from = t; t < Math.min(end, from + legMs); t += everyMs * dice.between(0.8, 1.2)) {
      const [lon, lat] = interpolate(...here, ...there, (t - from) / legMs);
      moments.push({ t, lon, lat, sog: kn, status: 0 });
    }
    here = there;
  }
  return moments;
}

/** A place up to 6 km from the port's point: alongside, in the road, or just outside. */
function berthNear(port: Port, dice: Dice): [lon: number, lat: number] {
  const away = dice.pick([0.2, 1, 2.9, 3.5, 4.2, 6]) / 111.2;
  const bearing = dice.between(0, 2 * Math.PI);
  return [
    port.lon + (away * Math.sin(bearing)) / Math.cos((port.lat * Math.PI) / 180),
    port.lat + away * Math.cos(bearing),
  ];
}

function withSilences(voyage: readonly Moment[], dice: Dice): Moment[] {
  let heard = [...voyage];
  for (let count = dice.pick([0, 1, 2, 4]); count > 0; count--) {
    const from = START + dice.between(0, DAYS) * DAY_MS;
    const to = from + dice.pick([3, 4, 7, 20, 30, 60, 90]) * HOUR_MS;
    heard = heard.filter(({ t }) => t < from || t > to);
  }
  return heard.length > 0 ? heard : voyage.slice(0, 3);
}

function reportOf(moment: Moment, mmsi: number, imo: number, flags: number, withSpeed: boolean): Report {
  const { t, lon, lat, sog, status } = moment;
  const speed = withSpeed ? Math.fround(Math.round(sog * 10) / 10) : Number.NaN;
  return { mmsi, imo, t: Math.round(t), lon: onGrid(lon), lat: onGrid(lat), sog: speed, status, flags };
}

/** Static messages now and then, two of them at one instant, some of them in a silence. */
function staticsOf(mmsi: number, imo: number, flags: number, heard: readonly Report[], dice: Dice): Report[] {
  const first = heard[0]!.t;
  const last = heard.at(-1)!.t;
  return Array.from({ length: 8 }, () => Math.round(dice.between(first, last))).flatMap(t =>
    Array.from({ length: dice.pick([1, 1, 2]) }, () => ({
      mmsi,
      imo,
      t,
      flags,
      statics: fieldsOf(mmsi, dice),
    })),
  );
}

function fieldsOf(mmsi: number, dice: Dice): StaticFields {
  return {
    name: dice.pick([`SHIP ${mmsi % 100}`, `SHIP ${mmsi % 100}`, 'OTHER NAME']),
    draughtM: dice.pick([4, 6.5, 8]),
    destination: dice.pick(['RUVVO', 'KR PUS', 'FOR ORDERS']),
  };
}

/** Lone jumps, a second report at the instant of another, a coarse long-range report. */
function faultsOf(heard: readonly Report[], dice: Dice): Report[] {
  return Array.from({ length: dice.pick([0, 1, 3]) }, () => dice.pick(heard)).flatMap(at => [
    { ...at, t: at.t + 60_000, lon: onGrid(at.lon! - dice.between(3, 5)), lat: onGrid(at.lat! - 4) },
    { ...at, lat: onGrid(at.lat! + 0.001) },
    { ...at, t: at.t + 120_000, flags: at.flags! | Flag.longRange },
  ]);
}

function sightingsOf(dice: Dice): Sighting[] {
  return [2, 3, 4].map(line => {
    const from = START + Math.floor(dice.between(0, DAYS)) * DAY_MS;
    const kind = dice.pick(['port', 'voyage', 'count']);
    return {
      id: `sighting/${line}`,
      from,
      to: from + dice.pick([1, 2]) * DAY_MS,
      vessel: 'SHIP 1',
      imo: dice.pick([LISTED, LISTED, 0]),
      place: kind === 'voyage' ? 'KPAAA -> RUBBB' : dice.pick(['KPAAA', 'KPBBB', 'RUAAA', 'nowhere']),
      kind,
      note: 'seen',
      source: 'a newspaper',
      line,
    };
  });
}

/** Seoul lists the ship in the middle of the world's time, Washington from the start. */
function designationsOf(dice: Dice): Designation[] {
  const effective = START + Math.floor(dice.between(1, DAYS)) * DAY_MS;
  return [
    designation({ id: 'list:1', authority: 'KR', announced: effective - DAY_MS, effective }, { imo: LISTED }),
    designation({ id: 'list:2', authority: 'US', effective: START - 30 * DAY_MS }, { imo: LISTED }),
    designation({ id: 'list:3', authority: 'EU', effective: START, ended: effective }, { mmsi: 273_000_003 }),
  ];
}
