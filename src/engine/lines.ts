import type { RawRow } from './engine.ts';

/** What ends a line: in a log LF alone, with or without a CR before it; in CSV a CR alone as well. */
export type LineEnding = 'LF' | 'LF, CRLF or CR';

/** Every so many lines the place in the file is remembered. */
const STRIDE = 256;
const LF = 10;
const CR = 13;
const CHUNK_BYTES = 64 * 1024;
/** A raw row is shown up to here. */
const MAX_ROW_BYTES = 8 * 1024;

/** Where lines begin in a file, sparsely: enough to read any line again without keeping the file. */
export class LineIndex {
  readonly #ending: LineEnding;
  readonly #starts: LineStarts;
  readonly #offsets: number[] = [0];
  #lines = 1;
  #bytes = 0;

  /** `ending` must be that of the reader whose line numbers are asked for. */
  constructor(ending: LineEnding) {
    this.#ending = ending;
    this.#starts = new LineStarts(ending);
  }

  push(chunk: Uint8Array): void {
    for (let at = this.#starts.next(chunk, 0); at >= 0; at = this.#starts.next(chunk, at)) {
      this.#lines++;
      if ((this.#lines - 1) % STRIDE === 0) this.#offsets.push(this.#bytes + at);
    }
    this.#bytes += chunk.length;
  }

  /** Reads lines (1-based) from the file that this index was made of. Lines past its end are left out. */
  async read(data: Blob, lines: readonly number[]): Promise<RawRow[]> {
    const rows: RawRow[] = [];
    for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
      const offset = await this.#find(data, line);
      if (offset === null || offset >= data.size) continue;
      const bytes = await bytesOf(data, offset, MAX_ROW_BYTES);
      rows.push({ line, text: firstLine(bytes, this.#ending) });
    }
    return rows;
  }

  /** Offset of the first byte of a line; the file's size or null for a line past its end. */
  async #find(data: Blob, line: number): Promise<number | null> {
    let offset = this.#offsets[Math.floor((line - 1) / STRIDE)];
    if (offset === undefined) return null;
    const starts = new LineStarts(this.#ending);
    let skip = (line - 1) % STRIDE;
    while (skip > 0 && offset < data.size) {
      const bytes = await bytesOf(data, offset, CHUNK_BYTES);
      let start = 0;
      for (let at = starts.next(bytes, 0); at >= 0 && skip > 0; at = starts.next(bytes, at)) {
        start = at;
        skip--;
      }
      offset += skip > 0 ? bytes.length : start;
    }
    return offset;
  }
}

/**
 * Reads lines (1-based) from a content that can only be read from its start, such as a packed one. Lines past its
 * end are left out; reading stops after the last that is wanted.
 */
export async function readLines(
  chunks: AsyncIterable<Uint8Array>,
  ending: LineEnding,
  lines: readonly number[],
): Promise<RawRow[]> {
  const wanted = [...new Set(lines)].filter(line => line >= 1).sort((a, b) => a - b);
  const starts = new LineStarts(ending);
  const rows: RawRow[] = [];
  let row = new HeldRow(1);
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = starts.next(chunk, 0); at >= 0; at = starts.next(chunk, at)) {
      if (row.line === wanted[rows.length]) rows.push(row.ended(chunk.subarray(from, at), ending));
      if (rows.length === wanted.length) return rows;
      row = new HeldRow(row.line + 1);
      from = at;
    }
    if (row.line === wanted[rows.length]) row.append(chunk.subarray(from));
  }
  if (row.size > 0) rows.push(row.ended(new Uint8Array(0), ending));
  return rows;
}

/** A line of which only the beginning has come so far. */
class HeldRow {
  readonly #bytes: number[] = [];

  constructor(readonly line: number) {}

  get size(): number {
    return this.#bytes.length;
  }

  append(part: Uint8Array): void {
    this.#bytes.push(...part.subarray(0, MAX_ROW_BYTES - this.size));
  }

  ended(part: Uint8Array, ending: LineEnding): RawRow {
    this.append(part);
    return { line: this.line, text: firstLine(Uint8Array.from(this.#bytes), ending) };
  }
}

/** Finds where lines start, chunk by chunk. */
class LineStarts {
  readonly #crEnds: boolean;
  readonly #newlines = new NextByte(LF);
  readonly #returns = new NextByte(CR);
  /** The last chunk ended with a CR that may yet be half of a CRLF. */
  #afterCr = false;

  constructor(ending: LineEnding) {
    this.#crEnds = ending !== 'LF';
  }

  /** Offset in the chunk of the next line to start, from `from` on; its length where that is the next chunk's; -1 = none. */
  next(bytes: Uint8Array, from: number): number {
    if (this.#afterCr && bytes.length > 0) {
      this.#afterCr = false;
      if (bytes[0] !== LF) return 0;
    }
    const lf = this.#newlines.find(bytes, from);
    const cr = this.#crEnds ? this.#returns.find(bytes, from) : -1;
    if (cr < 0 || (lf >= 0 && lf <= cr + 1)) return lf < 0 ? -1 : lf + 1;
    if (cr + 1 < bytes.length) return cr + 1;
    this.#afterCr = true;
    return -1;
  }
}

/** Where a byte stands next in a chunk; what was found is not looked for again until it is passed. */
class NextByte {
  readonly #byte: number;
  #bytes: Uint8Array | null = null;
  #at = -1;

  constructor(byte: number) {
    this.#byte = byte;
  }

  /** Offset of the first from `from` on; -1 where there is none. Offsets asked for in one chunk ascend. */
  find(bytes: Uint8Array, from: number): number {
    const isPassed = this.#at >= 0 && this.#at < from;
    if (from === 0 || this.#bytes !== bytes || isPassed) this.#at = bytes.indexOf(this.#byte, from);
    this.#bytes = bytes;
    return this.#at;
  }
}

async function bytesOf(data: Blob, offset: number, length: number): Promise<Uint8Array> {
  return new Uint8Array(await data.slice(offset, offset + length).arrayBuffer());
}

function firstLine(bytes: Uint8Array, ending: LineEnding): string {
  const text = new TextDecoder().decode(bytes);
  return text.split(ending === 'LF' ? /\r?(?:\n|$)/ : /[\r\n]/, 1)[0]!;
}
