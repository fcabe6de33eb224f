import type { DarkCall, OpenSilence, Silence } from '../../src/core/events/index.ts';
import { DEFAULT_METHOD, type Finding } from '../../src/core/findings/index.ts';
import type { Call, Port } from '../../src/core/ports/index.ts';
import type { Vessel } from '../../src/core/vessel/index.ts';
import type { ExportedCase } from '../../src/formats/export-manifest.ts';

const T = Date.UTC(2024, 2, 12);
const HOUR_MS = 3_600_000;
const RECEIPTS = [{ input: 0, first: 2, last: 9, rows: 8 }];

export const SHIP: Vessel = {
  id: 'imo-9161003',
  index: 0,
  imo: 9161003,
  mmsi: [273_210_440, 273_210_441],
  names: ['LADY R'],
  callSigns: ['UBXY7'],
  flag: 'RU',
  reports: 10,
  from: T,
  to: T + 100 * HOUR_MS,
  reconstructed: false,
  claims: [],
};

export const RAJIN: Port = {
  id: 'KPRJN',
  name: 'Rajin',
  aliases: ['Najin'],
  code: 'RJN',
  locode: 'KPRJN',
  country: 'KP',
  controlledBy: null,
  lon: 130.3,
  lat: 42.23,
  radiusM: 3000,
  basis: 'test',
  uncertaintyM: 0,
  concern: true,
};

export function call(change: Partial<Call> = {}): Call {
  return {
    id: 'call/1',
    vessel: SHIP,
    port: RAJIN,
    arrival: { after: T, before: T + HOUR_MS, basis: 'bounded' },
    departure: { after: T + 9 * HOUR_MS, before: null, basis: 'bounded' },
    confidence: 3,
    support: 'stop',
    berth: 'alongside',
    longestGapMs: 0,
    reconstructed: false,
    receipts: RECEIPTS,
    ...change,
  };
}

export function silence(change: Partial<Silence> = {}): Silence {
  return {
    id: 'silence/1',
    vessel: SHIP,
    from: T,
    to: T + 50.25 * HOUR_MS,
    lastFix: { index: 0, t: T, lon: 131.9, lat: 43.1 },
    nextFix: { index: 1, t: T + 50.25 * HOUR_MS, lon: 132.5, lat: 42.9 },
    distanceNm: 28.123456,
    reportsBefore: 12,
    control: 'others heard',
    reconstructed: false,
    receipts: RECEIPTS,
    ...change,
  };
}

export function darkCall(change: Partial<DarkCall> = {}): DarkCall {
  return {
    id: 'dark/1',
    silence: silence(),
    vessel: SHIP,
    port: RAJIN,
    level: 'possible',
    earliest: T + 8 * HOUR_MS,
    latest: T + 40 * HOUR_MS,
    maxDwellMs: 32 * HOUR_MS,
    otherPorts: 3,
    otherPortsOfConcern: 2,
    detour: 1.23456,
    speedKn: 11.777,
    draughtChangeM: null,
    destination: null,
    sightings: [],
    ...change,
  };
}

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    id: 'finding/dprk-call/1',
    rule: 'dprk-call',
    severity: 'alert',
    claim: 'observed',
    reconstructed: false,
    vessel: SHIP,
    port: RAJIN,
    at: T,
    from: T,
    to: T + HOUR_MS,
    events: ['call/1'],
    designations: [],
    text: 'LADY R called at Rajin (DPRK).',
    statements: [{ claim: 'observed', text: 'It did.' }],
    sightings: [],
    receipts: RECEIPTS,
    ...change,
  };
}

export function openSilence(change: Partial<OpenSilence> = {}): OpenSilence {
  return {
    id: 'silence/2',
    vessel: SHIP,
    from: T + 100 * HOUR_MS,
    seenTo: T + 196 * HOUR_MS,
    lastFix: { index: 1, t: T + 100 * HOUR_MS, lon: 131.9, lat: 43.1 },
    ...change,
  };
}

/** The file that all receipts are of. */
export const TRACK_FILE: ExportedCase['inputs'][number] = {
  input: 0,
  name: 'track.csv',
  sha256: 'ab'.repeat(32),
  bytes: 900,
  format: 'csv',
  rows: 10,
  accepted: 10,
  setAside: new Map(),
  notes: new Map(),
  reconstructed: false,
  provider: '',
  ships: 1,
  from: T,
  to: T,
  columns: [],
  timeNote: '',
  duplicates: 0,
};

/** A document of these events and findings. */
export function documentOf(events: Partial<ExportedCase['analysis']>): ExportedCase {
  const none = { calls: [], silences: [], openSilences: [], darkCalls: [], findings: [] };
  return {
    analysis: { method: DEFAULT_METHOD, ...none, ...events },
    inputs: [TRACK_FILE],
    references: [],
    lists: [],
    vessels: [SHIP],
  };
}
