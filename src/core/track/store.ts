/** Why a fix is or is not used. The first reason that applies is kept; nothing is dropped. */
export const Verdict = {
  ok: 0,
  /** Heard, but the report holds no position (lon 181, lat 91), or it is a static message. */
  noPosition: 1,
  /** Same time, place and motion as an earlier row of this ship. */
  duplicate: 2,
  /** MMSI that many transponders share (0, 111111111, 123456789, ...). */
  placeholder: 3,
  /** No hull of this track can have been here: a lone jump away and back. */
  unreachable: 4,
  /** Long-range report (type 27) within an hour of a finer one. */
  coarse: 5,
} as const;
export type VerdictCode = (typeof Verdict)[keyof typeof Verdict];
export const VERDICT_NAMES = ['ok', 'no position', 'duplicate', 'placeholder MMSI', 'unreachable', 'coarse'];

const MAGIC = 0x314b4c57; // "WLK1", little endian
const VERSION = 1;
const HEADER_BYTES = 32;

/**
 * Reports of all ships as columns, sorted by ship, then time. Ship `v` owns the rows
 * `starts[v]` up to, but not including, `starts[v + 1]`. One versioned buffer, so that a worker can hand it
 * over and `TrackStore.from` opens it again.
 */
export class TrackStore {
  /** Milliseconds UTC. */
  readonly t: Float64Array;
  /** Degrees in [-180, 180), NaN without a position. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Knots, NaN where not given. */
  readonly sog: Float32Array;
  /** Degrees true, NaN where not given. */
  readonly cog: Float32Array;
  readonly heading: Float32Array;
  /** Row or line in its file, 1-based. */
  readonly row: Uint32Array;
  /** First row of each ship, and one past the last. Length `vesselCount + 1`. */
  readonly starts: Uint32Array;
  /** Index of the input. */
  readonly source: Uint16Array;
  /** Segment within the ship, from 0; only rows with verdict `ok` belong to one. */
  readonly segment: Uint16Array;
  /** Navigational status, 15 where not given. */
  readonly status: Uint8Array;
  readonly verdict: Uint8Array;
  /** Bits of `Flag`. */
  readonly flags: Uint8Array;

  private constructor(
    readonly buffer: ArrayBuffer,
    readonly length: number,
    readonly vesselCount: number,
  ) {
    let offset = HEADER_BYTES;
    const take = (bytes: number): number => {
      const at = offset;
      offset += bytes * length;
      return at;
    };
    this.t = new Float64Array(buffer, take(8), length);
    this.lon = new Float64Array(buffer, take(8), length);
    this.lat = new Float64Array(buffer, take(8), length);
    this.sog = new Float32Array(buffer, take(4), length);
    this.cog = new Float32Array(buffer, take(4), length);
    this.heading = new Float32Array(buffer, take(4), length);
    this.row = new Uint32Array(buffer, take(4), length);
    this.starts = new Uint32Array(buffer, offset, vesselCount + 1);
    offset += 4 * (vesselCount + 1);
    this.source = new Uint16Array(buffer, take(2), length);
    this.segment = new Uint16Array(buffer, take(2), length);
    this.status = new Uint8Array(buffer, take(1), length);
    this.verdict = new Uint8Array(buffer, take(1), length);
    this.flags = new Uint8Array(buffer, take(1), length);
  }

  static create(length: number, vesselCount: number): TrackStore {
    const buffer = new ArrayBuffer(bytesFor(length, vesselCount));
    new Uint32Array(buffer, 0, 4).set([MAGIC, VERSION, length, vesselCount]);
    return new TrackStore(buffer, length, vesselCount);
  }

  /** Opens a buffer made by `create`. Throws a RangeError with what it met if it is none, or of another version. */
  static from(buffer: ArrayBuffer): TrackStore {
    if (buffer.byteLength < HEADER_BYTES)
      throw new RangeError(`${buffer.byteLength} bytes are no track store`);
    const [magic, version, length, vesselCount] = new Uint32Array(buffer, 0, 4);
    if (magic !== MAGIC) throw new RangeError(`magic ${magic} is no track store`);
    if (version !== VERSION)
      throw new RangeError(`track store version ${version}, this code reads ${VERSION}`);
    const bytes = bytesFor(length!, vesselCount!);
    if (buffer.byteLength < bytes)
      throw new RangeError(
        `${buffer.byteLength} bytes of a track store of ${length} rows, which takes ${bytes}`,
      );
    return new TrackStore(buffer, length!, vesselCount!);
  }
}

function bytesFor(length: number, vesselCount: number): number {
  return HEADER_BYTES + length * (3 * 8 + 4 * 4 + 2 * 2 + 3) + 4 * (vesselCount + 1);
}
