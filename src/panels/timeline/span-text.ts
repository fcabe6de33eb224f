import { DAY_MS, formatDuration, formatUtc, type Instant } from '../../core/time/index.ts';
import type { TimeSpan } from './time-scale.ts';

/** Spans shorter than this are told with hours. */
const HOURS_BELOW_MS = 3 * DAY_MS;

/** `1 Feb – 17 Apr 2024`; below three days with hours: `12 Mar 06:00 – 13 Mar 2024 18:30`. UTC, which is not said. */
export function spanText({ from, to }: TimeSpan): string {
  if (to - from < HOURS_BELOW_MS) return intervalText(from, to);
  const same = (pattern: string): boolean => formatUtc(from, pattern) === formatUtc(to, pattern);
  const start = same('MMM yyyy') ? 'd' : same('yyyy') ? 'd MMM' : 'd MMM yyyy';
  return `${formatUtc(from, start)} – ${formatUtc(to, 'd MMM yyyy')}`;
}

/** `76 d`; below three days `70 h 54 m`. */
export function lengthText({ from, to }: TimeSpan): string {
  const ms = to - from;
  return ms < HOURS_BELOW_MS ? formatDuration(ms) : `${Math.round(ms / DAY_MS)} d`;
}

/** `9 Mar 18:12 – 12 Mar 2024 17:06`, `12 Mar 2024 08:29 – 17:06`. UTC, which is not said. */
export function intervalText(from: Instant, to: Instant): string {
  if (formatUtc(from, 'd MMM yyyy') === formatUtc(to, 'd MMM yyyy')) {
    return `${formatUtc(from, 'd MMM yyyy HH:mm')} – ${formatUtc(to, 'HH:mm')}`;
  }
  const sameYear = formatUtc(from, 'yyyy') === formatUtc(to, 'yyyy');
  return `${formatUtc(from, sameYear ? 'd MMM HH:mm' : 'd MMM yyyy HH:mm')} – ${formatUtc(to, 'd MMM yyyy HH:mm')}`;
}

/** `Aug 2023 – Jul 2024`, `Mar 2024`; within one day `12 Mar 2024`. */
export function monthsText({ from, to }: TimeSpan): string {
  if (to - from < DAY_MS) return formatUtc(from, 'd MMM yyyy');
  const first = formatUtc(from, 'MMM yyyy');
  const last = formatUtc(to, 'MMM yyyy');
  return first === last ? first : `${first} – ${last}`;
}
