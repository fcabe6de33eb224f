import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Instant } from '../core/time/index.ts';
import type { Vessel } from '../core/vessel/index.ts';
import type { ExportRequest } from '../engine/engine.ts';
import type { LocalEngine } from '../engine/local.ts';
import { EXPORT_FORMATS, EXPORT_SUBJECTS } from '../formats/export-format.ts';
import { InputError } from '../formats/input-error.ts';
import { type OptionKinds, type ParsedArguments, parseArguments } from './arguments.ts';
import { CASE_OPTIONS, loadCase, methodOf } from './case.ts';
import { ProgressLine } from './progress.ts';
import { timeRangeOf } from './time-range.ts';
import { UsageError } from './usage.ts';

const OPTIONS: OptionKinds = {
  ...CASE_OPTIONS,
  what: 'one',
  format: 'one',
  out: 'one',
  ship: 'repeat',
  from: 'one',
  to: 'one',
  clean: 'none',
};

/** `export FILE...`: writes tracks or events with their sources and method, in a format that reads back the same. */
export async function runExport(args: readonly string[], now: Instant): Promise<void> {
  const parsed = parseArguments(args, OPTIONS);
  const { files, options } = parsed;
  if (files.length === 0) throw new UsageError('export needs at least one file');
  const what = oneOf(parsed, 'what', EXPORT_SUBJECTS);
  const format = oneOf(parsed, 'format', EXPORT_FORMATS);
  const clean = options.has('clean');
  if (clean && what === 'events')
    throw new UsageError('--clean is for tracks; events rest on clean fixes anyway');
  const method = methodOf(parsed);
  const range = timeRangeOf(parsed);
  const out = outputOf(parsed, format === 'parquet');

  const engine = await loadCase(parsed);
  const ships = await shipsOf(engine, parsed);
  const request: ExportRequest = { what, format, ships, ...range, clean, method, madeAt: now };
  const progress = new ProgressLine(process.stderr, () => performance.now());
  const isShown = out !== undefined || !process.stdout.isTTY;
  try {
    await writePieces(engine.exportPieces(request, isShown ? progress.control() : {}), out);
  } finally {
    progress.clear();
  }
}

function oneOf<const T extends string>({ options }: ParsedArguments, name: string, known: readonly T[]): T {
  const text = options.get(name)?.[0];
  const found = known.find(value => value === text);
  if (!found) throw new UsageError(`--${name} is ${known.join(', ')}, got ${text ?? 'none'}`);
  return found;
}

/** The path to write to; undefined for standard output. An input is never written over. */
function outputOf({ files, options }: ParsedArguments, isBinary: boolean): string | undefined {
  const out = options.get('out')?.[0];
  if (out === undefined && isBinary && process.stdout.isTTY)
    throw new UsageError('Parquet is not for a terminal: give --out FILE');
  if (out !== undefined && files.some(file => resolve(file) === resolve(out)))
    throw new UsageError(`--out ${out} is an input`);
  return out;
}

/** Ids of the ships asked for by id, IMO number or MMSI; none where all are wanted. */
async function shipsOf(engine: LocalEngine, parsed: ParsedArguments): Promise<string[]> {
  const wanted = parsed.options.get('ship') ?? [];
  if (wanted.length === 0) return [];
  const { vessels } = await engine.analyse(methodOf(parsed));
  return wanted.map(text => {
    const vessel = vessels.find(other => isCalled(other, text));
    if (!vessel) throw new UsageError(`--ship ${text} is no ship of these files`);
    return vessel.id;
  });
}

function isCalled({ id, imo, mmsi }: Vessel, text: string): boolean {
  return id === text || (imo > 0 && String(imo) === text) || mmsi.some(number => String(number) === text);
}

async function writePieces(pieces: AsyncIterable<Uint8Array>, out: string | undefined): Promise<void> {
  if (out === undefined) {
    for await (const piece of pieces) await writeOut(piece);
    return;
  }
  const file = await attempt(out, () => open(out, 'w'));
  try {
    for await (const piece of pieces) await attempt(out, () => writeWhole(file, piece));
  } finally {
    await file.close();
  }
}

/** Waits where the receiver is slower than we are, so that nothing piles up. */
async function writeOut(piece: Uint8Array): Promise<void> {
  if (process.stdout.write(piece)) return;
  await new Promise(resolveDrained => process.stdout.once('drain', resolveDrained));
}

/** A write may take a part of the bytes only. */
async function writeWhole(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length; ) {
    const { bytesWritten } = await file.write(piece, at);
    at += bytesWritten;
  }
}

async function attempt<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(path, 0, 'a file that can be written', found, { cause });
  }
}
