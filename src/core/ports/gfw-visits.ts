import { distanceM, GFW_EARTH_RADIUS_M, M_PER_NM } from '../geo/index.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../time/index.ts';
import { type Fleet, receiptsOf, type TrackStore } from '../track/index.ts';
import type { Vessel } from '../vessel/index.ts';
import { type Call, callId, isReconstructed, segmentsOf } from './calls.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Values of anchorage_cfg.yaml and of the command line of GFW pipe-anchorages. */
const ENTRY_M = 3000;
const EXIT_M = 4000;
/** Speeds are kept as 32-bit numbers, in which 0.2 is a little more than 0.2. */
const STOP_BEGIN_KN = Math.fround(0.2);
const STOP_END_KN = Math.fround(0.5);
const GAP_MS = 240 * MINUTE_MS;
const MAX_SEGMENT_JUMP_NM = 60;
const LOOKUP_M = 20_000;
const MAX_SPEED_KN = 102.2;

type State = 'at sea' | 'in port' | 'stopped';
type EventType = 'entry' | 'gap begin' | 'gap end' | 'stop begin' | 'stop end' | 'exit';

/** Order of events of one instant within a visit. */
const RANK: Record<EventType, number> = {
  entry: 0,
  'gap begin': 1,
  'gap end': 2,
  'stop begin': 3,
  'stop end': 4,
  exit: 5,
};
/** A visit is located at the first event of the first of these types that it has. */
const LOCATED_BY: readonly EventType[] = ['stop begin', 'stop end', 'gap begin', 'gap end', 'entry', 'exit'];

interface PortEvent {
  readonly type: EventType;
  readonly t: Instant;
  readonly port: number;
  readonly row: number;
}

/**
 * Port visits as Global Fishing Watch's pipe-anchorages gives them, to the letter: haversine on 6,371 km,
 * nearest port point within 20 km, one radius for all ports, fixes without speed left out, single times.
 * All confidences, passages (1) included. `arrival.before` is the visit's start, `departure.before` its end.
 */
export function findGfwVisits(fleet: Fleet, gazetteer: Gazetteer): Call[] {
  const visits: Call[] = [];
  for (const vessel of fleet.vessels) {
    const segments = segmentsOf(fleet.store, vessel.index).map(rows =>
      portEvents(fleet.store, rows, gazetteer),
    );
    const groups = groupVisits(segments, fleet.store);
    for (const group of groups) visits.push(toVisit(group, vessel, fleet.store, gazetteer));
  }
  return visits.sort((a, b) => a.arrival.before! - b.arrival.before! || (a.id < b.id ? -1 : 1));
}

function portEvents(store: TrackStore, rows: readonly number[], gazetteer: Gazetteer): PortEvent[] {
  const events: PortEvent[] = [];
  let state: State | null = null;
  let port = -1;
  let previous = -1;
  const emit = (type: EventType, t: Instant, row: number): void => {
    events.push({ type, t, port, row });
  };
  for (const i of rows) {
    const speed = store.sog[i]!;
    if (!(speed >= 0 && speed <= MAX_SPEED_KN) || (previous >= 0 && store.t[i] === store.t[previous]))
      continue;
    const nearest = gazetteer.nearest(store.lon[i]!, store.lat[i]!, LOOKUP_M);
    const m = nearest < 0 ? Number.POSITIVE_INFINITY : gfwDistanceM(gazetteer, nearest, store, i);
    const next = nextState(state, m, speed);
    if (state !== null && state !== 'at sea' && store.t[i]! - store.t[previous]! >= GAP_MS) {
      emit('gap begin', store.t[previous]! + GAP_MS, previous);
      emit('gap end', store.t[i]!, i);
    }
    if (next !== 'at sea') port = nearest;
    if (state !== null) for (const type of transition(state, next)) emit(type, store.t[i]!, i);
    state = next;
    previous = i;
  }
  if (state !== null && state !== 'at sea') {
    const endOfDay = (Math.floor(store.t[previous]! / DAY_MS) + 1) * DAY_MS;
    if (endOfDay - store.t[previous]! >= GAP_MS) emit('gap begin', store.t[previous]! + GAP_MS, previous);
  }
  return events;
}

