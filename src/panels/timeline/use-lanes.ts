import { useMemo } from 'react';
import type { CaseData } from '../../state/case-data.ts';
import { useSelect } from '../../state/hooks.ts';
import { selectedFinding } from '../../state/selectors.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { type Listing, listingsOf } from './listings.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** What the timeline shows of a case, worked out once, and what of it is chosen. */
export interface ShownLanes {
  readonly lanes: readonly Lane[];
  readonly listings: readonly Listing[];
  /** Index of the lane of the chosen ship, or of the chosen finding's; -1 for none. */
  readonly chosenLane: number;
  /** Events of the chosen finding. */
  readonly chosenEvents: ReadonlySet<string>;
}

/** Lanes and listings of a case with the chosen ones among them. */
export function useLanes(data: CaseData): ShownLanes {
  const finding = useSelect(selectedFinding);
  const vesselId = useSelect(({ selection }) =>
    selection.kind === 'vessel' || selection.kind === 'report' ? selection.id : null,
  );
  const lanes = useMemo(() => lanesOf(data), [data]);
  const listings = useMemo(() => listingsOf(data), [data]);
  const chosenEvents = useMemo(() => (finding ? new Set(finding.events) : NOTHING), [finding]);
  const chosenId = finding?.vessel.id ?? vesselId;
  const chosenLane = chosenId === null ? -1 : lanes.findIndex(({ vessel }) => vessel.id === chosenId);
  return { lanes, listings, chosenLane, chosenEvents };
}
