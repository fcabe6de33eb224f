import { distanceM, M_PER_NM } from '../geo/index.ts';
import type { Gazetteer, Port, Sighting } from '../ports/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import { type Fleet, Verdict } from '../track/index.ts';
import type { FieldClaim, Vessel } from '../vessel/index.ts';
import type { Fix } from './fix.ts';
import { type Room, roomFor } from './reach.ts';
import type { Silence } from './silences.ts';

/** How much speaks for a dark call, from least to most. */
export const DARK_CALL_LEVELS = ['possible', 'consistent', 'supported'] as const;
export type DarkCallLevel = (typeof DARK_CALL_LEVELS)[number];

/** A call at a port of concern that a silence leaves room for. Inferred, never observed. */
export interface DarkCall {
  readonly id: string;
  readonly silence: Silence;
  readonly vessel: Vessel;
  readonly port: Port;
  readonly level: DarkCallLevel;
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly maxDwellMs: number;
  /** Other ports of the gazetteer that the same silence leaves room for: many mean little. */
  readonly otherPorts: number;
  readonly otherPortsOfConcern: number;
  /** Length of the run by the port over the straight run; Infinity where the ship is heard again where it was. */
  readonly detour: number;
  /** Speed that the reach was worked out with, knots. */
  readonly speedKn: number;
  /** Draught after less draught before, metres; null if not both are known. */
  readonly draughtChangeM: number | null;
  /** Destination it gave last before the silence; null if none. */
  readonly destination: string | null;
  readonly sightings: readonly Sighting[];
}

export interface DarkCallParameters {
  /** Shortest stay that is a call, hours. */
  readonly minDwellHours: number;
  /** Bounds of the speed that a silent ship is given, knots. */
  readonly reachMinSpeedKn: number;
  readonly reachMaxSpeedKn: number;
  /** Share of the ship's own 95th percentile of speed under way that it is given. */
  readonly reachSpeedFactor: number;
  /** A fix counts as under way above, knots. */
  readonly underWayKn: number;
}

export const DEFAULT_DARK_CALL_PARAMETERS: DarkCallParameters = {
  minDwellHours: 6,
  reachMinSpeedKn: 8,
  reachMaxSpeedKn: 25,
  reachSpeedFactor: 1.1,
  underWayKn: 1,
};

/** A straight run that takes this share of the silence explains it better than a call would. */
const STRAIGHT_RUN_SHARE = 0.75;
/** Ends this close together are one place: a transponder switched off there explains the silence better. */
const SAME_PLACE_M = 3000;

/**
 * Finds the ports of concern that each silence leaves room for, by great circle at the ship's own speed.
 * `consistent` needs others heard near by and no simpler run of the silence; `supported` needs a published
 * sighting of that very ship (by IMO number) at that port in the window.
 */
