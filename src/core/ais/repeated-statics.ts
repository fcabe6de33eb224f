import { CLASS_B_STATIC } from './layout.ts';
import type { Payload } from './payload.ts';
import { type AisStatics, readStatics } from './statics.ts';

interface Known {
  readonly words: Int32Array;
  readonly statics: AisStatics | null;
}

/**
 * Reads static data of messages that ships send over and over: a message that is bit for bit the last of its kind
 * from its sender gives the very same object again.
 */
export class RepeatedStatics {
  readonly #voyages = new Map<number, Known>();
  /** Parts A and B of type 24, which take turns. */
  readonly #classBParts: readonly Map<number, Known>[] = [new Map(), new Map()];

  /** As `readStatics`. */
  read(payload: Payload): AisStatics | null {
    const known = this.#knownOf(payload);
    if (!known) return readStatics(payload);
    const { mmsi } = payload;
    const last = known.get(mmsi);
    if (last && payload.isSame(last.words)) return last.statics;
    const statics = readStatics(payload);
    known.set(mmsi, { words: payload.copyWords(), statics });
    return statics;
  }

  /** Type 19 has the ship's position beside its name, and is never the same twice. */
  #knownOf(payload: Payload): Map<number, Known> | undefined {
    if (payload.type === 5) return this.#voyages;
    return payload.type === 24 ? this.#classBParts[payload.uint(CLASS_B_STATIC.part, 2)] : undefined;
  }
}
