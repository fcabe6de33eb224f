import type { Feature, FeatureCollection, Geometry, Polygon } from 'geojson';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type ChartFeatures, type ChartFile, chartFeatures, parseChartFile } from './chart-data.ts';
import { type ChartSource, chartLayers, chartStyle, HATCH_IMAGE } from './chart-style.ts';
import { frameStep } from './frame.ts';
import { graticule } from './graticule.ts';
import { HATCH_OVERSAMPLING, hatchImage, patternStretch } from './hatch.ts';
import { LandIndex } from './land-index.ts';
import { PALETTES, parseHex, type ThemeName } from './palette.ts';
import type { Camera, MapFailure, Reach } from './scene.ts';
import { SURVEYED, surveyEdge } from './survey-edge.ts';
import { type View, viewBox } from './view.ts';

maplibregl.setWorkerUrl(workerUrl);

/** Closest zoom: a metre is about a pixel, which is what positions are good for. */
export const MAX_ZOOM = 15;
const MIN_ZOOM = 1;
/** A lost graphics context usually comes back within this time. */
const CONTEXT_PATIENCE_MS = 5000;

/** What the base chart is made with. */
export interface BaseChartOptions {
  readonly theme: ThemeName;
  readonly camera: Camera;
  readonly chartUrl: string;
  /** Chart data have come, so that what lies above must be drawn anew. */
  readonly onData: () => void;
  readonly onReady: () => void;
  readonly onFailure: (failure: MapFailure) => void;
}

/** Sea, depths, coast, graticule and reach: all that MapLibre draws. */
export class BaseChart {
  readonly map: maplibregl.Map;
  readonly land = new LandIndex();
  depthLabels: ChartFile['depthLabels'] = [];
  readonly #options: BaseChartOptions;
  readonly #abort = new AbortController();
  #theme: ThemeName;
  #reach: Reach | null = null;
  #isStyled = false;
  #graticuleKey = '';
  #stretch = 0;

  /** Throws what MapLibre throws where there is no WebGL. */
  constructor(container: HTMLElement, options: BaseChartOptions) {
    this.#options = options;
    this.#theme = options.theme;
    const { lon, lat, zoom, bearingDeg } = options.camera;
    this.map = new maplibregl.Map({
      container,
      style: chartStyle(options.theme),
      center: [lon, lat],
      zoom,
      bearing: bearingDeg,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      maxPitch: 0,
      pitchWithRotate: false,
      touchPitch: false,
      attributionControl: false,
      maplibreLogo: false,
      fadeDuration: 0,
    });
    this.map.once('style.load', () => this.#start());
    this.map.once('idle', () => options.onReady());
    this.map.on('move', () => this.#followCamera());
    this.map.on('resize', () => this.#followCamera());
    this.#watchContext(options.onFailure);
  }

  /** Where the map looks. */
  get camera(): Camera {
    const { lng, lat } = this.map.getCenter().wrap();
    return { lon: lng, lat, zoom: this.map.getZoom(), bearingDeg: this.map.getBearing() };
  }

  /** The camera over the size of the map's container. */
  get view(): View {
    const { clientWidth, clientHeight } = this.map.getContainer();
    return { camera: this.camera, widthPx: clientWidth, heightPx: clientHeight };
  }

  setTheme(theme: ThemeName): void {
    this.#theme = theme;
    if (!this.#isStyled) return;
    for (const layer of chartLayers(theme)) {
      for (const [property, value] of Object.entries(layer.paint ?? {})) {
        if (property !== 'fill-pattern')
          this.map.setPaintProperty(layer.id, property as keyof maplibregl.AllPaintProperties, value);
      }
    }
    this.#drawHatch();
  }

  setReach(reach: Reach | null): void {
    this.#reach = reach;
    if (!this.#isStyled) return;
    const rings = (reach?.rings ?? []).map(ring => ring.map(([lon, lat]) => [lon, lat]));
    const area: Feature<Polygon> = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: rings },
    };
    this.#setData('reach', { type: 'FeatureCollection', features: rings.length > 0 ? [area] : [] });
  }

  dispose(): void {
    this.#abort.abort();
    this.map.remove();
  }

  #start(): void {
    this.#isStyled = true;
    this.#setData('survey-edge', surveyEdge(SURVEYED));
    this.#drawHatch();
    this.setTheme(this.#theme);
    this.setReach(this.#reach);
    this.#followCamera();
    for (const zone of ['near', 'world'] as const) void this.#loadZone(zone);
  }

  async #loadZone(zone: 'near' | 'world'): Promise<void> {
    try {
      const response = await fetch(`${this.#options.chartUrl}${zone}.json`, { signal: this.#abort.signal });
      if (!response.ok) throw new Error(`${zone}.json: HTTP ${response.status}`);
      const file = parseChartFile(await response.text());
      if (this.#abort.signal.aborted) return;
      this.#showZone(zone, file, chartFeatures(file));
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      this.#options.onFailure({
        kind: 'chart-missing',
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  }

  #showZone(zone: 'near' | 'world', file: ChartFile, { areas, lines }: ChartFeatures): void {
    this.#setData(`${zone}-areas`, areas);
    this.#setData(`${zone}-lines`, lines);
    for (const { properties, geometry } of areas.features) {
      if (properties.kind === 'land') this.land.add(geometry.coordinates.flat());
    }
    this.depthLabels = [...this.depthLabels, ...file.depthLabels];
    this.#options.onData();
  }

  #setData(source: ChartSource, data: FeatureCollection<Geometry>): void {
    this.map.getSource<maplibregl.GeoJSONSource>(source)?.setData(data);
  }

  #followCamera(): void {
    if (!this.#isStyled) return;
    if (patternStretch(this.camera.zoom) !== this.#stretch) this.#drawHatch();
    this.#drawGraticule();
  }

  #drawHatch(): void {
    this.#stretch = patternStretch(this.camera.zoom);
    const pixelRatio = this.map.getPixelRatio() * HATCH_OVERSAMPLING;
    const image = hatchImage(parseHex(PALETTES[this.#theme].pencil), pixelRatio, this.#stretch);
    if (this.map.hasImage(HATCH_IMAGE)) this.map.updateImage(HATCH_IMAGE, image);
    else this.map.addImage(HATCH_IMAGE, image, { pixelRatio });
  }

  /** Lines for the picture and as much again on every side, so that a short drag needs no new ones. */
  #drawGraticule(): void {
    const { view } = this;
    const { labelMin } = frameStep((512 * 2 ** view.camera.zoom) / 360);
    const box = viewBox({ ...view, widthPx: view.widthPx * 3, heightPx: view.heightPx * 3 });
    const stepDeg = Math.max(1, (box.east - box.west) / 3);
    const key = [
      labelMin,
      Math.round(view.camera.lon / stepDeg),
      Math.round(view.camera.lat / stepDeg),
    ].join();
    if (key === this.#graticuleKey) return;
    this.#graticuleKey = key;
    this.#setData('graticule', graticule(box, labelMin));
  }

  #watchContext(onFailure: (failure: MapFailure) => void): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.map.on('webglcontextlost', () => {
      timer = setTimeout(() => onFailure({ kind: 'context-lost', detail: 'the chart' }), CONTEXT_PATIENCE_MS);
    });
    this.map.on('webglcontextrestored', () => clearTimeout(timer));
    this.#abort.signal.addEventListener('abort', () => clearTimeout(timer));
  }
}
