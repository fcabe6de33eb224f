import type { Instant } from '../time/index.ts';
import {
  type FieldClaim,
  isPlaceholderMmsi,
  mmsiCountry,
  STATIC_FIELDS,
  type StaticField,
  type StaticFields,
  type Vessel,
} from '../vessel/index.ts';
import type { ReportBlock, ReportRows } from './report-rows.ts';
import { Flag } from './sink.ts';
import { NO_STATICS, type StaticsTable } from './statics-table.ts';
import { TrackStore, Verdict } from './store.ts';

const MADE_UP = Flag.reconstructed | Flag.synthetic;

/** Columns that tell reports of one instant apart, in the order in which they are compared. */
const MOTION = ['lon', 'lat', 'sog', 'cog', 'heading', 'status', 'flags'] as const;

/** Ships with their reports in columns; aids, base stations and aircraft are left out. `vessels[i]` owns `store.starts[i]` to `store.starts[i + 1]`. */
export interface Fleet {
  readonly vessels: readonly Vessel[];
  readonly store: TrackStore;
  /** What a row of the store says of its ship. To be asked before the collector takes or gives up other rows. */
  identityAt(row: number): RowIdentity;
}

/** What one report says of its ship: its own transmitter's number, and the static data that came with it. */
export interface RowIdentity {
  /** 0 where not given. */
  readonly mmsi: number;
  /** 0 where not given. */
  readonly imo: number;
  readonly statics: StaticFields;
}

/** Transmitters of one ship. */
interface Group {
  readonly id: string;
  readonly imo: number;
  readonly members: number[];
}

/**
 * Sorts reports by ship, then time, then all else that tells them apart. `mmsiOf` has the MMSI of each transmitter.
 * The rows stay as they are.
 */
export function assembleFleet(rows: ReportRows, mmsiOf: readonly number[], statics: StaticsTable): Fleet {
  const groups = groupTransmitters(rows, mmsiOf);
  const vesselOf = new Uint32Array(mmsiOf.length);
  groups.forEach((group, vessel) => {
    for (const who of group.members) vesselOf[who] = vessel;
  });
  const starts = countRows(rows, vesselOf, groups.length);
  const order = orderRows(rows, vesselOf, starts);
  sortEach(order, starts, comparator(rows, statics));
  const store = TrackStore.create(order.length, groups.length);
  store.starts.set(starts);
  fill(store, rows, order);
  const isRepeat = repeats(rows, order);
  const vessels = groups.map((group, index): Vessel => {
    const mmsi = group.members.map(who => mmsiOf[who]!).filter(value => value > 0);
    const claims = claimsOf(index, store, rows, order, statics, isRepeat);
    return describe(group, index, mmsi, claims, store, isRepeat);
  });
  return {
    vessels,
    store,
    identityAt: row => {
      const block = rows.block(order[row]!);
      const at = rows.place(order[row]!);
      return { mmsi: mmsiOf[block.who[at]!]!, imo: block.imo[at]!, statics: statics.at(block.statics[at]!) };
    },
  };
}

