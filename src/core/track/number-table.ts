/** Ships whose only identity is an IMO number get keys above every MMSI, a field of 30 bits. */
const IMO_KEY_BASE = 2 ** 30;

const GOLDEN = 0x9e3779b1;
const FIRST_BITS = 6;

/**
 * Numbers whole numbers from 1 to 4,294,967,295 as they are first met: 0, 1, 2, ... A hash table with open addressing
 * in one array, a slot being the key, 0 where it is free, and its number; never more than three quarters full, so that
 * it stays small enough for a processor's cache.
 */
export class NumberTable {
  size = 0;
  #bits = FIRST_BITS;
  #slots = new Uint32Array(2 << FIRST_BITS);

  /** The number of a key, given to it now where it is new. */
  numberOf(key: number): number {
    const slots = this.#slots;
    let slot = this.#firstSlot(key);
    while (slots[slot] !== key) {
      if (slots[slot] === 0) return this.#add(key, slot);
      slot = (slot + 2) & (slots.length - 1);
    }
    return slots[slot + 1]!;
  }

  #firstSlot(key: number): number {
    return 2 * (Math.imul(key, GOLDEN) >>> (32 - this.#bits));
  }

  #add(key: number, slot: number): number {
    const number = this.size++;
    this.#slots[slot] = key;
    this.#slots[slot + 1] = number;
    if (4 * this.size > 3 << this.#bits) this.#grow();
    return number;
  }

  #grow(): void {
    const old = this.#slots;
    this.#bits++;
    this.#slots = new Uint32Array(2 << this.#bits);
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue;
      let slot = this.#firstSlot(old[from]!);
      while (this.#slots[slot] !== 0) slot = (slot + 2) & (this.#slots.length - 1);
      this.#slots[slot] = old[from]!;
      this.#slots[slot + 1] = old[from + 1]!;
    }
  }
}

/** What tells one transmitter from another, for a `NumberTable`: its MMSI, or its IMO number where that is 0. */
export function transmitterKey(mmsi: number, imo: number): number {
  return mmsi > 0 ? mmsi : IMO_KEY_BASE + imo;
}
