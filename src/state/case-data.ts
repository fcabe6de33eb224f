import type { DarkCall, Silence } from '../core/events/index.ts';
import { type Finding, identityOf } from '../core/findings/index.ts';
import type { LonLat } from '../core/geo/index.ts';
import type { Call, Port } from '../core/ports/index.ts';
import {
  type Designation,
  type DesignationAt,
  DesignationIndex,
  type Lookalike,
  type Match,
} from '../core/sanctions/index.ts';
import type { Instant } from '../core/time/index.ts';
import { lastAtOrBefore, type TrackOutline, TrackStore, Verdict } from '../core/track/index.ts';
import type { Vessel } from '../core/vessel/index.ts';
import type { CaseAnalysis } from '../engine/engine.ts';
import { groundworkOf } from '../engine/groundwork.ts';

/** A case as the page shows it: the engine's answer with the look-ups that panels need, made once. */
export interface CaseData extends CaseAnalysis {
  readonly name: string;
  readonly store: TrackStore;
  readonly outline: TrackOutline;
  /** First and last report of any ship; both 0 where there is no ship. */
  readonly from: Instant;
  readonly to: Instant;
  readonly reports: number;
  readonly reconstructed: boolean;
  /** Ships in the order that lists and lanes show them: with the worst findings first. */
  readonly order: readonly Vessel[];
  /** Hue of each ship by its index; null for ships that are drawn neutral. */
  readonly hues: readonly (number | null)[];
  readonly findingById: ReadonlyMap<string, Finding>;
  readonly findingsOf: ReadonlyMap<Vessel, readonly Finding[]>;
  readonly callsOf: ReadonlyMap<Vessel, readonly Call[]>;
  /** Dark calls at ports of concern, by ship. */
  readonly darkCallsOf: ReadonlyMap<Vessel, readonly DarkCall[]>;
  readonly darkCallById: ReadonlyMap<string, DarkCall>;
  readonly silencesOf: ReadonlyMap<Vessel, readonly Silence[]>;
  readonly portById: ReadonlyMap<string, Port>;
  /** Every entry of every list; where a notice gives the dates of an entry, with those dates. */
  readonly designationById: ReadonlyMap<string, Designation>;
  /** Instants of events, ascending and without doubles: arrivals, departures, ends of silences, findings. */
  readonly moments: readonly Instant[];
  /** Listings of a ship as they stood at an instant. At once for a ship that no list names, as most are. */
  designationsAt(vessel: Vessel, at: Instant): readonly DesignationAt[];
  /** Entries that are, or may be, a ship; best first. */
  matches(vessel: Vessel): readonly Match[];
  /** Entries that share a field with a ship but are other ships by their IMO number. */
  lookalikes(vessel: Vessel): readonly Lookalike[];
  /** Where a ship, by index, was last heard at an instant; null before its first fix. */
  placeAt(vessel: number, at: Instant): LonLat | null;
}

/** So many ships get a colour of their own; more would not be told apart. */
const HUES = 4;

export function toCaseData(name: string, answer: CaseAnalysis): CaseData {
  const { analysis, vessels } = answer;
  const store = TrackStore.from(answer.tracks);
  const designations = new DesignationIndex(answer.lists);
  const { outline, named } = answer.groundwork ?? groundworkOf(store, vessels, analysis, designations);
  const isNamed = ({ index }: Vessel): boolean => named[index] === 1;
  const findingsOf = groupBy(analysis.findings, finding => finding.vessel);
  const order = orderVessels(vessels, findingsOf);
  const hues: (number | null)[] = vessels.map(() => null);
  order.slice(0, HUES).forEach((vessel, hue) => {
    hues[vessel.index] = hue;
  });
  return {
    ...answer,
    name,
    store,
    outline,
    ...spanOf(vessels),
    reports: store.length,
    reconstructed: vessels.some(vessel => vessel.reconstructed),
    order,
    hues,
    findingById: byId(analysis.findings),
    findingsOf,
    callsOf: groupBy(analysis.calls, call => call.vessel),
    darkCallsOf: groupBy(analysis.darkCalls, darkCall => darkCall.vessel),
    darkCallById: byId(analysis.darkCalls),
    silencesOf: groupBy(analysis.silences, silence => silence.vessel),
    portById: byId(answer.ports),
    designationById: byId([...answer.lists.flatMap(list => list.designations), ...designations.designations]),
    moments: momentsOf(answer),
    designationsAt: (vessel, at) =>
      isNamed(vessel) ? designations.designationsAt(identityOf(vessel), at) : [],
    matches: vessel => (isNamed(vessel) ? designations.match(identityOf(vessel)) : []),
    lookalikes: vessel => (isNamed(vessel) ? designations.lookalikes(identityOf(vessel)) : []),
    placeAt: (vessel, at) => lastPlace(store, vessel, at),
  };
}

function spanOf(vessels: readonly Vessel[]): { from: Instant; to: Instant } {
  if (vessels.length === 0) return { from: 0, to: 0 };
  return {
    from: vessels.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY),
    to: vessels.reduce((last, { to }) => Math.max(last, to), Number.NEGATIVE_INFINITY),
  };
}

function lastPlace(store: TrackStore, vessel: number, at: Instant): LonLat | null {
  const start = store.starts[vessel]!;
  for (let i = lastAtOrBefore(store.t, start, store.starts[vessel + 1]!, at); i >= start; i--) {
    if (store.verdict[i] === Verdict.ok) return [store.lon[i]!, store.lat[i]!];
  }
  return null;
}

/** Ships with findings first, by their worst, in the order of the findings; then by number of reports. */
function orderVessels(
  vessels: readonly Vessel[],
  findingsOf: ReadonlyMap<Vessel, readonly Finding[]>,
): Vessel[] {
  const rank = new Map([...findingsOf.keys()].map((vessel, index) => [vessel, index]));
  const last = vessels.length;
  return [...vessels].sort(
    (a, b) =>
      (rank.get(a) ?? last) - (rank.get(b) ?? last) || b.reports - a.reports || (a.id < b.id ? -1 : 1),
  );
}

function momentsOf({ analysis }: CaseAnalysis): Instant[] {
  const moments = new Set<Instant>();
  for (const { arrival, departure } of analysis.calls) {
    if (arrival.before !== null) moments.add(arrival.before);
    if (departure.after !== null) moments.add(departure.after);
  }
  for (const { from, to } of analysis.silences) moments.add(from).add(to);
  for (const { at } of analysis.findings) moments.add(at);
  return [...moments].sort((a, b) => a - b);
}

/** By id; of two with one id the later. */
function byId<V extends { readonly id: string }>(values: readonly V[]): Map<string, V> {
  return new Map(values.map(value => [value.id, value]));
}

function groupBy<K, V>(values: readonly V[], key: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
