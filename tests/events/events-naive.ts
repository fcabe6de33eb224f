import { distanceM } from '../../src/core/geo/index.ts';
import type { Port, Sighting } from '../../src/core/ports/index.ts';
import { HOUR_MS } from '../../src/core/time/index.ts';
import { Flag, type Fleet, Verdict } from '../../src/core/track/index.ts';
import type { Vessel } from '../../src/core/vessel/index.ts';

/** A report of the fleet with everything the naive search asks of it. */
interface Heard {
  readonly vessel: Vessel;
  readonly t: number;
  readonly lon: number;
  readonly lat: number;
  readonly sog: number;
  readonly source: number;
  /** True if its position may be used. */
  readonly placed: boolean;
  readonly madeUp: boolean;
  readonly placeholder: boolean;
}

export interface NaiveSilence {
  readonly vessel: string;
  readonly from: number;
  readonly to: number;
  readonly control: string;
  readonly reconstructed: boolean;
  readonly reportsBefore: number;
  readonly lastFix: { t: number; lon: number; lat: number } | null;
  readonly nextFix: { t: number; lon: number; lat: number } | null;
}

export interface NaiveDarkCall {
  readonly vessel: string;
  readonly from: number;
  readonly port: string;
  readonly level: string;
  /** To the second. */
  readonly earliest: number;
  readonly latest: number;
  readonly otherPorts: number;
  readonly otherPortsOfConcern: number;
  readonly sightings: readonly string[];
}

const SILENCE_MS = 6 * HOUR_MS;
const NEAR_M = 50_000;
const SAME_PLACE_M = 3000;
const STRAIGHT_SHARE = 0.75;
const MIN_DWELL_MS = 6 * HOUR_MS;

/** Every report of the fleet, ship by ship in time order, as objects. */
export function reportsOf({ vessels, store }: Fleet): Heard[] {
  return vessels.flatMap(vessel =>
    Array.from({ length: vessel.reports }, (_, k) => {
      const i = store.starts[vessel.index]! + k;
      return {
        vessel,
        t: store.t[i]!,
        lon: store.lon[i]!,
        lat: store.lat[i]!,
        sog: store.sog[i]!,
        source: store.source[i]!,
        placed: store.verdict[i] === Verdict.ok,
        madeUp: (store.flags[i]! & (Flag.reconstructed | Flag.synthetic)) > 0,
        placeholder: store.verdict[i] === Verdict.placeholder,
      };
    }),
  );
}

/** Silences, each held against every report of every ship; each input a feed of its own. */
export function naiveSilences(reports: readonly Heard[]): NaiveSilence[] {
  return reports.flatMap((next, i) => {
    const last = reports[i - 1];
    if (!last || last.vessel !== next.vessel || next.placeholder) return [];
    if (next.t - last.t < SILENCE_MS) return [];
    const own = reports.filter(({ vessel }) => vessel === next.vessel);
    const before = own.slice(0, own.indexOf(last) + 1);
    const after = own.slice(own.indexOf(next));
    const lastFix = before.findLast(({ placed }) => placed) ?? null;
    const nextFix = after.find(({ placed }) => placed) ?? null;
    const from = lastFix ? before.indexOf(lastFix) : before.length - 1;
    const to = before.length + (nextFix ? after.indexOf(nextFix) : 0);
    const reconstructed = own.slice(from, to + 1).some(({ madeUp }) => madeUp);
    return {
      vessel: next.vessel.id,
      from: last.t,
      to: next.t,
      control: reconstructed ? "can't tell" : controlOf(reports, last, next.t, lastFix, nextFix),
      reconstructed,
      reportsBefore: before.filter(({ t }) => t > last.t - 12 * HOUR_MS).length,
      lastFix: lastFix && placeOf(lastFix),
      nextFix: nextFix && placeOf(nextFix),
    };
  });
}

function placeOf({ t, lon, lat }: Heard) {
  return { t, lon, lat };
}

function controlOf(
  reports: readonly Heard[],
  last: Heard,
  to: number,
  lastFix: Heard | null,
  nextFix: Heard | null,
): string {
  const others = reports.filter(({ vessel, source }) => vessel !== last.vessel && source === last.source);
  const during = ({ t }: Heard) => t > last.t && t < to;
  const near = others.filter(
    other => other.placed && [lastFix, nextFix].some(end => end && metres(end, other) <= NEAR_M),
  );
  if (near.some(during)) return 'others heard';
  if (others.length > 0 && !others.some(during)) return 'feed down';
  return near.length > 0 ? 'nobody heard' : "can't tell";
}

function metres(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  return distanceM(a.lon, a.lat, b.lon, b.lat);
}

/** Dark calls by the slack of the method, (tB - tA) - dA/v - dB/v, for every silence and every port. */
export function naiveDarkCalls(
  reports: readonly Heard[],
  silences: readonly NaiveSilence[],
  ports: readonly Port[],
  sightings: readonly Sighting[],
): NaiveDarkCall[] {
  return silences.flatMap(silence => {
    const { lastFix, nextFix } = silence;
    if (!lastFix || !nextFix) return [];
    const own = reports.filter(({ vessel }) => vessel.id === silence.vessel);
    const speed = reachMetresPerMs(own);
    const reachable = ports.flatMap(port => {
      const earliest = Math.max(silence.from, lastFix.t + metres(lastFix, port) / speed);
      const latest = Math.min(silence.to, nextFix.t - metres(port, nextFix) / speed);
      return latest - earliest >= MIN_DWELL_MS ? [{ port, earliest, latest }] : [];
    });
    const ofConcern = reachable.filter(({ port }) => port.concern);
    const straight = metres(lastFix, nextFix);
    const simpler = straight < SAME_PLACE_M || straight / speed > STRAIGHT_SHARE * (nextFix.t - lastFix.t);
    const plain = silence.control === 'others heard' && !simpler ? 'consistent' : 'possible';
    return ofConcern.map(({ port, earliest, latest }) => {
      const seen = sightings.filter(
        sighting =>
          sighting.imo > 0 &&
          sighting.imo === own[0]!.vessel.imo &&
          namesPort(sighting, port) &&
          sighting.from <= latest &&
          sighting.to > earliest,
      );
      return {
        vessel: silence.vessel,
        from: silence.from,
        port: port.id,
        level: seen.length > 0 ? 'supported' : plain,
        earliest: Math.round(earliest / 1000),
        latest: Math.round(latest / 1000),
        otherPorts: reachable.length - 1,
        otherPortsOfConcern: ofConcern.length - 1,
        sightings: seen.map(({ id }) => id),
      };
    });
  });
}

function namesPort({ kind, place }: Sighting, { name }: Port): boolean {
  if (kind === 'voyage') return place.split('->').some(part => part.trim() === name);
  return kind === 'port' && place === name;
}

/** 1.1 times the 95th percentile of speed under way, from 8 to 25 kn; 25 kn where none is known. */
function reachMetresPerMs(own: readonly Heard[]): number {
  const speeds = own.filter(({ placed, sog }) => placed && sog > 1).map(({ sog }) => sog);
  speeds.sort((a, b) => a - b);
  const percentile = speeds[Math.ceil(0.95 * speeds.length) - 1];
  const kn = percentile === undefined ? 25 : Math.min(25, Math.max(8, 1.1 * percentile));
  return (kn * 1852) / HOUR_MS;
}
