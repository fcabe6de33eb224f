import { MapLibreOverlay } from '@deck.gl/maplibre';
import type * as maplibregl from 'maplibre-gl';
import type { Box } from '../core/geo/index.ts';
import type { Instant } from '../core/time/index.ts';
import { PALETTES, type ThemeName } from './palette.ts';
import type { Scene, TrailOptions } from './scene.ts';
import { NO_SEGMENTS, SegmentLayer } from './segment-layer.ts';
import { buildSegments, type Segments } from './segments.ts';
import { inSlices } from './slices.ts';
import { chooseTrail, serves, type TrailChoice } from './trail-choice.ts';
import {
  atClockProps,
  colourNumber,
  otherTimesProps,
  type TrailColours,
  type TrailLayerProps,
  trailColours,
} from './trail-layers.ts';

/** The part of a scene's tracks that was chosen for a view. */
interface Cut {
  readonly scene: Scene;
  readonly choice: TrailChoice;
  /** Stops the cutting; nothing to stop once it is done. */
  readonly stop: () => void;
}

/** The stretch of the chart that trails are asked for. */
export interface TrailView {
  readonly box: Box;
  readonly zoom: number;
}

/**
 * The trails, drawn by deck.gl on two canvases of their own: a tick of the clock redraws the short trail that led
 * to it, and neither the chart nor the long one. What is drawn is a part of the tracks that suits the view. When it
 * suits no more, another part is cut and uploaded a few milliseconds at a time, while the one before stays.
 */
export class TrailOverlay {
  readonly #map: maplibregl.Map;
  readonly #otherTimes: MapLibreOverlay;
  readonly #atClock: MapLibreOverlay;
  readonly #onRedraw: () => void;
  #scene: Scene | null = null;
  #colourOf = new Uint8Array();
  #colours: TrailColours | null = null;
  #cut: Cut | null = null;
  #segments: Segments = NO_SEGMENTS;
  /** The scene that `#segments` were cut from. */
  #segmentsOf: Scene | null = null;
  /** Canvases that have yet to take in `#segments`. */
  #waiting = 0;
  #onWhole: (() => void) | null = null;
  #drawnOtherTimes: TrailLayerProps | null = null;

  /** `onRedraw` asks for `draw` to be called: there is something new to be seen. */
  constructor(map: maplibregl.Map, onRedraw: () => void, onError: (detail: string) => void) {
    const overlay = (): MapLibreOverlay =>
      new MapLibreOverlay({
        layers: [],
        // The layer smooths its own edges.
        deviceProps: { type: 'webgl', webgl: { antialias: false } },
        onError: error => {
          onError(error.message);
          this.#tellWhole();
        },
      });
    this.#map = map;
    this.#onRedraw = onRedraw;
    this.#otherTimes = overlay();
    this.#atClock = overlay();
    map.addControl(this.#otherTimes);
    map.addControl(this.#atClock);
  }

  /** Goes over to the tracks of another scene; calls `onWhole` once they are drawn, or can't be. */
  setScene(scene: Scene, onWhole: () => void): void {
    this.#scene = scene;
    this.#colourOf = Uint8Array.from(scene.vessels, ({ hue }) => colourNumber(hue));
    this.#onWhole = onWhole;
  }

  setTheme(theme: ThemeName): void {
    this.#colours = trailColours(PALETTES[theme], theme);
  }

  draw(trail: TrailOptions, clockMs: Instant, view: TrailView): void {
    if (!this.#scene || !this.#colours) return;
    this.#cutFor(this.#scene, trail, view);
    const atClock = atClockProps(this.#segments, this.#colours, trail, clockMs);
    this.#atClock.setProps({ layers: [this.#layer(atClock)] });
    const otherTimes = otherTimesProps(this.#segments, this.#colours, trail);
    if (this.#drawnOtherTimes && isSame(this.#drawnOtherTimes, otherTimes)) return;
    this.#drawnOtherTimes = otherTimes;
    this.#otherTimes.setProps({ layers: [this.#layer(otherTimes)] });
  }

  dispose(): void {
    this.#cut?.stop();
    this.#map.removeControl(this.#atClock);
    this.#map.removeControl(this.#otherTimes);
  }

  #layer(props: TrailLayerProps): SegmentLayer {
    return new SegmentLayer({ ...props, data: ONE, onWhole: segments => this.#taken(segments) });
  }

  /** Cuts the tracks anew if what is cut, or being cut, does not serve the view. */
  #cutFor(scene: Scene, trail: TrailOptions, { box, zoom }: TrailView): void {
    if (this.#cut?.scene === scene && serves(this.#cut.choice, box, zoom, trail)) return;
    this.#cut?.stop();
    const choice = chooseTrail(scene.tracks, box, zoom, trail);
    const stop = inSlices(buildSegments(scene.tracks, choice, this.#colourOf), segments => {
      this.#segments = segments;
      this.#segmentsOf = scene;
      this.#waiting = CANVASES;
      this.#onRedraw();
    });
    this.#cut = { scene, choice, stop };
  }

  #taken(segments: Segments): void {
    if (segments !== this.#segments) return;
    this.#drawnOtherTimes = null;
    this.#onRedraw();
    this.#waiting--;
    if (this.#waiting === 0 && this.#segmentsOf === this.#scene) this.#tellWhole();
  }

  #tellWhole(): void {
    this.#onWhole?.();
    this.#onWhole = null;
  }
}

const CANVASES = 2;
/** The layer draws what its textures hold: deck.gl is told of one thing, so that it draws it at all. */
const ONE = { length: 1 };

function isSame(a: TrailLayerProps, b: TrailLayerProps): boolean {
  return (
    a.segments === b.segments &&
    a.colours === b.colours &&
    a.colourBy === b.colourBy &&
    a.fromMs === b.fromMs &&
    a.toMs === b.toMs
  );
}
