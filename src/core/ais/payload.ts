/** Bits of a message that are kept in one word, and sextets: as many as fit a small integer of any engine. */
export const WORD_BITS = 30;
export const WORD_SEXTETS = 5;

/** Room for 1,024 six-bit characters and a word beyond: five slots, the longest that is sent, are 199. */
const WORDS = 205;

/**
 * The bits of one AIS message, first bit first, thirty to a word. A field cut short by the end of the message reads
 * as the bits that are there; a field after the end reads as 0.
 */
export class Payload {
  /** Filled by `unarmour`. Bits after those of the message mean nothing. */
  readonly words = new Int32Array(WORDS);
  /** Length of the message without fill bits. */
  bits = 0;

  /** Message type, 0 to 63 (1 to 27 are in use). */
  get type(): number {
    return this.words[0]! >>> (WORD_BITS - 6);
  }

  get repeat(): number {
    return this.uint(6, 2);
  }

  get mmsi(): number {
    return this.uint(8, 30);
  }

  /** Unsigned number of up to 30 bits whose first bit is `at`. */
  uint(at: number, width: number): number {
    if (at + width > this.bits) return this.#cutShort(at);
    const index = Math.trunc(at / WORD_BITS);
    const word = this.words[index]!;
    const have = WORD_BITS * (index + 1) - at;
    if (width <= have) return (word >>> (have - width)) & mask(width);
    const rest = width - have;
    return ((word & mask(have)) << rest) | (this.words[index + 1]! >>> (WORD_BITS - rest));
  }

  /** Signed number (two's complement) of up to 30 bits whose first bit is `at`. */
  int(at: number, width: number): number {
    const unused = 32 - width;
    return (this.uint(at, width) << unused) >> unused;
  }

  flag(at: number): boolean {
    return this.uint(at, 1) === 1;
  }

  /** Six-bit text of at most `characters`, cut at the first `@`. A last character cut short is filled with zeros. */
  paddedText(at: number, characters: number): string {
    let text = '';
    for (let i = 0; i < characters; i++) {
      const start = at + 6 * i;
      const value = this.uint(start, 6) << Math.max(0, start + 6 - this.bits);
      if (value === 0) break;
      text += String.fromCharCode(value < 32 ? value + 64 : value);
    }
    return text;
  }

  /** The same without the blanks at its end. */
  text(at: number, characters: number): string {
    return this.paddedText(at, characters).trimEnd();
  }

  /** A copy that `isSame` can be asked about. */
  copyWords(): Int32Array {
    return this.words.slice(0, Math.ceil(this.bits / WORD_BITS));
  }

  /** Whether another message of this length had the same words, fill bits included. */
  isSame(words: Int32Array): boolean {
    if (words.length !== Math.ceil(this.bits / WORD_BITS)) return false;
    for (let i = 0; i < words.length; i++) if (words[i] !== this.words[i]) return false;
    return true;
  }

  #cutShort(at: number): number {
    return at < this.bits ? this.uint(at, this.bits - at) : 0;
  }
}

function mask(bits: number): number {
  return (1 << bits) - 1;
}
