import { formatIso, type Instant } from '../core/time/index.ts';
import { quoteText } from './byte-text.ts';
import { InputError } from './input-error.ts';
import { KmlTrack } from './kml-track.ts';
import type { PointHandler } from './point-reports.ts';
import { PointScope } from './point-scope.ts';
import { columnNamed } from './position-columns.ts';
import { shipNameIn } from './stated-ids.ts';
import type { XmlElement, XmlHandler } from './xml-scanner.ts';
import { xsdNumber } from './xsd-number.ts';

/** Elements that say something of the placemarks in them. */
const SCOPES: ReadonlySet<string> = new Set(['kml', 'Document', 'Folder', 'Placemark']);
/** What a placemark shows; `MultiGeometry` and `MultiTrack` only hold some of these. */
const GEOMETRIES: ReadonlySet<string> = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'Model',
  'Track',
]);
/** A placemark is held until it ends, since its time may stand after its places. */
const HELD_CAP = 1 << 22;
const EXAMPLE_CHARACTERS = 160;

interface Placemark {
  readonly scope: PointScope;
  /** Points met before it. */
  readonly rowsBefore: number;
  readonly points: { readonly row: number; readonly text: string }[];
  readonly tracks: KmlTrack[];
  held: number;
  title: string;
  /** Undefined where there is no such element. */
  when?: string;
  begin?: string;
  end?: string;
}

/**
 * Finds the points of a KML document in its placemarks: a `Point`, a position of a `Track`, a vertex of a
 * `LineString`, any other geometry, and a placemark that has none. `KmlReader` says what is read of each. Elements
 * go by their local names: tracks are in Google's namespace in KML 2.2, in KML's own in 2.3.
 */
export class KmlPoints implements XmlHandler {
  /** Points met so far. */
  rows = 0;
  readonly #file: string;
  readonly #points: PointHandler;
  #scope: PointScope | null = null;
  #placemark: Placemark | null = null;
  #geometry: XmlElement | null = null;
  #track: KmlTrack | null = null;
  #coordinates = '';

  constructor(file: string, points: PointHandler) {
    this.#file = file;
    this.#points = points;
  }

