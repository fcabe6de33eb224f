import { Flag } from '../core/track/index.ts';

const MADE_UP = /^\s*(reconstructed|synthetic)\b(?:, (reconstructed|synthetic)\b)?/i;

/**
 * The flag of reports whose source says that nobody received them (`reconstructed: …`, `synthetic`), or both flags
 * (`reconstructed, synthetic`); else 0.
 */
export function madeUpFlag(source: string): number {
  const [, ...words] = MADE_UP.exec(source) ?? [];
  return words.reduce((flags, word) => flags | flagOf(word?.toLowerCase()), 0);
}

/** The source that `madeUpFlag` reads these flags from; `ais` for reports that were received. */
export function madeUpSource(flags: number): string {
  const words = [
    (flags & Flag.reconstructed) !== 0 ? 'reconstructed' : '',
    (flags & Flag.synthetic) !== 0 ? 'synthetic' : '',
  ];
  return words.filter(Boolean).join(', ') || 'ais';
}

function flagOf(word: string | undefined): number {
  if (word === 'reconstructed') return Flag.reconstructed;
  return word === 'synthetic' ? Flag.synthetic : 0;
}
