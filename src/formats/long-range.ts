import { Flag } from '../core/track/index.ts';

/** What a column `long_range` says of a report that is long-range (type 27); it is empty for others. */
export const LONG_RANGE = 'yes';

/** The flag that the text of a column `long_range` gives; 0 for any other text. */
export function longRangeFlag(text: string): number {
  return text.trim().toLowerCase() === LONG_RANGE ? Flag.longRange : 0;
}
