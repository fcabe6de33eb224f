import { distanceM } from '../../src/core/geo/index.ts';
import { DEFAULT_CALL_PARAMETERS, type Port } from '../../src/core/ports/index.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/core/time/index.ts';
import { type Fleet, Verdict } from '../../src/core/track/index.ts';

/** What a call says, in plain values. */
export interface NaiveCall {
  readonly vessel: string;
  readonly port: string;
  readonly arrival: { after: number | null; before: number | null; basis: string };
  readonly departure: { after: number | null; before: number | null; basis: string };
  readonly confidence: number;
  readonly support: string;
  readonly berth: string;
  readonly longestGapMs: number;
}

interface Fix {
  readonly t: number;
  readonly lon: number;
  readonly lat: number;
  readonly sog: number;
  readonly status: number;
}

/** A stretch of fixes in one port's area, by index; `end` is the first that is no part of it. */
interface Stay {
  readonly port: Port;
  readonly start: number;
  readonly end: number;
}

const { exitMarginKm, stopBeginKn, stopEndKn, portGapMin, splitHours, observedMin } = DEFAULT_CALL_PARAMETERS;
const SAME_STOP_M = 1000;

/**
 * Calls of a judged fleet, each fix held against each port. Works through whole tracks by one question after
 * the other (where is it inside, when is it at rest, whose stop is it), where the detector works fix by fix.
 */
export function naiveCalls(fleet: Fleet, ports: readonly Port[]): NaiveCall[] {
  return fleet.vessels.flatMap(vessel =>
    tracksOf(fleet, vessel.index).flatMap(fixes => {
      const stays = ports.flatMap(port => staysAt(fixes, port));
      const resting = restingAt(fixes);
      const owners = ownersOf(fixes, stays, resting);
      return stays.flatMap(stay => callOf(vessel.id, stay, fixes, resting, owners) ?? []);
    }),
  );
}

function tracksOf({ store }: Fleet, vessel: number): Fix[][] {
  const tracks: Fix[][] = [];
  for (let i = store.starts[vessel]!; i < store.starts[vessel + 1]!; i++) {
    if (store.verdict[i] !== Verdict.ok) continue;
    const { t, lon, lat, sog, status, segment } = store;
    tracks[segment[i]!] ??= [];
    tracks[segment[i]!]!.push({
      t: t[i]!,
      lon: lon[i]!,
      lat: lat[i]!,
      sog: asBroadcast(sog[i]!),
      status: status[i]!,
    });
  }
  return Object.values(tracks);
}

/** AIS gives tenths of a knot; the columns hold them as 32-bit numbers. */
function asBroadcast(sog: number): number {
  return Math.round(sog * 10) / 10;
}

function metres(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  return distanceM(a.lon, a.lat, b.lon, b.lat);
}

function silenceBefore(fixes: readonly Fix[], i: number): number {
  return i === 0 || i >= fixes.length ? 0 : fixes[i]!.t - fixes[i - 1]!.t;
}

function staysAt(fixes: readonly Fix[], port: Port): Stay[] {
  const stays: Stay[] = [];
  let start = -1;
  fixes.forEach((fix, i) => {
    const m = metres(fix, port);
    const out = m >= port.radiusM + exitMarginKm * 1000;
    const cut = silenceBefore(fixes, i) > splitHours * HOUR_MS;
    if (start >= 0 && (out || cut)) {
      stays.push({ port, start, end: i });
      start = -1;
    }
    if (start < 0 && m <= port.radiusM) start = i;
  });
  if (start >= 0) stays.push({ port, start, end: fixes.length });
  return stays;
}

function restingAt(fixes: readonly Fix[]): boolean[] {
  let resting = false;
  return fixes.map((_, i) => {
    const kn = speedAt(fixes, i);
    if (kn <= stopBeginKn) resting = true;
    if (kn >= stopEndKn || Number.isNaN(kn)) resting = false;
    return resting;
  });
}

function speedAt(fixes: readonly Fix[], i: number): number {
  if (!Number.isNaN(fixes[i]!.sog)) return fixes[i]!.sog;
  const elapsedMs = silenceBefore(fixes, i);
  if (elapsedMs === 0 || elapsedMs >= portGapMin * MINUTE_MS) return Number.NaN;
  return metres(fixes[i - 1]!, fixes[i]!) / 1852 / (elapsedMs / HOUR_MS);
}

/** For each fix the stay that it counts for: where it last lay, if within 1 km, else the nearest port's. */
function ownersOf(
  fixes: readonly Fix[],
  stays: readonly Stay[],
  resting: readonly boolean[],
): (Stay | null)[] {
  let last: { fix: Fix; stay: Stay } | null = null;
  return fixes.map((fix, i) => {
    const here = stays.filter(({ start, end }) => start <= i && i < end);
    here.sort((a, b) => metres(a.port, fix) - metres(b.port, fix));
    const nearest = here[0] ?? null;
    const owner =
      last && here.includes(last.stay) && metres(last.fix, fix) <= SAME_STOP_M ? last.stay : nearest;
    if (resting[i] && owner) last = { fix, stay: owner };
    return owner;
  });
}

function callOf(
  vessel: string,
  stay: Stay,
  fixes: readonly Fix[],
  resting: readonly boolean[],
  owners: readonly (Stay | null)[],
): NaiveCall | null {
  const { port, start, end } = stay;
  const own = [...fixes.keys()].filter(i => i >= start && i < end && owners[i] === stay);
  const stops = own.filter(i => resting[i]);
  const gaps = own.filter(i => silenceBefore(fixes, i + 1) >= portGapMin * MINUTE_MS);
  if (stops.length === 0 && gaps.length === 0) return null;
  const exitM = port.radiusM + exitMarginKm * 1000;
  const cutFromStay = silenceBefore(fixes, start) > splitHours * HOUR_MS && wasInside(fixes, start - 1, port);
  const entered = start > 0 && !cutFromStay;
  const left = end < fixes.length && metres(fixes[end]!, port) >= exitM;
  const silences = [...fixes.keys()].filter(i => i > start && i <= end).map(i => silenceBefore(fixes, i));
  const share = (status: number) => stops.filter(i => fixes[i]!.status === status).length / stops.length;
  return {
    vessel,
    port: port.id,
    arrival: boundOf(fixes[start - 1], fixes[start]),
    departure: boundOf(fixes[end - 1], fixes[end]),
    confidence: 2 + Number(entered) + Number(left),
    support: stops.length > 0 ? 'stop' : 'gap',
    berth: share(5) > 0.5 ? 'alongside' : share(1) > 0.5 ? 'anchored' : 'unknown',
    longestGapMs: Math.max(0, ...silences),
  };
}

/** Whether the ship was in the port at fix `i`, by the state that it had there. */
function wasInside(fixes: readonly Fix[], i: number, port: Port): boolean {
  return staysAt(fixes.slice(0, i + 1), port).some(({ end }) => end === i + 1);
}

function boundOf(a: Fix | undefined, b: Fix | undefined): NaiveCall['arrival'] {
  const after = a?.t ?? null;
  const before = b?.t ?? null;
  const close = after !== null && before !== null && before - after < observedMin * MINUTE_MS;
  return { after, before, basis: close ? 'observed' : 'bounded' };
}
