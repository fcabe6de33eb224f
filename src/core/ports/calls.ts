import { distanceM, M_PER_NM } from '../geo/index.ts';
import { formatIso, HOUR_MS, type Instant, MINUTE_MS } from '../time/index.ts';
import { Flag, type Fleet, type Receipt, receiptsOf, type TrackStore, Verdict } from '../track/index.ts';
import type { Vessel } from '../vessel/index.ts';
import type { Gazetteer, Port } from './gazetteer.ts';

/** When something happened, as far as the fixes around it tell: after one and before the other. */
export interface Bound {
  /** Null where the track holds no fix on that side. */
  readonly after: Instant | null;
  readonly before: Instant | null;
  /** `observed` if the two are less than `observedMin` apart. */
  readonly basis: 'observed' | 'bounded';
}

export type Berth = 'alongside' | 'anchored' | 'unknown';

/** A stay in a port area. */
export interface Call {
  readonly id: string;
  readonly vessel: Vessel;
  readonly port: Port;
  readonly arrival: Bound;
  readonly departure: Bound;
  /** 4 entry and exit seen, 3 one of them, 2 neither [GFW pipe-anchorages]; 1, a passage, only in `findGfwVisits`. */
  readonly confidence: 1 | 2 | 3 | 4;
  /** `stop`: fixes at rest in the area. `gap`: none, only a silence that began there, so the stay is inferred. */
  readonly support: 'stop' | 'gap';
  readonly berth: Berth;
  /** Longest time without a fix from the first fix inside to the first outside, milliseconds. */
  readonly longestGapMs: number;
  readonly reconstructed: boolean;
  readonly receipts: readonly Receipt[];
}

export interface CallParameters {
  /** Radius of a port area where the gazetteer gives none, kilometres [GFW: 3.0]. */
  readonly radiusKm: number;
  /** A ship is out at the radius plus this, kilometres [GFW: 1.0]. */
  readonly exitMarginKm: number;
  /** A stop begins at or below, knots [GFW: 0.2]. */
  readonly stopBeginKn: number;
  /** A stop ends at or above, knots [GFW: 0.5]. */
  readonly stopEndKn: number;
  /** A silence of so long that begins in a port area counts as a stay, minutes [GFW: 240]. */
  readonly portGapMin: number;
  /** No stay is carried over a silence longer than this: the ship may have left and come back, hours. */
  readonly splitHours: number;
  /** An arrival or departure within a shorter interval is `observed`, minutes. */
  readonly observedMin: number;
}

export const DEFAULT_CALL_PARAMETERS: CallParameters = {
  radiusKm: 3,
  exitMarginKm: 1,
  stopBeginKn: 0.2,
  stopEndKn: 0.5,
  portGapMin: 240,
  splitHours: 24,
  observedMin: 30,
};

/** A ship that stops again so close to its last stop lies where it lay, and at the same port. */
const SAME_STOP_M = 1000;
const NONE: readonly number[] = [];

/**
 * Finds the calls of a fleet whose fixes are judged. The state machine is that of GFW pipe-anchorages, run for
 * every port in whose area the ship is; a stop belongs to the nearest of them, so that two ports with
 * overlapping areas get a call each and none twice. Arrival is the interval from the last fix outside to
 * the first inside, departure from the last inside to the first outside.
 * A ship without speed over ground gets it from the distance to the fix before, unless a silence lies between.
 */
export function findCalls(
  fleet: Fleet,
  gazetteer: Gazetteer,
  parameters: CallParameters = DEFAULT_CALL_PARAMETERS,
): Call[] {
  const calls: Call[] = [];
  for (const vessel of fleet.vessels) {
    for (const fixes of segmentsOf(fleet.store, vessel.index)) {
      const visits = new VisitMachine(fleet.store, gazetteer, parameters).run(fixes);
      for (const visit of visits) calls.push(toCall(visit, vessel, fleet.store, gazetteer, parameters));
    }
  }
  return calls.sort((a, b) => a.arrival.before! - b.arrival.before! || (a.id < b.id ? -1 : 1));
}

