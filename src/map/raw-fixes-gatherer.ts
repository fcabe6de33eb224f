import type { Box } from '../core/geo/index.ts';
import {
  doesFor,
  gatherFixes,
  type RawFixes,
  type RawFixesState,
  type RawFixesWish,
  rawFixesWish,
} from './raw-fixes.ts';
import type { Tracks, TrailOptions } from './scene.ts';
import { inSlices } from './slices.ts';

/** Keeps the fixes on the chart those of the view: gathers others, a few milliseconds at a time, when these do no more. */
export class RawFixesGatherer {
  isOn = false;
  /** What is on the chart now; null where nothing is. */
  fixes: RawFixes | null = null;
  readonly #onState: (state: RawFixesState | null) => void;
  #state: RawFixesState | null = null;
  #asked: { readonly tracks: Tracks; readonly wish: RawFixesWish } | null = null;
  #stop: () => void = () => {};

  /** `onState` hears when what is on the chart has changed. */
  constructor(onState: (state: RawFixesState | null) => void) {
    this.#onState = onState;
  }

  /** Told of every view that is drawn. */
  follow(tracks: Tracks, vessel: number | null, view: Box, zoom: number, trail: TrailOptions): void {
    const wish = this.isOn ? rawFixesWish(vessel, view, zoom, trail) : null;
    if (!wish) {
      this.stop();
      this.#show(null, this.isOn ? 'too far' : null);
      return;
    }
    const isSameCase = this.#asked?.tracks === tracks;
    if (isSameCase && doesFor(this.#asked!.wish, view, wish)) return;
    this.stop();
    if (!isSameCase || this.fixes?.wish.vessel !== vessel) this.fixes = null;
    this.#asked = { tracks, wish };
    this.#stop = inSlices(gatherFixes(tracks, wish), fixes =>
      this.#show(fixes, fixes.isWhole ? 'all' : 'some'),
    );
  }

  stop(): void {
    this.#stop();
    this.#asked = null;
  }

  #show(fixes: RawFixes | null, state: RawFixesState | null): void {
    const isSame = fixes === this.fixes && state === this.#state;
    this.fixes = fixes;
    this.#state = state;
    if (!isSame) this.#onState(state);
  }
}
