import { quoteText } from './byte-text.ts';
import { FeatureScanner } from './feature-scanner.ts';
import { GeoJsonFeatures } from './geojson-features.ts';
import { InputError } from './input-error.ts';
import { Notes } from './notes.ts';
import type { PositionReader, ReaderContext, Understanding } from './reader.ts';
import { describeSetAside } from './set-aside-text.ts';

/**
 * Reads GeoJSON: a `FeatureCollection` (or one `Feature`) of points, and of lines with a time for each
 * position. Properties go by the names of a CSV of positions (`GenericCsvReader`) or by Digitraffic's, the MMSI
 * beside them too. A line's times are an array `times` or `coordTimes` in its properties, as long as its
 * coordinates. Times are ISO 8601 or SQL, or epoch seconds or milliseconds. A point without geometry, or at
 * AIS's sentinels, counts as heard.
 *
 * A report's row is the place of its feature in the collection, from 1. What is counted are positions: one of
 * a point, as many of a line as it has. They are set aside as `no feature`, `geometry` (neither point nor
 * line), `times` (not one for each position), `no id`, `bad id`, `no time`, `bad time`, `bad number` or `out of
 * range`.
 *
 * One feature is held at a time; what a document must be is `FeatureScanner`'s. Throws `InputError` as that does, for
 * a feature that is no JSON, for a time without a zone where none was given, and for a file of which no position was
 * accepted, with the remedy `ship` where only that was missing.
 */
export class GeoJsonReader implements PositionReader {
  readonly #notes = new Notes();
  readonly #context: ReaderContext;
  readonly #features: GeoJsonFeatures;
  readonly #scanner: FeatureScanner;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#features = new GeoJsonFeatures(context, this.#notes);
    this.#scanner = new FeatureScanner(context.file, (text, row) => {
      this.#features.read(parse(text, context.file, row), row);
    });
  }

  /** What was passed on but is worth a word, with its count. */
  get notes(): ReadonlyMap<string, number> {
    return this.#notes.counts;
  }

  get understanding(): Understanding {
    return { columns: [], timeNote: this.#features.timeNote };
  }

  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
  }

  end(): void {
    this.#scanner.end();
    const { file, tally } = this.#context;
    if (tally.accepted > 0) return;
    const isNameless = tally.setAside.has('no id');
    throw new InputError(
      file,
      0,
      isNameless
        ? 'features with an mmsi or imo, or a ship given with --mmsi or --imo'
        : 'features with positions',
      describeSetAside(tally, 'row'),
      isNameless ? { remedy: 'ship' } : {},
    );
  }
}

/** A feature's own JSON, on one line, for each of these rows (1-based); a row past the last is left out. */
export async function featureTexts(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  rows: readonly number[],
): Promise<{ readonly line: number; readonly text: string }[]> {
  const wanted = new Set(rows);
  const found: { line: number; text: string }[] = [];
  const scanner = new FeatureScanner(file, (text, row) => {
    if (wanted.has(row)) found.push({ line: row, text: JSON.stringify(parse(text, file, row)) });
  });
  for await (const chunk of chunks) {
    scanner.push(chunk);
    if (found.length === wanted.size) return found;
  }
  scanner.end();
  return found;
}

function parse(text: string, file: string, row: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new InputError(file, 0, `JSON in feature ${row}`, quoteText(cause.message), { cause });
  }
}
