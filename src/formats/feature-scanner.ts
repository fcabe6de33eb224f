import { byteOrderMarkLength, quoteText, textOf } from './byte-text.ts';
import { HeldBytes, inSlices } from './held-bytes.ts';
import { InputError } from './input-error.ts';

const MIB = 1 << 20;
/** Longest feature: a line of a few hundred thousand positions. */
const FEATURE_CAP_BYTES = 16 * MIB;
/** GeoJSON has need of some eight levels; what is deeper keeps a parser busy for nothing. */
const MAX_DEPTH = 64;
const SHOWN_BYTES = 64;

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const IS_BLANK = new Uint8Array(256);
for (const byte of [9, 10, 13, 32]) IS_BLANK[byte] = 1;

/** Depth of the members of the root, and of the features in its array. */
const ROOT_DEPTH = 1;
const FEATURES_DEPTH = 2;

/** Takes one feature as it stands; `row` is its place in the collection, from 1. */
type FeatureHandler = (text: string, row: number) => void;

/**
 * Finds the features of a GeoJSON document, chunk by chunk: the values of the array `features` of a
 * `FeatureCollection`, or the document itself where it is one `Feature`. What is held is one feature. Whether a
 * feature is JSON is for its handler to see; of what stands around them only brackets, quotes and commas are checked.
 *
 * Throws `InputError` for a document that is neither, for one that is cut off or deeper than 64 levels, and for a
 * feature over 16 MiB.
 */
export class FeatureScanner {
  readonly #file: string;
  readonly #onFeature: FeatureHandler;
  readonly #held = new HeldBytes();
  /** Bytes of `#held` that were looked at. */
  #seen = 0;
  #started = false;
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** Start of the text, or of the value of the root's `type`, under the cursor; -1 = none. */
  #textStart = -1;
  /** Last text at the root's depth; a colon after it makes it a key. */
  #text = '';
  #key = '';
  #type = '';
  #hasFeatures = false;
  #inFeatures = false;
  /** Start of the feature under the cursor; -1 between features. */
  #start = -1;
  /** Between features: whether a comma must come before the next. */
  #needsComma = false;
  #row = 0;
  #ended = false;

  constructor(file: string, onFeature: FeatureHandler) {
    this.#file = file;
    this.#onFeature = onFeature;
  }

