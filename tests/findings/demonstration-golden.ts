import { DARK_CALL_LEVELS, type DarkCall, type Silence } from '../../src/core/events/index.ts';
import type { Analysis, Finding } from '../../src/core/findings/index.ts';
import type { Bound, Call } from '../../src/core/ports/index.ts';
import { isInForce } from '../../src/core/sanctions/index.ts';
import { formatIso } from '../../src/core/time/index.ts';

/** The analysis as the golden file has it: JSON with one event to a line, so that a change shows as a line. */
export function goldenText({ calls, silences, openSilences, darkCalls, findings }: Analysis): string {
  const sections = {
    calls: calls.map(callLine),
    silences: silences.map(silenceLine),
    openSilences: openSilences.map(({ id, seenTo }) => ({ id, seenTo: formatIso(seenTo) })),
    dprkDarkCalls: silences.flatMap(silence => darkCallLine(silence, darkCalls) ?? []),
    findings: findings.map(findingLine),
  };
  const texts = Object.entries(sections).map(([name, events]) => {
    const lines = events.map(event => `    ${JSON.stringify(event)}`);
    return `  ${JSON.stringify(name)}: [\n${lines.join(',\n')}\n  ]`;
  });
  return `{\n${texts.join(',\n')}\n}\n`;
}

function callLine({ id, arrival, departure, confidence, support, berth, reconstructed }: Call) {
  return {
    id,
    arrival: boundText(arrival),
    departure: boundText(departure),
    confidence,
    support,
    berth,
    reconstructed,
  };
}

function boundText({ after, before, basis }: Bound): string {
  return `${formatIso(after) ?? '?'} to ${formatIso(before) ?? '?'}, ${basis}`;
}

function silenceLine({ id, to, distanceNm, control, reconstructed }: Silence) {
  return { id, to: formatIso(to), nm: Number(distanceNm.toFixed(1)), control, reconstructed };
}

/** Ports of North Korea that a silence leaves room for, by level; nothing where there is none. */
function darkCallLine(silence: Silence, darkCalls: readonly DarkCall[]) {
  const dprk = darkCalls.filter(call => call.silence === silence && call.port.country === 'KP');
  if (dprk.length === 0) return null;
  const portsAt = DARK_CALL_LEVELS.toReversed().map(level => {
    const ports = dprk.filter(call => call.level === level).map(({ port }) => port.name);
    return [level, ports.sort()] as const;
  });
  return { silence: silence.id, ...Object.fromEntries(portsAt.filter(([, ports]) => ports.length > 0)) };
}

function findingLine({ rule, severity, claim, vessel, port, at, designations, sightings }: Finding) {
  return {
    rule,
    severity,
    claim,
    vessel: vessel.id,
    port: port?.id ?? null,
    at: `${formatIso(at)!.slice(0, 16)}Z`,
    listings: listingsOf(designations),
    sightings: sightings.map(({ line }) => line),
  };
}

/** Of each authority that lists the ship itself, verified: in force if one of its listings is, else how they stand. */
function listingsOf(designations: Finding['designations']): Record<string, string> {
  const own = designations.filter(({ via, strength, designation }) => {
    return via === null && strength === 'exact' && designation.verified;
  });
  const authorities = [...new Set(own.map(({ designation }) => designation.authority))].sort();
  return Object.fromEntries(
    authorities.map(authority => {
      const its = own.filter(({ designation }) => designation.authority === authority);
      const statuses = its.some(isInForce) ? ['in force'] : [...new Set(its.map(({ status }) => status))];
      return [authority, statuses.sort().join(', ')];
    }),
  );
}
