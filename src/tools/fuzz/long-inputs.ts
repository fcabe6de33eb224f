import { InputError } from '../../formats/input-error.ts';
import { openPositions, type PositionFormat } from '../../formats/positions.ts';
import { Tally } from '../../formats/tally.ts';

const MIB = 1 << 20;
const INPUT_MIB = 64;
const CHUNK_BYTES = MIB / 16;

/** A file of 64 MiB that is all one line, field, element or text. */
interface LongInput {
  readonly format: PositionFormat;
  readonly what: string;
  /** How it begins, and what it goes on with. */
  readonly head: string;
  readonly unit: string;
  /** Memory that its reader may take, MiB: a few times the greatest piece that it may hold. */
  readonly capMib: number;
}

/** What reading a long input took. */
export interface LongRun {
  readonly input: LongInput;
  /** So much was read before it was refused, or all of it. */
  readonly readMib: number;
  readonly peakMib: number;
  readonly seconds: number;
  readonly refusal: string;
}

const LINE_CAP_MIB = 16;
/** A record of 1 MiB, its copies while it grows, and the places of a million fields in it. */
const RECORD_CAP_MIB = 64;
/** A text of 8 Mi characters, its copies while it grows and what the parser holds. */
const XML_CAP_MIB = 96;
/** The file as bytes in pieces, as bytes in one, as text and as a value. */
const JSON_CAP_MIB = 6 * INPUT_MIB;

const ROW = 'mmsi,time,lat,lon\n273000001,2024-03-12T08:29:43Z,42.2,130.3\n';
const DANISH = '# Timestamp,Type of mobile,MMSI,Latitude,Longitude\n';
const GPX = '<gpx><trk><trkseg>';
const GEOJSON = '{"type":"FeatureCollection","features":[';

const line = (format: PositionFormat, what: string, head: string, unit: string): LongInput => ({
  format,
  what,
  head,
  unit,
  capMib: LINE_CAP_MIB,
});
const record = (format: PositionFormat, what: string, head: string, unit: string): LongInput => ({
  ...line(format, what, head, unit),
  capMib: RECORD_CAP_MIB,
});
const xml = (format: PositionFormat, what: string, head: string, unit: string): LongInput => ({
  ...line(format, what, head, unit),
  capMib: XML_CAP_MIB,
});
const json = (what: string, head: string, unit: string): LongInput => ({
  ...line('geojson', what, head, unit),
  capMib: JSON_CAP_MIB,
});

/** The inputs. To add one is to add a row. */
export const LONG_INPUTS: readonly LongInput[] = [
  line('aivdm', 'payload', '!AIVDM,1,1,,A,', 'w'),
  line('aivdm', 'tag block', '\\c:1', '0'),
  line('aivdm', 'prefix', '', 'x'),
  line('aivdm', 'NUL bytes', '', '\u0000'),
  line('aivdm', 'first parts', '', '!AIVDM,2,1,1,A,5,0*0B\n'),
  line('aisstream', 'JSON text', '{"MessageType":"', 'a'),
  line('aisstream', 'JSON arrays', '', '['),
  record('csv', 'header name', '', 'a'),
  record('csv', 'header of names', '', 'a,'),
  record('csv', 'field', ROW, '1'),
  record('csv', 'quoted field', `${ROW}"`, '1'),
  record('csv', 'quotes', `${ROW}"`, '""'),
  record('csv', 'empty fields', ROW, ','),
  record('noaa-csv', 'quoted field', 'MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName\n"', 'A'),
  record('danish-csv', 'field', DANISH, '1'),
  xml('gpx', 'text', `${GPX}<name>`, 'a'),
  xml('gpx', 'CDATA', `${GPX}<name><![CDATA[`, 'a'),
  xml('gpx', 'comment', `${GPX}<!--`, 'a'),
  xml('gpx', 'attribute', `${GPX}<trkpt lat="`, '1'),
  xml('gpx', 'attributes', `${GPX}<trkpt`, ' a="1"'),
  xml('gpx', 'tag name', '<', 'a'),
  xml('gpx', 'nested elements', GPX, '<a>'),
  xml('gpx', 'entities', `${GPX}<name>`, '&amp;'),
  xml('kml', 'coordinates', '<kml><Placemark><LineString><coordinates>', '1,2 '),
  xml('kml', 'times of a track', '<kml><Placemark><Track>', '<when>2024-03-12T08:29:43Z</when>'),
  xml('kml', 'processing instruction', '<?a ', 'a'),
  json('JSON text', `${GEOJSON}"`, 'a'),
  json('JSON number', GEOJSON, '1'),
  json('blanks', GEOJSON, ' '),
];

/** Reads one of them chunk by chunk, as the engine does, and watches the memory beyond what there was before. */
export function readLong(input: LongInput): LongRun {
  const encoder = new TextEncoder();
  const body = encoder.encode(input.unit.repeat(Math.ceil(CHUNK_BYTES / input.unit.length)));
  const sink = { report: () => {}, statics: () => {} };
  const context = { file: 'long.dat', source: 0, sink, tally: new Tally(), flags: 0, zoneMinutes: 0 };
  const reader = openPositions(input.format, context);
  const started = performance.now();
  const baseMib = usedMib();
  let bytes = 0;
  let peakMib = 0;
  let refusal = '';
  try {
    reader.push(encoder.encode(input.head));
    for (; bytes < INPUT_MIB * MIB; bytes += body.length) {
      reader.push(body);
      peakMib = Math.max(peakMib, usedMib() - baseMib);
    }
    reader.end();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    refusal = error.message;
  }
  peakMib = Math.max(peakMib, usedMib() - baseMib);
  const seconds = (performance.now() - started) / 1000;
  return { input, readMib: bytes / MIB, peakMib, seconds, refusal };
}

function usedMib(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MIB;
}
