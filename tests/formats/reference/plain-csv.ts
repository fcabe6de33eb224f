/*
 * CSV of positions read as one would without a thought for speed: the whole file as text, fields cut out by a regular
 * expression (RFC 4180), numbers by `Number`. Written from the data dictionaries of Marine Cadastre and of the Danish
 * Maritime Authority; shares nothing with the readers but the shape of what they give.
 */
import { Flag } from '../../../src/core/track/index.ts';
import type { RecordedReport, RecordedStatics } from '../../ais/recording-sink.ts';

/** What a plain reader makes of a file. */
export interface PlainRead {
  readonly reports: readonly RecordedReport[];
  readonly statics: readonly RecordedStatics[];
}

type Cells = Readonly<Record<string, string>>;

/** A field and what ends it: quoted with doubled quotes, or anything up to a comma or the end of the line. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;

const DANISH_STATUS: Readonly<Record<string, number>> = {
  'Under way using engine': 0,
  'At anchor': 1,
  'Restricted maneuverability': 3,
  Moored: 5,
  'AIS-SART': 14,
};
const DANISH_TYPE: Readonly<Record<string, number>> = { Sailing: 36, Cargo: 70, Tanker: 80, Dredging: 33 };
const DANISH_FLAGS: Readonly<Record<string, number>> = {
  'Class A': 0,
  'Class B': Flag.classB,
};

/** Marine Cadastre's files, the header of either edition. */
export function readPlainNoaa(text: string): PlainRead {
  return readRows(text, cells => ({
    ...shared(cells),
    t: Date.parse(`${given(cells, 'BaseDateTime', 'base_date_time').replace(' ', 'T')}Z`),
    lat: given(cells, 'LAT', 'latitude'),
    lon: given(cells, 'LON', 'longitude'),
    status: numberOr(given(cells, 'Status'), 15),
    flags: given(cells, 'TransceiverClass', 'TranscieverClass', 'transceiver') === 'B' ? Flag.classB : 0,
    shipType: numberOr(given(cells, 'VesselType', 'vessel_type'), 0),
    length: given(cells, 'Length'),
    beam: given(cells, 'Width'),
    draught: given(cells, 'Draft'),
  }));
}

/** The CSV of the demonstration case, with the names that this product's own files have. */
export function readPlainOwn(text: string): PlainRead {
  return readRows(text, cells => ({
    ...shared(cells),
    t: Date.parse(given(cells, 'time')),
    lat: given(cells, 'lat'),
    lon: given(cells, 'lon'),
    status: numberOr(given(cells, 'status'), 15),
    flags: given(cells, 'source').startsWith('reconstructed') ? Flag.reconstructed : 0,
    shipType: numberOr(given(cells, 'type'), 0),
    length: '',
    beam: '',
    draught: given(cells, 'draught'),
  }));
}

/** Files of the Danish Maritime Authority. `Unknown` and `Undefined` say nothing. */
export function readPlainDanish(text: string): PlainRead {
  const known = text.replace(/\b(Unknown|Undefined)(?=,|\r?\n|$)/g, '');
  return readRows(known, cells => {
    const [, day, month, year, clock] = /^(..)\/(..)\/(....) (.*)$/.exec(given(cells, '# Timestamp'))!;
    const t = Date.parse(`${year}-${month}-${day}T${clock}Z`);
    return {
      ...shared(cells),
      // A day that the month hasn't rolls over.
      t: new Date(t).getUTCDate() === Number(day) ? t : Number.NaN,
      lat: given(cells, 'Latitude'),
      lon: given(cells, 'Longitude'),
      status: DANISH_STATUS[given(cells, 'Navigational status')] ?? 15,
      flags: DANISH_FLAGS[given(cells, 'Type of mobile')] ?? Flag.notShip,
      shipType: DANISH_TYPE[given(cells, 'Ship type')] ?? 0,
      length: given(cells, 'Length'),
      beam: given(cells, 'Width'),
      draught: given(cells, 'Draught'),
    };
  });
}

