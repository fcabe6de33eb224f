import { blobChunks } from '../formats/blob-chunks.ts';
import { featureTexts } from '../formats/geojson.ts';
import { openPositions, type PositionFormat } from '../formats/positions.ts';
import { AS_WRITTEN, type ReaderContext, type Understanding } from '../formats/reader.ts';
import type { TablePreview } from '../formats/table-preview.ts';
import { xmlRowTexts } from '../formats/xml-rows.ts';
import { breathe } from './breathe.ts';
import type { Content } from './content.ts';
import type { Digest, OpenDigest } from './digest.ts';
import type { NamedFile, RawRow, TaskControl } from './engine.ts';
import { LineIndex, readLines } from './lines.ts';

/** After so many bytes of a file messages are attended to: some ten milliseconds of work. */
const BREATH_BYTES = 512 * 1024;

/** What reading a file of positions gave beside its reports. */
export interface ReadPositions extends Understanding {
  /** Lower-case hex of the original bytes. */
  readonly sha256: string;
  readonly bytes: number;
  readonly notes: ReadonlyMap<string, number>;
  /** The very rows that reports name, for receipts. */
  readonly readRows: (rows: readonly number[]) => Promise<RawRow[]>;
}

/**
 * Reads a file of positions, telling progress and heeding the signal. Rejects with an `InputError` where it can't be
 * read; what it gave to the sink by then is the caller's to take back.
 */
export async function readPositions(
  file: NamedFile,
  content: Content,
  format: PositionFormat,
  context: ReaderContext,
  control: TaskControl,
  openDigest: OpenDigest,
): Promise<ReadPositions> {
  const original = new Original(openDigest(file.data));
  try {
    return format === 'parquet'
      ? await readSeeking(file, content, context, control, original)
      : await readStream(file, content, format, context, control, original);
  } catch (error) {
    original.cancel();
    throw error;
  }
}

/** How a file begins that is opened at any place. */
export async function previewSeeking(file: NamedFile, content: Content): Promise<TablePreview> {
  const { previewParquet } = await import('../formats/parquet.ts');
  return previewParquet(content.isDirect ? file.data : await blobOf(content), content.label);
}

/** Counts and hashes the bytes of a file as it was given. */
class Original {
  bytes = 0;
  readonly #digest: Digest;

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  readonly hear = (chunk: Uint8Array): void => {
    this.#digest.update(chunk);
    this.bytes += chunk.length;
  };

  digest(): Promise<string> {
    return this.#digest.end();
  }

  cancel(): void {
    this.#digest.cancel();
  }
}

async function readStream(
  file: NamedFile,
  content: Content,
  format: PositionFormat,
  context: ReaderContext,
  control: TaskControl,
  original: Original,
): Promise<ReadPositions> {
  const ending = format === 'aivdm' || format === 'aisstream' ? 'LF' : 'LF, CRLF or CR';
  const isXml = format === 'gpx' || format === 'kml';
  const lines = content.isDirect && format !== 'geojson' && !isXml ? new LineIndex(ending) : null;
  const reader = openPositions(format, context);
  const tell = (): void => tellProgress(file, original.bytes, context, control);
  let toldBytes = 0;
  let unheard = 0;
  for await (const chunk of content.chunks(original.hear, control.signal)) {
    lines?.push(chunk);
    reader.push(chunk);
    if (original.bytes > toldBytes) tell();
    toldBytes = original.bytes;
    unheard += chunk.length;
    if (unheard < BREATH_BYTES) continue;
    unheard = 0;
    await breathe();
  }
  if (original.bytes > toldBytes) tell();
  reader.end();
  return {
    sha256: await original.digest(),
    bytes: original.bytes,
    notes: reader.notes,
    ...(reader.understanding ?? AS_WRITTEN),
    readRows: async wanted => {
      if (format === 'geojson') return featureTexts(content.chunks(), content.label, wanted);
      if (isXml) return xmlRowTexts(content.chunks(), content.label, format, wanted);
      return lines ? lines.read(file.data, wanted) : readLines(content.chunks(), ending, wanted);
    },
  };
}

/** Reads Parquet, which is opened at any place: it is hashed first, and unpacked as a whole where it is packed. */
async function readSeeking(
  file: NamedFile,
  content: Content,
  context: ReaderContext,
  control: TaskControl,
  original: Original,
): Promise<ReadPositions> {
  const { parquetRowTexts, readParquet } = await import('../formats/parquet.ts');
  const { signal } = control;
  for await (const chunk of blobChunks(file.data)) {
    signal?.throwIfAborted();
    original.hear(chunk);
  }
  const data = content.isDirect ? file.data : await blobOf(content, signal);
  let understanding = AS_WRITTEN;
  const notes = await readParquet(data, context, {
    ...(signal && { signal }),
    onRows: async share => {
      tellProgress(file, share * original.bytes, context, control);
      await breathe();
    },
    onUnderstood: taken => {
      understanding = taken;
    },
  });
  return {
    sha256: await original.digest(),
    bytes: original.bytes,
    notes,
    ...understanding,
    readRows: wanted => parquetRowTexts(data, content.label, wanted),
  };
}

function tellProgress(
  { name, data }: NamedFile,
  bytes: number,
  { tally }: ReaderContext,
  { onProgress }: TaskControl,
): void {
  onProgress?.({ file: name, bytes, totalBytes: data.size, rows: tally.rows });
}

async function blobOf(content: Content, signal?: AbortSignal): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of content.chunks(undefined, signal)) chunks.push(chunk.slice());
  return new Blob(chunks);
}
