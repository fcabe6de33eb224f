import { STATIC_FIELDS, type StaticFields } from '../vessel/index.ts';

/** Number of static data that say nothing. */
export const NO_STATICS = 0;

/** Static data by number: equal data, one number. */
export class StaticsTable {
  readonly #records: StaticFields[] = [{}];
  readonly #numbers = new Map([[keyOf({}), NO_STATICS]]);

  at(number: number): StaticFields {
    return this.#records[number]!;
  }

  numberOf(fields: StaticFields): number {
    const key = keyOf(fields);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#records.length);
    return this.#records.push(fields) - 1;
  }

  /** Place of each record in the order of their contents; numbers tell only which came first. */
  ranks(): Uint32Array {
    const ranks = new Uint32Array(this.#records.length);
    const sorted = [...this.#numbers].sort(([a], [b]) => (a < b ? -1 : 1));
    sorted.forEach(([, number], rank) => {
      ranks[number] = rank;
    });
    return ranks;
  }
}

/** Whether two records say the same. */
export function isSameStatics(a: StaticFields, b: StaticFields): boolean {
  return a === b || STATIC_FIELDS.every(field => a[field] === b[field]);
}

function keyOf(fields: StaticFields): string {
  return JSON.stringify(STATIC_FIELDS.map(field => fields[field] ?? null));
}
