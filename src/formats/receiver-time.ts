import type { Instant } from '../core/time/index.ts';
import { textOf } from './byte-text.ts';
import { parseDecimal } from './parse-decimal.ts';
import { epochInstant, type TimeField } from './time-field.ts';

const COMMA = 44;

/** The first thing in a line's prefix that looks like a date with a time, or like an epoch. */
const ISO_IN_TEXT = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?/i;
const EPOCH_IN_TEXT = /(?<![\d.:-])\d{9,13}(?:\.\d+)?(?![\d.:-])/;

const encoder = new TextEncoder();

/**
 * Time that a receiver wrote before a sentence: `2013-03-18T09:19:09Z !AIVDM,...`, `[1354719387] !AIVDM,...`.
 * NaN where the text holds none. Throws `InputError` as `TimeField` does for a time without a zone.
 */
export function readPrefixTime(
  field: TimeField,
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
): Instant {
  if (start === end) return Number.NaN;
  const t = field.read(bytes, start, end, line);
  if (!Number.isNaN(t)) return t;
  const text = textOf(bytes, start, end);
  const match = ISO_IN_TEXT.exec(text) ?? EPOCH_IN_TEXT.exec(text);
  if (!match) return Number.NaN;
  const found = encoder.encode(match[0]);
  return field.read(found, 0, found.length, line);
}

/**
 * Time that a receiver wrote after a sentence: the last field of `,r003669945,1241827197`, where that is an
 * epoch in seconds or milliseconds. NaN where it is anything else.
 */
export function readSuffixTime(bytes: Uint8Array, start: number, end: number): Instant {
  let comma = end - 1;
  while (comma >= start && bytes[comma] !== COMMA) comma--;
  return comma < start ? Number.NaN : epochInstant(parseDecimal(bytes, comma + 1, end));
}
