import { writeFileSync } from 'node:fs';
import type { Instant } from '../core/time/index.ts';
import type { CaseAnalysis } from '../engine/engine.ts';
import { analysisJson } from '../formats/analysis-json.ts';
import { analysisCsv, analysisGeojson } from '../formats/analysis-table.ts';
import { InputError } from '../formats/input-error.ts';
import { type OptionKinds, type ParsedArguments, parseArguments } from './arguments.ts';
import { CASE_OPTIONS, loadCase, methodOf } from './case.ts';
import { timeRangeOf } from './time-range.ts';
import { UsageError } from './usage.ts';

const OPTIONS: OptionKinds = { ...CASE_OPTIONS, from: 'one', to: 'one', format: 'one', out: 'one' };
const FORMATS = ['json', 'ndjson', 'csv', 'geojson'] as const;
type Format = (typeof FORMATS)[number];

/** `analyse FILE...`: prints the analysis in the format asked for. */
export async function runAnalyse(args: readonly string[]): Promise<void> {
  const parsed = parseArguments(args, OPTIONS);
  if (parsed.files.length === 0) throw new UsageError('analyse needs at least one file');
  const method = methodOf(parsed);
  const format = formatOf(parsed);
  const { from, to } = timeRangeOf(parsed);
  const engine = await loadCase(parsed);
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

function formatOf({ options }: ParsedArguments): Format {
  const name = options.get('format')?.[0] ?? 'json';
  const format = FORMATS.find(known => known === name);
  if (!format) throw new UsageError(`--format is ${FORMATS.join(', ')}, got ${name}`);
  return format;
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
  return analysisGeojson(answer);
}
