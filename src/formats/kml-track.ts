import type { Instant } from '../core/time/index.ts';
import { xsdNumber } from './xsd-number.ts';

/** Place, time and heading of each position of one `gx:Track`, which gives them in separate elements. */
export class KmlTrack {
  /** Place of its first position among the points of the file. */
  readonly firstRow: number;
  readonly times: Instant[] = [];
  readonly #lons: number[] = [];
  readonly #lats: number[] = [];
  readonly #headings: number[] = [];

  constructor(firstRow: number) {
    this.firstRow = firstRow;
  }

  /** Positions: as many as it has times or places, whichever are more. */
  get length(): number {
    return Math.max(this.times.length, this.#lons.length);
  }

  /** Positions that have both. */
  get paired(): number {
    return Math.min(this.times.length, this.#lons.length);
  }

  /** NaN for what is no time. */
  addTime(t: Instant | null): void {
    this.times.push(t ?? Number.NaN);
  }

  /** `lon lat alt`. */
  addPlace(text: string): void {
    const [lon = '', lat = ''] = text.trim().split(/\s+/, 2);
    this.#lons.push(xsdNumber(lon) ?? Number.NaN);
    this.#lats.push(xsdNumber(lat) ?? Number.NaN);
  }

  /** `heading tilt roll`. */
  addAngles(text: string): void {
    this.#headings.push(xsdNumber(text.trim().split(/\s+/, 1)[0]!) ?? Number.NaN);
  }

  /** Null where it is missing or no number. */
  lonAt(index: number): number | null {
    return numberOrNull(this.#lons[index]);
  }

  /** Null where it is missing or no number. */
  latAt(index: number): number | null {
    return numberOrNull(this.#lats[index]);
  }

  /** Degrees as text; empty where not given, and in a track that doesn't give one for each place. */
  headingAt(index: number): string {
    if (this.#headings.length !== this.#lons.length) return '';
    return String(this.#headings[index]);
  }
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
