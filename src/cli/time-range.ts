import type { Instant } from '../core/time/index.ts';
import { type ParsedArguments, parseInstant } from './arguments.ts';
import { UsageError } from './usage.ts';

/** The time that `--from` and `--to` give, both ends included; infinite where one isn't given. */
export function timeRangeOf({ options }: ParsedArguments): { readonly from: Instant; readonly to: Instant } {
  const fromText = options.get('from')?.[0];
  const toText = options.get('to')?.[0];
  const from = fromText === undefined ? Number.NEGATIVE_INFINITY : parseInstant(fromText, 'from', 'start');
  const to = toText === undefined ? Number.POSITIVE_INFINITY : parseInstant(toText, 'to', 'end');
  if (from > to) throw new UsageError('--from is after --to');
  return { from, to };
}
