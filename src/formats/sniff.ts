import { quoteText, textOf } from './byte-text.ts';
import { firstRecords } from './csv-head.ts';
import { isDanishHeader } from './danish-csv.ts';
import { refuseEventDocument, refuseEventTable } from './event-file.ts';
import { InputError } from './input-error.ts';
import { isNoaaHeader } from './noaa-csv.ts';
import { isParquetMagic } from './parquet-magic.ts';
import { isHeaderRecord, isPositionRecord } from './plausible-record.ts';
import { PositionColumns, plainName } from './position-columns.ts';
import type { PositionFormat } from './positions.ts';
import { xmlRootOf } from './xml-scanner.ts';

/** What a file is, told from its beginning. */
export type Sniffed =
  | { readonly kind: 'positions'; readonly format: PositionFormat }
  | { readonly kind: 'sightings' }
  | { readonly kind: 'ports' }
  | { readonly kind: 'list'; readonly format: ListFormat };

/** OFAC's files that have no header, tabulated EU annexes, or a plain table with a header. */
export type ListFormat = 'ofac-sdn' | 'ofac-add' | 'ofac-alt' | 'eu-table' | 'list-csv';

const EXPECTED =
  'AIS sentences (!AIVDM,…), messages of aisstream.io, GeoJSON, GPX, KML, Parquet, or a CSV of positions, sightings, ports or designations with its header line';

const HEADER = 'a header line with column names';

/** So many records are looked at for a time and a place. */
const RECORDS = 9;

/** An AIS sentence or a `$PGHP` time, wherever it stands in a line that is no comment. */
const AIS_LINE = /^(?!#)(?:.*![!-~]{2}VD[MO],\d|\$PGHP,)/m;

/** A line of aisstream.io. The first of a recording may be cut off. */
const STREAM_LINE = /^[ \t]*\{.*"MessageType"[ \t]*:/m;

/** A declaration or a tag; a log that begins with a syslog priority (`<13>`) is none. */
const XML = /^\s*<[?!a-z_]/i;

const GEOJSON = /"type"\s*:\s*"Feature(?:Collection)?"/;

const SIGHTINGS: readonly string[] = ['datestart', 'vessel', 'place'];
const PORTS: readonly string[] = ['id', 'name', 'country', 'lat', 'lon'];
const EU_TABLE: readonly string[] = ['celex', 'recordid', 'programkey'];
const LIST_SUBJECTS: readonly string[] = ['name', 'ship', 'vessel', 'shipname', 'vesselname'];
const LIST_DETAILS: readonly string[] = [
  'authority',
  'listauthority',
  'designatedby',
  'programme',
  'program',
  'listorinstrument',
  'instrument',
  'announced',
  'effective',
  'effectivedate',
  'datelisted',
  'listedon',
  'since',
  'startdate',
];

/**
 * Tells what a file is from its first bytes (64 KiB are plenty), in UTF-8. Parquet is told by its first letters, XML by its root, JSON by its
 * members, CSV by the columns its header names, OFAC's files without header by their first record. A CSV that has
 * positions in part (an id and a time, or a latitude or longitude) counts as positions, so that their reader can say
 * what is missing; and so does one with names that say nothing and a time and a place among its first values.
 *
 * Throws `InputError` for an empty file, for an encrypted Parquet file, for a CSV of positions without a header, and for anything else, and shows
 * how the file begins.
 */
export function sniff(head: Uint8Array, file: string): Sniffed {
  if (isParquetMagic(head, file)) return { kind: 'positions', format: 'parquet' };
  const text = textOf(head, 0, head.length).replace(/^\ufeff/, '');
  if (text.trim() === '') {
    throw new InputError(file, 0, EXPECTED, head.length === 0 ? 'an empty file' : 'nothing but blanks');
  }
  refuseEventDocument(text, file);
  if (XML.test(text)) return sniffXml(head, file);
  const json = sniffJson(text);
  if (json) return json;
  const firstLine = quoteText(text.trimStart().split(/[\r\n]/, 1)[0]!);
  const [record = [], ...rest] = firstRecords(head, file, RECORDS);
  const first = record.map(field => field.trim());
  // A ship can call itself what looks like a sentence: below a header that says all, it is a name.
  if (AIS_LINE.test(text) && !isWholeHeader(first)) return { kind: 'positions', format: 'aivdm' };
  refuseEventTable(first, file);
  if (isPositionRecord(record)) throw new InputError(file, 1, HEADER, firstLine);
  const found = sniffOfac(first) ?? sniffHeader(first);
  if (found) return found;
  if (isHeaderRecord(first) && rest.some(isPositionRecord)) return { kind: 'positions', format: 'csv' };
  throw new InputError(file, 1, EXPECTED, firstLine);
}

function sniffXml(head: Uint8Array, file: string): Sniffed {
  const root = xmlRootOf(head, file);
  if (root?.name === 'gpx') return { kind: 'positions', format: 'gpx' };
  if (root?.name === 'kml') return { kind: 'positions', format: 'kml' };
  const found = root
    ? `XML with the root element ${quoteText(root.name)}`
    : 'XML that begins without an element';
  throw new InputError(file, root?.line ?? 0, EXPECTED, found);
}

function sniffJson(text: string): Sniffed | null {
  if (STREAM_LINE.test(text)) return { kind: 'positions', format: 'aisstream' };
  const isGeoJson = text.trimStart().startsWith('{') && GEOJSON.test(text);
  return isGeoJson ? { kind: 'positions', format: 'geojson' } : null;
}

/** Whether these names say whose, when and where. */
function isWholeHeader(names: readonly string[]): boolean {
  const columns = new PositionColumns(names);
  const isShip = columns.has('mmsi') || columns.has('imo');
  return isShip && columns.has('time') && columns.has('lat') && columns.has('lon');
}

function sniffOfac(record: readonly string[]): Sniffed | null {
  const [first = '', second = '', third = ''] = record;
  if (!/^\d+$/.test(first)) return null;
  if (record.length === 12 && !/^\d/.test(second)) return { kind: 'list', format: 'ofac-sdn' };
  if (record.length === 6 && /^\d+$/.test(second)) return { kind: 'list', format: 'ofac-add' };
  return record.length === 5 && /^[afn]ka$/.test(third) ? { kind: 'list', format: 'ofac-alt' } : null;
}

function sniffHeader(record: readonly string[]): Sniffed | null {
  const names = record.map(plainName);
  const has = (wanted: readonly string[]) => wanted.every(name => names.includes(name));
  const hasAny = (wanted: readonly string[]) => wanted.some(name => names.includes(name));
  if (has(EU_TABLE)) return { kind: 'list', format: 'eu-table' };
  if (has(SIGHTINGS)) return { kind: 'sightings' };

  const columns = new PositionColumns(record);
  const isPlaced = columns.has('lat') || columns.has('lon');
  const isShip = columns.has('mmsi') || columns.has('imo');
  if (has(PORTS) && !isShip && !columns.has('time')) return { kind: 'ports' };
  if (isNoaaHeader(record)) return { kind: 'positions', format: 'noaa-csv' };
  if (isDanishHeader(record)) return { kind: 'positions', format: 'danish-csv' };
  if (isPlaced || (isShip && columns.has('time'))) return { kind: 'positions', format: 'csv' };
  const isList = columns.has('imo') && hasAny(LIST_SUBJECTS) && hasAny(LIST_DETAILS);
  return isList ? { kind: 'list', format: 'list-csv' } : null;
}