/** Transmitters that give one and the same IMO number are one ship; one that gives several stays alone. */
function groupTransmitters(rows: ReportRows, mmsiOf: readonly number[]): Group[] {
  const claims = new ImoClaims(mmsiOf.length);
  rows.eachBlock(0, (block, from, to) => {
    for (let i = from; i < to; i++) if (isShip(block, i)) claims.add(block.who[i]!, block.imo[i]!);
  });
  const groups = new Map<string, Group>();
  mmsiOf.forEach((mmsi, who) => {
    if (!claims.isHeard(who)) return;
    const isShared = mmsi > 0 && isPlaceholderMmsi(mmsi);
    const imo = isShared ? 0 : claims.onlyImo(who);
    const id = imo > 0 ? `imo-${imo}` : `mmsi-${mmsi}`;
    const group = groups.get(id) ?? { id, imo, members: [] };
    group.members.push(who);
    groups.set(id, group);
  });
  return [...groups.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Which IMO number each transmitter gave, if only one. */
class ImoClaims {
  readonly #heard: Uint8Array;
  readonly #imo: Uint32Array;
  readonly #several: Uint8Array;

  constructor(transmitters: number) {
    this.#heard = new Uint8Array(transmitters);
    this.#imo = new Uint32Array(transmitters);
    this.#several = new Uint8Array(transmitters);
  }

  /** Takes note of a report of a ship; `imo` is 0 where it gave none. */
  add(who: number, imo: number): void {
    this.#heard[who] = 1;
    if (imo === 0 || imo === this.#imo[who]) return;
    if (this.#imo[who]! > 0) this.#several[who] = 1;
    this.#imo[who] = imo;
  }

  isHeard(who: number): boolean {
    return this.#heard[who] === 1;
  }

  /** 0 where it gave none or several. */
  onlyImo(who: number): number {
    return this.#several[who] === 1 ? 0 : this.#imo[who]!;
  }
}

/** First row of each ship, and one past the last. */
function countRows(rows: ReportRows, vesselOf: Uint32Array, vesselCount: number): Uint32Array {
  const starts = new Uint32Array(vesselCount + 1);
  rows.eachBlock(0, (block, from, to) => {
    for (let i = from; i < to; i++) if (isShip(block, i)) starts[vesselOf[block.who[i]!]! + 1]!++;
  });
  for (let vessel = 0; vessel < vesselCount; vessel++) starts[vessel + 1]! += starts[vessel]!;
  return starts;
}

/** Row numbers by ship, as they came within each. */
function orderRows(rows: ReportRows, vesselOf: Uint32Array, starts: Uint32Array): Uint32Array {
  const order = new Uint32Array(starts.at(-1)!);
  const next = starts.slice();
  let row = 0;
  rows.eachBlock(0, (block, from, to) => {
    for (let i = from; i < to; i++, row++) {
      if (isShip(block, i)) order[next[vesselOf[block.who[i]!]!]!++] = row;
    }
  });
  return order;
}

type Compare = (a: number, b: number) => number;

function sortEach(order: Uint32Array, starts: Uint32Array, compare: Compare): void {
  for (let vessel = 0; vessel + 1 < starts.length; vessel++) {
    const slice = order.subarray(starts[vessel], starts[vessel + 1]);
    if (!isSorted(slice, compare)) slice.sort(compare);
  }
}

function isSorted(rows: Uint32Array, compare: Compare): boolean {
  for (let i = 1; i < rows.length; i++) {
    if (compare(rows[i - 1]!, rows[i]!) > 0) return false;
  }
  return true;
}

/** By time, then everything else that tells rows apart. */
function comparator(rows: ReportRows, statics: StaticsTable): Compare {
  const ranks = statics.ranks();
  return (a, b) => {
    const x = rows.block(a);
    const y = rows.block(b);
    const i = rows.place(a);
    const j = rows.place(b);
    return (
      x.t[i]! - y.t[j]! ||
      compareMotion(x, i, y, j) ||
      ranks[x.statics[i]!]! - ranks[y.statics[j]!]! ||
      x.source[i]! - y.source[j]! ||
      x.row[i]! - y.row[j]!
    );
  };
}

/** Compares two reports by one column after the other; NaN comes last. */
function compareMotion(x: ReportBlock, i: number, y: ReportBlock, j: number): number {
  for (const column of MOTION) {
    const a = x[column][i]!;
    const b = y[column][j]!;
    if (a < b || (Number.isNaN(b) && !Number.isNaN(a))) return -1;
    if (a > b || (Number.isNaN(a) && !Number.isNaN(b))) return 1;
  }
  return 0;
}

/** Whether a row of the store says the very same as the one before it: a file that was given twice, most often. */
function repeats(rows: ReportRows, order: Uint32Array): (index: number) => boolean {
  return index => {
    const a = order[index - 1]!;
    const b = order[index]!;
    const x = rows.block(a);
    const y = rows.block(b);
    const i = rows.place(a);
    const j = rows.place(b);
    return x.t[i] === y.t[j] && x.statics[i] === y.statics[j] && compareMotion(x, i, y, j) === 0;
  };
}

function fill(store: TrackStore, rows: ReportRows, order: Uint32Array): void {
  for (let to = 0; to < order.length; to++) {
    const block = rows.block(order[to]!);
    const from = rows.place(order[to]!);
    const lon = block.lon[from]!;
    const lat = block.lat[from]!;
    store.t[to] = block.t[from]!;
    store.lon[to] = lon;
    store.lat[to] = lat;
    store.sog[to] = block.sog[from]!;
    store.cog[to] = block.cog[from]!;
    store.heading[to] = block.heading[from]!;
    store.row[to] = block.row[from]!;
    store.source[to] = block.source[from]!;
    store.status[to] = block.status[from]!;
    store.flags[to] = block.flags[from]!;
    store.verdict[to] = Number.isNaN(lon) || Number.isNaN(lat) ? Verdict.noPosition : Verdict.ok;
  }
}

function describe(
  { id, imo }: Group,
  index: number,
  mmsi: readonly number[],
  claims: readonly FieldClaim[],
  store: TrackStore,
  isRepeat: (index: number) => boolean,
): Vessel {
  const start = store.starts[index]!;
  const end = store.starts[index + 1]!;
  const sortedMmsi = [...mmsi].sort((a, b) => a - b);
  let reconstructed = false;
  let reports = 1;
  for (let i = start; i < end; i++) {
    reconstructed ||= (store.flags[i]! & MADE_UP) !== 0;
    if (i > start && !isRepeat(i)) reports++;
  }
  return {
    id,
    index,
    imo,
    mmsi: sortedMmsi,
    names: valuesByUse(claims, 'name'),
    callSigns: valuesByUse(claims, 'callSign'),
    flag: valuesByUse(claims, 'flag')[0] ?? (sortedMmsi[0] ? mmsiCountry(sortedMmsi[0]) : null),
    reports,
    from: store.t[start]!,
    to: store.t[end - 1]!,
    reconstructed,
    claims,
  };
}

/** Reports of a ship one after the other that gave the same static data, those that gave none between them passed over. */
interface StaticsRun {
  readonly statics: number;
  readonly first: number;
  last: number;
  /** Those that say the very same as the one before counted once. */
  reports: number;
}

/** A claim that the next run may prolong. */
interface OpenClaim extends FieldClaim {
  to: Instant;
  reports: number;
}

function claimsOf(
  vessel: number,
  store: TrackStore,
  rows: ReportRows,
  order: Uint32Array,
  statics: StaticsTable,
  isRepeat: (index: number) => boolean,
): FieldClaim[] {
  const runs = staticsRuns(vessel, store, rows, order, isRepeat);
  return STATIC_FIELDS.flatMap(field => {
    const claims: FieldClaim[] = [];
    let open: OpenClaim | undefined;
    for (const run of runs) {
      const value = statics.at(run.statics)[field];
      if (value === undefined) continue;
      const to = store.t[run.last]!;
      if (open?.value === value) {
        open.to = to;
        open.reports += run.reports;
        continue;
      }
      const { reports, first } = run;
      open = {
        field,
        value,
        from: store.t[first]!,
        to,
        reports,
        source: store.source[first]!,
        row: store.row[first]!,
      };
      claims.push(open);
    }
    return claims;
  });
}

function staticsRuns(
  vessel: number,
  store: TrackStore,
  rows: ReportRows,
  order: Uint32Array,
  isRepeat: (index: number) => boolean,
): StaticsRun[] {
  const runs: StaticsRun[] = [];
  let run: StaticsRun | undefined;
  for (let i = store.starts[vessel]!; i < store.starts[vessel + 1]!; i++) {
    const statics = rows.block(order[i]!).statics[rows.place(order[i]!)]!;
    if (statics === NO_STATICS) continue;
    if (run?.statics === statics) {
      run.last = i;
      if (!isRepeat(i)) run.reports++;
      continue;
    }
    run = { statics, first: i, last: i, reports: 1 };
    runs.push(run);
  }
  return runs;
}

function valuesByUse(claims: readonly FieldClaim[], field: StaticField): string[] {
  const uses = new Map<string, number>();
  for (const claim of claims) {
    if (claim.field !== field) continue;
    uses.set(String(claim.value), (uses.get(String(claim.value)) ?? 0) + claim.reports);
  }
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}

/** Aids, base stations and aircraft are collected but are no part of the fleet. */
function isShip(block: ReportBlock, place: number): boolean {
  return (block.flags[place]! & Flag.notShip) === 0;
}