/** Row numbers of the usable fixes of each segment of a ship, ascending. */
export function segmentsOf(store: TrackStore, vesselIndex: number): number[][] {
  const segments = new Map<number, number[]>();
  for (let i = store.starts[vesselIndex]!; i < store.starts[vesselIndex + 1]!; i++) {
    if (store.verdict[i] !== Verdict.ok) continue;
    const fixes = segments.get(store.segment[i]!);
    if (fixes) fixes.push(i);
    else segments.set(store.segment[i]!, [i]);
  }
  return [...segments.values()];
}

/** A presence in one port area; row numbers, -1 for none. */
interface Visit {
  readonly port: number;
  readonly before: number;
  readonly first: number;
  last: number;
  after: number;
  readonly entered: boolean;
  left: boolean;
  stops: number;
  moored: number;
  anchored: number;
  gaps: number;
  longestGapMs: number;
}

class VisitMachine {
  readonly #open: Visit[] = [];
  readonly #done: Visit[] = [];
  /** Speeds are kept as 32-bit numbers, in which 0.2 is a little more than 0.2. */
  readonly #stopBeginKn: number;
  readonly #stopEndKn: number;
  #stopped = false;
  /** Visit and row of the last fix at rest in a port area. */
  #rest: { readonly visit: Visit; readonly row: number } | null = null;

  constructor(
    private readonly store: TrackStore,
    private readonly gazetteer: Gazetteer,
    private readonly parameters: CallParameters,
  ) {
    this.#stopBeginKn = Math.fround(parameters.stopBeginKn);
    this.#stopEndKn = Math.fround(parameters.stopEndKn);
  }

  run(fixes: readonly number[]): Visit[] {
    const { t } = this.store;
    let previous = -1;
    for (const i of fixes) {
      const elapsedMs = previous < 0 ? 0 : t[i]! - t[previous]!;
      if (elapsedMs >= this.parameters.portGapMin * MINUTE_MS) this.#gap(previous);
      for (const visit of this.#open) visit.longestGapMs = Math.max(visit.longestGapMs, elapsedMs);
      const split = elapsedMs > this.parameters.splitHours * HOUR_MS;
      const resumed = this.#leave(i, split);
      this.#enter(i, previous, resumed);
      this.#stop(i, previous);
      previous = i;
    }
    for (const visit of this.#open.splice(0)) this.#close(visit, -1, false);
    return this.#done;
  }

  /** A silence began at fix `i`: it counts for the port that holds that fix. */
  #gap(i: number): void {
    const visit = this.#visitOf(i);
    if (visit) visit.gaps++;
  }

  /** Closes the visits that end at fix `i`; gives the ports that the ship was not seen to leave. */
  #leave(i: number, split: boolean): readonly number[] {
    let cut: readonly number[] = NONE;
    for (let k = this.#open.length - 1; k >= 0; k--) {
      const visit = this.#open[k]!;
      const exitM = this.gazetteer.ports[visit.port]!.radiusM + this.parameters.exitMarginKm * 1000;
      const left = this.#distanceM(visit.port, i) >= exitM;
      if (!left && !split) {
        visit.last = i;
        continue;
      }
      this.#open.splice(k, 1);
      this.#close(visit, i, left);
      if (!left) cut = [...cut, visit.port];
    }
    return cut;
  }

