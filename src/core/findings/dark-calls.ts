import { DARK_CALL_LEVELS, type DarkCall, type Silence } from '../events/index.ts';
import type { Sighting } from '../ports/index.ts';
import { isInForce } from '../sanctions/index.ts';
import { formatDuration, HOUR_MS, type Instant } from '../time/index.ts';
import { vesselLabel } from '../vessel/index.ts';
import type { Evidence } from './evidence.ts';
import type { Claim, Finding, Statement } from './finding.ts';
import { betweenDays, instantText, portText, sightingDays } from './wording.ts';

const HALF_DAY_MS = 12 * HOUR_MS;

/** A silence that leaves room for a DPRK call: one finding a silence, for the port that most speaks for. */
export function dprkDarkCalls(evidence: Evidence): Finding[] {
  return [...bestDarkCalls(evidence.darkCalls, 'KP').values()].map(darkCall => {
    const at = darkCallInstant(darkCall);
    const { vessel, port, silence } = darkCall;
    return {
      id: `finding/dprk-dark-call/${darkCall.id.slice('dark/'.length)}`,
      rule: 'dprk-dark-call' as const,
      severity: darkCall.level === 'possible' ? ('watch' as const) : ('alert' as const),
      claim: 'inferred' as const,
      reconstructed: silence.reconstructed,
      vessel,
      port,
      at,
      from: darkCall.earliest,
      to: darkCall.latest,
      events: [silence.id, darkCall.id],
      designations: evidence.designationsAt(vessel, at),
      text: `${vesselLabel(vessel)} had time to call at ${placesText(darkCall, evidence)} ${betweenDays(darkCall.earliest, darkCall.latest)}.`,
      statements: statementsOf(darkCall),
      sightings: darkCall.sightings,
      receipts: silence.receipts,
    };
  });
}

/** The port, if a sighting names it or no other DPRK port is in reach; else how many there are. */
function placesText({ port, silence, sightings }: DarkCall, { darkCalls }: Evidence): string {
  const inReach = darkCalls.filter(
    other => other.silence === silence && other.port.country === port.country,
  ).length;
  if (sightings.length > 0 || inReach === 1) return portText(port);
  return `${port.name} or ${inReach - 1} other DPRK ${inReach === 2 ? 'port' : 'ports'}`;
}

/** A silence of a ship that is listed, where it leaves room for no DPRK call. */
export function silencesListed(evidence: Evidence): Finding[] {
  const told = new Set(bestDarkCalls(evidence.darkCalls, 'KP').keys());
  return evidence.silences.flatMap(silence => {
    if (told.has(silence)) return [];
    const designations = evidence.designationsAt(silence.vessel, silence.from);
    if (!designations.some(isInForce)) return [];
    const claim = silenceClaim(silence);
    const finding: Finding = {
      id: `finding/silence-listed/${silence.id.slice('silence/'.length)}`,
      rule: 'silence-listed',
      severity: 'info',
      claim,
      reconstructed: silence.reconstructed,
      vessel: silence.vessel,
      port: null,
      at: silence.from,
      from: silence.from,
      to: silence.to,
      events: [silence.id],
      designations,
      text: `${vesselLabel(silence.vessel)} was not heard for ${formatDuration(silence.to - silence.from)} from ${instantText(silence.from)}.`,
      statements: [{ claim, text: heardText(silence) }],
      sightings: [],
      receipts: silence.receipts,
    };
    return [finding];
  });
}

/**
 * The dark call of each silence in a country that most speaks for: by level, then by the longest stay, then by
 * port id. Keyed by silence.
 */
export function bestDarkCalls(darkCalls: readonly DarkCall[], country: string): Map<Silence, DarkCall> {
  const best = new Map<Silence, DarkCall>();
  for (const darkCall of darkCalls) {
    if (darkCall.port.country !== country) continue;
    const rival = best.get(darkCall.silence);
    if (!rival || speaksMore(darkCall, rival)) best.set(darkCall.silence, darkCall);
  }
  return best;
}

function speaksMore(a: DarkCall, b: DarkCall): boolean {
  const byLevel = DARK_CALL_LEVELS.indexOf(a.level) - DARK_CALL_LEVELS.indexOf(b.level);
  const byDwell = a.maxDwellMs - b.maxDwellMs;
  return byLevel !== 0 ? byLevel > 0 : byDwell !== 0 ? byDwell > 0 : a.port.id < b.port.id;
}

/** The hour at which listings are read: noon of the last day seen, within the window; its middle without a sighting. */
export function darkCallInstant({ earliest, latest, sightings }: DarkCall): Instant {
  if (sightings.length === 0) return (earliest + latest) / 2;
  const lastSeen = Math.max(...sightings.map(({ to }) => to)) - HALF_DAY_MS;
  return Math.min(latest, Math.max(earliest, lastSeen));
}

function silenceClaim(silence: Silence): Claim {
  return silence.reconstructed ? 'reconstructed' : 'observed';
}

function heardText(silence: Silence): string {
  const before = `Last heard ${instantText(silence.from)}, next ${instantText(silence.to)}`;
  const apart = Number.isNaN(silence.distanceNm) ? '' : `, ${silence.distanceNm.toFixed(1)} nm apart`;
  return `${before}${apart}: silent ${formatDuration(silence.to - silence.from)}.`;
}

function statementsOf(darkCall: DarkCall): Statement[] {
  const { silence, port } = darkCall;
  const others = darkCall.otherPorts === 1 ? '1 other port fits' : `${darkCall.otherPorts} other ports fit`;
  const room = `Up to ${formatDuration(darkCall.maxDwellMs)} at ${port.name} fits, at ${darkCall.speedKn.toFixed(1)} kn; ${others} as well.`;
  const draught = darkCall.draughtChangeM;
  const changed: Statement[] =
    draught === null || Math.abs(draught) < DRAUGHT_CHANGE_M
      ? []
      : [
          {
            claim: silenceClaim(silence),
            text: `Draught ${draught > 0 ? 'up' : 'down'} by ${Math.abs(draught).toFixed(1)} m across the silence.`,
          },
        ];
  return [
    { claim: silenceClaim(silence), text: heardText(silence) },
    { claim: 'inferred', text: room },
    ...changed,
    ...reportedStatements(darkCall.sightings),
  ];
}

/** What publications say, once for each; where it was said stands beside them in the finding's sightings. */
export function reportedStatements(sightings: readonly Sighting[]): Statement[] {
  const told = new Set(
    sightings.map(({ place, from, to, note }) => `${place}, ${sightingDays(from, to)}: ${note}.`),
  );
  return [...told].map(text => ({ claim: 'reported', text }));
}

/** Smaller changes of draught are within the scatter of what crews enter, metres. */
const DRAUGHT_CHANGE_M = 0.3;
