import { Flag } from '../core/track/index.ts';
import { longRangeFlag } from './long-range.ts';
import { madeUpFlag } from './made-up.ts';
import type { NamedValues } from './static-fields.ts';

/** Flags of a report that its `source`, `transceiver` and `long_range` give. */
export function reportFlags(values: NamedValues): number {
  const classB = values.text('transceiver') === 'B' ? Flag.classB : 0;
  return classB | madeUpFlag(values.text('source')) | longRangeFlag(values.text('longRange'));
}
