import { DAY_MS, formatMinute, type Instant, parseDay, parseTime } from '../../core/time/index.ts';
import type { TimeSpan } from './time-scale.ts';

export type ReadInstant =
  | { readonly kind: 'instant'; readonly t: Instant }
  /** What is wrong, in one line for the reader. */
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Reads a typed time: a day (its midnight), a day and time, or an ISO time with its zone. Without a zone it is UTC,
 * as everything on the page. A time outside the case is refused, not moved into it; the day on which the case begins
 * is its first instant.
 */
export function readInstant(text: string, { from, to }: TimeSpan): ReadInstant {
  const trimmed = text.trim();
  const day = parseDay(trimmed);
  const parsed = parseTime(trimmed);
  const t = Number.isNaN(day) ? (parsed.kind === 'invalid' ? Number.NaN : parsed.t) : day;
  if (Number.isNaN(t))
    return { kind: 'refused', why: 'Not a time. Write 2024-03-12 or 2024-03-12 08:29, in UTC.' };
  if (t >= from && t <= to) return { kind: 'instant', t };
  if (!Number.isNaN(day) && t < from && t + DAY_MS > from) return { kind: 'instant', t: from };
  return { kind: 'refused', why: `Outside the case: ${formatMinute(from)} to ${formatMinute(to)}.` };
}
