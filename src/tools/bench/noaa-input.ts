import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../demonstration/random.ts';
import { lineFile } from './line-file.ts';
import { FIXTURES_FOLDER } from './places.ts';

const START_MS = Date.UTC(2023, 0, 11);
const DAY_MS = 86_400_000;
/** Each real ship is given so many sisters: 1,000 rows of a day become some ten thousand ships. */
const SISTERS = 12;
const NO_COG = '360.0';
const NO_HEADING = '511.0';
/** A number that a ship can have; 0 stands for none. */
const IMO = /^IMO[1-9]\d{6}$/;
const HEADER_2024 =
  'mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,status,length,width,draft,cargo,transceiver';

/** Editions of Marine Cadastre's files: names and order of columns, and how the time is written. */
export type NoaaEdition = '2023' | '2024';

/**
 * A day of so many rows, in order of time. Each is one of 1,000 real rows, over and over, as sent by the ship itself
 * or one of its sisters: MMSI, IMO number, name, time, place, speed, course and heading are its own, the rest is as
 * in the real row. The seed is fixed, so the file is the same on every machine.
 */
export function noaaInput(rows: number, edition: NoaaEdition): string {
  return lineFile(`noaa-${edition}-${rows}.csv`, () => noaaLines(rows, edition));
}

function* noaaLines(rows: number, edition: NoaaEdition): Generator<string> {
  const path = join(FIXTURES_FOLDER, 'noaa/test_data_noaa_20230101.csv');
  const [header, ...lines] = readFileSync(path, 'latin1').trim().split('\n');
  const real = lines.map(line => line.split(','));
  const random = new Random('noaa bench 1');
  yield edition === '2023' ? header! : HEADER_2024;
  for (let i = 0; i < rows; i++) {
    const sister = Math.floor(i / real.length) % SISTERS;
    const fields = sisterRow(real[i % real.length]!, sister, random);
    const time = new Date(START_MS + Math.floor((i * DAY_MS) / rows)).toISOString().slice(0, 19);
    if (edition === '2023') {
      fields[1] = time;
      yield fields.join(',');
      continue;
    }
    const [mmsi, , lat, lon, ...rest] = fields;
    yield [mmsi, time.replace('T', ' '), lon, lat, ...rest].join(',');
  }
}

function sisterRow(real: readonly string[], sister: number, random: Random): string[] {
  const [mmsi, time, lat, lon, sog, cog, heading, name, imo, ...rest] = real;
  const isUnderWay = Number(sog) > 0.5;
  return [
    sisterMmsi(mmsi!, sister),
    time!,
    (Number(lat) + random.between(-0.2, 0.2)).toFixed(5),
    (Number(lon) + random.between(-0.2, 0.2)).toFixed(5),
    (isUnderWay ? Number(sog) * random.between(0.8, 1.2) : Number(sog)).toFixed(1),
    cog === NO_COG ? cog : random.between(0, 359.9).toFixed(1),
    heading === NO_HEADING ? heading : `${Math.floor(random.between(0, 360))}.0`,
    name && sister > 0 ? `${name} ${sister}` : name!,
    IMO.test(imo!) ? sisterImo(imo!, sister) : imo!,
    ...rest,
  ];
}

function sisterMmsi(mmsi: string, sister: number): string {
  const number = (Number(mmsi.slice(3)) + 7919 * sister) % 1_000_000;
  return mmsi.slice(0, 3) + String(number).padStart(6, '0');
}

/** Another IMO number with its right check digit; a wrong number stays wrong. */
function sisterImo(imo: string, sister: number): string {
  const own = imo.slice(3);
  const offset = (Number(own[6]) - checkDigit(own.slice(0, 6)) + 10) % 10;
  const six = String((Number(own.slice(0, 6)) + 811 * sister) % 1_000_000).padStart(6, '0');
  return `IMO${six}${(checkDigit(six) + offset) % 10}`;
}

function checkDigit(sixDigits: string): number {
  return [...sixDigits].reduce((sum, digit, i) => sum + Number(digit) * (7 - i), 0) % 10;
}
