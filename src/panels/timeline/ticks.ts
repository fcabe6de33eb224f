import { DAY_MS, formatUtc, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../../core/time/index.ts';
import { msPerPx, type TimeScale, type TimeSpan, xOf } from './time-scale.ts';

/** A distance between ticks: so many milliseconds, or so many calendar months. Both are counted in UTC. */
type Step = { readonly ms: number; readonly originMs?: number } | { readonly months: number };

/** Ticks with a label, the small ones between them, and the pattern of the label. */
interface TickPlan {
  readonly major: Step;
  readonly minor: Step;
  readonly pattern: string;
}

/** 5 January 1970 was a Monday: weeks are counted from it. */
const MONDAY_MS = 4 * DAY_MS;
const WEEK: Step = { ms: 7 * DAY_MS, originMs: MONDAY_MS };

const time = (majorMs: number, minorMs: number): TickPlan => ({
  major: { ms: majorMs },
  minor: { ms: minorMs },
  pattern: 'HH:mm',
});

/** From the closest to the widest. */
const PLANS: readonly TickPlan[] = [
  time(MINUTE_MS, 15 * SECOND_MS),
  time(2 * MINUTE_MS, 30 * SECOND_MS),
  time(5 * MINUTE_MS, MINUTE_MS),
  time(10 * MINUTE_MS, 2 * MINUTE_MS),
  time(15 * MINUTE_MS, 5 * MINUTE_MS),
  time(30 * MINUTE_MS, 10 * MINUTE_MS),
  time(HOUR_MS, 15 * MINUTE_MS),
  time(2 * HOUR_MS, 30 * MINUTE_MS),
  time(3 * HOUR_MS, HOUR_MS),
  time(6 * HOUR_MS, HOUR_MS),
  time(12 * HOUR_MS, 3 * HOUR_MS),
  { major: { ms: DAY_MS }, minor: { ms: 6 * HOUR_MS }, pattern: 'd MMM' },
  { major: { ms: 2 * DAY_MS }, minor: { ms: DAY_MS }, pattern: 'd MMM' },
  { major: WEEK, minor: { ms: DAY_MS }, pattern: 'd MMM' },
  { major: { months: 1 }, minor: WEEK, pattern: 'MMM' },
  { major: { months: 3 }, minor: { months: 1 }, pattern: 'MMM' },
  { major: { months: 6 }, minor: { months: 1 }, pattern: 'MMM' },
  { major: { months: 12 }, minor: { months: 3 }, pattern: 'yyyy' },
  { major: { months: 24 }, minor: { months: 6 }, pattern: 'yyyy' },
  { major: { months: 60 }, minor: { months: 12 }, pattern: 'yyyy' },
  { major: { months: 120 }, minor: { months: 24 }, pattern: 'yyyy' },
];

/** A month as ticks are chosen by; the ticks themselves stand at the first of each calendar month. */
const MEAN_MONTH_MS = 30.44 * DAY_MS;

export interface Tick {
  readonly t: Instant;
  /** CSS pixels from the left edge. */
  readonly x: number;
  /** Null for a small tick. */
  readonly label: string | null;
}

/**
 * Ticks of a strip, ascending: the closest plan whose labels are at least `apartPx` from each other. All stand at
 * whole minutes, hours, days (Mondays for weeks), months or years of UTC, whatever zone the reader is in.
 * A label at midnight names the day, one in January the year.
 */
export function ticksOf(scale: TimeScale, apartPx: number): Tick[] {
  const apartMs = apartPx * msPerPx(scale);
  const plan = PLANS.find(({ major }) => meanMs(major) >= apartMs) ?? PLANS.at(-1)!;
  const majors = instantsOf(plan.major, scale);
  const labelled = new Set(majors);
  const minors = instantsOf(plan.minor, scale).filter(t => !labelled.has(t));
  const ticks = [
    ...majors.map(t => ({ t, x: xOf(scale, t), label: labelOf(t, plan.pattern) })),
    ...minors.map(t => ({ t, x: xOf(scale, t), label: null })),
  ];
  return ticks.sort((a, b) => a.t - b.t);
}

function labelOf(t: Instant, pattern: string): string {
  if (pattern === 'HH:mm' && t % DAY_MS === 0) return formatUtc(t, 'd MMM');
  if (pattern === 'MMM' && new Date(t).getUTCMonth() === 0) return formatUtc(t, 'yyyy');
  return formatUtc(t, pattern);
}

function meanMs(step: Step): number {
  return 'ms' in step ? step.ms : step.months * MEAN_MONTH_MS;
}

/** Instants of a step from `from` to `to`, both included. */
function instantsOf(step: Step, { from, to }: TimeSpan): Instant[] {
  const instants: Instant[] = [];
  if ('ms' in step) {
    const { ms, originMs = 0 } = step;
    for (let n = Math.ceil((from - originMs) / ms); originMs + n * ms <= to; n++)
      instants.push(originMs + n * ms);
    return instants;
  }
  const first = new Date(from);
  const month = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (let m = Math.floor(month / step.months) * step.months; firstOfMonth(m) <= to; m += step.months) {
    if (firstOfMonth(m) >= from) instants.push(firstOfMonth(m));
  }
  return instants;
}

/** Midnight UTC at the start of a month, counted from January of year 0. */
function firstOfMonth(month: number): Instant {
  return Date.UTC(Math.floor(month / 12), month % 12);
}
