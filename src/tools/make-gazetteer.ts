import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { distanceM } from '../core/geo/index.ts';
import { countryCode, type UnplacedPort } from '../core/ports/index.ts';
import type { CsvRecord } from '../formats/csv.ts';
import { CsvTable } from '../formats/csv-table.ts';
import {
  GAZETTEER_FORMAT,
  type GazetteerJson,
  readGazetteerJson,
  type SpecialPort,
} from '../formats/gazetteer-json.ts';

/**
 * Builds `public/ports/gazetteer.json` from the World Port Index, laid over with `fixtures/ports/curated.csv`.
 * Run with the folder that holds `ports/`:
 *   npm run -s make -- src/tools/make-gazetteer.ts <data folder>
 *
 * Stops where a country has no code, and where a port of `ports_dprk_russia.csv` is missing or elsewhere.
 */

/** Half an arc-minute of latitude and of longitude together, metres: most of the index is to the arc-minute. */
const ARC_MINUTE_UNCERTAINTY_M = 1300;
const FINE_UNCERTAINTY_M = 100;
/** Decimals kept: 1e-5 degrees is a metre. */
const SCALE = 1e5;

interface Row {
  readonly wpi: string;
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Empty where the UN/LOCODE gives it. */
  readonly code: string;
  readonly locode: string;
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
  readonly uncertaintyM: number;
  readonly special: Omit<SpecialPort, 'index'>;
}

const [dataFolder] = process.argv.slice(2);
if (!dataFolder) {
  console.error('usage: make-gazetteer.ts <data folder>');
  process.exit(2);
}
await makeGazetteer(join(dataFolder, 'ports'));

async function makeGazetteer(folder: string): Promise<void> {
  const index = await openTable(join(folder, 'world_port_index_pub150.csv'));
  const curated = await openTable(join('fixtures', 'ports', 'curated.csv'));
  const checked = await openTable(join(folder, 'ports_dprk_russia.csv'));

  const listed = mergeTwins(index.rows.map(row => indexRow(index, row)));
  const { rows, unplaced } = curate(listed, curated);
  const json = toJson(assignIds(rows), unplaced);
  const text = `${JSON.stringify(json)}\n`;
  const problems = checkAgainst(text, checked);
  if (problems.length > 0)
    throw new Error(`not in the gazetteer as in ports_dprk_russia.csv: ${problems.join('; ')}`);
  await mkdir(join('public', 'ports'), { recursive: true });
  await writeFile(join('public', 'ports', 'gazetteer.json'), text);
  console.log(
    `${rows.length} ports, ${unplaced.length} without a position, ${Buffer.byteLength(text)} bytes`,
  );
}

async function openTable(path: string): Promise<CsvTable> {
  return new CsvTable(await readFile(path), path, { delimiter: ',' });
}

function indexRow(table: CsvTable, row: CsvRecord): Row {
  const wpi = table.cell(row, 'World Port Index Number');
  const locodeText = table.cell(row, 'UN/LOCODE').replace(/[^A-Z0-9]/g, '');
  const countryText = table.cell(row, 'Country Code');
  // Four Norwegian ports name no country; their UN/LOCODE does.
  const country = countryText === '' ? locodeText.slice(0, 2) : countryCode(countryText);
  if (!country)
    throw new Error(`${table.file}:${row.line}: no ISO 3166-1 code for ${JSON.stringify(countryText)}`);
  const lat = Number(table.cell(row, 'Latitude'));
  const lon = Number(table.cell(row, 'Longitude'));
  const name = table.cell(row, 'Main Port Name');
  // The index gives some ports the code of a namesake abroad, and one of them half a code.
  const locode = locodeText.length === 5 && locodeText.startsWith(country) ? locodeText : '';
  return {
    wpi,
    id: '',
    name,
    aliases: splitNames(table.cell(row, 'Alternate Port Name'), ';'),
    code: locode === '' ? firstLetters(name) : '',
    locode,
    country,
    lon: round(lon),
    lat: round(lat),
    uncertaintyM: isArcMinute(lat) && isArcMinute(lon) ? ARC_MINUTE_UNCERTAINTY_M : FINE_UNCERTAINTY_M,
    special: {},
  };
}

