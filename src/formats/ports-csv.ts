import { countryCode, DEFAULT_PORT_RADIUS_M, type Port } from '../core/ports/index.ts';
import type { CsvRecord } from './csv.ts';
import { CsvTable } from './csv-table.ts';
import { InputError } from './input-error.ts';

const MAX_RADIUS_KM = 100;
const YES = /^(yes|true|1)$/i;
/** Countries all of whose ports count as ports of concern where a file doesn't say which do. */
const CONCERN_COUNTRIES: ReadonlySet<string> = new Set(['KP', 'RU']);

/**
 * Reads a user's ports: `id,name,country,lat,lon[,radius_km]`, by column name. `country` is an ISO 3166-1
 * alpha-2 code or an English name, or empty. `radius_km` is over 0 and at most 100, 3 where not given. Further columns:
 * `aliases` (parted by `|`), `concern` (yes or no; without it the ports of North Korea and Russia are).
 *
 * A port that can't be read throws `InputError` with its line, for to leave one out would lose its calls.
 */
export function readPortsCsv(bytes: Uint8Array, file: string): Port[] {
  const table = new CsvTable(bytes, file);
  table.require('id', 'name', 'country', 'lat', 'lon');
  if (table.rows.length === 0) throw new InputError(file, 0, 'at least one port', 'none');
  const lines = new Map<string, number>();
  return table.rows.map(row => {
    const port = readPort(table, row);
    const line = lines.get(port.id);
    if (line) throw new InputError(file, row.line, 'an id of its own', `${port.id}, the id of line ${line}`);
    lines.set(port.id, row.line);
    return port;
  });
}

function readPort(table: CsvTable, row: CsvRecord): Port {
  const { file } = table;
  const id = table.cell(row, 'id');
  const name = table.cell(row, 'name') || id;
  if (id === '') throw new InputError(file, row.line, 'an id', 'none');
  const countryText = table.cell(row, 'country');
  const country = countryText === '' ? '' : countryCode(countryText);
  if (country === null) {
    throw new InputError(file, row.line, 'an ISO 3166-1 code or English name of a country', countryText);
  }
  const radius = table.cell(row, 'radius_km');
  return {
    id,
    name,
    aliases: table.cell(row, 'aliases').split('|').filter(Boolean),
    code: name
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, 3)
      .toUpperCase(),
    locode: '',
    country,
    controlledBy: null,
    lon: readNumber(table, row, 'lon', -180, 180),
    lat: readNumber(table, row, 'lat', -90, 90),
    radiusM:
      radius === ''
        ? DEFAULT_PORT_RADIUS_M
        : 1000 * readNumber(table, row, 'radius_km', 0.001, MAX_RADIUS_KM),
    basis: `line ${row.line} of ${file}`,
    uncertaintyM: 0,
    concern: table.has('concern') ? YES.test(table.cell(row, 'concern')) : CONCERN_COUNTRIES.has(country),
  };
}

function readNumber(table: CsvTable, row: CsvRecord, column: string, least: number, most: number): number {
  const text = table.cell(row, column);
  const value = text === '' ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw new InputError(
    table.file,
    row.line,
    `${column} from ${least} to ${most}`,
    text === '' ? 'nothing' : text,
  );
}
