import type { StaticFields } from '../core/vessel/index.ts';
import type { PositionColumn } from './position-columns.ts';
import { type NamedValues, staticFieldsOf } from './static-fields.ts';

const FIRST_SHIPS = 1024;

/** Texts by number, each once; 0 is the empty text. */
export class TextNumbers {
  readonly #texts = [''];
  readonly #numbers = new Map([['', 0]]);

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  textOf(number: number): string {
    return this.#texts[number]!;
  }
}

/**
 * Static data that comes along in every row, all of it as numbers. Of each ship the last is kept, side by side with
 * that of the others, so that a row that says the same again costs a look-up and makes no object.
 */
export class ParquetStatics {
  readonly #texts: TextNumbers;
  readonly #columns: readonly PositionColumn[];
  readonly #batches: readonly Float64Array[];
  readonly #ships = new Map<number, number>();
  /** As many numbers for each ship as there are columns. */
  #known: Float64Array;
  /** What the known numbers say; null where that is nothing. */
  readonly #fields: (StaticFields | null)[] = [];

  /** The values of each column in the batch: 0 where not given, texts as `texts` numbers them. */
  constructor(columns: ReadonlyMap<PositionColumn, Float64Array>, texts: TextNumbers) {
    this.#texts = texts;
    this.#columns = [...columns.keys()];
    this.#batches = [...columns.values()];
    this.#known = new Float64Array(FIRST_SHIPS * this.#batches.length);
  }

  /** What a row says of the ship; the same object as before where it is the same, null where it is nothing. */
  read(slot: number, mmsi: number, imo: number): StaticFields | null {
    if (this.#batches.length === 0) return null;
    // A map finds whole numbers of 31 bits far sooner than others. IMO numbers get keys below every MMSI.
    const key = mmsi > 0 ? mmsi | 0 : -imo | 0;
    const ship = this.#ships.get(key) ?? this.#add(key);
    return this.#isSame(ship, slot) ? this.#fields[ship]! : this.#keep(ship, slot);
  }

  #isSame(ship: number, slot: number): boolean {
    const batches = this.#batches;
    const start = ship * batches.length;
    for (let i = 0; i < batches.length; i++) {
      if (this.#known[start + i] !== batches[i]![slot]) return false;
    }
    return true;
  }

  #add(key: number): number {
    const ship = this.#fields.push(null) - 1;
    this.#ships.set(key, ship);
    if (this.#fields.length * this.#batches.length <= this.#known.length) return ship;
    const larger = new Float64Array(2 * this.#known.length);
    larger.set(this.#known);
    this.#known = larger;
    return ship;
  }

  #keep(ship: number, slot: number): StaticFields | null {
    const start = ship * this.#batches.length;
    this.#batches.forEach((batch, i) => {
      this.#known[start + i] = batch[slot]!;
    });
    const fields = staticFieldsOf(this.#valuesAt(slot));
    this.#fields[ship] = fields;
    return fields;
  }

  #valuesAt(slot: number): NamedValues {
    const numberOf = (column: PositionColumn) => this.#batches[this.#columns.indexOf(column)]?.[slot] ?? 0;
    return { number: numberOf, text: column => this.#texts.textOf(numberOf(column)) };
  }
}
