import { KmlPoints } from './kml-points.ts';
import { Notes } from './notes.ts';
import { PointReports } from './point-reports.ts';
import type { PositionReader, ReaderContext } from './reader.ts';
import { XmlScanner } from './xml-scanner.ts';

/**
 * Reads KML 2.0 to 2.3, tracks of Google's extension included: a placemark with a `TimeStamp` (or a `TimeSpan` that
 * ends when it begins, or a time among its data) and a `Point`; a `gx:Track`, alone or in a `gx:MultiTrack`, whose
 * `gx:angles` give the heading. A row is a point, counted from 1 over all of the file: a `Point`, a position of a
 * track, a vertex of a `LineString`, any other geometry, a placemark without one.
 *
 * `ExtendedData` (`Data` and `SimpleData`) goes by the names and units of a CSV of positions, that of a `Folder`
 * or `Document` for all that is in it. Whose a point is say, in this order: `mmsi` and `imo` there, the nearest first;
 * a name or description that states it (`MMSI 273210440`, `IMO 9161003`); the ship that the user gives. The name of a
 * placemark with a track is the ship's where the file tells whose it is and the name doesn't state a number. A
 * placemark with an MMSI or IMO number of its own and no geometry counts as heard. A `source` of `reconstructed` or
 * `synthetic` flags its points.
 *
 * Points are set aside as `PointReports` says, as `no time` (each vertex of a `LineString` too), `geometry` (nothing
 * that has a place in time), `times` (a track with times that are not one for each place) and `cut off` where
 * the file ends in them. Throws `InputError` for what `XmlScanner` refuses, for a placemark of over four million
 * times and places, for a file that is cut off unless `partial` is asked for, for a time without a zone where none
 * was given, and for a file of which no point was accepted.
 */
export class KmlReader implements PositionReader {
  readonly #notes = new Notes();
  readonly #context: ReaderContext;
  readonly #reports: PointReports;
  readonly #points: KmlPoints;
  readonly #scanner: XmlScanner;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#reports = new PointReports(context, this.#notes);
    this.#points = new KmlPoints(context.file, this.#reports);
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
