import type { Tally } from './tally.ts';

/** `none in 12 lines (checksum 9, blank 3)`, `an empty file`: why nothing of an input was used, for an error. */
export function describeSetAside(tally: Tally, noun: 'line' | 'row'): string {
  if (tally.rows === 0) return noun === 'line' ? 'an empty file' : 'no rows';
  const reasons = [...tally.setAside].map(([reason, { rows }]) => `${reason} ${rows}`);
  const why = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
  return `none in ${tally.rows} ${noun}${tally.rows === 1 ? '' : 's'}${why}`;
}
