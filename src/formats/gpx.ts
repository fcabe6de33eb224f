import { GpxPoints } from './gpx-points.ts';
import { Notes } from './notes.ts';
import { PointReports } from './point-reports.ts';
import type { PositionReader, ReaderContext } from './reader.ts';
import { XmlScanner } from './xml-scanner.ts';

/**
 * Reads GPX 1.0 and 1.1: points of tracks and routes, and waypoints, each with a `time`. A row is a point, counted
 * from 1 over all of the file.
 *
 * Whose a point is say, in this order: `mmsi` and `imo` among the `extensions` of the point, its segment, its track or
 * the file, the nearest first; a name, comment or description that states it (`MMSI 273210440`, `IMO 9161003`); the
 * ship that the user gives. Other extensions go by the names of a CSV of positions, except for those that can mean
 * something else. `speed` is in metres a second, in an extension (Garmin's) too, `course` in degrees. The name of
 * a track is its ship's where the file tells whose the track is and the name doesn't state a number.
 *
 * In the namespace `TRACK_NAMESPACE` every column of such a CSV is read, in its units, before anything else; in the
 * extensions of a `trk` it is a default for the points after it, which an empty element takes back. `heard` with
 * an attribute `time` is there a report without a position. A `source` (or `src`) of `reconstructed` or
 * `synthetic` flags its points.
 *
 * Points are set aside as `PointReports` says, and as `cut off` where the file ends in one. Throws `InputError` for what
 * `XmlScanner` refuses, for a file that is cut off unless `partial` is asked for, for a time without a zone where
 * none was given, and for a file of which no point was accepted.
 */
export class GpxReader implements PositionReader {
  readonly #notes = new Notes();
  readonly #context: ReaderContext;
  readonly #reports: PointReports;
  readonly #points: GpxPoints;
  readonly #scanner: XmlScanner;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#reports = new PointReports(context, this.#notes);
    this.#points = new GpxPoints(context.file, this.#reports);
    this.#scanner = new XmlScanner(context.file, this.#points);
  }

  /** What was passed on but is worth a word, with its count. */
  get notes(): ReadonlyMap<string, number> {
    return this.#notes.counts;
  }

  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
  }

  end(): void {
    const isWhole = this.#scanner.end(this.#context.partial);
    if (!isWhole) this.#points.cut();
    this.#reports.end();
  }
}
