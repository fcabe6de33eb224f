import type { Dice } from './dice.ts';
import { hostileNumber, hostileText, hostileTime, soundDegrees, soundTime } from './words.ts';

/** Names that a column goes by, and what stands in it. */
interface ColumnModel {
  readonly names: readonly string[];
  value(dice: Dice): string;
}

const mmsi: ColumnModel = {
  names: ['mmsi', 'MMSI', 'MMSI number'],
  value: dice => String(200_000_000 + dice.below(600_000_000)),
};
const imo: ColumnModel = {
  names: ['imo', 'IMO', 'IMO number'],
  value: dice => dice.pick(['9161003', 'IMO9161003', '', '0', '9161004']),
};
const lat: ColumnModel = { names: ['lat', 'Latitude', 'LAT'], value: dice => soundDegrees(dice, 90) };
const lon: ColumnModel = { names: ['lon', 'Longitude', 'lng'], value: dice => soundDegrees(dice, 180) };
const time: ColumnModel = { names: ['time', 'timestamp', 'BaseDateTime', 'utc'], value: soundTime };
const number = (least: number, most: number, ...names: readonly string[]): ColumnModel => ({
  names,
  value: dice => String(dice.between(least * 10, most * 10) / 10),
});
const word = (...names: readonly string[]): ColumnModel => ({
  names,
  value: dice => dice.pick(['LADY R', 'EXAMPLE', 'D5AB2', 'RUVVO', '70', 'A', 'B', '']),
});

const OPTIONAL: readonly ColumnModel[] = [
  number(0, 102, 'sog', 'speed'),
  number(0, 360, 'cog', 'course'),
  number(0, 359, 'heading'),
  number(0, 15, 'status', 'navstatus'),
  number(0, 400, 'length', 'width', 'draught', 'type'),
  word('name', 'vessel name', 'callsign', 'destination', 'flag', 'transceiver', 'source'),
];

const DELIMITERS: readonly string[] = [',', ',', ',', ';', '\t', '|'];
const NEWLINES: readonly string[] = ['\n', '\n', '\n', '\r\n', '\r'];

const NOAA =
  'MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TransceiverClass';
const NOAA_2024 =
  'mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,status,length,width,draft,cargo,transceiver';
const DANISH =
  '# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,Callsign,Name,Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,Destination,ETA,Data source type,A,B,C,D';

/** Pieces of any CSV of positions. */
export const CSV_TOKENS: readonly string[] = [
  'mmsi',
  'imo',
  'time',
  'lat',
  'lon',
  'sog',
  'name',
  'mmsi,time,lat,lon\n',
  '# Timestamp,Type of mobile,MMSI,Latitude,Longitude\n',
  'MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName\n',
  '273000001',
  '9161003',
  '42.2',
  '130.3',
  '42,2',
  '2024-03-12T08:29:43Z',
  '2024-03-12 08:29:43',
  '01/03/2024 00:00:00',
  '1710232183',
  ',',
  ';',
  '\t',
  '|',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  '\ufeff',
  '\u0000',
  '-',
  ' ',
];

/** Writes a CSV of positions with any columns, in any order, of which now and then one is missing. */
export function writeGenericCsv(dice: Dice): string {
  const needed = [dice.pick([mmsi, imo]), time, lat, lon].filter(() => dice.percent(97));
  const optional = Array.from({ length: dice.below(4) }, () => dice.pick(OPTIONAL));
  const columns = dice.shuffle([...needed, ...optional]);
  const delimiter = dice.pick(DELIMITERS);
  const header = columns.map(({ names }) => (dice.percent(97) ? dice.pick(names) : hostileText(dice)));
  return writeTable(header, columns, delimiter, dice);
}

/** Writes a file of Marine Cadastre, of the old header or the new. */
export function writeNoaaCsv(dice: Dice): string {
  const header = (dice.percent(50) ? NOAA : NOAA_2024).split(',');
  return writeTable(header, header.map(noaaColumn), ',', dice);
}

/** Writes a file of the Danish Maritime Authority. */
export function writeDanishCsv(dice: Dice): string {
  const header = DANISH.split(',');
  return writeTable(header, header.map(danishColumn), ',', dice);
}

/** A field of a CSV: in quotes where it must be, or by chance; now and then left wrong. */
export function csvField(text: string, delimiter: string, dice: Dice): string {
  const isBare = !text.includes(delimiter) && !/["\r\n]/.test(text);
  if (isBare ? dice.percent(92) : dice.percent(5)) return text;
  return `"${text.replaceAll('"', '""')}"`;
}

function writeTable(
  header: readonly string[],
  columns: readonly ColumnModel[],
  delimiter: string,
  dice: Dice,
): string {
  const isHostile = dice.percent(50);
  const lineOf = (fields: readonly string[]) =>
    fields.map(field => csvField(field, delimiter, dice)).join(delimiter);
  const rows = Array.from({ length: dice.between(1, 3) }, () =>
    lineOf(
      columns.map(column => (isHostile && dice.percent(8) ? hostileValue(column, dice) : column.value(dice))),
    ),
  );
  const newline = dice.pick(NEWLINES);
  const mark = dice.percent(5) ? '\ufeff' : '';
  return mark + [lineOf(header), ...rows].join(newline) + dice.pick([newline, newline, '']);
}

function hostileValue(column: ColumnModel, dice: Dice): string {
  if (column.value === time.value && dice.percent(70)) return hostileTime(dice);
  return dice.percent(60) ? hostileNumber(dice) : hostileText(dice);
}

function noaaColumn(name: string): ColumnModel {
  const plain = name.toLowerCase();
  if (plain === 'mmsi') return mmsi;
  if (plain.startsWith('base')) {
    return {
      names: [name],
      value: dice =>
        soundTime(dice)
          .slice(0, -1)
          .replace('T', dice.pick(['T', ' '])),
    };
  }
  if (plain.startsWith('lat')) return lat;
  if (plain.startsWith('lon')) return lon;
  if (plain === 'imo') return imo;
  return /^(vesselname|vessel_name|call|trans)/.test(plain) ? word(name) : number(0, 360, name);
}

function danishColumn(name: string): ColumnModel {
  switch (name) {
    case '# Timestamp':
      return { names: [name], value: danishTime };
    case 'MMSI':
      return mmsi;
    case 'Latitude':
      return lat;
    case 'Longitude':
      return lon;
    case 'IMO':
      return imo;
    case 'Type of mobile':
      return {
        names: [name],
        value: dice => dice.pick(['Class A', 'Class B', 'Base Station', 'AtoN', 'SAR Airborne', 'Unknown']),
      };
    case 'Navigational status':
      return { names: [name], value: dice => dice.pick(['Moored', 'At anchor', 'Unknown value', 'Aground']) };
    case 'Ship type':
      return { names: [name], value: dice => dice.pick(['Cargo', 'Tanker', 'Undefined', 'Other']) };
    default:
      return /^(SOG|COG|Heading|Width|Length|Draught|[A-D]|ROT)$/.test(name)
        ? number(0, 359, name)
        : word(name);
  }
}

function danishTime(dice: Dice): string {
  const [year, month, rest] = soundTime(dice).split('-') as [string, string, string];
  return `${rest.slice(0, 2)}/${month}/${year} ${rest.slice(3, -1)}`;
}
