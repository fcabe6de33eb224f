import { DAY_MS, formatUtc, HOUR_MS, type Instant } from '../../core/time/index.ts';

/** An instant of the axis and what stands there. */
export interface TimeTick {
  readonly at: Instant;
  readonly label: string;
}

const STEPS_MS = [1, 2, 3, 6, 12, 24, 48, 120, 240].map(hours => hours * HOUR_MS);
const STEPS_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

/**
 * Even instants of UTC within a stretch of time, at most `most` of them. The first is labelled in full (`9 Mar`,
 * `Mar 2024`), the others by what changes: hour, day, month or year.
 */
export function timeTicks(from: Instant, to: Instant, most: number): TimeTick[] {
  const stepMs = STEPS_MS.find(step => (to - from) / step <= most);
  const instants = stepMs ? everyMs(from, to, stepMs) : everyMonths(from, to, most);
  return instants.map((at, index) => ({ at, label: labelOf(at, instants[index - 1], stepMs) }));
}

function everyMs(from: Instant, to: Instant, stepMs: number): Instant[] {
  const instants: Instant[] = [];
  for (let at = Math.ceil(from / stepMs) * stepMs; at <= to; at += stepMs) instants.push(at);
  return instants;
}

function everyMonths(from: Instant, to: Instant, most: number): Instant[] {
  const first = new Date(from);
  const months = (to - from) / (30.44 * DAY_MS);
  const step = STEPS_MONTHS.find(count => months / count <= most) ?? STEPS_MONTHS.at(-1)!;
  const start = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  const instants: Instant[] = [];
  for (let month = start; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > to) return instants;
    if (at >= from) instants.push(at);
  }
}

function labelOf(at: Instant, before: Instant | undefined, stepMs: number | undefined): string {
  const changed = (pattern: string) =>
    before === undefined || formatUtc(at, pattern) !== formatUtc(before, pattern);
  if (stepMs === undefined)
    return formatUtc(
      at,
      changed('yyyy') ? (at % DAY_MS === 0 && isJanuary(at) ? 'yyyy' : 'MMM yyyy') : 'MMM',
    );
  if (stepMs < DAY_MS) return formatUtc(at, changed('d MMM') ? 'd MMM HH:mm' : 'HH:mm');
  return formatUtc(at, changed('MMM') ? 'd MMM' : 'd');
}

function isJanuary(at: Instant): boolean {
  return formatUtc(at, 'M') === '1';
}
