import { parseImo } from '../core/vessel/index.ts';

const MMSI = /(?<![a-z])MMSI(?:\s*(?:no|nr|number)\b)?[\s:#=.()-]*(\d{9})(?!\d)/gi;
const IMO = /(?<![a-z])IMO(?:\s*(?:no|nr|number)\b)?[\s:#=.()-]*(\d{7})(?!\d)/gi;
/** Descriptions in KML are HTML, often a table with the name in one cell and the number in the next. */
const TAG = /<[^<>]*>/g;

/** Numbers of a ship that names and descriptions state in so many words: `MMSI 273210440`, `IMO: 9161003`. */
export class StatedIds {
  readonly #mmsis = new Set<number>();
  readonly #imos = new Set<number>();

  /** Takes in a text; returns whether it states any. */
  add(text: string): boolean {
    const plain = text.replace(TAG, ' ');
    const mmsis = Array.from(plain.matchAll(MMSI), ([, digits]) => Number(digits));
    const imos = Array.from(plain.matchAll(IMO), ([, digits]) => parseImo(digits!));
    for (const mmsi of mmsis) this.#mmsis.add(mmsi);
    for (const imo of imos) this.#imos.add(imo);
    return mmsis.length + imos.length > 0;
  }

  /** 0 where none is stated, or several that differ. */
  get mmsi(): number {
    return onlyOf(this.#mmsis);
  }

  /** As `parseImo` gives it; 0 where none is stated, or several that differ. */
  get imo(): number {
    return onlyOf(this.#imos);
  }
}

/** The name of a track where it can be its ship's: no text that states a number, and none without letters. */
export function shipNameIn(title: string): string {
  const name = title.trim();
  return /\p{L}/u.test(name) && !new StatedIds().add(name) ? name : '';
}

function onlyOf(values: ReadonlySet<number>): number {
  const [first = 0] = values;
  return values.size === 1 ? first : 0;
}
