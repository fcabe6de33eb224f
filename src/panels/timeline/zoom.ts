import { type Instant, MINUTE_MS } from '../../core/time/index.ts';
import type { TimeSpan } from './time-scale.ts';

/** The closest that the lanes are looked at. */
export const LEAST_SPAN_MS = 10 * MINUTE_MS;

/**
 * The span within its limits, as long as before where the limits are long enough, and never shorter than
 * `LEAST_SPAN_MS`: also a case of a single instant has a span to draw.
 */
export function clampSpan({ from, to }: TimeSpan, limits: TimeSpan): TimeSpan {
  const greatestMs = Math.max(limits.to - limits.from, LEAST_SPAN_MS);
  const ms = Math.min(Math.max(to - from, LEAST_SPAN_MS), greatestMs);
  const start = Math.max(limits.from, Math.min(from, limits.to - ms));
  return { from: start, to: start + ms };
}

/** The span `factor` times as long (below 1 is closer); the instant `anchor` stays where it is on the strip. */
export function zoomSpan(
  { from, to }: TimeSpan,
  anchor: Instant,
  factor: number,
  limits: TimeSpan,
): TimeSpan {
  const greatestMs = Math.max(limits.to - limits.from, LEAST_SPAN_MS);
  const ms = Math.min(Math.max((to - from) * factor, LEAST_SPAN_MS), greatestMs);
  const start = anchor - ((anchor - from) / (to - from)) * ms;
  return clampSpan({ from: start, to: start + ms }, limits);
}

/** The span moved by `ms`, as far as the limits let. */
export function panSpan({ from, to }: TimeSpan, ms: number, limits: TimeSpan): TimeSpan {
  return clampSpan({ from: from + ms, to: to + ms }, limits);
}

/** The span with one end moved to `t`; the other end stays, and the two keep `LEAST_SPAN_MS` apart. */
export function resizeSpan(
  { from, to }: TimeSpan,
  end: 'from' | 'to',
  t: Instant,
  limits: TimeSpan,
): TimeSpan {
  if (end === 'from') return { from: Math.max(limits.from, Math.min(t, to - LEAST_SPAN_MS)), to };
  return { from, to: Math.min(limits.to, Math.max(t, from + LEAST_SPAN_MS)) };
}

/** The span in which two instants lie at two positions, as shares of the strip: two fingers that move. */
export function pinchSpan(
  a: { readonly t: Instant; readonly share: number },
  b: { readonly t: Instant; readonly share: number },
  limits: TimeSpan,
): TimeSpan {
  const [left, right] = a.t <= b.t ? [a, b] : [b, a];
  const greatestMs = Math.max(limits.to - limits.from, LEAST_SPAN_MS);
  const apart = Math.max(right.share - left.share, (right.t - left.t) / greatestMs, Number.EPSILON);
  const ms = Math.max((right.t - left.t) / apart, LEAST_SPAN_MS);
  const start = left.t - left.share * ms;
  return clampSpan({ from: start, to: start + ms }, limits);
}

/** The span moved so that `t` lies in its middle; null if it is in view already. */
export function spanAround({ from, to }: TimeSpan, t: Instant, limits: TimeSpan): TimeSpan | null {
  if (t >= from && t <= to) return null;
  const half = (to - from) / 2;
  return clampSpan({ from: t - half, to: t + half }, limits);
}

/** Part of a page that stays in view when it is turned. */
const PAGE_OVERLAP = 0.06;

/**
 * The next page for a clock that ran from `previous` to `t`; null while it is in view, and where it was out of view
 * before: who looks elsewhere while it plays is left there.
 */
export function nextPage(span: TimeSpan, previous: Instant, t: Instant, limits: TimeSpan): TimeSpan | null {
  const inView = (instant: Instant): boolean => instant >= span.from && instant <= span.to;
  if (inView(t) || !inView(previous)) return null;
  const start = t - (span.to - span.from) * PAGE_OVERLAP;
  return clampSpan({ from: start, to: start + span.to - span.from }, limits);
}
