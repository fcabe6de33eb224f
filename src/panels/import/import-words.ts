import type { PositionColumn, Remedy } from '../../state/import-job.ts';

const KIB = 1024;
const MILLION = 1_000_000;
const MINUTE_S = 60;

/** What a column of positions can mean, in the order that people look for it, with the units it is read in. */
export const COLUMN_WORDS: Readonly<Record<PositionColumn, string>> = {
  mmsi: 'MMSI',
  imo: 'IMO number',
  time: 'time',
  date: 'date',
  lat: 'latitude',
  lon: 'longitude',
  sog: 'speed, kn',
  cog: 'course, °',
  heading: 'heading, °',
  status: 'status',
  name: 'ship’s name',
  callSign: 'call sign',
  destination: 'destination',
  draught: 'draught, m',
  shipType: 'ship type',
  length: 'length, m',
  beam: 'beam, m',
  flag: 'flag',
  transceiver: 'transceiver class',
  source: 'source',
  longRange: 'long range',
};

/** What a file is asked, as a title above the form. */
export const REMEDY_WORDS: Readonly<Record<Remedy, string>> = {
  zone: 'Which clock wrote its times?',
  'time-format': 'In which order are its dates written?',
  columns: 'What do its columns mean?',
  ship: 'Whose track is it?',
  partial: 'It is cut off. Read what is there?',
};

/** What a file is asked, beside its name. */
export const REMEDY_SHORT: Readonly<Record<Remedy, string>> = {
  zone: 'zone of its times',
  'time-format': 'order of its dates',
  columns: 'meaning of its columns',
  ship: 'whose track it is',
  partial: 'it is cut off',
};

export const KIND_WORDS = {
  positions: 'Positions',
  list: 'List',
  sightings: 'Sightings',
  ports: 'Ports',
} as const;

/** Formats by the name that people know them by. */
export const FORMAT_WORDS: ReadonlyMap<string, string> = new Map([
  ['aivdm', 'AIS log (AIVDM)'],
  ['aisstream', 'aisstream.io messages'],
  ['noaa-csv', 'NOAA Marine Cadastre CSV'],
  ['danish-csv', 'Danish Maritime Authority CSV'],
  ['csv', 'CSV'],
  ['geojson', 'GeoJSON'],
  ['gpx', 'GPX'],
  ['kml', 'KML'],
  ['parquet', 'Parquet'],
]);

/** `812 B`, `98.5 KiB`, `1.2 GiB`. */
export function bytesText(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`;
  const power = Math.min(4, Math.floor(Math.log(bytes) / Math.log(KIB)));
  const value = bytes / KIB ** power;
  return `${value.toFixed(value < 100 ? 1 : 0)} ${['B', 'KiB', 'MiB', 'GiB', 'TiB'][power]}`;
}

/** `4,210`, `13.1 million`: a count that moves, short enough to be read. */
export function countText(count: number): string {
  if (count < MILLION) return Math.round(count).toLocaleString('en');
  return `${(count / MILLION).toFixed(1)} million`;
}

/** `4 s left`, `3 min left`; empty while nothing can be told. */
export function leftText(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 1) return 'almost there';
  if (seconds < 2 * MINUTE_S) return `${Math.ceil(seconds)} s left`;
  return `${Math.ceil(seconds / MINUTE_S)} min left`;
}

/** `UTC+09:00`, `UTC−03:30`, `UTC`. */
export function zoneText(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const whole = Math.abs(minutes);
  const hours = String(Math.floor(whole / MINUTE_S)).padStart(2, '0');
  return `UTC${minutes < 0 ? '−' : '+'}${hours}:${String(whole % MINUTE_S).padStart(2, '0')}`;
}
