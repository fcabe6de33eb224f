import { writeFileSync } from 'node:fs';
import {
  type CallRules,
  DEFAULT_METHOD,
  isParameterName,
  type Method,
  type ParameterName,
  withParameters,
} from '../core/findings/index.ts';
import type { Instant } from '../core/time/index.ts';
import type { CaseAnalysis, LoadOptions } from '../engine/engine.ts';
import { LocalEngine } from '../engine/local.ts';
import { analysisJson } from '../formats/analysis-json.ts';
import { analysisCsv, analysisGeojson } from '../formats/analysis-table.ts';
import { InputError } from '../formats/input-error.ts';
import {
  type OptionKinds,
  type ParsedArguments,
  parseArguments,
  parseInstant,
  parseZone,
  splitAtEquals,
} from './arguments.ts';
import { loadFile, loadLists, openBundledSightings, openReference } from './files.ts';
import { UsageError } from './usage.ts';

const OPTIONS: OptionKinds = {
  lists: 'many',
  sightings: 'many',
  ports: 'one',
  rules: 'one',
  set: 'repeat',
  from: 'one',
  to: 'one',
  zone: 'one',
  partial: 'none',
  format: 'one',
  out: 'one',
};
const FORMATS = ['json', 'ndjson', 'csv', 'geojson'] as const;
type Format = (typeof FORMATS)[number];

/** `analyse FILE...`: prints the analysis in the format asked for. */
export async function runAnalyse(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, OPTIONS);
  if (parsed.files.length === 0) throw new UsageError('analyse needs at least one file');
  const method = methodOf(parsed);
  const format = formatOf(parsed);
  const from = timeOption(parsed, 'from', 'start', Number.NEGATIVE_INFINITY);
  const to = timeOption(parsed, 'to', 'end', Number.POSITIVE_INFINITY);
  if (from > to) throw new UsageError('--from is after --to');
  const zone = parsed.options.get('zone')?.[0];
  const zoneMinutes = zone === undefined ? null : parseZone(zone);
  const engine = await loadAll(parsed, { zoneMinutes, partial: parsed.options.has('partial') });
  const text =
    format === 'json'
      ? writeJson
      : format === 'ndjson'
        ? writeNdjson
        : format === 'csv'
          ? writeCsv
          : writeGeojson;
  const output = text(within(await engine.analyse(method), from, to));
  const out = parsed.options.get('out')?.[0];
  if (out === undefined) process.stdout.write(output);
  else writeOutput(out, output);
}

function writeOutput(path: string, output: string): void {
  try {
    writeFileSync(path, output);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(path, 0, 'a file that can be written', found, { cause });
  }
}

async function loadAll({ files, options }: ParsedArguments, loading: LoadOptions): Promise<LocalEngine> {
  const engine = new LocalEngine();
  await engine.loadReference(await openReference());
  const lists = options.get('lists');
  if (lists) await loadLists(engine, lists);
  for (const path of options.get('ports') ?? []) await loadFile(engine, path, 'ports');
  if (!options.has('sightings')) await engine.load(await openBundledSightings(), { zoneMinutes: null });
  for (const path of options.get('sightings') ?? []) await loadFile(engine, path, 'sightings');
  for (const path of files) await loadFile(engine, path, 'positions', loading);
  return engine;
}

function methodOf({ options }: ParsedArguments): Method {
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

function formatOf({ options }: ParsedArguments): Format {
  const name = options.get('format')?.[0] ?? 'json';
  const format = FORMATS.find(known => known === name);
  if (!format) throw new UsageError(`--format is ${FORMATS.join(', ')}, got ${name}`);
  return format;
}

function timeOption(
  { options }: ParsedArguments,
  name: string,
  edge: 'start' | 'end',
  otherwise: Instant,
): Instant {
  const text = options.get(name)?.[0];
  return text === undefined ? otherwise : parseInstant(text, name, edge);
}

/** Keeps the events and findings that reach into the time; tracks are analysed whole, so that no bound is lost. */
function within(answer: CaseAnalysis, from: Instant, to: Instant): CaseAnalysis {
  const { analysis } = answer;
  const overlaps = (start: Instant, end: Instant): boolean => end >= from && start <= to;
  return {
    ...answer,
    analysis: {
      ...analysis,
      calls: analysis.calls.filter(({ arrival, departure }) =>
        overlaps(arrival.after ?? arrival.before!, departure.before ?? departure.after!),
      ),
      silences: analysis.silences.filter(silence => overlaps(silence.from, silence.to)),
      openSilences: analysis.openSilences.filter(silence => overlaps(silence.from, silence.seenTo)),
      darkCalls: analysis.darkCalls.filter(({ earliest, latest }) => overlaps(earliest, latest)),
      findings: analysis.findings.filter(finding => overlaps(finding.from, finding.to)),
    },
  };
}

function writeJson(answer: CaseAnalysis): string {
  return `${JSON.stringify(analysisJson(answer), null, 2)}\n`;
}

/** One object a line, each with its `kind`. */
function writeNdjson(answer: CaseAnalysis): string {
  const { calls, silences, darkCalls, findings, vessels } = analysisJson(answer);
  const groups = { vessel: vessels, call: calls, silence: silences, darkCall: darkCalls, finding: findings };
  return Object.entries(groups)
    .flatMap(([kind, items]) => items.map(item => `${JSON.stringify({ kind, ...item })}\n`))
    .join('');
}

function writeCsv(answer: CaseAnalysis): string {
  return analysisCsv(answer);
}

function writeGeojson(answer: CaseAnalysis): string {
  return `${JSON.stringify(analysisGeojson(answer))}\n`;
}
