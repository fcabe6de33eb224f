import type { DarkCall, Silence } from '../core/events/index.ts';
import type { Finding } from '../core/findings/index.ts';
import type { Call, Port } from '../core/ports/index.ts';
import { formatIso, type Instant } from '../core/time/index.ts';
import { type Vessel, vesselLabel } from '../core/vessel/index.ts';
import type { AnalysisDocument } from './analysis-json.ts';
import { csvRow } from './csv-write.ts';

/** An event or finding on one line, as CSV and GeoJSON give it. */
interface EventRow {
  readonly kind: 'finding' | 'call' | 'dark call' | 'silence';
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly claim: string;
  readonly vessel: Vessel;
  readonly port: Port | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly text: string;
  readonly reconstructed: boolean;
  /** A point for a port, a line for a silence. */
  readonly places: readonly Place[];
}

type Place = readonly [lon: number, lat: number];

const COLUMNS = 'kind,id,rule,severity,claim,ship,imo,mmsi,port,country,from,to,text,reconstructed'.split(
  ',',
);

/** Events and findings as CSV, formula-safe, one a line, findings first. */
export function analysisCsv(document: AnalysisDocument): string {
  const rows = eventRows(document).map(row =>
    csvRow([
      row.kind,
      row.id,
      row.rule,
      row.severity,
      row.claim,
      vesselLabel(row.vessel),
      row.vessel.imo > 0 ? row.vessel.imo : null,
      row.vessel.mmsi.join(' '),
      row.port?.name ?? null,
      row.port?.country ?? null,
      formatIso(row.from),
      formatIso(row.to),
      row.text,
      row.reconstructed ? 'reconstructed' : '',
    ]),
  );
  return csvRow(COLUMNS) + rows.join('');
}

/** Events and findings as a GeoJSON feature collection: points at ports, lines over silences. */
export function analysisGeojson(document: AnalysisDocument) {
  return {
    type: 'FeatureCollection',
    features: eventRows(document).map(({ places, vessel, port, from, to, ...row }) => ({
      type: 'Feature',
      geometry: geometryOf(places),
      properties: {
        ...row,
        ship: vesselLabel(vessel),
        imo: vessel.imo > 0 ? vessel.imo : null,
        mmsi: vessel.mmsi,
        port: port?.name ?? null,
        country: port?.country ?? null,
        from: formatIso(from),
        to: formatIso(to),
      },
    })),
  };
}

function geometryOf([first, last]: EventRow['places']) {
  if (!first) return null;
  return last ? lineBetween(first, last) : { type: 'Point', coordinates: first };
}

/** A line that crosses 180 degrees is cut in two there (RFC 7946, section 3.1.9). */
function lineBetween(first: Place, last: Place) {
  const [lonA, latA] = first;
  const [lonB, latB] = last;
  if (Math.abs(lonB - lonA) <= 180) return { type: 'LineString', coordinates: [first, last] };
  const edge = lonA < 0 ? -180 : 180;
  const share = (edge - lonA) / (lonB + 2 * edge - lonA);
  const lat = latA + share * (latB - latA);
  const toEdge = [first, [edge, lat]];
  const fromEdge = [[-edge, lat], last];
  return { type: 'MultiLineString', coordinates: [toEdge, fromEdge] };
}

function eventRows({ analysis }: AnalysisDocument): EventRow[] {
  const { findings, calls, darkCalls, silences } = analysis;
  return [
    ...findings.map(findingRow),
    ...calls.map(callRow),
    ...darkCalls.map(darkCallRow),
    ...silences.map(silenceRow),
  ];
}

const EMPTY = { rule: '', severity: '', port: null } as const;

function findingRow(finding: Finding): EventRow {
  const { id, rule, severity, claim, vessel, port, from, to, text, reconstructed } = finding;
  const places = placeOf(port);
  return { kind: 'finding', id, rule, severity, claim, vessel, port, from, to, text, reconstructed, places };
}

function callRow(call: Call): EventRow {
  return {
    ...EMPTY,
    kind: 'call',
    id: call.id,
    claim: call.reconstructed ? 'reconstructed' : call.support === 'gap' ? 'inferred' : 'observed',
    vessel: call.vessel,
    port: call.port,
    from: call.arrival.before,
    to: call.departure.after ?? call.departure.before,
    text: `confidence ${call.confidence}, ${call.berth}`,
    reconstructed: call.reconstructed,
    places: placeOf(call.port),
  };
}

function darkCallRow(darkCall: DarkCall): EventRow {
  return {
    ...EMPTY,
    kind: 'dark call',
    id: darkCall.id,
    claim: 'inferred',
    vessel: darkCall.vessel,
    port: darkCall.port,
    from: darkCall.earliest,
    to: darkCall.latest,
    text: `${darkCall.level}, ${darkCall.otherPorts} other ports fit`,
    reconstructed: darkCall.silence.reconstructed,
    places: placeOf(darkCall.port),
  };
}

function silenceRow(silence: Silence): EventRow {
  return {
    ...EMPTY,
    kind: 'silence',
    id: silence.id,
    claim: silence.reconstructed ? 'reconstructed' : 'observed',
    vessel: silence.vessel,
    from: silence.from,
    to: silence.to,
    text: `control: ${silence.control}`,
    reconstructed: silence.reconstructed,
    places: [silence.lastFix, silence.nextFix].flatMap(fix => (fix ? [[fix.lon, fix.lat] as const] : [])),
  };
}

function placeOf(port: Port | null): Place[] {
  return port ? [[port.lon, port.lat]] : [];
}
