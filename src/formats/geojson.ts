import { quoteText, refuseUtf16, textOf } from './byte-text.ts';
import { GeoJsonFeatures } from './geojson-features.ts';
import { InputError } from './input-error.ts';
import { memberOf, objectOf } from './json-value.ts';
import { Notes } from './notes.ts';
import type { PositionReader, ReaderContext } from './reader.ts';
import { describeSetAside } from './set-aside-text.ts';

const MIB = 1 << 20;
/** `JSON.parse` needs the file as a whole. */
const CAP_BYTES = 256 * MIB;

const SHOWN_BYTES = 64;

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
 * Nothing is passed on before `end`. Throws `InputError` for a file over 256 MiB, for what is no GeoJSON, for a
 * time without a zone where none was given, and for a file of which no position was accepted.
 */
export class GeoJsonReader implements PositionReader {
  readonly #notes = new Notes();
  readonly #context: ReaderContext;
  #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(context: ReaderContext) {
    this.#context = context;
  }

  /** What was passed on but is worth a word, with its count. */
  get notes(): ReadonlyMap<string, number> {
    return this.#notes.counts;
  }

  push(chunk: Uint8Array): void {
    this.#size += chunk.length;
    if (this.#size > CAP_BYTES) {
      this.#chunks = [];
      throw new InputError(this.#context.file, 0, 'a GeoJSON file of at most 256 MiB', 'a larger one');
    }
    this.#chunks.push(chunk.slice());
  }

  end(): void {
    const { file, tally } = this.#context;
    const features = featuresOf(this.#join(), file);
    const reader = new GeoJsonFeatures(this.#context, this.#notes);
    features.forEach((feature, i) => {
      reader.read(feature, i + 1);
    });
    if (tally.accepted > 0) return;
    throw new InputError(file, 0, 'features with positions', describeSetAside(tally, 'row'));
  }

  #join(): Uint8Array {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    this.#chunks = [];
    return bytes;
  }
}

/** A feature's own JSON, on one line, for each of these rows (1-based); a row past the last is left out. */
export function featureTexts(
  bytes: Uint8Array,
  file: string,
  rows: readonly number[],
): { readonly line: number; readonly text: string }[] {
  const features = featuresOf(bytes, file);
  return [...new Set(rows)]
    .sort((a, b) => a - b)
    .flatMap(row =>
      row >= 1 && row <= features.length ? { line: row, text: JSON.stringify(features[row - 1]) } : [],
    );
}

function featuresOf(bytes: Uint8Array, file: string): readonly unknown[] {
  refuseUtf16(bytes, file);
  const root = objectOf(parse(bytes, file));
  const type = root ? memberOf(root, 'type') : undefined;
  if (type === 'Feature') return [root];
  const features = root ? memberOf(root, 'features') : undefined;
  if (type === 'FeatureCollection' && Array.isArray(features)) return features;
  const head = quoteText(textOf(bytes, 0, Math.min(bytes.length, SHOWN_BYTES)));
  throw new InputError(file, 0, 'a GeoJSON FeatureCollection', head);
}

function parse(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new InputError(file, 0, 'GeoJSON', `no JSON: ${quoteText(cause.message)}`, { cause });
  }
}