function gfwDistanceM(gazetteer: Gazetteer, port: number, store: TrackStore, i: number): number {
  const { lon, lat } = gazetteer.ports[port]!;
  return distanceM(lon, lat, store.lon[i]!, store.lat[i]!, GFW_EARTH_RADIUS_M);
}

function nextState(state: State | null, m: number, speedKn: number): State {
  const wasInside = state === 'in port' || state === 'stopped';
  const inside = m <= ENTRY_M || (m < EXIT_M && wasInside);
  if (!inside) return 'at sea';
  if (speedKn <= STOP_BEGIN_KN) return 'stopped';
  return speedKn < STOP_END_KN && state === 'stopped' ? 'stopped' : 'in port';
}

function transition(from: State, to: State): EventType[] {
  if (from === to) return [];
  const events: EventType[] = [];
  if (from === 'stopped') events.push('stop end');
  if (from === 'at sea') events.push('entry');
  if (to === 'stopped') events.push('stop begin');
  if (to === 'at sea') events.push('exit');
  return events;
}

/** An entry, an exit just before, or a jump between segments of more than 60 nm opens a visit. */
function groupVisits(segments: readonly PortEvent[][], store: TrackStore): PortEvent[][] {
  const tagged = segments.flatMap((events, segment) => events.map(event => ({ event, segment })));
  tagged.sort((a, b) => a.event.t - b.event.t || RANK[a.event.type] - RANK[b.event.type]);
  const visits: PortEvent[][] = [];
  let open: PortEvent[] | null = null;
  let last: (typeof tagged)[number] | null = null;
  for (const item of tagged) {
    const jumped =
      last !== null &&
      last.segment !== item.segment &&
      jumpNm(store, last.event.row, item.event.row) > MAX_SEGMENT_JUMP_NM;
    if (!open || item.event.type === 'entry' || jumped) {
      open = [];
      visits.push(open);
    }
    open.push(item.event);
    if (item.event.type === 'exit') open = null;
    last = item;
  }
  return visits;
}

function jumpNm(store: TrackStore, a: number, b: number): number {
  return distanceM(store.lon[a]!, store.lat[a]!, store.lon[b]!, store.lat[b]!, GFW_EARTH_RADIUS_M) / M_PER_NM;
}

function toVisit(
  events: readonly PortEvent[],
  vessel: Vessel,
  store: TrackStore,
  gazetteer: Gazetteer,
): Call {
  const first = events[0]!;
  const last = events.at(-1)!;
  const has = (type: EventType): boolean => events.some(event => event.type === type);
  const stopped = has('stop begin') || has('stop end');
  const stayed = stopped || has('gap begin') || has('gap end');
  const crossings = Number(has('entry')) + Number(has('exit'));
  const located = LOCATED_BY.flatMap(type => events.find(event => event.type === type) ?? [])[0]!;
  const port = gazetteer.ports[located.port]!;
  return {
    id: callId(vessel, port, first.t),
    vessel,
    port,
    arrival: { after: null, before: first.t, basis: 'bounded' },
    departure: { after: null, before: last.t, basis: 'bounded' },
    confidence: !stayed ? 1 : crossings === 2 ? 4 : crossings === 1 ? 3 : 2,
    support: stopped || !stayed ? 'stop' : 'gap',
    berth: 'unknown',
    longestGapMs: longestGapMs(events),
    reconstructed: isReconstructed(store, first.row, last.row),
    receipts: receiptsOf(store, first.row, last.row),
  };
}

/** Longest silence that the visit's gap events tell of; of one that isn't ended yet only its first four hours. */
function longestGapMs(events: readonly PortEvent[]): number {
  let longest = 0;
  let began = Number.NaN;
  for (const { type, t } of events) {
    if (type === 'gap begin') began = t - GAP_MS;
    if (type === 'gap begin' || type === 'gap end') longest = Math.max(longest, t - began);
  }
  return longest;
}
