import type { DarkCall, OpenSilence, Silence } from '../core/events/index.ts';
import type { Analysis, Finding } from '../core/findings/index.ts';
import type { Bound, Call, Port, Sighting } from '../core/ports/index.ts';
import type { DesignationAt, DesignationList } from '../core/sanctions/index.ts';
import { formatIso, HOUR_MS } from '../core/time/index.ts';
import type { Heard, Receipt } from '../core/track/index.ts';
import type { Vessel } from '../core/vessel/index.ts';
import type { Understanding } from './reader.ts';
import type { SetAside } from './tally.ts';

/** An input of an analysis. */
export interface AnalysedInput extends Heard, Understanding {
  readonly name: string;
  /** Lower-case hex of the original bytes. */
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  /** `rows = accepted + set aside`, always. */
  readonly rows: number;
  readonly accepted: number;
  readonly setAside: ReadonlyMap<string, SetAside>;
  /** What was accepted but is worth a word, with its count. */
  readonly notes: ReadonlyMap<string, number>;
  readonly reconstructed: boolean;
  /** Who received the reports, as the user says; empty where not given. */
  readonly provider: string;
  /** Rows that say the very same as another row of the case. Counted by `analyse`, 0 before it. */
  readonly duplicates: number;
}

export interface AnalysisDocument {
  readonly analysis: Analysis;
  readonly inputs: readonly AnalysedInput[];
  /** Sightings and ports. */
  readonly references: readonly Pick<AnalysedInput, 'name' | 'sha256' | 'bytes' | 'format' | 'rows'>[];
  readonly lists: readonly DesignationList[];
  readonly vessels: readonly Vessel[];
}

/** The document of `wakeline.analysis/1`: plain data for JSON, times in ISO 8601 UTC, ids for references. */
export function analysisJson({ analysis, inputs, references, lists, vessels }: AnalysisDocument) {
  return {
    format: 'wakeline.analysis/1',
    inputs: inputs.map(input => ({
      path: input.name,
      sha256: input.sha256,
      bytes: input.bytes,
      format: input.format,
      rows: input.rows,
      accepted: input.accepted,
      rejected: Object.fromEntries([...input.setAside].map(([reason, { rows }]) => [reason, rows])),
      examples: [...input.setAside].flatMap(([reason, { examples }]) =>
        examples.map(({ line, text }) => ({ reason, line, text })),
      ),
      notes: Object.fromEntries(input.notes),
      duplicates: input.duplicates,
      columns: Object.fromEntries(input.columns),
      times: input.timeNote || null,
      ships: input.ships,
      from: formatIso(input.from),
      to: formatIso(input.to),
      reconstructed: input.reconstructed,
      provider: input.provider || null,
    })),
    references: references.map(({ name, sha256, bytes, format, rows }) => ({
      path: name,
      sha256,
      bytes,
      format,
      rows,
    })),
    lists: lists.map(({ id, authority, edition, sha256, designations, vessels: count }) => ({
      id,
      authority,
      edition,
      sha256,
      designations: designations.length,
      vessels: count,
    })),
    method: {
      version: analysis.method.version,
      rules: analysis.method.rules,
      parameters: analysis.method.parameters,
    },
    vessels: vessels.map(vesselJson),
    calls: analysis.calls.map(callJson),
    silences: analysis.silences.map(silenceJson),
    openSilences: analysis.openSilences.map(openSilenceJson),
    darkCalls: analysis.darkCalls.map(darkCallJson),
    encounters: [],
    loitering: [],
    jumps: [],
    identity: [],
    findings: analysis.findings.map(findingJson),
  };
}

function vesselJson({ id, imo, mmsi, names, callSigns, flag, reports, from, to, reconstructed }: Vessel) {
  return {
    id,
    imo: imo > 0 ? imo : null,
    mmsi,
    names,
    callSigns,
    flag,
    reports,
    from: formatIso(from),
    to: formatIso(to),
    reconstructed,
  };
}

function callJson(call: Call) {
  return {
    id: call.id,
    vessel: call.vessel.id,
    port: portJson(call.port),
    arrival: boundJson(call.arrival),
    departure: boundJson(call.departure),
    confidence: call.confidence,
    support: call.support,
    berth: call.berth,
    reconstructed: call.reconstructed,
    receipts: call.receipts.map(receiptJson),
  };
}

function silenceJson(silence: Silence) {
  return {
    id: silence.id,
    vessel: silence.vessel.id,
    from: formatIso(silence.from),
    to: formatIso(silence.to),
    hours: rounded((silence.to - silence.from) / HOUR_MS, 3),
    nm: rounded(silence.distanceNm, 2),
    control: silence.control,
    reportsBefore: silence.reportsBefore,
    reconstructed: silence.reconstructed,
    receipts: silence.receipts.map(receiptJson),
  };
}

function openSilenceJson({ id, vessel, from, seenTo }: OpenSilence) {
  return { id, vessel: vessel.id, from: formatIso(from), atLeastTo: formatIso(seenTo) };
}

function darkCallJson(darkCall: DarkCall) {
  return {
    id: darkCall.id,
    silence: darkCall.silence.id,
    vessel: darkCall.vessel.id,
    port: portJson(darkCall.port),
    level: darkCall.level,
    earliest: formatIso(darkCall.earliest),
    latest: formatIso(darkCall.latest),
    maxDwellHours: rounded(darkCall.maxDwellMs / HOUR_MS, 3),
    otherPorts: darkCall.otherPorts,
    detour: Number.isFinite(darkCall.detour) ? rounded(darkCall.detour, 3) : null,
    speedKn: rounded(darkCall.speedKn, 2),
    draughtChangeM: darkCall.draughtChangeM,
    destination: darkCall.destination,
    sightings: darkCall.sightings.map(sightingJson),
  };
}

function findingJson(finding: Finding) {
  return {
    id: finding.id,
    rule: finding.rule,
    severity: finding.severity,
    claim: finding.claim,
    reconstructed: finding.reconstructed,
    vessel: finding.vessel.id,
    port: finding.port ? portJson(finding.port) : null,
    at: formatIso(finding.at),
    from: formatIso(finding.from),
    to: formatIso(finding.to),
    events: finding.events,
    designations: finding.designations.map(designationJson),
    text: finding.text,
    statements: finding.statements,
    sightings: finding.sightings.map(sightingJson),
    receipts: finding.receipts.map(receiptJson),
  };
}

/** A listing at an hour; also what `screen` prints. */
export function designationJson({ designation, status, since, until, why, via, reason }: DesignationAt) {
  return {
    list: designation.list,
    entry: designation.entry,
    authority: designation.authority,
    status,
    since: formatIso(since),
    until: formatIso(until),
    verified: designation.verified,
    via,
    why: `${why}; ${reason}`,
  };
}

function sightingJson({ line, from, to, place, note, source }: Sighting) {
  return { line, from: formatIso(from), to: formatIso(to), place, note, source };
}

function portJson({ id, name, country, controlledBy }: Port) {
  return { id, name, country, ...(controlledBy ? { controlledBy } : {}) };
}

function boundJson({ after, before, basis }: Bound) {
  return { after: formatIso(after), before: formatIso(before), basis };
}

function receiptJson({ input, first, last, rows }: Receipt) {
  return { input, first, last, rows };
}

function rounded(value: number, decimals: number): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(decimals)) : null;
}
