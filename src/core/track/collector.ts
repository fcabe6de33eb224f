import { normalizeLon } from '../geo/index.ts';
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
import { Column } from './columns.ts';
import { Flag, type ReportSink } from './sink.ts';
import { TrackStore, Verdict } from './store.ts';

/** Ships whose only identity is an IMO number get keys above every MMSI. */
const IMO_KEY_BASE = 1e10;

interface Transmitter {
  readonly mmsi: number;
  lastStatic: number;
}

/** Ships with their reports in columns; aids, base stations and aircraft are left out. `vessels[i]` owns `store.starts[i]` to `store.starts[i + 1]`. */
export interface Fleet {
  readonly vessels: readonly Vessel[];
  readonly store: TrackStore;
}

const f64 = (length: number) => new Float64Array(length);
const f32 = (length: number) => new Float32Array(length);
const u32 = (length: number) => new Uint32Array(length);
const u16 = (length: number) => new Uint16Array(length);
const u8 = (length: number) => new Uint8Array(length);

/**
 * Collects reports of any files in any order; `finish` sorts them into a fleet. The fleet depends on the set
 * of reports alone, not on their order.
 */
export class Collector implements ReportSink {
  readonly #keys = new Map<number, number>();
  readonly #transmitters: Transmitter[] = [];
  readonly #statics: StaticFields[] = [{}];
  readonly #staticIds = new Map([[staticKey({}), 0]]);

  readonly #who = new Column(u32);
  readonly #imo = new Column(u32);
  readonly #t = new Column(f64);
  readonly #lon = new Column(f64);
  readonly #lat = new Column(f64);
  readonly #sog = new Column(f32);
  readonly #cog = new Column(f32);
  readonly #heading = new Column(f32);
  readonly #row = new Column(u32);
  readonly #static = new Column(u32);
  readonly #source = new Column(u16);
  readonly #status = new Column(u8);
  readonly #flags = new Column(u8);

  /** Rows collected so far. */
  get length(): number {
    return this.#t.length;
  }

  report(
    mmsi: number,
    imo: number,
    t: Instant,
    lon: number,
    lat: number,
    sog: number,
    cog: number,
    heading: number,
    status: number,
    flags: number,
    source: number,
    row: number,
  ): void {
    if (!Number.isFinite(t)) throw new RangeError(`a report needs a time, got ${t} in row ${row}`);
    this.#who.push(this.#transmitter(mmsi, imo));
    this.#imo.push(imo);
    this.#t.push(t);
    this.#lon.push(normalizeLon(lon));
    this.#lat.push(lat);
    this.#sog.push(sog);
    this.#cog.push(cog);
    this.#heading.push(heading);
    this.#row.push(row);
    this.#static.push(0);
    this.#source.push(source);
    this.#status.push(status);
    this.#flags.push(flags);
  }

  statics(
    mmsi: number,
    imo: number,
    t: Instant,
    fields: StaticFields,
    heard: boolean,
    flags: number,
    source: number,
    row: number,
  ): void {
    if (heard) {
      this.report(
        mmsi,
        imo,
        t,
        Number.NaN,
        Number.NaN,
        Number.NaN,
        Number.NaN,
        Number.NaN,
        15,
        flags,
        source,
        row,
      );
    }
    const last = this.#t.length - 1;
    if (last < 0 || this.#row.values[last] !== row || this.#source.values[last] !== source) {
      throw new RangeError(`static data of row ${row} came without its report`);
    }
    if (imo > 0) this.#imo.values[last] = imo;
    this.#static.values[last] = this.#internStatics(this.#transmitters[this.#who.values[last]!]!, fields);
  }

