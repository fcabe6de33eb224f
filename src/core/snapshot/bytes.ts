/** Writes numbers and texts compactly, one after the other. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  /** A whole number from 0 to 2^53 - 1, seven bits a byte. */
  uint(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`can't write ${value} as a whole number`);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes.push(rest);
    return this;
  }

  /** A whole number of either sign. */
  int(value: number): this {
    return this.uint(value < 0 ? -value * 2 - 1 : value * 2);
  }

  text(value: string): this {
    const bytes = encodeUtf8(value);
    return this.uint(bytes.length).raw(bytes);
  }

  raw(bytes: ArrayLike<number>): this {
    for (let i = 0; i < bytes.length; i++) this.#bytes.push(bytes[i]!);
    return this;
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what `ByteWriter` wrote. Every method throws a RangeError where the bytes end early or make no sense. */
export class ByteReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.#at;
  }

  uint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.raw(1)[0]!;
      value += (byte & 0x7f) * factor;
      if (!Number.isSafeInteger(value)) throw new RangeError('number too large');
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }

  int(): number {
    const value = this.uint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  text(): string {
    return decodeUtf8(this.raw(this.uint()));
  }

  raw(length: number): Uint8Array {
    if (length > this.left) throw new RangeError(`${length} bytes wanted, ${this.left} left`);
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }
}

/** UTF-8 without the platform's encoder, which this part of the code has no types for. Lone surrogates become U+FFFD. */
function encodeUtf8(value: string): number[] {
  const bytes: number[] = [];
  for (const character of value) {
    const raw = character.codePointAt(0)!;
    const code = raw >= 0xd800 && raw <= 0xdfff ? 0xfffd : raw;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 0x3f),
        0x80 | ((code >> 6) & 0x3f),
        0x80 | (code & 0x3f),
      );
  }
  return bytes;
}

function decodeUtf8(bytes: Uint8Array): string {
  const escaped = Array.from(bytes, byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch (cause) {
    throw new RangeError('text is not UTF-8', { cause });
  }
}
