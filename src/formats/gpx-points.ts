import { M_PER_NM } from '../core/geo/index.ts';
import { HOUR_MS, SECOND_MS } from '../core/time/index.ts';
import { quoteText } from './byte-text.ts';
import { InputError } from './input-error.ts';
import type { PointHandler } from './point-reports.ts';
import { PointScope } from './point-scope.ts';
import { columnNamed, plainName } from './position-columns.ts';
import { shipNameIn } from './stated-ids.ts';
import { TRACK_NAMESPACE } from './track-namespace.ts';
import type { XmlElement, XmlHandler } from './xml-scanner.ts';
import { xsdNumber } from './xsd-number.ts';

const POINTS: ReadonlySet<string> = new Set(['wpt', 'trkpt', 'rtept']);
/** Elements that say something of the points in them. */
const SCOPES: ReadonlySet<string> = new Set(['gpx', 'trk', 'rte', 'trkseg']);
const WORDS: ReadonlySet<string> = new Set(['name', 'cmt', 'desc']);
/** In another's extension these may be of the track or of the drawing, or have another unit. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'type',
  'length',
  'width',
  'flag',
  'status',
  'speedoverground',
]);
const KN_PER_M_PER_S = HOUR_MS / SECOND_MS / M_PER_NM;

/**
 * Finds the points of a GPX document: `wpt`, `trkpt` and `rtept` anywhere, and `heard` of our own namespace, a report
 * without a position, in the extensions of a track. `GpxReader` says what is read of each.
 */
export class GpxPoints implements XmlHandler {
  /** Points met so far. */
  rows = 0;
  readonly #file: string;
  readonly #points: PointHandler;
  #namespace = '';
  #scope: PointScope | null = null;
  #extensions: XmlElement | null = null;
  #point: XmlElement | null = null;
  #timeText = '';
  #title = '';
  /** Whether an element of our own namespace was met: names of ships then stand in those alone. */
  #isOurs = false;

  constructor(file: string, points: PointHandler) {
    this.#file = file;
    this.#points = points;
  }

  open(element: XmlElement): void {
    const { name, parent, uri } = element;
    if (parent === null) this.#begin(element);
    if (this.#extensions) {
      if (name === 'heard' && uri === TRACK_NAMESPACE) this.#openPoint(element);
      return;
    }
    if (uri !== this.#namespace) return;
    if (name === 'extensions') this.#extensions = element;
    else if (POINTS.has(name)) this.#openPoint(element);
    else if (SCOPES.has(name)) this.#scope = new PointScope(element, this.#scope);
    if (name === 'trk') this.#title = '';
  }

  close(element: XmlElement, text: string): void {
    const scope = this.#scope!;
    if (element === scope.element) this.#leave(scope);
    else if (element === this.#extensions) this.#extensions = null;
    else if (this.#extensions) this.#readExtension(element, text, scope);
    else if (element.uri === this.#namespace) this.#readChild(element, text, scope);
  }

  /** Gives up the point that the end of a file cuts off. */
  cut(): void {
    if (this.#point) this.#points.aside('cut off', this.rows, this.#describe(this.#point), 1);
  }

  #begin({ name, uri, line }: XmlElement): void {
    if (name !== 'gpx')
      throw new InputError(this.#file, line, 'a GPX file', `the element ${quoteText(name)}`);
    this.#namespace = uri;
  }

  #openPoint(element: XmlElement): void {
    if (this.#point) return;
    this.rows++;
    this.#point = element;
    this.#timeText = element.name === 'heard' ? (element.attributes.get('time') ?? '') : '';
    this.#scope = new PointScope(element, this.#scope);
  }

  #leave(scope: PointScope): void {
    if (this.#point === scope.element) this.#emit(scope);
    this.#scope = scope.parent;
  }

  #emit(scope: PointScope): void {
    const { element } = scope;
    const isPlaced = element.name !== 'heard';
    this.#point = null;
    this.#points.point({
      row: this.rows,
      t: this.#points.instant(this.#timeText, element.line),
      lat: isPlaced ? degreesOf(element, 'lat') : Number.NaN,
      lon: isPlaced ? degreesOf(element, 'lon') : Number.NaN,
      scope,
      title: this.#isOurs || element.name !== 'trkpt' ? '' : this.#title,
      text: this.#describe(element),
    });
  }

  #readChild({ name, parent }: XmlElement, text: string, scope: PointScope): void {
    if (parent !== scope.element && parent?.name !== 'metadata') return;
    if (WORDS.has(name)) scope.describe(text);
    if (name === 'name' && parent.name === 'trk') this.#title = shipNameIn(text);
    if (name === 'src') scope.offer('source', text);
    if (parent !== this.#point) return;
    if (name === 'time') this.#timeText = text;
    if (name === 'speed') scope.offer('sog', knotsText(text));
    if (name === 'course') scope.offer('cog', text);
  }

  #readExtension({ name, uri }: XmlElement, text: string, scope: PointScope): void {
    const column = columnNamed(name);
    if (!column) return;
    if (uri === TRACK_NAMESPACE) {
      this.#isOurs = true;
      scope.set(column, text);
      return;
    }
    const plain = plainName(name);
    if (text.trim() === '' || AMBIGUOUS.has(plain)) return;
    scope.offer(column, plain === 'speed' ? knotsText(text) : text);
  }

  #describe({ name, attributes }: XmlElement): string {
    const [lat = '', lon = ''] = [attributes.get('lat'), attributes.get('lon')];
    const place = name === 'heard' ? '' : ` lat="${lat}" lon="${lon}"`;
    return `<${name}${place}> ${this.#timeText.trim()}`;
  }
}

/** Null where it is missing or no number. */
function degreesOf({ attributes }: XmlElement, name: string): number | null {
  const degrees = xsdNumber(attributes.get(name) ?? '');
  return Number.isNaN(degrees) ? null : degrees;
}

/** A speed in metres a second as knots; a text that is no number as it stands. */
function knotsText(text: string): string {
  const speed = xsdNumber(text);
  return speed === null || Number.isNaN(speed) ? text : String(speed * KN_PER_M_PER_S);
}
