import type { DarkCall } from '../events/index.ts';
import type { Call, Port, Sighting } from '../ports/index.ts';
import { DAY_MS, type Instant } from '../time/index.ts';
import { mergeReceipts, type Receipt } from '../track/index.ts';
import { type Vessel, vesselLabel } from '../vessel/index.ts';
import { bestDarkCalls, darkCallInstant, reportedStatements } from './dark-calls.ts';
import type { Evidence } from './evidence.ts';
import type { Finding, Statement } from './finding.ts';
import { betweenDays } from './wording.ts';

/** A Russian call counts as the next stop of a DPRK call if it begins within so many days of it. */
const LEG_DAYS = 30;

/** A stay at a DPRK or Russian port, observed or dark. */
interface Stop {
  readonly port: Port;
  readonly country: 'KP' | 'RU';
  /** Of a dark call: the days seen, within the window, or the window itself. */
  readonly from: Instant;
  readonly to: Instant;
  /** Sorts stops in time: arrival, or the hour seen. */
  readonly at: Instant;
  readonly events: readonly string[];
  readonly dark: DarkCall | null;
  readonly reconstructed: boolean;
  readonly sightings: readonly Sighting[];
  readonly receipts: readonly Receipt[];
}

/**
 * DPRK and Russian calls one after the other: one finding for each leg from the DPRK to a Russian port of concern,
 * counted per ship. A dark call takes part if a sighting supports it or nothing simpler explains it; one that is
 * merely possible does not.
 */
export function dprkRuShuttles(evidence: Evidence): Finding[] {
  const byVessel = new Map<Vessel, Stop[]>();
  for (const [vessel, stop] of [...callStops(evidence.calls), ...darkStops(evidence.darkCalls)]) {
    byVessel.set(vessel, [...(byVessel.get(vessel) ?? []), stop]);
  }
  return [...byVessel].flatMap(([vessel, stops]) => {
    const legs = legsOf(
      stops.sort((a, b) => a.at - b.at || (a.country === b.country ? 0 : a.country === 'KP' ? -1 : 1)),
    );
    return legs.map((leg, index) => legFinding(vessel, leg, index + 1, legs.length, evidence));
  });
}

function callStops(calls: readonly Call[]): [Vessel, Stop][] {
  return calls.flatMap((call): [Vessel, Stop][] => {
    const country = shuttleCountry(call.port);
    if (!country || call.confidence === 1) return [];
    const { id, port, arrival, departure, reconstructed, receipts } = call;
    const from = arrival.before!;
    const to = departure.after ?? departure.before!;
    return [
      [
        call.vessel,
        {
          port,
          country,
          from,
          to,
          at: from,
          events: [id],
          dark: null,
          reconstructed,
          sightings: [],
          receipts,
        },
      ],
    ];
  });
}

function darkStops(darkCalls: readonly DarkCall[]): [Vessel, Stop][] {
  const dprk = [...bestDarkCalls(darkCalls, 'KP').values()].filter(({ level }) => level !== 'possible');
  const russian = [...bestDarkCalls(darkCalls, 'RU').values()].filter(({ level }) => level === 'supported');
  return [...dprk, ...russian].map(darkCall => {
    const { vessel, port, silence, sightings, earliest, latest } = darkCall;
    const seen = sightings.length > 0;
    const stop: Stop = {
      port,
      country: port.country === 'KP' ? 'KP' : 'RU',
      from: seen ? Math.max(earliest, Math.min(...sightings.map(({ from }) => from))) : earliest,
      to: seen ? Math.min(latest, Math.max(...sightings.map(({ to }) => to)) - 1) : latest,
      at: darkCallInstant(darkCall),
      events: [silence.id, darkCall.id],
      dark: darkCall,
      reconstructed: silence.reconstructed,
      sightings,
      receipts: silence.receipts,
    };
    return [vessel, stop];
  });
}

function shuttleCountry(port: Port): 'KP' | 'RU' | null {
  if (port.country === 'KP') return 'KP';
  return port.concern && (port.country === 'RU' || port.controlledBy === 'RU') ? 'RU' : null;
}

function legsOf(stops: readonly Stop[]): { dprk: Stop; russian: Stop }[] {
  const legs: { dprk: Stop; russian: Stop }[] = [];
  for (let i = 1; i < stops.length; i++) {
    const dprk = stops[i - 1]!;
    const russian = stops[i]!;
    if (dprk.country !== 'KP' || russian.country !== 'RU') continue;
    if (russian.at - dprk.at <= LEG_DAYS * DAY_MS) legs.push({ dprk, russian });
  }
  return legs;
}

function legFinding(
  vessel: Vessel,
  { dprk, russian }: { dprk: Stop; russian: Stop },
  number: number,
  count: number,
  evidence: Evidence,
): Finding {
  const reconstructed = dprk.reconstructed || russian.reconstructed;
  const inferred = dprk.dark !== null || russian.dark !== null;
  const sightings = [...new Set([...dprk.sightings, ...russian.sightings])];
  const from = dprk.from;
  const to = Math.max(dprk.at, russian.at);
  const trip = count === 1 ? 'the only such leg in this case' : `leg ${number} of ${count} in this case`;
  return {
    id: `finding/dprk-ru-shuttle/${vessel.id}/${dprk.events.at(-1)}/${russian.port.id}`,
    rule: 'dprk-ru-shuttle',
    severity: 'critical',
    claim: inferred ? 'inferred' : reconstructed ? 'reconstructed' : 'observed',
    reconstructed,
    vessel,
    port: russian.port,
    at: dprk.at,
    from,
    to,
    events: [...new Set([...dprk.events, ...russian.events])],
    designations: evidence.designationsAt(vessel, dprk.at),
    text: `${vesselLabel(vessel)} ${inferred ? 'could have gone' : 'went'} from ${dprk.port.name} (DPRK) to ${russian.port.name} (Russia) ${betweenDays(from, to)}: ${trip}.`,
    statements: [stopStatement(dprk), stopStatement(russian), ...reportedStatements(sightings)],
    sightings,
    receipts: mergeReceipts(evidence.store, vessel.index, [...dprk.receipts, ...russian.receipts]),
  };
}

function stopStatement({ port, dark, from, to, reconstructed }: Stop): Statement {
  if (!dark)
    return {
      claim: reconstructed ? 'reconstructed' : 'observed',
      text: `At ${port.name} ${betweenDays(from, to)}.`,
    };
  return {
    claim: 'inferred',
    text: `Room for a call at ${port.name} ${betweenDays(dark.earliest, dark.latest)}.`,
  };
}
