import { DEFAULT_METHOD, type Method } from '../../src/core/findings/index.ts';
import {
  Collector,
  type Fleet,
  judgeFixes,
  NOTHING_HEARD,
  type StaticFields,
} from '../../src/core/track/index.ts';
import { STATIC_FIELDS } from '../../src/core/vessel/index.ts';
import type { ExportFormat } from '../../src/formats/export-format.ts';
import {
  type ExportedCase,
  type ExportManifest,
  exportInputs,
  exportManifest,
} from '../../src/formats/export-manifest.ts';
import { readParquet } from '../../src/formats/parquet.ts';
import { openPositions } from '../../src/formats/positions.ts';
import { AS_WRITTEN, type ReaderContext } from '../../src/formats/reader.ts';
import { sniff } from '../../src/formats/sniff.ts';
import { Tally } from '../../src/formats/tally.ts';
import { type Pieces, writeTracks } from '../../src/formats/track-export.ts';
import { type TrackChoice, TrackRows } from '../../src/formats/track-rows.ts';

type Input = ExportedCase['inputs'][number];

export const ALL_REPORTS: TrackChoice = {
  ships: [],
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  clean: false,
};

/** An input as the engine gives it. */
export function inputOf(input: number, change: Partial<Input> = {}): Input {
  return {
    input,
    name: `file-${input}.csv`,
    sha256: `${input}`.repeat(64),
    bytes: 1000,
    format: 'csv',
    rows: 10,
    accepted: 10,
    setAside: new Map(),
    notes: new Map(),
    reconstructed: false,
    provider: '',
    ...NOTHING_HEARD,
    ...AS_WRITTEN,
    duplicates: 0,
    ...change,
  };
}

/** A case of these ships and inputs, without events. */
export function caseOf(
  fleet: Fleet,
  inputs: readonly Input[],
  method: Method = DEFAULT_METHOD,
): ExportedCase {
  return {
    analysis: { method, calls: [], silences: [], openSilences: [], darkCalls: [], findings: [] },
    inputs,
    references: [],
    lists: [],
    vessels: fleet.vessels,
  };
}

/** A judged fleet as the bytes of an export. */
export async function exported(
  format: ExportFormat,
  fleet: Fleet,
  inputs: readonly Input[],
  choice: TrackChoice = ALL_REPORTS,
): Promise<Uint8Array> {
  const tracks = new TrackRows(fleet, exportInputs(inputs), DEFAULT_METHOD, choice);
  return bytesOf(writeTracks(format, tracks, manifestOf(fleet, inputs, tracks, choice)));
}

export async function bytesOf(pieces: Pieces): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A file of positions as our own readers take it, fixes judged. No row of it may be set aside. */
export async function readBack(bytes: Uint8Array): Promise<Fleet> {
  const sink = new Collector();
  const tally = new Tally();
  const context = { file: 'export', source: 0, sink, tally, flags: 0, zoneMinutes: null };
  if (bytes[0] === 0x50 && bytes[1] === 0x41) await readParquet(new Blob([bytes as BlobPart]), context);
  else readText(bytes, context);
  if (tally.setAside.size > 0) throw new Error(JSON.stringify([...tally.setAside]));
  const fleet = sink.finish();
  judgeFixes(fleet);
  return fleet;
}

function readText(bytes: Uint8Array, context: ReaderContext): void {
  const what = sniff(bytes.subarray(0, 64 * 1024), 'export');
  if (what.kind !== 'positions') throw new Error(`the export reads as ${what.kind}`);
  const reader = openPositions(what.format, context);
  for (let at = 0; at < bytes.length; at += 65_537) reader.push(bytes.subarray(at, at + 65_537));
  reader.end();
}

const COLUMNS = [
  't',
  'lon',
  'lat',
  'sog',
  'cog',
  'heading',
  'status',
  'flags',
  'verdict',
  'segment',
] as const;
const SHOWN = 5;

/** In what one fleet differs from another, but for the files and rows that its reports were read from. */
export function differences(a: Fleet, b: Fleet): string[] {
  const found: string[] = [];
  const compare = (what: string, left: unknown, right: unknown): void => {
    const isSame = left === right || (Number.isNaN(left) && Number.isNaN(right));
    if (!isSame && found.length < SHOWN) found.push(`${what}: ${left} and ${right}`);
  };
  compare('reports', a.store.length, b.store.length);
  compare('starts', String(a.store.starts), String(b.store.starts));
  compare('ships', shipsText(a), shipsText(b));
  for (let i = 0; i < a.store.length && found.length === 0; i++) {
    for (const column of COLUMNS) compare(`${column} of row ${i}`, a.store[column][i], b.store[column][i]);
    const [left, right] = [a.identityAt(i), b.identityAt(i)];
    compare(`MMSI of row ${i}`, left.mmsi, right.mmsi);
    compare(`static data of row ${i}`, staticsText(left.statics), staticsText(right.statics));
  }
  return found;
}

function shipsText({ vessels }: Fleet): string {
  return JSON.stringify(
    vessels.map(({ claims, ...ship }) => ({
      ...ship,
      claims: claims.map(({ source: _, row: __, ...claim }) => claim),
    })),
  );
}

function staticsText(statics: StaticFields): string {
  return JSON.stringify(STATIC_FIELDS.map(field => statics[field] ?? null));
}

function manifestOf(
  fleet: Fleet,
  inputs: readonly Input[],
  { vessels }: TrackRows,
  choice: TrackChoice,
): ExportManifest {
  return exportManifest(caseOf(fleet, inputs), {
    what: 'tracks',
    ...choice,
    vessels,
    counts: { ships: vessels.length },
    madeAt: Date.UTC(2026, 0, 2),
  });
}
