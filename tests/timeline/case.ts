import type { DarkCall, Silence } from '../../src/core/events/index.ts';
import type { Finding } from '../../src/core/findings/index.ts';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import type { Call, Port, Sighting } from '../../src/core/ports/index.ts';
import type { Designation, DesignationList } from '../../src/core/sanctions/index.ts';
import { parseDay } from '../../src/core/time/index.ts';
import { TrackStore } from '../../src/core/track/index.ts';
import type { Vessel } from '../../src/core/vessel/index.ts';
import type { CaseAnalysis } from '../../src/engine/engine.ts';
import { type CaseData, toCaseData } from '../../src/state/case-data.ts';

/** Milliseconds of a UTC day or of a UTC minute: `2024-03-12`, `2024-03-12 08:29`. */
export function at(text: string): number {
  return text.length === 10 ? parseDay(text) : Date.parse(`${text.replace(' ', 'T')}Z`);
}

export function vessel(name: string, index: number, imo: number): Vessel {
  return {
    id: `imo-${imo}`,
    index,
    imo,
    mmsi: [],
    names: [name],
    callSigns: [],
    flag: null,
    reports: 2,
    from: at('2024-02-01'),
    to: at('2024-04-17'),
    reconstructed: true,
    claims: [],
  };
}

export function port(code: string, country: string): Port {
  return {
    id: `${country}${code}`,
    name: code,
    aliases: [],
    code,
    locode: `${country}${code}`,
    country,
    controlledBy: null,
    lon: 130,
    lat: 42,
    radiusM: 3000,
    basis: '',
    uncertaintyM: 0,
    concern: true,
  };
}

export function call(ship: Vessel, place: Port, from: string, to: string, changes: Partial<Call> = {}): Call {
  return {
    id: `call/${ship.id}/${place.id}/${from}`,
    vessel: ship,
    port: place,
    arrival: { after: null, before: at(from), basis: 'bounded' },
    departure: { after: at(to), before: null, basis: 'bounded' },
    confidence: 4,
    support: 'stop',
    berth: 'unknown',
    longestGapMs: 0,
    reconstructed: false,
    receipts: [],
    ...changes,
  };
}

export function silence(ship: Vessel, from: string, to: string): Silence {
  return {
    id: `silence/${ship.id}/${from}`,
    vessel: ship,
    from: at(from),
    to: at(to),
    lastFix: null,
    nextFix: null,
    distanceNm: Number.NaN,
    reportsBefore: 1,
    control: "can't tell",
    reconstructed: true,
    receipts: [],
  };
}

export function darkCall(
  gap: Silence,
  place: Port,
  level: DarkCall['level'],
  sightings: readonly Sighting[] = [],
): DarkCall {
  return {
    id: `dark/${gap.id.slice('silence/'.length)}/${place.id}`,
    silence: gap,
    vessel: gap.vessel,
    port: place,
    level,
    earliest: gap.from + 3_600_000,
    latest: gap.to - 3_600_000,
    maxDwellMs: gap.to - gap.from - 7_200_000,
    otherPorts: 0,
    otherPortsOfConcern: 0,
    detour: 1,
    speedKn: 13,
    draughtChangeM: null,
    destination: null,
    sightings,
  };
}

export function sighting(line: number, imo: number, from: string, to: string): Sighting {
  return {
    id: `sighting/${line}`,
    from: at(from),
    to: at(to),
    vessel: '',
    imo,
    place: 'Rajin',
    kind: 'port',
    note: '',
    source: '',
    line,
  };
}

export function finding(rule: Finding['rule'], ship: Vessel, events: readonly string[]): Finding {
  return {
    id: `finding/${rule}/${ship.id}/${events.at(-1)}`,
    rule,
    severity: 'alert',
    claim: 'inferred',
    reconstructed: true,
    vessel: ship,
    port: null,
    at: ship.from,
    from: ship.from,
    to: ship.to,
    events,
    designations: [],
    text: '',
    statements: [],
    sightings: [],
    receipts: [],
  };
}

/** A listing of a ship by its IMO number; `effective` empty for an undated one. */
export function designation(
  authority: string,
  imo: number,
  effective: string,
  changes: Partial<Designation> = {},
): Designation {
  return {
    id: `${authority}:${imo}:${effective}`,
    list: authority,
    entry: `${imo}`,
    line: 1,
    authority,
    programme: '',
    instrument: '',
    subject: {
      kind: 'vessel',
      names: [],
      imo,
      companyImo: 0,
      mmsi: 0,
      callSign: '',
      flag: '',
      vesselType: '',
      owners: [],
    },
    announced: null,
    effective: effective === '' ? null : at(effective),
    ended: null,
    verified: true,
    datedBy: null,
    source: '',
    note: '',
    ...changes,
  };
}

export interface CaseParts {
  readonly vessels: readonly Vessel[];
  readonly calls?: readonly Call[];
  readonly silences?: readonly Silence[];
  readonly openSilences?: CaseAnalysis['analysis']['openSilences'];
  readonly darkCalls?: readonly DarkCall[];
  readonly findings?: readonly Finding[];
  readonly sightings?: readonly Sighting[];
  readonly designations?: readonly Designation[];
}

/** A case of these parts. Its track store holds two reports of each ship. */
export function caseOf(parts: CaseParts): CaseData {
  const { vessels, designations = [] } = parts;
  const store = TrackStore.create(vessels.length * 2, vessels.length);
  vessels.forEach(({ from, to }, index) => {
    store.starts[index] = index * 2;
    store.t.set([from, to], index * 2);
  });
  store.starts[vessels.length] = vessels.length * 2;
  const list: DesignationList = {
    id: 'list',
    title: '',
    authority: '',
    edition: '',
    sha256: '',
    kind: 'list',
    designations,
    vessels: designations.length,
  };
  return toCaseData('case', {
    analysis: {
      method: DEFAULT_METHOD,
      calls: parts.calls ?? [],
      silences: parts.silences ?? [],
      openSilences: parts.openSilences ?? [],
      darkCalls: parts.darkCalls ?? [],
      findings: parts.findings ?? [],
    },
    vessels,
    tracks: store.buffer,
    inputs: [],
    references: [],
    lists: [list],
    sightings: parts.sightings ?? [],
    ports: [],
  });
}