  /** Takes back every row after the first `length`: what a file gave that was cancelled or failed half way. */
  truncate(length: number): void {
    if (!(length >= 0 && length <= this.length))
      throw new RangeError(`can't keep ${length} of ${this.length} rows`);
    for (const column of this.#columns()) column.length = length;
  }

  /** Takes out every row of an input. */
  remove(source: number): void {
    const columns = this.#columns();
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      if (this.#source.values[i] === source) continue;
      for (const { values } of columns) values[kept] = values[i]!;
      kept++;
    }
    this.truncate(kept);
  }

  /** True if a row from `first` on has one of the flags. */
  anyFlag(first: number, flags: number): boolean {
    const rows = this.#flags.values.subarray(first, this.length);
    return rows.some(value => (value & flags) !== 0);
  }

  finish(): Fleet {
    const groups = this.#groupTransmitters();
    const vesselOf = new Uint32Array(this.#transmitters.length);
    groups.forEach((group, vessel) => {
      for (const who of group.members) vesselOf[who] = vessel;
    });
    const order = this.#order(vesselOf, groups.length);
    const store = TrackStore.create(order.rows.length, groups.length);
    store.starts.set(order.starts);
    this.#fill(store, order.rows);
    const vessels = groups.map((group, index) => this.#describe(group, index, store, order.rows));
    return { vessels, store };
  }

  /** Aids, base stations and aircraft are collected but are no part of the fleet. */
  #isShip(row: number): boolean {
    return (this.#flags.values[row]! & Flag.notShip) === 0;
  }

  #columns() {
    const ids = [this.#who, this.#imo, this.#row, this.#static, this.#source];
    const motion = [this.#t, this.#lon, this.#lat, this.#sog, this.#cog, this.#heading];
    return [...ids, ...motion, this.#status, this.#flags];
  }

  #transmitter(mmsi: number, imo: number): number {
    const key = mmsi > 0 ? mmsi : IMO_KEY_BASE + imo;
    let who = this.#keys.get(key);
    if (who === undefined) {
      who = this.#transmitters.length;
      this.#keys.set(key, who);
      this.#transmitters.push({ mmsi, lastStatic: 0 });
    }
    return who;
  }

  #internStatics(transmitter: Transmitter, fields: StaticFields): number {
    const last = this.#statics[transmitter.lastStatic]!;
    if (STATIC_FIELDS.every(field => last[field] === fields[field])) return transmitter.lastStatic;
    const key = staticKey(fields);
    let id = this.#staticIds.get(key);
    if (id === undefined) {
      id = this.#statics.length;
      this.#statics.push(fields);
      this.#staticIds.set(key, id);
    }
    transmitter.lastStatic = id;
    return id;
  }

  /** Transmitters that give one and the same IMO number are one ship; one that gives several stays alone. */
  #groupTransmitters(): Group[] {
    const imoClaims = new Map<number, Set<number>>();
    for (let i = 0; i < this.length; i++) {
      if (!this.#isShip(i)) continue;
      const who = this.#who.values[i]!;
      const claims = imoClaims.get(who) ?? new Set();
      imoClaims.set(who, claims);
      if (this.#imo.values[i]! > 0) claims.add(this.#imo.values[i]!);
    }
    const groups = new Map<string, Group>();
    imoClaims.forEach((claims, who) => {
      const { mmsi } = this.#transmitters[who]!;
      const shared = mmsi > 0 && isPlaceholderMmsi(mmsi);
      const imo = claims.size === 1 && !shared ? [...claims][0]! : 0;
      const id = imo > 0 ? `imo-${imo}` : `mmsi-${mmsi}`;
      const group = groups.get(id) ?? { id, imo, members: [] };
      group.members.push(who);
      groups.set(id, group);
    });
    return [...groups.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Row numbers of the collected columns, by ship, then time, then everything else that tells rows apart. */
  #order(vesselOf: Uint32Array, vesselCount: number): { starts: Uint32Array; rows: Uint32Array } {
    const starts = new Uint32Array(vesselCount + 1);
    for (let i = 0; i < this.length; i++) {
      if (this.#isShip(i)) starts[vesselOf[this.#who.values[i]!]! + 1]!++;
    }
    for (let v = 0; v < vesselCount; v++) starts[v + 1]! += starts[v]!;
    const next = starts.slice();
    const rows = new Uint32Array(starts[vesselCount]!);
    for (let i = 0; i < this.length; i++) {
      if (this.#isShip(i)) rows[next[vesselOf[this.#who.values[i]!]!]!++] = i;
    }
    const compare = this.#comparator();
    for (let v = 0; v < vesselCount; v++) {
      const slice = rows.subarray(starts[v], starts[v + 1]);
      if (!isSorted(slice, compare)) slice.sort(compare);
    }
    return { starts, rows };
  }

  #comparator(): (a: number, b: number) => number {
    const t = this.#t.values;
    const motion = [this.#lon, this.#lat, this.#sog, this.#cog, this.#heading, this.#status, this.#flags].map(
      column => column.values,
    );
    const origin = [this.#source, this.#row].map(column => column.values);
    const statics = this.#static.values;
    const ranks = this.#staticRanks();
    return (a, b) =>
      t[a]! - t[b]! ||
      compareRows(motion, a, b) ||
      ranks[statics[a]!]! - ranks[statics[b]!]! ||
      compareRows(origin, a, b);
  }

  /** Place of each interned record in the order of their contents; ids tell only which came first. */
  #staticRanks(): Uint32Array {
    const ranks = new Uint32Array(this.#statics.length);
    const sorted = [...this.#staticIds].sort(([a], [b]) => (a < b ? -1 : 1));
    sorted.forEach(([, id], rank) => {
      ranks[id] = rank;
    });
    return ranks;
  }

  #fill(store: TrackStore, rows: Uint32Array): void {
    const pairs = [
      [store.t, this.#t.values],
      [store.lon, this.#lon.values],
      [store.lat, this.#lat.values],
      [store.sog, this.#sog.values],
      [store.cog, this.#cog.values],
      [store.heading, this.#heading.values],
      [store.row, this.#row.values],
      [store.source, this.#source.values],
      [store.status, this.#status.values],
      [store.flags, this.#flags.values],
    ] as const;
    for (const [to, from] of pairs) {
      for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]!]!;
    }
    for (let i = 0; i < rows.length; i++) {
      const noPosition = Number.isNaN(store.lon[i]!) || Number.isNaN(store.lat[i]!);
      store.verdict[i] = noPosition ? Verdict.noPosition : Verdict.ok;
    }
  }

  #describe(group: Group, index: number, store: TrackStore, rows: Uint32Array): Vessel {
    const start = store.starts[index]!;
    const end = store.starts[index + 1]!;
    const claims = this.#claims(start, end, store, rows);
    const mmsi = group.members.map(who => this.#transmitters[who]!.mmsi).filter(value => value > 0);
    mmsi.sort((a, b) => a - b);
    const flags = valuesByUse(claims, 'flag');
    let reconstructed = false;
    for (let i = start; i < end; i++)
      reconstructed ||= (store.flags[i]! & (Flag.reconstructed | Flag.synthetic)) !== 0;
    return {
      id: group.id,
      index,
      imo: group.imo,
      mmsi,
      names: valuesByUse(claims, 'name'),
      callSigns: valuesByUse(claims, 'callSign'),
      flag: flags[0] ?? (mmsi[0] ? mmsiCountry(mmsi[0]) : null),
      reports: end - start,
      from: store.t[start]!,
      to: store.t[end - 1]!,
      reconstructed,
      claims,
    };
  }

  #claims(start: number, end: number, store: TrackStore, rows: Uint32Array): FieldClaim[] {
    const claims: FieldClaim[] = [];
    for (const field of STATIC_FIELDS) {
      let open: OpenClaim | undefined;
      for (let i = start; i < end; i++) {
        const value = this.#statics[this.#static.values[rows[i]!]!]![field];
        if (value === undefined) continue;
        const t = store.t[i]!;
        if (open?.value === value) {
          open.to = t;
          open.reports++;
          continue;
        }
        open = { field, value, from: t, to: t, reports: 1, source: store.source[i]!, row: store.row[i]! };
        claims.push(open);
      }
    }
    return claims;
  }
}

/** A claim that the next report may prolong. */
interface OpenClaim extends FieldClaim {
  to: Instant;
  reports: number;
}

interface Group {
  readonly id: string;
  readonly imo: number;
  readonly members: number[];
}

function staticKey(fields: StaticFields): string {
  return JSON.stringify(STATIC_FIELDS.map(field => fields[field] ?? null));
}

/** Compares two rows by one column after the other; NaN comes last. */
function compareRows(columns: readonly ArrayLike<number>[], a: number, b: number): number {
  for (const column of columns) {
    const x = column[a]!;
    const y = column[b]!;
    if (x < y || (Number.isNaN(y) && !Number.isNaN(x))) return -1;
    if (x > y || (Number.isNaN(x) && !Number.isNaN(y))) return 1;
  }
  return 0;
}

function isSorted(rows: Uint32Array, compare: (a: number, b: number) => number): boolean {
  for (let i = 1; i < rows.length; i++) {
    if (compare(rows[i - 1]!, rows[i]!) > 0) return false;
  }
  return true;
}

function valuesByUse(claims: readonly FieldClaim[], field: StaticField): string[] {
  const uses = new Map<string, number>();
  for (const claim of claims) {
    if (claim.field !== field) continue;
    uses.set(String(claim.value), (uses.get(String(claim.value)) ?? 0) + claim.reports);
  }
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value);
}
