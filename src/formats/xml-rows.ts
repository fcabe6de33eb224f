import { GpxPoints } from './gpx-points.ts';
import { inSlices } from './held-bytes.ts';
import { KmlPoints } from './kml-points.ts';
import type { PointHandler } from './point-reports.ts';
import { type XmlElement, type XmlHandler, XmlScanner } from './xml-scanner.ts';

/** So much of an element is shown. */
const SHOWN_CHARACTERS = 8192;

/** Points are counted here, not read. */
const UNREAD: PointHandler = { instant: () => 0, point: () => {}, aside: () => {} };

/** Elements of a track that each give one part of a position. */
const PARTS: ReadonlySet<string> = new Set(['when', 'coord', 'angles']);

/** An open element of which the source is kept. */
interface Span {
  readonly element: XmlElement;
  /** Characters of the document before it. */
  readonly start: number;
  /** Its source, once there is as much of it as is shown. */
  text: string | null;
}

/**
 * The very text of points by their rows, as `GpxReader` and `KmlReader` count them: the element of a point (in KML its
 * placemark, of a position in a track its time, place and angles, a line each), cut at 8,192 characters. Reads on
 * until the last of them; a row that isn't there is left out. Rejects with an `InputError` where the readers throw one
 * for the form of the file.
 */
export async function xmlRowTexts(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  format: 'gpx' | 'kml',
  rows: readonly number[],
): Promise<{ readonly line: number; readonly text: string }[]> {
  const source = new RowSource(file, format, rows);
  for await (const chunk of chunks) {
    if (source.isDone) break;
    inSlices(chunk, slice => source.push(slice));
  }
  return source.finish();
}

class RowSource implements XmlHandler {
  readonly #points: GpxPoints | KmlPoints;
  readonly #scanner: XmlScanner;
  readonly #decoder = new TextDecoder('utf-8');
  readonly #wanted: readonly number[];
  /** How many of those wanted are behind the cursor. */
  #passed = 0;
  readonly #texts = new Map<number, string>();
  /** The end of what was read of the document, and the characters before it. */
  #window = '';
  #windowStart = 0;
  /** Where the last tag ended. */
  #toldAt = 0;
  #unit: Span | null = null;
  #part: Span | null = null;
  #track: XmlElement | null = null;
  readonly #partsSeen = new Map<string, number>();

  constructor(file: string, format: 'gpx' | 'kml', rows: readonly number[]) {
    this.#points = format === 'gpx' ? new GpxPoints(file, UNREAD) : new KmlPoints(file, UNREAD);
    this.#scanner = new XmlScanner(file, this);
    this.#wanted = [...new Set(rows)].sort((a, b) => a - b);
  }

  /** True once all that is wanted is behind the cursor. */
  get isDone(): boolean {
    return this.#passed === this.#wanted.length;
  }

  /** Takes bytes of at most one slice, so that the window stays small. */
  push(slice: Uint8Array): void {
    this.#window += this.#decoder.decode(slice, { stream: true });
    this.#scanner.push(slice);
    this.#trim();
  }

  /** What was found; of an element that the end of the file cuts off, what is there of it. */
  finish(): { readonly line: number; readonly text: string }[] {
    if (this.#unit) this.#giveUnit(this.#unit, this.#windowStart + this.#window.length);
    return this.#wanted.flatMap(row => {
      const text = this.#texts.get(row);
      return text === undefined ? [] : [{ line: row, text }];
    });
  }

  open(element: XmlElement): void {
    const rowsBefore = this.#points.rows;
    this.#points.open(element);
    const isUnit = element.name === 'Placemark' || this.#points.rows > rowsBefore;
    if (!this.#unit) this.#unit = isUnit ? this.#spanOf(element) : null;
    else if (element.parent?.name === 'Track' && PARTS.has(element.name)) this.#part = this.#spanOf(element);
    this.#toldAt = this.#scanner.position;
  }

  close(element: XmlElement, text: string): void {
    const end = this.#scanner.position;
    if (this.#part?.element === element) this.#givePart(this.#part, end);
    this.#points.close(element, text);
    if (this.#unit?.element === element) this.#giveUnit(this.#unit, end);
    this.#toldAt = end;
  }

  #spanOf(element: XmlElement): Span {
    // No attribute holds a bare `<`: the last one before the end of a tag begins the tag.
    const end = this.#scanner.position - this.#windowStart;
    const start = this.#windowStart + this.#window.lastIndexOf('<', end - 1);
    return { element, start, text: null };
  }

  #givePart(span: Span, end: number): void {
    const { name, parent } = span.element;
    if (parent !== this.#track) this.#partsSeen.clear();
    this.#track = parent;
    this.#part = null;
    const seen = (this.#partsSeen.get(name) ?? 0) + 1;
    this.#partsSeen.set(name, seen);
    // The rows of a track are counted when it ends.
    const row = this.#points.rows + seen;
    if (!this.#wants(row)) return;
    const before = this.#texts.get(row);
    const text = this.#sourceOf(span, end);
    this.#texts.set(row, before === undefined ? text : `${before}\n${text}`);
  }

  #giveUnit(span: Span, end: number): void {
    this.#unit = null;
    while (!this.isDone && this.#wanted[this.#passed]! <= this.#points.rows) {
      const row = this.#wanted[this.#passed++]!;
      if (row >= 1 && !this.#texts.has(row)) this.#texts.set(row, this.#sourceOf(span, end));
    }
  }

  /** Whether one of the rows yet to come is this one. */
  #wants(row: number): boolean {
    let low = this.#passed;
    let high = this.#wanted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#wanted[middle]! < row) low = middle + 1;
      else high = middle;
    }
    return this.#wanted[low] === row;
  }

  #sourceOf({ start, text }: Span, end: number): string {
    const shownEnd = Math.min(end, start + SHOWN_CHARACTERS);
    return text ?? this.#window.slice(start - this.#windowStart, shownEnd - this.#windowStart);
  }

  /** Lets go of what no open element needs. */
  #trim(): void {
    const windowEnd = this.#windowStart + this.#window.length;
    let keepFrom = this.#toldAt;
    for (const span of [this.#unit, this.#part]) {
      if (!span) continue;
      if (windowEnd - span.start >= SHOWN_CHARACTERS) span.text ??= this.#sourceOf(span, windowEnd);
      if (span.text === null) keepFrom = Math.min(keepFrom, span.start);
    }
    this.#window = this.#window.slice(keepFrom - this.#windowStart);
    this.#windowStart = keepFrom;
  }
}
