import { utc } from '@date-fns/utc';
import { addDays, format, isValid, parseISO } from 'date-fns';

/** Milliseconds since 1970-01-01T00:00:00Z. NaN where a time is not known. */
export type Instant = number;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

export type ParsedTime =
  | { readonly kind: 'instant'; readonly t: Instant }
  /** A civil date and time that names no zone; `t` is what it would be in UTC. */
  | { readonly kind: 'no-zone'; readonly t: Instant }
  | { readonly kind: 'invalid' };

/** No clock on Earth is farther from UTC (Line Islands, +14:00). */
const MAX_ZONE_HOURS = 14;
const INVALID: ParsedTime = { kind: 'invalid' };

/**
 * Reads an ISO 8601 or SQL date and time. A date alone, an unknown form, an impossible date
 * (30 February) and a zone beyond 14 hours are `invalid`; a time without a zone is told apart, never taken for UTC in silence.
 */
export function parseTime(text: string): ParsedTime {
  const match = ISO_TIME.exec(text.trim());
  if (!match) return INVALID;
  const [, date, clock, zone] = match;
  if (zone && Math.abs(Number(zone.slice(0, 3))) > MAX_ZONE_HOURS) return INVALID;
  const parsed = parseISO(`${date}T${clock!.replace(',', '.')}${zone ? zone.toUpperCase() : 'Z'}`);
  if (!isValid(parsed)) return INVALID;
  return { kind: zone ? 'instant' : 'no-zone', t: parsed.getTime() };
}

/** Midnight UTC at which a day `YYYY-MM-DD` starts; NaN for any other text. */
export function parseDay(text: string): Instant {
  if (!ISO_DATE.test(text)) return Number.NaN;
  return parseISO(`${text}T00:00:00Z`).getTime();
}

/** First instant after the day `YYYY-MM-DD` in UTC. */
export function endOfDay(text: string): Instant {
  return addDays(parseDay(text), 1, { in: utc }).getTime();
}

/** `2024-03-12T08:29:43Z`, with milliseconds only where there are any. Null for NaN. */
export function formatIso(t: Instant): string;
export function formatIso(t: Instant | null): string | null;
export function formatIso(t: Instant | null): string | null {
  if (t === null || !Number.isFinite(t)) return null;
  return new Date(t).toISOString().replace('.000Z', 'Z');
}

/** `2024-03-12`, the UTC day. */
export function formatDay(t: Instant): string {
  return format(t, 'yyyy-MM-dd', { in: utc });
}

/** `12 Mar 2024`. */
export function formatDate(t: Instant): string {
  return format(t, 'd MMM yyyy', { in: utc });
}

/** `12 Mar 2024 08:29 UTC`. */
export function formatMinute(t: Instant): string {
  return `${format(t, 'd MMM yyyy HH:mm', { in: utc })} UTC`;
}

/** Formats an instant in UTC by a date-fns pattern. */
export function formatUtc(t: Instant, pattern: string): string {
  return format(t, pattern, { in: utc });
}

/** `3 d 4 h`, `70 h 54 m`, `12 m`: the two largest units that matter; hours up to 100. */
export function formatDuration(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 60) return `${minutes} m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 100) return minutes % 60 ? `${hours} h ${minutes % 60} m` : `${hours} h`;
  const days = Math.floor(hours / 24);
  return hours % 24 ? `${days} d ${hours % 24} h` : `${days} d`;
}
