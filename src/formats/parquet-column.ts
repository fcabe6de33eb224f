import { BATCH_ROWS, type ParquetCursor } from './parquet-cursor.ts';
import type { PageValues } from './parquet-values.ts';

/** Makes of a value the number that it means. `row` is 1-based, for errors. */
export type Meaning = (values: PageValues, place: number, row: number) => number;

/**
 * One column as what it means, batch by batch. What a dictionary holds is made out once, and not before a row has
 * it, so that an entry that can't be made out is told with the first row that has it.
 */
export class ParquetColumn {
  readonly #cursor: ParquetCursor;
  readonly #target: Float64Array;
  readonly #none: number;
  readonly #meaning: Meaning;
  #dictionary: PageValues | null = null;
  /** What the places of the dictionary mean, where `#isKnown` is 1. */
  #meanings = new Float64Array(0);
  #isKnown = new Uint8Array(0);

  /** Meanings go to `target`, which has room for `BATCH_ROWS`; `none` stands for no value. */
  constructor(cursor: ParquetCursor, target: Float64Array, none: number, meaning: Meaning) {
    this.#cursor = cursor;
    this.#target = target;
    this.#none = none;
    this.#meaning = meaning;
  }

  /** Fills the target with the rows that the cursor has just taken, of which the first is row `firstRow` (1-based). */
  fill(rows: number, firstRow: number): void {
    if (this.#cursor.present < rows) this.#target.fill(this.#none, 0, rows);
    if (this.#cursor.isDictionary) this.#fillKnown(firstRow);
    else this.#fillNew(firstRow);
  }

  #fillNew(firstRow: number): void {
    const { slots, places, values, present } = this.#cursor;
    const meaning = this.#meaning;
    const target = this.#target;
    for (let i = 0; i < present; i++) {
      const slot = slots[i]!;
      target[slot] = meaning(values, places[i]!, firstRow + slot);
    }
  }

  #fillKnown(firstRow: number): void {
    const { slots, places, values, present } = this.#cursor;
    if (this.#dictionary !== values) this.#forget(values);
    const meanings = this.#meanings;
    const isKnown = this.#isKnown;
    const target = this.#target;
    for (let i = 0; i < present; i++) {
      const slot = slots[i]!;
      const place = places[i]!;
      if (isKnown[place] === 0) {
        meanings[place] = this.#meaning(values, place, firstRow + slot);
        isKnown[place] = 1;
      }
      target[slot] = meanings[place]!;
    }
  }

  #forget(dictionary: PageValues): void {
    this.#dictionary = dictionary;
    this.#meanings = new Float64Array(dictionary.length);
    this.#isKnown = new Uint8Array(dictionary.length);
  }
}

/** Room for a batch of numbers, all `none`. */
export function batchOf(none: number): Float64Array {
  return new Float64Array(BATCH_ROWS).fill(none);
}
