import type { Method } from '../core/findings/index.ts';
import type { Instant } from '../core/time/index.ts';
import {
  Flag,
  type Fleet,
  type RowIdentity,
  type StaticFields,
  type TrackStore,
  Verdict,
} from '../core/track/index.ts';
import { STATIC_FIELDS, type Vessel } from '../core/vessel/index.ts';
import { type ExportInput, methodText } from './export-manifest.ts';

/** Which reports are exported. */
export interface TrackChoice {
  /** Ids of ships; empty means all. */
  readonly ships: readonly string[];
  /** First and last instant; infinite where open. */
  readonly from: Instant;
  readonly to: Instant;
  /** True leaves out every report whose verdict isn't `ok`. */
  readonly clean: boolean;
}

/** A report as it is exported. */
export interface TrackRow {
  /** Its row in the store. */
  readonly index: number;
  readonly store: TrackStore;
  readonly vessel: Vessel;
  readonly identity: RowIdentity;
  readonly statics: StaticFields;
  /** The file it was read from, with the name it goes by in the export. */
  readonly input: ExportInput;
  /** What judged it, as `methodText` says it. */
  readonly method: string;
}

/** The chosen reports of a judged fleet, ship by ship and by time. */
export class TrackRows {
  /** Ships that have a chosen report. */
  readonly vessels: readonly Vessel[];
  readonly #fleet: Fleet;
  readonly #inputs: ReadonlyMap<number, ExportInput>;
  readonly #method: string;
  readonly #choice: TrackChoice;
  #furthest = -1;
  #passed = 0;

  constructor(fleet: Fleet, inputs: readonly ExportInput[], method: Method, choice: TrackChoice) {
    this.#fleet = fleet;
    this.#inputs = new Map(inputs.map(input => [input.input, input]));
    this.#method = methodText(method);
    this.#choice = choice;
    const ships = new Set(choice.ships);
    this.vessels = fleet.vessels.filter(
      vessel => (ships.size === 0 || ships.has(vessel.id)) && !this.indicesOf(vessel).next().done,
    );
  }

  /** The columns that rows index. */
  get store(): TrackStore {
    return this.#fleet.store;
  }

  /** Rows handed over so far; those asked for again, or out of order, count once or not at all. */
  get passed(): number {
    return this.#passed;
  }

  /** Number of chosen reports. */
  count(): number {
    let reports = 0;
    for (const vessel of this.vessels) {
      const { start, end } = this.#rangeOf(vessel);
      for (let i = start; i < end; i++) if (this.#isChosen(i)) reports++;
    }
    return reports;
  }

  *[Symbol.iterator](): Generator<TrackRow> {
    for (const vessel of this.vessels) yield* this.rowsOf(vessel);
  }

  *rowsOf(vessel: Vessel): Generator<TrackRow> {
    for (const index of this.indicesOf(vessel)) yield this.row(vessel, index);
  }

  /** Rows of the store that hold chosen reports of a ship, ascending. */
  *indicesOf(vessel: Vessel): Generator<number> {
    const { start, end } = this.#rangeOf(vessel);
    for (let i = start; i < end; i++) if (this.#isChosen(i)) yield i;
  }

  row(vessel: Vessel, index: number): TrackRow {
    if (index > this.#furthest) {
      this.#furthest = index;
      this.#passed++;
    }
    const { store } = this.#fleet;
    const identity = this.#fleet.identityAt(index);
    const source = store.source[index]!;
    const input = this.#inputs.get(source);
    if (!input) throw new RangeError(`row ${index} is of input ${source}, which the case doesn't hold`);
    const statics = this.#choice.clean ? staticsAt(vessel, store.t[index]!) : identity.statics;
    return { index, store, vessel, identity, statics, input, method: this.#method };
  }

  #rangeOf({ index }: Vessel): { start: number; end: number } {
    const { starts } = this.#fleet.store;
    return { start: starts[index]!, end: starts[index + 1]! };
  }

  #isChosen(index: number): boolean {
    const { t, verdict } = this.#fleet.store;
    const { from, to, clean } = this.#choice;
    return t[index]! >= from && t[index]! <= to && !(clean && verdict[index] !== Verdict.ok);
  }
}

/** The IMO number of the ship that a report was counted to, or else what the report itself says; 0 for none. */
export function imoOf({ vessel, identity }: TrackRow): number {
  return vessel.imo || identity.imo;
}

/** True for a report from a class B transponder. */
export function isClassB({ store, index }: TrackRow): boolean {
  return (store.flags[index]! & Flag.classB) !== 0;
}

/** True for a long-range report (type 27). */
export function isLongRange({ store, index }: TrackRow): boolean {
  return (store.flags[index]! & Flag.longRange) !== 0;
}

/** What a ship had last said of itself by an instant, field by field. */
function staticsAt({ claims }: Vessel, t: Instant): StaticFields {
  const values = STATIC_FIELDS.map(field => {
    const claim = claims.findLast(other => other.field === field && other.from <= t);
    return [field, claim?.value] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
