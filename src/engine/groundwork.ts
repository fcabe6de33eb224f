import { type Analysis, identityOf } from '../core/findings/index.ts';
import type { DesignationIndex } from '../core/sanctions/index.ts';
import { outlineOf, type TrackOutline, type TrackStore } from '../core/track/index.ts';
import type { Vessel } from '../core/vessel/index.ts';

/** What the page needs to show a case and what takes a look at every row or at every ship's name. */
export interface Groundwork {
  readonly outline: TrackOutline;
  /** By ship: 1 where an entry of the lists agrees with it in a number or a name, be it a match or a lookalike. */
  readonly named: Uint8Array;
}

/** Works out the groundwork of an analysed case: a second of work for ten million reports. */
export function groundworkOf(
  store: TrackStore,
  vessels: readonly Vessel[],
  { silences }: Pick<Analysis, 'silences'>,
  designations: DesignationIndex,
): Groundwork {
  const afterSilence = new Set(silences.flatMap(({ nextFix }) => (nextFix ? [nextFix.index] : [])));
  const named = Uint8Array.from(vessels, vessel => {
    const identity = identityOf(vessel);
    return Number(designations.match(identity).length + designations.lookalikes(identity).length > 0);
  });
  return { outline: outlineOf(store, afterSilence), named };
}
