import { SPEED_RANGE } from '../../state/clock.ts';

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

/** How far the case runs in a second, in its two largest units: `10 min a second`, `1 h 30 min a second`. */
export function speedWords(speed: number): string {
  const largest = UNITS.findIndex(([, seconds]) => speed >= seconds);
  if (largest < 0) return `${speed} s a second`;
  const [unit, seconds] = UNITS[largest]!;
  const [nextUnit, nextSeconds] = UNITS[largest + 1] ?? ['', Number.POSITIVE_INFINITY];
  const rest = Math.floor((speed % seconds) / nextSeconds);
  return `${Math.floor(speed / seconds)} ${unit}${rest > 0 ? ` ${rest} ${nextUnit}` : ''} a second`;
}

const WHOLE = /^\d{1,6}$/;
const GROUPED = /^\d{1,3}([ ,]\d{3})+$/;

/** Reads a typed speed: a whole number in the clock's range, with or without `×` and parted thousands. Else null. */
export function readSpeed(text: string): number | null {
  const bare = text.replace(/[×x]\s*$/i, '').trim();
  if (!WHOLE.test(bare) && !GROUPED.test(bare)) return null;
  const speed = Number(bare.replace(/[ ,]/g, ''));
  return speed >= SPEED_RANGE[0] && speed <= SPEED_RANGE[1] ? speed : null;
}
