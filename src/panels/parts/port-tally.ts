import { DARK_CALL_LEVELS, type DarkCall } from '../../core/events/index.ts';
import { type Call, countryName, type Port } from '../../core/ports/index.ts';
import type { CaseData } from '../../state/case-data.ts';

/** What the case has at a port. Dark calls from the best supported to the merely possible, each then by time. */
export interface PortEvents {
  readonly calls: readonly Call[];
  readonly darkCalls: readonly DarkCall[];
}

const NOTHING: PortEvents = { calls: [], darkCalls: [] };

/** Calls and dark calls by port id; only ports that have some. */
export function eventsByPort({ analysis }: CaseData): Map<string, PortEvents> {
  const ports = new Map<string, { calls: Call[]; darkCalls: DarkCall[] }>();
  const at = (port: Port) => {
    const events = ports.get(port.id) ?? { calls: [], darkCalls: [] };
    ports.set(port.id, events);
    return events;
  };
  for (const call of analysis.calls) at(call.port).calls.push(call);
  for (const darkCall of analysis.darkCalls) at(darkCall.port).darkCalls.push(darkCall);
  for (const { darkCalls } of ports.values()) {
    darkCalls.sort((a, b) => levelRank(b) - levelRank(a) || a.earliest - b.earliest);
  }
  return ports;
}

export function eventsAt(events: ReadonlyMap<string, PortEvents>, portId: string): PortEvents {
  return events.get(portId) ?? NOTHING;
}

/** `3 observed, 2 supported, 14 possible`: calls by claim, dark calls by level; empty where there is nothing. */
export function eventCounts({ calls, darkCalls }: PortEvents): string {
  const reconstructed = calls.filter(call => call.reconstructed).length;
  const inferred = calls.filter(call => !call.reconstructed && call.support === 'gap').length;
  const counts: [number, string][] = [
    [calls.length - reconstructed - inferred, 'observed'],
    [inferred, 'inferred'],
    [reconstructed, 'reconstructed'],
    ...[...DARK_CALL_LEVELS]
      .reverse()
      .map((level): [number, string] => [
        darkCalls.filter(darkCall => darkCall.level === level).length,
        level,
      ]),
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

/** Country of law; the DPRK by the short name that the product uses. */
export function portCountry({ country }: Pick<Port, 'country'>): string {
  return country === 'KP' ? 'DPRK' : countryName(country);
}

function levelRank({ level }: DarkCall): number {
  return DARK_CALL_LEVELS.indexOf(level);
}