  open(element: XmlElement): void {
    const { name, parent, line } = element;
    if (parent === null && name !== 'kml') {
      throw new InputError(this.#file, line, 'a KML file', `the element ${quoteText(name)}`);
    }
    if (this.#placemark) {
      if (!this.#geometry && GEOMETRIES.has(name)) this.#openGeometry(element);
    } else if (SCOPES.has(name)) this.#openScope(element);
  }

  close(element: XmlElement, text: string): void {
    const { name, parent } = element;
    const scope = this.#scope!;
    if (name === 'SimpleData') offer(scope, element, text);
    else if (name === 'value' && parent?.name === 'Data') offer(scope, parent, text);
    else if (element === this.#geometry) this.#closeGeometry(name);
    else if (this.#geometry) this.#readGeometry(element, text);
    else if (element === scope.element) this.#leave(scope);
    else if (parent === scope.element) this.#readWords(name, text, scope);
    else if (this.#placemark) this.#readTime(element, text, this.#placemark);
  }

  /** Gives up the placemark that the end of a file cuts off, but for the positions of its tracks. */
  cut(): void {
    const placemark = this.#placemark;
    if (!placemark) return;
    const { points, tracks, rowsBefore, scope } = placemark;
    for (const { row, text } of points) this.#points.aside('cut off', row, text, 1);
    for (const track of tracks) this.#emitTrack(track, track.length, placemark);
    const track = this.#track;
    if (track && track.length > 0) {
      this.rows += track.length;
      this.#emitTrack(track, track.paired, placemark);
    } else if (this.#geometry || this.rows === rowsBefore) {
      this.#aside('cut off', 1, `<${(this.#geometry ?? scope.element).name}>`);
    }
  }

  #openScope(element: XmlElement): void {
    const scope = new PointScope(element, this.#scope);
    this.#scope = scope;
    if (element.name !== 'Placemark') return;
    this.#placemark = { scope, rowsBefore: this.rows, points: [], tracks: [], held: 0, title: '' };
  }

  #leave(scope: PointScope): void {
    if (this.#placemark) this.#emit(this.#placemark);
    this.#placemark = null;
    this.#scope = scope.parent;
  }

  #readWords(name: string, text: string, scope: PointScope): void {
    if (name !== 'name' && name !== 'description') return;
    scope.describe(text);
    if (name === 'name' && this.#placemark) this.#placemark.title = shipNameIn(text);
  }

  #readTime({ name, parent }: XmlElement, text: string, placemark: Placemark): void {
    if (parent?.parent !== placemark.scope.element) return;
    if (parent.name === 'TimeStamp' && name === 'when') placemark.when = text;
    if (parent.name === 'TimeSpan' && name === 'begin') placemark.begin = text;
    if (parent.name === 'TimeSpan' && name === 'end') placemark.end = text;
  }

  #openGeometry(element: XmlElement): void {
    this.#geometry = element;
    this.#coordinates = '';
    if (element.name === 'Track') this.#track = new KmlTrack(this.rows + 1);
  }

  #readGeometry({ name, parent, line }: XmlElement, text: string): void {
    if (parent !== this.#geometry) return;
    const track = this.#track;
    if (name === 'coordinates') this.#coordinates = text.trim();
    if (!track) return;
    if (name === 'when') track.addTime(this.#points.instant(text, line));
    else if (name === 'coord') track.addPlace(text);
    else if (name === 'angles') track.addAngles(text);
    else return;
    this.#hold(1, line);
  }

  #closeGeometry(name: string): void {
    const { line } = this.#geometry!;
    const track = this.#track;
    this.#geometry = null;
    this.#track = null;
    if (name === 'Point') {
      this.rows++;
      this.#placemark!.points.push({ row: this.rows, text: this.#coordinates.slice(0, EXAMPLE_CHARACTERS) });
      this.#hold(1, line);
    } else if (track && track.length > 0) {
      this.rows += track.length;
      this.#placemark!.tracks.push(track);
    } else if (name === 'LineString' && this.#coordinates !== '') {
      this.#aside('no time', this.#coordinates.split(/\s+/).length, this.#coordinates);
    } else this.#aside('geometry', 1, `<${name}>`);
  }

  #hold(count: number, line: number): void {
    const placemark = this.#placemark!;
    placemark.held += count;
    if (placemark.held <= HELD_CAP) return;
    const expected = `at most ${HELD_CAP} times, places and angles in one placemark`;
    throw new InputError(this.#file, line, expected, 'more of them');
  }

  #emit(placemark: Placemark): void {
    const { scope, points, tracks, rowsBefore } = placemark;
    const isShip = scope.own('mmsi') !== undefined || scope.own('imo') !== undefined;
    if (this.rows === rowsBefore && !isShip) {
      this.#aside('geometry', 1, `<Placemark> ${placemark.title}`);
      return;
    }
    const t = this.#instantOf(placemark);
    const time = placemark.when?.trim() ?? '';
    if (this.rows === rowsBefore) {
      this.rows++;
      const place = { lat: Number.NaN, lon: Number.NaN };
      this.#points.point({ row: this.rows, t, ...place, scope, title: '', text: `<Placemark> ${time}` });
    }
    for (const { row, text } of points) {
      const [lon, lat] = text.split(',').map(degreesOf);
      const place = { lat: lat ?? null, lon: lon ?? null };
      this.#points.point({ row, t, ...place, scope, title: '', text: `<Point> ${text} ${time}` });
    }
    for (const track of tracks) this.#emitTrack(track, track.length, placemark);
  }

  /** Passes on the first `count` positions of a track; the others are where the file is cut off. */
  #emitTrack(track: KmlTrack, count: number, { scope, title }: Placemark): void {
    const { firstRow, length, paired, times } = track;
    const counts = `${times.length} times in a track of ${length}`;
    if (count === length && paired < length && times.length > 0) {
      this.#points.aside('times', firstRow, counts, length);
      return;
    }
    const position = new PointScope(scope.element, scope);
    // Only the heading is told for each position; what the placemark has of motion is of no one instant.
    for (const column of ['sog', 'cog', 'status'] as const) position.set(column, '');
    for (let i = 0; i < count; i++) {
      const [t = null, lat, lon] = [times[i], track.latAt(i), track.lonAt(i)];
      position.set('heading', track.headingAt(i));
      const text = `<Track> ${lon},${lat} ${formatIso(t) ?? ''}`;
      this.#points.point({ row: firstRow + i, t, lat, lon, scope: position, title, text });
    }
    if (count < length) this.#points.aside('cut off', firstRow + count, counts, length - count);
  }

  #instantOf({ scope, when, begin, end }: Placemark): Instant | null {
    const { line } = scope.element;
    if (when !== undefined) return this.#points.instant(when, line);
    if (begin === undefined && end === undefined) return this.#points.instant(scope.own('time') ?? '', line);
    const from = this.#points.instant(begin ?? '', line);
    const to = this.#points.instant(end ?? '', line);
    return from === to || Number.isNaN(from) ? from : null;
  }

  #aside(reason: string, count: number, text: string): void {
    this.#points.aside(reason, this.rows + 1, text.slice(0, EXAMPLE_CHARACTERS), count);
    this.rows += count;
  }
}

/** Gives the scope a value that ExtendedData names. */
function offer(scope: PointScope, { attributes }: XmlElement, text: string): void {
  const column = columnNamed(attributes.get('name') ?? '');
  if (column) scope.offer(column, text);
}

/** Null where it is missing or no number. */
function degreesOf(text: string): number | null {
  const degrees = xsdNumber(text);
  return Number.isNaN(degrees) ? null : degrees;
}