export function findDarkCalls(
  fleet: Fleet,
  silences: readonly Silence[],
  gazetteer: Gazetteer,
  sightings: readonly Sighting[],
  parameters: DarkCallParameters = DEFAULT_DARK_CALL_PARAMETERS,
): DarkCall[] {
  const placed = sightings.flatMap(sighting =>
    sighting.imo > 0 ? placesOf(sighting).flatMap(place => ({ sighting, ports: gazetteer.find(place) })) : [],
  );
  const speeds = new Map<Vessel, number>();
  const darkCalls: DarkCall[] = [];
  for (const silence of silences) {
    const { vessel, lastFix, nextFix } = silence;
    if (!lastFix || !nextFix) continue;
    const speedKn = speeds.get(vessel) ?? reachSpeedKn(fleet, vessel, parameters);
    speeds.set(vessel, speedKn);
    const ends = { from: silence.from, to: silence.to, lastFix, nextFix };
    const reachable = portsInReach(gazetteer, ends, speedKn, parameters.minDwellHours * HOUR_MS);
    const ofConcern = reachable.filter(({ port }) => port.concern);
    for (const { port, room } of ofConcern) {
      const seen = placed
        .filter(
          ({ sighting, ports }) => sighting.imo === vessel.imo && ports.some(({ id }) => id === port.id),
        )
        .map(({ sighting }) => sighting)
        .filter(sighting => sighting.from <= room.latest && sighting.to > room.earliest);
      darkCalls.push({
        id: `dark/${silence.id.slice('silence/'.length)}/${port.id}`,
        silence,
        vessel,
        port,
        level:
          seen.length > 0
            ? 'supported'
            : explained(silence, lastFix, nextFix, speedKn)
              ? 'possible'
              : 'consistent',
        earliest: room.earliest,
        latest: room.latest,
        maxDwellMs: room.dwellMs,
        otherPorts: reachable.length - 1,
        otherPortsOfConcern: ofConcern.length - 1,
        detour: room.detour,
        speedKn,
        draughtChangeM: draughtChange(vessel, silence),
        destination: lastClaim(vessel, 'destination', silence.from)?.toString() ?? null,
        sightings: seen,
      });
    }
  }
  return darkCalls;
}

/** Places at which a sighting puts its ship: one for a port, both ends of a voyage, none for the rest. */
function placesOf(sighting: Sighting): string[] {
  if (sighting.kind === 'port') return [sighting.place];
  if (sighting.kind !== 'voyage') return [];
  return sighting.place.split(/<?->|→/).map(place => place.trim());
}

function portsInReach(
  gazetteer: Gazetteer,
  ends: { from: Instant; to: Instant; lastFix: Fix; nextFix: Fix },
  speedKn: number,
  minDwellMs: number,
): { port: Port; room: Room }[] {
  const rooms = gazetteer.ports.map(port => ({ port, room: roomFor(ends, port.lon, port.lat, speedKn) }));
  return rooms.filter(({ room }) => room.dwellMs >= minDwellMs);
}

/** 95th percentile of the ship's speed under way times the factor, within bounds; the upper one with no speed known. */
function reachSpeedKn({ store }: Fleet, vessel: Vessel, parameters: DarkCallParameters): number {
  const speeds: number[] = [];
  for (let i = store.starts[vessel.index]!; i < store.starts[vessel.index + 1]!; i++) {
    if (store.verdict[i] === Verdict.ok && store.sog[i]! > parameters.underWayKn) speeds.push(store.sog[i]!);
  }
  if (speeds.length === 0) return parameters.reachMaxSpeedKn;
  speeds.sort((a, b) => a - b);
  const percentile = speeds[Math.ceil(speeds.length * 0.95) - 1]!;
  return Math.min(
    parameters.reachMaxSpeedKn,
    Math.max(parameters.reachMinSpeedKn, percentile * parameters.reachSpeedFactor),
  );
}

function explained(silence: Silence, lastFix: Fix, nextFix: Fix, speedKn: number): boolean {
  if (silence.control !== 'others heard') return true;
  const straightM = distanceM(lastFix.lon, lastFix.lat, nextFix.lon, nextFix.lat);
  if (straightM < SAME_PLACE_M) return true;
  const straightMs = (straightM / M_PER_NM / speedKn) * HOUR_MS;
  return straightMs > STRAIGHT_RUN_SHARE * (nextFix.t - lastFix.t);
}

function draughtChange(vessel: Vessel, silence: Silence): number | null {
  const before = lastClaim(vessel, 'draughtM', silence.from);
  const after = vessel.claims.find(({ field, to }) => field === 'draughtM' && to >= silence.to)?.value;
  return typeof before === 'number' && typeof after === 'number' ? after - before : null;
}

function lastClaim(vessel: Vessel, field: FieldClaim['field'], at: Instant): FieldClaim['value'] | null {
  return vessel.claims.findLast(claim => claim.field === field && claim.from <= at)?.value ?? null;
}
