import { readFileSync } from 'node:fs';
import type { FileMetaData } from 'hyparquet';
import { parquetMetadata } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { InputError } from '../../src/formats/input-error.ts';
import { type ParquetControl, readParquet } from '../../src/formats/parquet.ts';
import type { ReaderContext, Understanding } from '../../src/formats/reader.ts';
import { Tally } from '../../src/formats/tally.ts';
import { type RecordedReport, type RecordedStatics, RecordingSink } from '../ais/recording-sink.ts';

/** Footer length and magic at the end of every file. */
const TAIL_BYTES = 8;

export function parquetFixture(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/parquet/${name}`, import.meta.url)));
}

export interface ParquetResult {
  readonly reports: readonly RecordedReport[];
  readonly statics: readonly RecordedStatics[];
  readonly tally: Tally;
  readonly notes: Readonly<Record<string, number>>;
  readonly understanding: Understanding | null;
  /** Only an `InputError` is caught. */
  readonly error: InputError | null;
}

/** Reads a file whole and returns all that came of it. */
export async function readFile(
  bytes: Uint8Array<ArrayBuffer>,
  options: Partial<ReaderContext> = {},
  control: ParquetControl = {},
): Promise<ParquetResult> {
  const sink = new RecordingSink();
  const tally = new Tally();
  const context = { file: 'file', source: 3, sink, tally, flags: 0, zoneMinutes: null, ...options };
  let notes: ReadonlyMap<string, number> = new Map();
  let understanding: Understanding | null = null;
  let error: InputError | null = null;
  try {
    notes = await readParquet(new Blob([bytes]), context, {
      ...control,
      onUnderstood: understood => {
        understanding = understood;
      },
    });
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    error = thrown;
  }
  const found = Object.fromEntries(notes);
  return { reports: sink.reports, statics: sink.staticRows, tally, notes: found, understanding, error };
}

/** The file with another footer. */
export function withFooter(
  bytes: Uint8Array,
  change: (metadata: FileMetaData) => void,
): Uint8Array<ArrayBuffer> {
  const metadata = parquetMetadata(bytes.slice().buffer);
  change(metadata);
  const writer = new ByteWriter();
  writeMetadata(writer, metadata);
  // The writer has put the length behind it.
  return withFooterBytes(bytes, writer.getBytes().subarray(0, -4));
}

/** The file with these bytes for a footer, and their length and the magic behind them. */
export function withFooterBytes(bytes: Uint8Array, footer: Uint8Array): Uint8Array<ArrayBuffer> {
  const tail = new Uint8Array(TAIL_BYTES);
  new DataView(tail.buffer).setUint32(0, footer.length, true);
  tail.set(bytes.subarray(-4), 4);
  return joined(bytes.subarray(0, footerStart(bytes)), footer, tail);
}

function footerStart(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length - TAIL_BYTES - view.getUint32(bytes.length - TAIL_BYTES, true);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