  #enter(i: number, previous: number, resumed: readonly number[]): void {
    const { store, gazetteer } = this;
    for (const port of gazetteer.candidates(store.lon[i]!, store.lat[i]!)) {
      if (this.#distanceM(port, i) > gazetteer.ports[port]!.radiusM) continue;
      if (this.#open.some(visit => visit.port === port)) continue;
      this.#open.push({
        port,
        before: previous,
        first: i,
        last: i,
        after: -1,
        entered: previous >= 0 && !resumed.includes(port),
        left: false,
        stops: 0,
        moored: 0,
        anchored: 0,
        gaps: 0,
        longestGapMs: 0,
      });
    }
  }

  #stop(i: number, previous: number): void {
    const speed = this.#speedKn(i, previous);
    if (speed <= this.#stopBeginKn) this.#stopped = true;
    else if (!(speed < this.#stopEndKn)) this.#stopped = false;
    if (!this.#stopped) return;
    const visit = this.#visitOf(i);
    if (!visit) return;
    this.#rest = { visit, row: i };
    visit.stops++;
    if (this.store.status[i] === 5) visit.moored++;
    if (this.store.status[i] === 1) visit.anchored++;
  }

  #close(visit: Visit, after: number, left: boolean): void {
    visit.after = after;
    visit.left = left;
    if (visit.stops > 0 || visit.gaps > 0) this.#done.push(visit);
  }

  /** The visit that fix `i` belongs to: that of the stop it lies at still, else the one at the nearest port. */
  #visitOf(i: number): Visit | null {
    const rest = this.#rest;
    if (rest && this.#open.includes(rest.visit) && this.#metres(rest.row, i) <= SAME_STOP_M)
      return rest.visit;
    let nearest: Visit | null = null;
    let nearestM = Number.POSITIVE_INFINITY;
    for (const visit of this.#open) {
      const m = this.#distanceM(visit.port, i);
      if (m >= nearestM) continue;
      nearest = visit;
      nearestM = m;
    }
    return nearest;
  }

  #distanceM(port: number, i: number): number {
    const { lon, lat } = this.gazetteer.ports[port]!;
    return distanceM(lon, lat, this.store.lon[i]!, this.store.lat[i]!);
  }

  #metres(a: number, b: number): number {
    const { lon, lat } = this.store;
    return distanceM(lon[a]!, lat[a]!, lon[b]!, lat[b]!);
  }

  #speedKn(i: number, previous: number): number {
    const { sog, t } = this.store;
    if (!Number.isNaN(sog[i]!)) return sog[i]!;
    const elapsedMs = previous < 0 ? 0 : t[i]! - t[previous]!;
    if (elapsedMs === 0 || elapsedMs >= this.parameters.portGapMin * MINUTE_MS) return Number.NaN;
    return this.#metres(previous, i) / M_PER_NM / (elapsedMs / HOUR_MS);
  }
}

function toCall(
  visit: Visit,
  vessel: Vessel,
  store: TrackStore,
  gazetteer: Gazetteer,
  { observedMin }: CallParameters,
): Call {
  const port = gazetteer.ports[visit.port]!;
  const at = (row: number): Instant | null => (row < 0 ? null : store.t[row]!);
  const seen = Number(visit.entered) + Number(visit.left);
  const first = visit.before < 0 ? visit.first : visit.before;
  const last = visit.after < 0 ? visit.last : visit.after;
  return {
    id: callId(vessel, port, store.t[visit.first]!),
    vessel,
    port,
    arrival: bound(at(visit.before), store.t[visit.first]!, observedMin),
    departure: bound(store.t[visit.last]!, at(visit.after), observedMin),
    confidence: seen === 2 ? 4 : seen === 1 ? 3 : 2,
    support: visit.stops > 0 ? 'stop' : 'gap',
    berth: berthOf(visit),
    longestGapMs: visit.longestGapMs,
    reconstructed: isReconstructed(store, first, last),
    receipts: receiptsOf(store, first, last),
  };
}

export function callId(vessel: Vessel, port: Port, arrival: Instant): string {
  return `call/${vessel.id}/${port.id}/${formatIso(arrival)}`;
}

function bound(after: Instant | null, before: Instant | null, observedMin: number): Bound {
  const observed = after !== null && before !== null && before - after < observedMin * MINUTE_MS;
  return { after, before, basis: observed ? 'observed' : 'bounded' };
}

/** Moored or anchored if most reports at rest say so. */
function berthOf(visit: Visit): Berth {
  if (visit.moored * 2 > visit.stops) return 'alongside';
  return visit.anchored * 2 > visit.stops ? 'anchored' : 'unknown';
}

/** True if a row from `first` to `last` is reconstructed or synthetic. */
export function isReconstructed(store: TrackStore, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    if ((store.flags[i]! & (Flag.reconstructed | Flag.synthetic)) !== 0) return true;
  }
  return false;
}
