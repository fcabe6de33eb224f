import { byteOrderMarkLength } from './byte-text.ts';
import { HeldBytes, inSlices } from './held-bytes.ts';

const LF = 10;

/** Longest line that is read. Of a longer one the first bytes are handed over, as too long. */
const LINE_CAP_BYTES = 4096;

/**
 * Takes one line, from `start` to before `end`, without its LF; `line` is 1-based. `isWhole` is false where
 * the line is too long and what is handed over is its beginning.
 */
export type LineHandler = (
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
  isWhole: boolean,
) => void;

/**
 * Cuts a log into lines, chunk by chunk. LF ends a line, and a CR before it is left to the handler; a last line
 * without LF counts; a UTF-8 byte order mark is left out. What is held stays small whatever a line's length.
 */
export class LineScanner {
  readonly #onLine: LineHandler;
  readonly #held = new HeldBytes();
  #line = 1;
  #started = false;
  /** The line under the cursor was handed over as too long; the rest of it is passed over. */
  #skipping = false;

  constructor(onLine: LineHandler) {
    this.#onLine = onLine;
  }

  push(chunk: Uint8Array): void {
    inSlices(chunk, slice => {
      this.#held.append(slice);
      this.#consume(false);
    });
  }

  /** Ends the file: hands over a last line that nothing ends. */
  end(): void {
    this.#consume(true);
  }

  #consume(final: boolean): void {
    let at = this.#begin(final);
    if (at < 0) return;
    const { bytes, size } = this.#held;
    while (at < size) {
      const newline = bytes.indexOf(LF, at);
      const isEnded = newline >= 0 && newline < size;
      if (!isEnded && !final) break;
      this.#endLine(at, isEnded ? newline : size);
      at = isEnded ? newline + 1 : size;
    }
    if (size - at > LINE_CAP_BYTES) at = this.#skip(at);
    this.#held.drop(at);
  }

  #begin(final: boolean): number {
    if (this.#started) return 0;
    const { bytes, size } = this.#held;
    if (size < 3 && !final) return -1;
    this.#started = true;
    const head = bytes.subarray(0, size);
    return byteOrderMarkLength(head);
  }

  #endLine(start: number, end: number): void {
    const { bytes } = this.#held;
    if (!this.#skipping) {
      const isWhole = end - start <= LINE_CAP_BYTES;
      this.#onLine(bytes, start, isWhole ? end : start + LINE_CAP_BYTES, this.#line, isWhole);
    }
    this.#skipping = false;
    this.#line++;
  }

  /** Hands over the beginning of a line whose end isn't here yet, and passes over what is held of it. */
  #skip(start: number): number {
    const { bytes, size } = this.#held;
    if (!this.#skipping) this.#onLine(bytes, start, start + LINE_CAP_BYTES, this.#line, false);
    this.#skipping = true;
    return size;
  }
}
