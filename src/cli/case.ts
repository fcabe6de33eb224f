import {
  type CallRules,
  DEFAULT_METHOD,
  isParameterName,
  type Method,
  type ParameterName,
  withParameters,
} from '../core/findings/index.ts';
import { isValidImo } from '../core/vessel/index.ts';
import type { LoadOptions, MadeUp } from '../engine/engine.ts';
import { LocalEngine } from '../engine/local.ts';
import { isPositionColumn, type PositionColumn } from '../formats/position-columns.ts';
import { type ShipIdentity, TIME_FORMATS, type TimeFormat } from '../formats/reader.ts';
import { type OptionKinds, type ParsedArguments, parseZone, splitAtEquals } from './arguments.ts';
import { loadFile, loadLists, openBundledSightings, openReference } from './files.ts';
import { openNativeDigest } from './native-digest.ts';
import { ProgressLine } from './progress.ts';
import { UsageError } from './usage.ts';

/** Options that say what a case is made of and how it is read and analysed. */
export const CASE_OPTIONS: OptionKinds = {
  lists: 'many',
  sightings: 'many',
  ports: 'one',
  rules: 'one',
  set: 'repeat',
  zone: 'one',
  'time-format': 'one',
  column: 'repeat',
  imo: 'one',
  mmsi: 'one',
  provider: 'repeat',
  reconstructed: 'none',
  synthetic: 'none',
  partial: 'none',
};

/** Reads all files into an engine, with progress on standard error where that is a terminal. */
export async function loadCase(parsed: ParsedArguments): Promise<LocalEngine> {
  const { files, options } = parsed;
  const loading = loadingOf(parsed);
  const providerOf = providersOf(parsed);
  const engine = new LocalEngine(openNativeDigest);
  await engine.loadReference(await openReference());
  const lists = options.get('lists');
  if (lists) await loadLists(engine, lists);
  for (const path of options.get('ports') ?? []) await loadFile(engine, path, 'ports');
  if (!options.has('sightings')) await engine.load(await openBundledSightings(), { zoneMinutes: null });
  for (const path of options.get('sightings') ?? []) await loadFile(engine, path, 'sightings');
  const progress = new ProgressLine(process.stderr, () => performance.now());
  try {
    for (const path of files) {
      await loadFile(
        engine,
        path,
        'positions',
        { ...loading, provider: providerOf(path) },
        progress.control(),
      );
    }
  } finally {
    progress.clear();
  }
  return engine;
}

/** The method with the changes that `--rules` and `--set` ask for. */
export function methodOf({ options }: ParsedArguments): Method {
  const rules = options.get('rules')?.[0] ?? 'standard';
  if (rules !== 'standard' && rules !== 'gfw')
    throw new UsageError(`--rules is standard or gfw, got ${rules}`);
  const changes = new Map<ParameterName, number>();
  for (const setting of options.get('set') ?? []) {
    const [name, text = ''] = splitAtEquals(setting);
    if (!isParameterName(name)) throw new UsageError(`--set knows no threshold ${name}`);
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isNaN(value)) throw new UsageError(`--set ${name} needs a number, got ${text || 'nothing'}`);
    changes.set(name, value);
  }
  try {
    return withParameters({ ...DEFAULT_METHOD, rules: rules as CallRules }, changes);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--set: ${error.message}`);
    throw error;
  }
}

function loadingOf({ options }: ParsedArguments): LoadOptions {
  const zone = options.get('zone')?.[0];
  return {
    zoneMinutes: zone === undefined ? null : parseZone(zone),
    partial: options.has('partial'),
    timeFormat: timeFormatOf(options.get('time-format')?.[0]),
    columns: columnsOf(options.get('column') ?? []),
    ship: shipOf(options.get('mmsi')?.[0], options.get('imo')?.[0]),
    madeUp: madeUpOf(options.has('reconstructed'), options.has('synthetic')),
  };
}

function timeFormatOf(text: string | undefined): TimeFormat | null {
  if (text === undefined) return null;
  const format = TIME_FORMATS.find(known => known === text);
  if (!format) throw new UsageError(`--time-format is ${TIME_FORMATS.join(', ')}, got ${text}`);
  return format;
}

function columnsOf(settings: readonly string[]): ReadonlyMap<PositionColumn, string> | null {
  const columns = new Map<PositionColumn, string>();
  for (const setting of settings) {
    const [meaning, name] = splitAtEquals(setting);
    if (!isPositionColumn(meaning)) throw new UsageError(`--column knows no ${meaning}`);
    if (!name) throw new UsageError(`--column ${meaning} needs the name of a column`);
    columns.set(meaning, name);
  }
  return columns.size > 0 ? columns : null;
}

function shipOf(mmsi: string | undefined, imo: string | undefined): ShipIdentity | null {
  if (mmsi === undefined && imo === undefined) return null;
  if (mmsi !== undefined && !/^[1-9]\d{8}$/.test(mmsi))
    throw new UsageError(`--mmsi needs nine digits, got ${mmsi}`);
  if (imo !== undefined && !isValidImo(Number(imo)))
    throw new UsageError(`--imo needs seven digits with a right check digit, got ${imo}`);
  return { mmsi: Number(mmsi ?? 0), imo: Number(imo ?? 0) };
}

function madeUpOf(reconstructed: boolean, synthetic: boolean): MadeUp | null {
  if (reconstructed && synthetic) throw new UsageError('--reconstructed and --synthetic exclude each other');
  return reconstructed ? 'reconstructed' : synthetic ? 'synthetic' : null;
}

/** Provider of each file: `NAME` is that of all, `NAME=FILE` of one. */
function providersOf({ files, options }: ParsedArguments): (path: string) => string {
  const byPath = new Map<string, string>();
  let ofAll = '';
  for (const setting of options.get('provider') ?? []) {
    const [name, path] = splitAtEquals(setting);
    if (path !== undefined && !files.includes(path))
      throw new UsageError(`--provider ${name}: ${path} is no input`);
    if (path === undefined) ofAll = name;
    else byPath.set(path, name);
  }
  return path => byPath.get(path) ?? ofAll;
}
