import { MapLibreOverlay } from '@deck.gl/maplibre';
import type * as maplibregl from 'maplibre-gl';
import type { Instant } from '../core/time/index.ts';
import { PALETTES, type ThemeName } from './palette.ts';
import type { Scene, TrailOptions } from './scene.ts';
import { SegmentLayer } from './segment-layer.ts';
import { atClockProps, otherTimesProps, type TrailColours, Trails, trailColours } from './trail-layers.ts';

/**
 * The trails, drawn by deck.gl on two canvases of their own: a tick of the clock redraws the short trail that led
 * to it, and neither the chart nor the long one.
 */
export class TrailOverlay {
  readonly #map: maplibregl.Map;
  readonly #otherTimes: MapLibreOverlay;
  readonly #atClock: MapLibreOverlay;
  #trails: Trails | null = null;
  #colours: TrailColours | null = null;
  #drawn = '';

  constructor(map: maplibregl.Map, onError: (detail: string) => void) {
    const overlay = (): MapLibreOverlay =>
      new MapLibreOverlay({
        layers: [],
        // The layer smooths its own edges.
        deviceProps: { type: 'webgl', webgl: { antialias: false } },
        onError: error => onError(error.message),
      });
    this.#map = map;
    this.#otherTimes = overlay();
    this.#atClock = overlay();
    map.addControl(this.#otherTimes);
    map.addControl(this.#atClock);
  }

  setScene(scene: Scene, theme: ThemeName): void {
    this.#trails = new Trails(scene);
    this.setTheme(theme);
  }

  setTheme(theme: ThemeName): void {
    if (this.#trails) this.#colours = trailColours(this.#trails.scene, PALETTES[theme], theme);
    this.#drawn = '';
  }

  draw(trail: TrailOptions, clockMs: Instant, zoom: number): void {
    if (!this.#trails || !this.#colours) return;
    const atClock = atClockProps(this.#trails, this.#colours, trail, zoom, clockMs);
    this.#atClock.setProps({ layers: [new SegmentLayer({ ...atClock })] });
    const otherTimes = otherTimesProps(this.#trails, this.#colours, trail, zoom);
    const key = [otherTimes.id, otherTimes.first, otherTimes.data.length, trail.colourBy].join();
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#otherTimes.setProps({ layers: [new SegmentLayer({ ...otherTimes })] });
  }

  dispose(): void {
    this.#map.removeControl(this.#atClock);
    this.#map.removeControl(this.#otherTimes);
  }
}
