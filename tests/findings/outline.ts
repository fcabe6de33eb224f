import type { DarkCall, Fix, OpenSilence, Silence } from '../../src/core/events/index.ts';
import type { Analysis, Finding } from '../../src/core/findings/index.ts';
import type { Call } from '../../src/core/ports/index.ts';
import { formatIso } from '../../src/core/time/index.ts';

/** What may differ between two analyses that are to be compared. */
export interface Leeway {
  /** Taken off every time, those in ids too. */
  readonly shiftMs?: number;
  /** Leaves out which rows an event rests on, and how many. */
  readonly anyRows?: boolean;
}

/** An analysis in plain values, times to 0.1 s where they are worked out and to the millisecond where read. */
export function outline(analysis: Analysis, leeway: Leeway = {}): unknown {
  const writer = new OutlineWriter(leeway);
  return {
    calls: analysis.calls.map(call => writer.call(call)),
    silences: analysis.silences.map(silence => writer.silence(silence)),
    openSilences: analysis.openSilences.map(silence => writer.openSilence(silence)),
    darkCalls: analysis.darkCalls.map(darkCall => writer.darkCall(darkCall)),
    findings: analysis.findings.map(finding => writer.finding(finding)),
  };
}

class OutlineWriter {
  readonly #shiftMs: number;
  readonly #anyRows: boolean;

  constructor({ shiftMs = 0, anyRows = false }: Leeway) {
    this.#shiftMs = shiftMs;
    this.#anyRows = anyRows;
  }

  call({ vessel, port, arrival, departure, receipts, ...rest }: Call) {
    return {
      ...rest,
      id: this.#id(rest.id),
      vessel: vessel.id,
      port: port.id,
      arrival: { ...arrival, after: this.#time(arrival.after), before: this.#time(arrival.before) },
      departure: { ...departure, after: this.#time(departure.after), before: this.#time(departure.before) },
      receipts: this.#rows(receipts),
    };
  }

  silence({ vessel, lastFix, nextFix, distanceNm, receipts, reportsBefore, ...rest }: Silence) {
    return {
      ...rest,
      id: this.#id(rest.id),
      vessel: vessel.id,
      from: this.#time(rest.from),
      to: this.#time(rest.to),
      lastFix: this.#fix(lastFix),
      nextFix: this.#fix(nextFix),
      distanceNm: distanceNm.toFixed(6),
      reportsBefore: this.#rows(reportsBefore),
      receipts: this.#rows(receipts),
    };
  }

  openSilence({ id, vessel, from, seenTo, lastFix }: OpenSilence) {
    const times = { from: this.#time(from), seenTo: this.#time(seenTo) };
    return { id: this.#id(id), vessel: vessel.id, ...times, lastFix: this.#fix(lastFix) };
  }

  darkCall(darkCall: DarkCall) {
    const { silence, vessel, port, earliest, latest, maxDwellMs, detour, sightings, ...rest } = darkCall;
    return {
      ...rest,
      id: this.#id(rest.id),
      silence: this.#id(silence.id),
      vessel: vessel.id,
      port: port.id,
      earliest: tenths(this.#time(earliest)),
      latest: tenths(this.#time(latest)),
      maxDwell: tenths(maxDwellMs),
      // A loop's detour is a quotient of two lengths of which one is near nothing.
      detour: detour > 1e6 ? 'loop' : detour.toFixed(6),
      sightings: sightings.map(({ id }) => id),
    };
  }

  finding(finding: Finding) {
    const { vessel, port, at, from, to, events, designations, statements, sightings } = finding;
    const { rule, severity, claim, reconstructed } = finding;
    return {
      id: this.#id(finding.id),
      rule,
      severity,
      claim,
      reconstructed,
      vessel: vessel.id,
      port: port?.id,
      at: tenths(this.#time(at)),
      from: tenths(this.#time(from)),
      to: tenths(this.#time(to)),
      events: events.map(id => this.#id(id)),
      designations: designations.map(({ designation, status, daysToGo, via }) => ({
        id: designation.id,
        status,
        daysToGo,
        via,
      })),
      statements: statements.map(statement => statement.claim),
      sightings: sightings.map(({ id }) => id),
      receipts: this.#rows(finding.receipts),
    };
  }

  #time(t: number): number;
  #time(t: number | null): number | null;
  #time(t: number | null): number | null {
    return t === null ? null : t - this.#shiftMs;
  }

  /** An id tells a time: that of the shifted world is taken back. */
  #id(id: string): string {
    return id.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, iso => formatIso(Date.parse(iso) - this.#shiftMs));
  }

  #fix(fix: Fix | null) {
    return fix && this.#time(fix.t);
  }

  #rows<T>(rows: T): T | 'any' {
    return this.#anyRows ? 'any' : rows;
  }
}

function tenths(ms: number): number {
  return Math.round(ms / 100);
}
