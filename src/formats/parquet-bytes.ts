const MIB = 1 << 20;
/** So much is read ahead, since each reading of a file costs about as much as unpacking this. */
const AHEAD_BYTES = MIB;

/** A part of a file that is read from front to back, a piece at a time. */
export class ForwardBytes {
  readonly #data: Blob;
  readonly #end: number;
  #at: number;
  #window = new Uint8Array(0);
  #windowStart: number;

  constructor(data: Blob, start: number, end: number) {
    this.#data = data;
    this.#at = start;
    this.#end = end;
    this.#windowStart = start;
  }

  /** Bytes from here to the end of the part. */
  get left(): number {
    return Math.max(0, this.#end - this.#at);
  }

  /** The next bytes, `count` of them or what is left. They stay as they are when more is read. */
  async peek(count: number): Promise<Uint8Array> {
    const wanted = Math.min(count, this.left);
    const offset = this.#at - this.#windowStart;
    if (offset + wanted > this.#window.length) {
      const end = Math.min(this.#end, this.#at + Math.max(wanted, AHEAD_BYTES));
      this.#window = new Uint8Array(await this.#data.slice(this.#at, end).arrayBuffer());
      this.#windowStart = this.#at;
    }
    const start = this.#at - this.#windowStart;
    return this.#window.subarray(start, start + wanted);
  }

  /** Goes on by so many bytes, read or not. */
  advance(count: number): void {
    this.#at += count;
  }
}