/** Makes one port of rows with one number and one place (the index has Seydisfjordur twice). */
function mergeTwins(rows: readonly Row[]): Row[] {
  const merged = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.wpi} ${row.lon} ${row.lat}`;
    const twin = merged.get(key);
    merged.set(key, twin ? { ...twin, aliases: otherNames(twin.name, [...twin.aliases, row.name]) } : row);
  }
  return [...merged.values()].sort((a, b) => Number(a.wpi) - Number(b.wpi));
}

function curate(listed: readonly Row[], table: CsvTable): { rows: Row[]; unplaced: UnplacedPort[] } {
  const rows = new Map(listed.map(row => [`${row.wpi} ${row.lon} ${row.lat}`, row]));
  const keyOf = new Map(listed.map(row => [row.wpi, `${row.wpi} ${row.lon} ${row.lat}`]));
  const unplaced: UnplacedPort[] = [];
  for (const row of table.rows) {
    const key = keyOf.get(table.cell(row, 'wpi_number'));
    const base = key === undefined ? null : rows.get(key)!;
    if (!base && table.cell(row, 'lat') === '') unplaced.push(unplacedPort(table, row));
    else rows.set(key ?? table.cell(row, 'id'), curatedRow(table, row, base));
  }
  return { rows: [...rows.values()], unplaced };
}

function unplacedPort(table: CsvTable, row: CsvRecord): UnplacedPort {
  return {
    name: table.cell(row, 'name'),
    aliases: splitNames(table.cell(row, 'aliases'), '|'),
    country: table.cell(row, 'country'),
    note: table.cell(row, 'basis'),
  };
}

function curatedRow(table: CsvTable, row: CsvRecord, base: Row | null): Row {
  const name = table.cell(row, 'name');
  const country = table.cell(row, 'country');
  if (base && base.country !== country)
    throw new Error(`${table.file}:${row.line}: ${country}, not ${base.country}`);
  const radiusKm = table.cell(row, 'radius_km');
  const uncertaintyKm = table.cell(row, 'uncertainty_km');
  const controlledBy = table.cell(row, 'controlled_by');
  const basis = table.cell(row, 'basis');
  return {
    wpi: base?.wpi ?? '',
    id: table.cell(row, 'id'),
    name,
    aliases: otherNames(name, [
      ...splitNames(table.cell(row, 'aliases'), '|'),
      ...(base ? [base.name, ...base.aliases] : []),
    ]),
    code: table.cell(row, 'code') || (base?.code ?? firstLetters(name)),
    locode: base?.locode ?? '',
    country,
    lon: coordinate(table.cell(row, 'lon'), base?.lon),
    lat: coordinate(table.cell(row, 'lat'), base?.lat),
    uncertaintyM: uncertaintyKm ? Number(uncertaintyKm) * 1000 : base!.uncertaintyM,
    special: {
      ...(controlledBy && { controlledBy }),
      ...(radiusKm && { radiusM: Number(radiusKm) * 1000 }),
      ...(basis && { basis }),
      ...(table.cell(row, 'concern') === 'yes' && { concern: true }),
    },
  };
}

/** The UN/LOCODE is the id of the first port that has it; others are known by their number in the index. */
function assignIds(rows: readonly Row[]): Row[] {
  const taken = new Set<string>();
  return rows.map(row => {
    const wanted = [row.id, row.locode, `wpi-${row.wpi}`, `wpi-${row.wpi}-2`];
    const id = wanted.find(candidate => candidate !== '' && !taken.has(candidate));
    if (id === undefined) throw new Error(`no id left for ${row.name}, number ${row.wpi}`);
    taken.add(id);
    return { ...row, id };
  });
}

function toJson(rows: readonly Row[], unplaced: readonly UnplacedPort[]): GazetteerJson {
  const special = rows.map((row, index) => ({ index, ...row.special }));
  return {
    format: GAZETTEER_FORMAT,
    origin: 'World Port Index, NGA Pub. 150 (public domain); fixtures/ports/curated.csv',
    basis: 'World Port Index',
    name: rows.map(row => row.name),
    aliases: rows.map(row => row.aliases.join('|')),
    locode: rows.map(row => row.locode),
    id: rows.map(row => (row.id === row.locode ? '' : row.id)),
    code: rows.map(row => row.code),
    country: rows.map(row => row.country),
    lon: rows.map(row => row.lon),
    lat: rows.map(row => row.lat),
    uncertaintyM: rows.map(row => row.uncertaintyM),
    special: special.filter(entry => Object.keys(entry).length > 1),
    unplaced,
  };
}

/** Ports of the compiled table that the gazetteer lacks, or has elsewhere. */
function checkAgainst(text: string, table: CsvTable): string[] {
  const gazetteer = readGazetteerJson(new TextEncoder().encode(text), 'gazetteer.json');
  return table.rows.flatMap(row => {
    const name = table.cell(row, 'name').split(/[(/]/)[0]!.trim();
    const country = countryCode(table.cell(row, 'country_in_wpi'));
    if (table.cell(row, 'lat') === '') return gazetteer.findUnplaced(name) ? [] : [`${name} is not listed`];
    const port = gazetteer.find(name).find(found => found.country === country && found.concern);
    if (!port) return [`${name} is missing`];
    const offM = distanceM(
      port.lon,
      port.lat,
      Number(table.cell(row, 'lon')),
      Number(table.cell(row, 'lat')),
    );
    return offM < 2 ? [] : [`${name} is ${Math.round(offM)} m off`];
  });
}

function otherNames(name: string, names: readonly string[]): string[] {
  return [...new Set(names)].filter(other => other !== name);
}

function splitNames(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map(name => name.trim())
    .filter(Boolean);
}

function firstLetters(name: string): string {
  return name
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 3)
    .toUpperCase();
}

function coordinate(text: string, otherwise: number | undefined): number {
  return text === '' ? otherwise! : round(Number(text));
}

function isArcMinute(degrees: number): boolean {
  return Math.abs(degrees * 60 - Math.round(degrees * 60)) < 0.001;
}

function round(degrees: number): number {
  return Math.round(degrees * SCALE) / SCALE;
}