  push(chunk: Uint8Array): void {
    inSlices(chunk, slice => {
      this.#held.append(slice);
      if (!this.#begin(false)) return;
      this.#scan();
      this.#letGo();
    });
  }

  /** Ends the file; throws where the document isn't whole. */
  end(): void {
    this.#begin(true);
    this.#scan();
    const { bytes, size } = this.#held;
    if (!this.#ended) {
      const head =
        this.#depth === 0 ? quoteText(textOf(bytes, 0, Math.min(size, SHOWN_BYTES))) : 'the end of the file';
      throw new InputError(this.#file, 0, 'a whole GeoJSON document', head);
    }
    if (this.#hasFeatures && this.#type === 'FeatureCollection') return;
    if (this.#type === 'Feature' && !this.#hasFeatures) {
      this.#onFeature(textOf(bytes, 0, size), 1);
      return;
    }
    throw new InputError(this.#file, 0, 'a GeoJSON FeatureCollection', this.#otherDocument());
  }

  #otherDocument(): string {
    if (this.#type === '') return 'a document without a type';
    return this.#type === 'FeatureCollection' ? 'one without features' : `the type ${quoteText(this.#type)}`;
  }

  /** Leaves out a byte order mark; false while there are too few bytes to tell. */
  #begin(final: boolean): boolean {
    if (this.#started) return true;
    if (this.#held.size < 3 && !final) return false;
    this.#started = true;
    this.#held.drop(byteOrderMarkLength(this.#held.bytes.subarray(0, this.#held.size)));
    return true;
  }

  #scan(): void {
    const { bytes, size } = this.#held;
    for (let at = this.#seen; at < size; at++) {
      const byte = bytes[at]!;
      if (this.#inText) this.#passText(byte, at);
      else if (IS_BLANK[byte] === 0) this.#passSign(byte, at);
    }
    this.#seen = size;
  }

  #passText(byte: number, at: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) {
      this.#inText = false;
      if (this.#textStart >= 0) this.#text = textOf(this.#held.bytes, this.#textStart, at);
      if (this.#textStart >= 0 && this.#key === 'type') this.#type = this.#text;
      this.#textStart = -1;
    }
  }

  #passSign(byte: number, at: number): void {
    if (this.#ended || (this.#depth === 0 && byte !== OPEN_OBJECT)) this.#refuse(at);
    if (this.#inFeatures && this.#depth === FEATURES_DEPTH && this.#start < 0 && !this.#openFeature(byte, at))
      return;
    switch (byte) {
      case QUOTE:
        this.#inText = true;
        if (this.#depth === ROOT_DEPTH) this.#textStart = at + 1;
        return;
      case COLON:
        if (this.#depth === ROOT_DEPTH) this.#key = this.#text;
        return;
      case COMMA:
        if (this.#depth === ROOT_DEPTH) this.#key = '';
        if (this.#inFeatures && this.#depth === FEATURES_DEPTH) this.#closeFeature(at, false);
        return;
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        this.#descend(byte);
        return;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        this.#ascend(at);
    }
  }

  /** Begins a feature where the cursor is between two; false where the byte only parts them or ends the array. */
  #openFeature(byte: number, at: number): boolean {
    if (byte === CLOSE_ARRAY) return true;
    if (this.#needsComma !== (byte === COMMA)) this.#refuse(at);
    if (byte === COMMA) {
      this.#needsComma = false;
      return false;
    }
    this.#start = at;
    return true;
  }

  #descend(byte: number): void {
    if (byte === OPEN_ARRAY && this.#depth === ROOT_DEPTH && this.#key === 'features' && !this.#hasFeatures) {
      this.#hasFeatures = true;
      this.#inFeatures = true;
    }
    this.#depth++;
    if (this.#depth > MAX_DEPTH) {
      throw new InputError(this.#file, 0, `JSON of at most ${MAX_DEPTH} levels`, `more ${this.#place()}`);
    }
  }

  #ascend(at: number): void {
    if (this.#inFeatures && this.#depth === FEATURES_DEPTH) {
      this.#closeFeature(at, false);
      this.#inFeatures = false;
    }
    this.#depth--;
    if (this.#depth === 0) this.#ended = true;
    if (this.#inFeatures && this.#depth === FEATURES_DEPTH) this.#closeFeature(at + 1, true);
  }

  /** Hands the feature over that ends before `end`; a comma may follow it at once where it was a bare word or number. */
  #closeFeature(end: number, needsComma: boolean): void {
    if (this.#start < 0) return;
    this.#onFeature(textOf(this.#held.bytes, this.#start, end), ++this.#row);
    this.#start = -1;
    this.#needsComma = needsComma;
  }

  /** Drops what is no longer needed. A document without features yet may be a feature itself, and is kept. */
  #letGo(): void {
    const isKept = !this.#hasFeatures;
    const needed = isKept
      ? 0
      : this.#start >= 0
        ? this.#start
        : this.#textStart >= 0
          ? this.#textStart
          : this.#seen;
    this.#held.drop(needed);
    this.#seen -= needed;
    if (this.#start >= 0) this.#start -= needed;
    if (this.#textStart >= 0) this.#textStart -= needed;
    if (this.#held.size > FEATURE_CAP_BYTES) {
      throw new InputError(this.#file, 0, 'features of at most 16 MiB', `a larger one ${this.#place()}`);
    }
  }

  #refuse(at: number): never {
    const found = quoteText(textOf(this.#held.bytes, at, at + 1));
    throw new InputError(this.#file, 0, 'GeoJSON', `${found} ${this.#place()}`);
  }

  #place(): string {
    return this.#row === 0 ? 'before the first feature' : `after feature ${this.#row}`;
  }
}
