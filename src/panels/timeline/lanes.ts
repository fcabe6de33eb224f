import type { DarkCall, OpenSilence, Silence } from '../../core/events/index.ts';
import type { Finding } from '../../core/findings/index.ts';
import type { Call, Sighting } from '../../core/ports/index.ts';
import { DAY_MS, type Instant } from '../../core/time/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';

interface Stretch {
  /** Id of the event. */
  readonly id: string;
  readonly from: Instant;
  readonly to: Instant;
  /** The finding that speaks of this event and of the fewest others; null if none does. */
  readonly finding: Finding | null;
}

export interface LaneCall extends Stretch {
  readonly kind: 'call';
  readonly call: Call;
}

/** The dark call of a `dprk-dark-call` finding: for each silence the DPRK port that most speaks for. */
export interface LaneDarkCall extends Stretch {
  readonly kind: 'dark call';
  readonly darkCall: DarkCall;
  readonly certainty: Certainty;
}

export interface LaneSilence extends Stretch {
  readonly kind: 'silence';
  readonly silence: Silence;
}

/** A ship that is not heard again; drawn to the end of the case. */
export interface LaneOpenSilence extends Stretch {
  readonly kind: 'open silence';
  readonly silence: OpenSilence;
}

export interface LaneSighting extends Stretch {
  readonly kind: 'sighting';
  readonly sighting: Sighting;
}

export type LaneBlock = LaneCall | LaneDarkCall;
export type LaneEvent = LaneBlock | LaneSilence | LaneOpenSilence | LaneSighting;

/** What a lane shows of one ship. Each list is sorted by start. */
export interface Lane {
  readonly vessel: Vessel;
  readonly hue: number | null;
  readonly blocks: readonly LaneBlock[];
  readonly silences: readonly (LaneSilence | LaneOpenSilence)[];
  readonly sightings: readonly LaneSighting[];
}

/** How surely a dark call stands where it is drawn. */
export type Certainty = 'placed' | 'day not given' | 'possible';

/** Sightings longer than this tell a month or the like, not the days. */
const DAYS_TOLD_MS = 7 * DAY_MS;

/** `possible` where nothing speaks for it but room; `day not given` where all that was published is a longer time. */
export function certaintyOf({ level, sightings }: DarkCall): Certainty {
  if (level === 'possible') return 'possible';
  const undated = sightings.length > 0 && sightings.every(({ from, to }) => to - from > DAYS_TOLD_MS);
  return undated ? 'day not given' : 'placed';
}

/** True for a block that is worked out, not seen: it is drawn in pencil. */
export function isInferred(block: LaneBlock): boolean {
  return block.kind === 'dark call' || block.call.support === 'gap';
}

/**
 * The lanes of a case in the order of its ships. Passages (calls of confidence 1, which only the rules of GFW give)
 * are no stay and are left out.
 */
export function lanesOf(data: CaseData): Lane[] {
  const findingOf = findingByEvent(data.analysis.findings);
  const silences = silencesByVessel(data, findingOf);
  const darkCalls = darkCallsByVessel(data, findingOf);
  const sightings = sightingsByImo(data.sightings);
  return data.order.map(vessel => {
    const calls = (data.callsOf.get(vessel) ?? []).flatMap(call => laneCall(call, findingOf));
    return {
      vessel,
      hue: data.hues[vessel.index] ?? null,
      blocks: [...calls, ...(darkCalls.get(vessel) ?? [])].sort(byStart),
      silences: (silences.get(vessel) ?? []).sort(byStart),
      sightings: vessel.imo > 0 ? (sightings.get(vessel.imo) ?? []) : [],
    };
  });
}

function byStart(a: Stretch, b: Stretch): number {
  return a.from - b.from || a.to - b.to;
}

function findingByEvent(findings: readonly Finding[]): Map<string, Finding> {
  const findingOf = new Map<string, Finding>();
  for (const finding of findings) {
    for (const id of finding.events) {
      const rival = findingOf.get(id);
      if (!rival || finding.events.length < rival.events.length) findingOf.set(id, finding);
    }
  }
  return findingOf;
}

function laneCall(call: Call, findingOf: ReadonlyMap<string, Finding>): LaneCall[] {
  const { id, arrival, departure, confidence } = call;
  const from = arrival.before ?? arrival.after;
  const to = departure.after ?? departure.before;
  if (confidence === 1 || from === null || to === null) return [];
  return [{ kind: 'call', id, from, to, finding: findingOf.get(id) ?? null, call }];
}

function darkCallsByVessel(
  data: CaseData,
  findingOf: ReadonlyMap<string, Finding>,
): Map<Vessel, LaneDarkCall[]> {
  const told = new Set(
    data.analysis.findings.filter(({ rule }) => rule === 'dprk-dark-call').flatMap(({ events }) => events),
  );
  const byVessel = new Map<Vessel, LaneDarkCall[]>();
  for (const darkCall of data.analysis.darkCalls) {
    if (!told.has(darkCall.id)) continue;
    const { id, vessel, earliest, latest } = darkCall;
    append(byVessel, vessel, {
      kind: 'dark call',
      id,
      from: earliest,
      to: latest,
      finding: findingOf.get(id) ?? null,
      darkCall,
      certainty: certaintyOf(darkCall),
    });
  }
  return byVessel;
}

function silencesByVessel(
  data: CaseData,
  findingOf: ReadonlyMap<string, Finding>,
): Map<Vessel, (LaneSilence | LaneOpenSilence)[]> {
  const byVessel = new Map<Vessel, (LaneSilence | LaneOpenSilence)[]>();
  for (const silence of data.analysis.silences) {
    const { id, from, to } = silence;
    append(byVessel, silence.vessel, {
      kind: 'silence',
      id,
      from,
      to,
      finding: findingOf.get(id) ?? null,
      silence,
    });
  }
  for (const silence of data.analysis.openSilences) {
    const { id, from, seenTo } = silence;
    const to = Math.max(seenTo, data.to);
    append(byVessel, silence.vessel, { kind: 'open silence', id, from, to, finding: null, silence });
  }
  return byVessel;
}

/** Sightings by the ship that they name; those without an IMO number are of no one ship. */
function sightingsByImo(sightings: readonly Sighting[]): Map<number, LaneSighting[]> {
  const byImo = new Map<number, LaneSighting[]>();
  for (const sighting of sightings) {
    if (sighting.imo === 0) continue;
    const { id, from, to } = sighting;
    append(byImo, sighting.imo, { kind: 'sighting', id, from, to, finding: null, sighting });
  }
  for (const own of byImo.values()) own.sort(byStart);
  return byImo;
}

function append<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
