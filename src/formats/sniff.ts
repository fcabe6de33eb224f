import { quoteText, refuseUtf16, textOf } from './byte-text.ts';
import { CsvScanner } from './csv.ts';
import { isDanishHeader } from './danish-csv.ts';
import { InputError } from './input-error.ts';
import { isNoaaHeader } from './noaa-csv.ts';
import { PositionColumns, plainName } from './position-columns.ts';
import type { PositionFormat } from './positions.ts';

/** What a file is, told from its beginning. */
export type Sniffed =
  | { readonly kind: 'positions'; readonly format: PositionFormat }
  | { readonly kind: 'sightings' }
  | { readonly kind: 'ports' }
  | { readonly kind: 'list'; readonly format: ListFormat };

/** OFAC's files that have no header, tabulated EU annexes, or a plain table with a header. */
export type ListFormat = 'ofac-sdn' | 'ofac-add' | 'ofac-alt' | 'eu-table' | 'list-csv';

const EXPECTED =
  'AIS sentences (!AIVDM,…), messages of aisstream.io, GeoJSON, or a CSV of positions, sightings, ports or designations with its header line';

/** An AIS sentence or a `$PGHP` time, wherever it stands in a line that is no comment. */
const AIS_LINE = /^(?!#)(?:.*![!-~]{2}VD[MO],\d|\$PGHP,)/m;

/** A line of aisstream.io. The first of a recording may be cut off. */
const STREAM_LINE = /^[ \t]*\{.*"MessageType"[ \t]*:/m;

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
 * Tells what a file is from its first bytes (64 KiB are plenty). JSON is told by its members, CSV by the columns
 * its header names, OFAC's files without header by their first record. A CSV that has positions in part (an id and a time, or
 * a latitude or longitude) counts as positions, so that their reader can say what is missing.
 *
 * Throws `InputError` for an empty file, for UTF-16 and for anything else, and shows how the file begins.
 */
export function sniff(head: Uint8Array, file: string): Sniffed {
  refuseUtf16(head, file);
  const text = textOf(head, 0, head.length).replace(/^\ufeff/, '');
  if (text.trim() === '') {
    throw new InputError(file, 0, EXPECTED, head.length === 0 ? 'an empty file' : 'nothing but blanks');
  }
  const json = sniffJson(text);
  if (json) return json;
  if (AIS_LINE.test(text)) return { kind: 'positions', format: 'aivdm' };
  const record = firstRecord(head, file);
  const found = sniffOfac(record) ?? sniffHeader(record);
  if (found) return found;
  throw new InputError(file, 1, EXPECTED, quoteText(text.trimStart().split(/[\r\n]/, 1)[0]!));
}

function sniffJson(text: string): Sniffed | null {
  if (STREAM_LINE.test(text)) return { kind: 'positions', format: 'aisstream' };
  const isGeoJson = text.trimStart().startsWith('{') && GEOJSON.test(text);
  return isGeoJson ? { kind: 'positions', format: 'geojson' } : null;
}

/** The fields of the first record; none where it can't be read as CSV. */
function firstRecord(head: Uint8Array, file: string): readonly string[] {
  let record: readonly string[] = [];
  let seen = 0;
  const scanner = new CsvScanner(file, row => {
    if (seen++ === 0) record = row.texts().map(field => field.trim());
  });
  try {
    scanner.push(head);
    if (seen === 0) scanner.end();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return record;
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
