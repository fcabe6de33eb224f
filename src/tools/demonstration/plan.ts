import { type Instant, parseTime } from '../../core/time/index.ts';
import { InputError } from '../../formats/input-error.ts';
import { readTable, type TableRow } from './table.ts';

/** How a place is used: a ship slows down for a berth or an anchorage, and passes the others. */
type PlaceKind = 'berth' | 'anchorage' | 'sea' | 'canal';

/** A named point of the plan. */
export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly lon: number;
  readonly lat: number;
  /** How far a passing ship may be to either side, metres; 0 where it is held to the point. */
  readonly roomM: number;
}

interface Entry {
  readonly ship: string;
  readonly imo: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Of the reports; empty where no source gives one. */
  readonly destination: string;
  /** Mean time between reports, minutes. */
  readonly everyMin: number;
}

/** The ship lies at a place and is heard. */
export interface Stay extends Entry {
  readonly kind: 'moored' | 'anchored';
  readonly place: Place;
}

/** The ship sails through places and is heard. */
export interface Leg extends Entry {
  readonly kind: 'under way';
  /** At least two. */
  readonly places: readonly Place[];
}

/** No report is made: nothing is said of where the ship is. */
interface Silence {
  readonly kind: 'silent';
  readonly ship: string;
  readonly imo: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** One row of the plan. */
export type PlanRow = Stay | Leg | Silence;

const KINDS: readonly PlaceKind[] = ['berth', 'anchorage', 'sea', 'canal'];

/** Reads the places by id. Throws `InputError` for an unknown kind, a bad number or an id given twice. */
export function readPlaces(text: string, file: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const row of readTable(text, file, ['id', 'kind', 'lat', 'lon', 'room_m', 'basis'])) {
    const id = row.field('id');
    const kind = KINDS.find(known => known === row.field('kind'));
    if (kind === undefined) throw refuse(row, KINDS.join(', '), row.field('kind'));
    if (places.has(id)) throw refuse(row, 'a new id', id);
    places.set(id, {
      id,
      kind,
      lon: readNumber(row, 'lon'),
      lat: readNumber(row, 'lat'),
      roomM: readNumber(row, 'room_m'),
    });
  }
  return places;
}

/**
 * Reads the plan: each ship's rows in order of time, each beginning when and where the one before ends (at a
 * place without room to either side, so that the track does not jump).
 * Throws `InputError` for a row that does not, an unknown place, or a row that gives no reason.
 */
export function readPlan(text: string, file: string, places: ReadonlyMap<string, Place>): readonly PlanRow[] {
  const columns = [
    'ship',
    'imo',
    'from',
    'to',
    'ais',
    'doing',
    'places',
    'every_min',
    'destination',
    'basis',
    'why',
  ];
  const plan: PlanRow[] = [];
  for (const row of readTable(text, file, columns)) {
    const next = readRow(row, places);
    const before = plan.at(-1);
    if (!(next.from < next.to)) throw refuse(row, 'an end after the start', row.field('to'));
    if (before?.ship === next.ship) checkJoin(row, before, next);
    else if (plan.some(({ ship }) => ship === next.ship)) throw refuse(row, 'rows by ship', next.ship);
    plan.push(next);
  }
  return plan;
}

function readRow(row: TableRow, places: ReadonlyMap<string, Place>): PlanRow {
  if (!['reported', 'assumed'].includes(row.field('basis'))) {
    throw refuse(row, 'basis reported or assumed', row.field('basis'));
  }
  if (row.field('why') === '') throw refuse(row, 'a source row or a reason', 'none');
  const ship = row.field('ship');
  const imo = row.field('imo');
  const from = readTime(row, 'from');
  const to = readTime(row, 'to');
  if (row.field('ais') === 'off') return { kind: 'silent', ship, imo, from, to };
  if (row.field('ais') !== 'on') throw refuse(row, 'ais on or off', row.field('ais'));

  const entry = {
    ship,
    imo,
    from,
    to,
    destination: row.field('destination'),
    everyMin: readNumber(row, 'every_min'),
  };
  const through = row
    .field('places')
    .split(' ')
    .map(id => readPlace(row, id, places));
  const kind = row.field('doing');
  if (kind === 'under way' && through.length > 1) return { kind, ...entry, places: through };
  if ((kind === 'moored' || kind === 'anchored') && through.length === 1) {
    return { kind, ...entry, place: through[0]! };
  }
  throw refuse(
    row,
    'moored or anchored at one place, or under way through several',
    `${kind}, ${through.length}`,
  );
}

function checkJoin(row: TableRow, before: PlanRow, next: PlanRow): void {
  if (before.to !== next.from) throw refuse(row, 'the end of the row before', row.field('from'));
  if (before.kind === 'silent' || next.kind === 'silent') return;
  const left = before.kind === 'under way' ? before.places.at(-1)! : before.place;
  const begun = next.kind === 'under way' ? next.places[0]! : next.place;
  if (left !== begun) throw refuse(row, `a start at ${left.id}`, begun.id);
  if (left.roomM > 0) throw refuse(row, 'a place with room 0 where two rows meet', left.id);
}

function readPlace(row: TableRow, id: string, places: ReadonlyMap<string, Place>): Place {
  const place = places.get(id);
  if (place === undefined) throw refuse(row, 'the id of a place', id);
  return place;
}

function readTime(row: TableRow, column: string): Instant {
  const time = parseTime(row.field(column));
  if (time.kind !== 'instant') throw refuse(row, 'a UTC time with Z', row.field(column));
  return time.t;
}

function readNumber(row: TableRow, column: string): number {
  const value = Number(row.field(column));
  if (row.field(column) === '' || Number.isNaN(value))
    throw refuse(row, `a number for ${column}`, row.field(column));
  return value;
}

function refuse(row: TableRow, expected: string, found: string): InputError {
  return new InputError(row.file, row.line, expected, found || 'nothing');
}
