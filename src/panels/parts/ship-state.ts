import { formatDuration, HOUR_MS, type Instant } from '../../core/time/index.ts';
import { lastAtOrBefore } from '../../core/track/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';

/** Whether a ship is being heard. */
export type ShipState =
  | { readonly kind: 'not yet heard' }
  /** `at` is the last report; `speedKn` NaN where it gave none. */
  | { readonly kind: 'heard'; readonly at: Instant; readonly speedKn: number }
  | { readonly kind: 'silent'; readonly since: Instant };

/**
 * A ship's state at an instant. It is silent from its last report on if the next one, or where there is none the
 * instant itself, is as far away as the method's shortest silence.
 */
export function shipStateAt(data: CaseData, vessel: Vessel, time: Instant): ShipState {
  const { t, sog, starts } = data.store;
  const start = starts[vessel.index]!;
  const end = starts[vessel.index + 1]!;
  const last = lastAtOrBefore(t, start, end, time);
  if (last < start) return { kind: 'not yet heard' };
  const at = t[last]!;
  const heardTo = last + 1 < end ? t[last + 1]! : time;
  const silenceMs = data.analysis.method.parameters.silenceHours * HOUR_MS;
  if (heardTo - at >= silenceMs && time > at) return { kind: 'silent', since: at };
  return { kind: 'heard', at, speedKn: sog[last]! };
}

/** `heard, 9.8 kn`, `silent 51 d 3 h`, `not heard yet`. */
export function shipStateText(state: ShipState, time: Instant): string {
  switch (state.kind) {
    case 'not yet heard':
      return 'not heard yet';
    case 'heard':
      return Number.isNaN(state.speedKn) ? 'heard' : `heard, ${state.speedKn.toFixed(1)} kn`;
    case 'silent':
      return `silent ${formatDuration(time - state.since)}`;
  }
}