/** The number if it is seven digits of which the last is the sum of the others times 7 to 2, modulo 10; else 0. */
export function plainImo(text: string): number {
  const digits = /^(?:IMO)? ?(\d{7})$/.exec(text)?.[1] ?? '';
  const sum = [7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return digits !== '' && sum % 10 === Number(digits[6]) ? Number(digits) : 0;
}

/** A number that AIS takes for one: from 0 to below `limit`; else NaN. */
export function below(limit: number, text: string | number): number {
  const value = text === '' ? Number.NaN : Number(text);
  return value >= 0 && value < limit ? value : Number.NaN;
}

interface PlainRow {
  readonly mmsi: number;
  readonly imo: number;
  readonly t: number;
  readonly lat: string;
  readonly lon: string;
  readonly sog: string;
  readonly cog: string;
  readonly heading: string;
  readonly status: number;
  readonly flags: number;
  readonly name: string;
  readonly callSign: string;
  readonly destination: string;
  readonly shipType: number;
  readonly length: string;
  readonly beam: string;
  readonly draught: string;
}

type SharedColumns = 'mmsi' | 'imo' | 'sog' | 'cog' | 'heading' | 'name' | 'callSign' | 'destination';

function shared(cells: Cells): Pick<PlainRow, SharedColumns> {
  return {
    mmsi: Number(given(cells, 'MMSI', 'mmsi')),
    imo: plainImo(given(cells, 'IMO', 'imo')),
    sog: given(cells, 'SOG', 'sog'),
    cog: given(cells, 'COG', 'cog'),
    heading: given(cells, 'Heading', 'heading'),
    name: given(cells, 'VesselName', 'vessel_name', 'name', 'Name').trim(),
    callSign: given(cells, 'CallSign', 'call_sign', 'Callsign').trim(),
    destination: given(cells, 'Destination', 'destination').trim(),
  };
}

function readRows(text: string, rowOf: (cells: Cells) => PlainRow): PlainRead {
  const [header, ...records] = recordsOf(text);
  const reports: RecordedReport[] = [];
  const statics: RecordedStatics[] = [];
  records.forEach((record, i) => {
    const cells = Object.fromEntries(header!.map((name, column) => [name, record[column] ?? '']));
    const row = rowOf(cells);
    if (Number.isNaN(row.t) || Number.isNaN(Number(row.lat)) || Number.isNaN(Number(row.lon))) return;
    const report = reportOf(row, i + 2);
    reports.push(report);
    const fields = fieldsOf(row);
    const { mmsi, imo, t, flags } = report;
    if (Object.keys(fields).length > 0) {
      statics.push({ mmsi, imo, t, fields, heard: false, flags, row: report.row });
    }
  });
  return { reports, statics };
}

function reportOf(row: PlainRow, line: number): RecordedReport {
  const isPlaced = Number(row.lat) !== 91 && Number(row.lon) !== 181;
  return {
    mmsi: row.mmsi,
    imo: row.imo,
    t: new Date(row.t).toISOString(),
    lon: isPlaced ? Number(row.lon) : Number.NaN,
    lat: isPlaced ? Number(row.lat) : Number.NaN,
    sog: below(102.3, row.sog),
    cog: below(360, row.cog),
    heading: below(360, row.heading),
    status: row.status,
    flags: row.flags,
    row: line,
  };
}

function fieldsOf(row: PlainRow): Record<string, string | number> {
  const fields = {
    name: row.name,
    callSign: row.callSign,
    destination: row.destination,
    shipType: row.shipType,
    lengthM: Number(row.length),
    beamM: Number(row.beam),
    draughtM: Number(row.draught),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== 0));
}

function recordsOf(text: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of text.replace(/\r?\n$/, '').matchAll(FIELD)) {
    records.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '') break;
    if (end !== ',') records.push([]);
  }
  return records;
}

function given(cells: Cells, ...names: readonly string[]): string {
  const name = names.flatMap(each => [each, each.toLowerCase()]).find(each => cells[each] !== undefined);
  return name === undefined ? '' : cells[name]!;
}

function numberOr(text: string, otherwise: number): number {
  return text === '' ? otherwise : Number(text);
}
