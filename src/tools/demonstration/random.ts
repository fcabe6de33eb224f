/** Numbers that look random and are the same on every machine for the same seed text (FNV-1a, then mulberry32). */
export class Random {
  #state: number;

  constructor(seed: string) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
    this.#state = hash;
  }

  /** Uniform in [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.#next();
  }

  /** Normal with mean 0 and deviation 1, as the sum of twelve uniform numbers; never beyond 6. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.#next();
    return sum;
  }

  /** A smooth wave in [-1, 1] that repeats its humps about every `period` and its shape never. */
  wave(period: number): (x: number) => number {
    const phaseA = this.between(0, 2 * Math.PI);
    const phaseB = this.between(0, 2 * Math.PI);
    const turn = (2 * Math.PI) / period;
    return x => 0.6 * Math.sin(turn * x + phaseA) + 0.4 * Math.sin(turn * 0.618 * x + phaseB);
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}
