import type { DarkCall, Silence } from '../events/index.ts';
import type { Call } from '../ports/index.ts';
import type { DesignationAt } from '../sanctions/index.ts';
import type { Instant } from '../time/index.ts';
import type { TrackStore } from '../track/index.ts';
import type { Vessel } from '../vessel/index.ts';

/** What rules are applied to. */
export interface Evidence {
  readonly calls: readonly Call[];
  readonly silences: readonly Silence[];
  readonly darkCalls: readonly DarkCall[];
  readonly store: TrackStore;
  /** Listings of a ship, and through its owner, as they stood at an instant. */
  designationsAt(vessel: Vessel, at: Instant): readonly DesignationAt[];
}
