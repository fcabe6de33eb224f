import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../core/time/index.ts';
import type { TimeSpan } from './time-scale.ts';

/**
 * Where a key takes the clock when the lanes have the focus: arrows ten minutes (with shift an hour), PageUp and
 * PageDown a day, Home and End to the ends of the case. Null for other keys. May lie outside the case.
 */
export function instantForKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  t: Instant,
  limits: TimeSpan,
): Instant | null {
  const stepMs = shiftKey ? HOUR_MS : 10 * MINUTE_MS;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return t - stepMs;
    case 'ArrowRight':
    case 'ArrowUp':
      return t + stepMs;
    case 'PageDown':
      return t - DAY_MS;
    case 'PageUp':
      return t + DAY_MS;
    case 'Home':
      return limits.from;
    case 'End':
      return limits.to;
    default:
      return null;
  }
}
