import type { DarkCall, DarkCallLevel } from '../../core/events/index.ts';
import { type Claim, darkCallInstant } from '../../core/findings/index.ts';
import type { Call, Port } from '../../core/ports/index.ts';
import { DAY_MS, formatUtc, type Instant } from '../../core/time/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { darkCallOf } from '../parts/finding-words.ts';

const YEAR_MS = 365 * DAY_MS;

/** A call or a dark call, as a row of a table. */
export interface Stay {
  readonly id: string;
  readonly vessel: Vessel;
  readonly port: Port;
  readonly from: Instant;
  readonly to: Instant;
  /** Hour at which listings are read. */
  readonly at: Instant;
  readonly claim: Claim;
  /** Null for a call. */
  readonly level: DarkCallLevel | null;
}

/** Calls of a ship, and of its dark calls those that findings are about. Latest first. */
export function staysOfVessel(data: CaseData, vessel: Vessel): Stay[] {
  const darkCalls = (data.findingsOf.get(vessel) ?? []).flatMap(finding => darkCallOf(data, finding) ?? []);
  return latestFirst([...(data.callsOf.get(vessel) ?? []).map(callStay), ...darkCalls.map(darkStay)]);
}

/** Calls at a port, and the dark calls there that more than a silence speaks for. Latest first. */
export function staysAtPort({ analysis }: CaseData, port: Port): Stay[] {
  const calls = analysis.calls.filter(call => call.port.id === port.id);
  const darkCalls = analysis.darkCalls.filter(
    ({ port: { id }, level }) => id === port.id && level !== 'possible',
  );
  return latestFirst([...calls.map(callStay), ...darkCalls.map(darkStay)]);
}

/**
 * Days without the year, which stands beside them: `8 Feb`, `10–12 Mar`, `21 Dec–19 Jan`; the end by its month and
 * year where it is a year away: `19 Apr–Sep ’25`.
 */
export function shortDays(from: Instant, to: Instant): string {
  if (to - from >= YEAR_MS)
    return `${formatUtc(from, 'd MMM')}–${formatUtc(to, 'MMM')} ’${formatUtc(to, 'yy')}`;
  const end = formatUtc(to, 'd MMM');
  if (formatUtc(from, 'd MMM') === end) return end;
  return `${formatUtc(from, formatUtc(from, 'yyyyMM') === formatUtc(to, 'yyyyMM') ? 'd' : 'd MMM')}–${end}`;
}

function latestFirst(stays: Stay[]): Stay[] {
  return stays.sort((a, b) => b.from - a.from || (a.id < b.id ? -1 : 1));
}

function callStay({ id, vessel, port, arrival, departure, support, reconstructed }: Call): Stay {
  const claim = reconstructed ? 'reconstructed' : support === 'gap' ? 'inferred' : 'observed';
  return {
    id,
    vessel,
    port,
    from: arrival.before!,
    to: departure.after!,
    at: arrival.before!,
    claim,
    level: null,
  };
}

function darkStay(darkCall: DarkCall): Stay {
  const { id, vessel, port, earliest, latest, level } = darkCall;
  return {
    id,
    vessel,
    port,
    from: earliest,
    to: latest,
    at: darkCallInstant(darkCall),
    claim: 'inferred',
    level,
  };
}
