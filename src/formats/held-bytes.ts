/** Input is taken in slices of this size, so that little is held however large a chunk is. */
const SLICE_BYTES = 1 << 16;
/** Room at first: most files of a few lines never need more, and larger ones soon have it. */
const FIRST_BYTES = 1024;

/** The bytes of a stream that are not yet used up: a buffer that grows at its end and is emptied from its start. */
export class HeldBytes {
  /** Bytes from `size` on mean nothing. Replaced when it grows. */
  bytes = new Uint8Array(FIRST_BYTES);
  size = 0;

  append(slice: Uint8Array): void {
    const size = this.size + slice.length;
    if (size > this.bytes.length) {
      const larger = new Uint8Array(2 * size);
      larger.set(this.bytes.subarray(0, this.size));
      this.bytes = larger;
    }
    this.bytes.set(slice, this.size);
    this.size = size;
  }

  /** Drops the first `count` bytes. */
  drop(count: number): void {
    this.bytes.copyWithin(0, count, this.size);
    this.size -= count;
  }
}

/** Hands over a chunk piece by piece. */
export function inSlices(chunk: Uint8Array, use: (slice: Uint8Array) => void): void {
  for (let offset = 0; offset < chunk.length; offset += SLICE_BYTES) {
    use(chunk.subarray(offset, offset + SLICE_BYTES));
  }
}
