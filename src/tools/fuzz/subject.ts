import type { Dice } from './dice.ts';
import type { Outcome } from './outcome.ts';

/** One way of reading: the options are chosen, the bytes may change while a failing case is made smaller. */
export interface Trial {
  /** The options as text, for the report of a failing case. */
  readonly options: string;
  /** Reads bytes that come in these chunks. Throws a `Fault` for anything that must not be. */
  read(chunks: readonly Uint8Array[]): Outcome | Promise<Outcome>;
}

/** A reader under test. */
export interface Subject {
  readonly name: string;
  /** Its part of the cases, beside those of the others. */
  readonly share: number;
  /** Pieces that its format is made of. */
  readonly tokens: readonly string[];
  /** Writes a file that can mostly be read. */
  write(dice: Dice): string | Uint8Array;
  /** Makes the checksums of a changed file right again, where it has any. */
  seal?(bytes: Uint8Array): Uint8Array;
  /** Its reader takes the file as a whole, so that there is nothing to cut. */
  readonly isWhole?: boolean;
  open(dice: Dice): Trial;
}

/** A file whose bytes come in these chunks. */
export function blobOf(chunks: readonly Uint8Array[]): Blob {
  return new Blob(chunks.map(chunk => chunk.slice()));
}
