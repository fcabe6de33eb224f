/** Room for a message, in six-bit characters: five slots, the longest that is sent, are 199. */
const CAPACITY = 1024;

/**
 * The bits of one AIS message, first bit first, six to an element. A field cut short by the end of the
 * message reads as the bits that are there; a field after the end reads as 0.
 */
export class Payload {
  readonly sextets = new Uint8Array(CAPACITY);
  /** Length of the message without fill bits. */
  bits = 0;

  /** Message type, 0 to 63 (1 to 27 are in use). */
  get type(): number {
    return this.sextets[0]!;
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
    // A 32-bit word holds 26 bits at any offset within a sextet.
    if (width <= 26) return this.#word(at, width);
    return this.#word(at, width - 15) * 32768 + this.#word(at + width - 15, 15);
  }

  /** Signed number (two's complement) of up to 30 bits whose first bit is `at`. */
  int(at: number, width: number): number {
    const value = this.uint(at, width);
    const half = 2 ** (width - 1);
    return value < half ? value : value - 2 * half;
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

  #word(at: number, width: number): number {
    let index = Math.trunc(at / 6);
    let have = 6 - (at % 6);
    let value = this.sextets[index]! & ((1 << have) - 1);
    while (have < width) {
      value = (value << 6) | this.sextets[++index]!;
      have += 6;
    }
    return value >> (have - width);
  }

  #cutShort(at: number): number {
    return at < this.bits ? this.uint(at, this.bits - at) : 0;
  }
}
