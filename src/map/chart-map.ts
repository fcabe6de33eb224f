import './chart-map.css';
import type { Box } from '../core/geo/index.ts';
import { BaseChart, MAX_ZOOM } from './base-chart.ts';
import { BORDER_PX } from './border.ts';
import { drawChartSheet } from './chart-sheet.ts';
import { Heads, placeHead, placeHeads } from './heads.ts';
import { Ink } from './ink.ts';
import type { LabelSide } from './labels.ts';
import { drawLiveSheet, shipBox, shipMarks } from './live-sheet.ts';
import { PALETTES, type ThemeName } from './palette.ts';
import { pickAt } from './picking.ts';
import { type PortMark, portMarks } from './port-marks.ts';
import type { RawFixesState } from './raw-fixes.ts';
import { RawFixesGatherer } from './raw-fixes-gatherer.ts';
import type { Camera, Hover, MapFailure, Pick, Reach, Scene, Selection, TrailOptions } from './scene.ts';
import { type SilenceMark, silenceMarks } from './silence-marks.ts';
import { TrailOverlay } from './trail-overlay.ts';
import { cameraFor, type PictureBox, type PicturePoint, Projector, viewBox } from './view.ts';

/** What the chart is made with. Callbacks may be left out. */
export interface ChartMapOptions {
  readonly theme: ThemeName;
  readonly camera: Camera;
  /** Folder of the chart files, with a slash at its end (`/chart/`). */
  readonly chartUrl: string;
  /** A click or tap: the thing there, or null on open water. */
  readonly onPick?: (pick: Pick | null) => void;
  /** The pointer moves over the chart (at most once a frame), or leaves it (null). */
  readonly onHover?: (hover: Hover | null) => void;
  /** The camera moves; `settled` is true once it rests. */
  readonly onMove?: (camera: Camera, settled: boolean) => void;
  /** A scene is on the chart from now on: picks speak of its ships. */
  readonly onScene?: (scene: Scene) => void;
  /** What of the raw fixes is on the chart; null while they are not shown, or being gathered. */
  readonly onRawFixes?: (state: RawFixesState | null) => void;
  /** First full picture of the chart. */
  readonly onReady?: () => void;
  readonly onFailure?: (failure: MapFailure) => void;
}

/** The chart: imperative and thin. It keeps what it was last told and nothing else. */
export interface ChartMap {
  setTheme(theme: ThemeName): void;
  /**
   * Replaces ports, ships, tracks and silences. Its trails are made ready a few milliseconds at a time; until they
   * are, the scene before stays on the chart and in replay. A newer scene takes the place of one that waits.
   */
  setScene(scene: Scene): void;
  setTrail(trail: TrailOptions): void;
  /** Moves the clock, milliseconds UTC. Cheap: meant for every frame. */
  setTime(ms: number): void;
  /** Chooses things of the scene that was set last, which may yet have to come. */
  setSelection(selection: Selection): void;
  /** Shows or hides every fix of the chosen ship, or of all ships where none is and the chart is close enough. */
  setRawFixes(on: boolean): void;
  /** Cheap to call on every frame: the hatch follows eight times a second, and shows the last one given. */
  setReach(reach: Reach | null): void;
  /** Parts of the picture under the page's own title, buttons and so on: words keep clear of them. */
  setCovered(boxes: readonly PictureBox[]): void;
  getCamera(): Camera;
  jumpTo(camera: Partial<Camera>): void;
  /** Short flight; a jump where the reader asks for reduced motion. */
  flyTo(camera: Partial<Camera>): void;
  /** Shows a box whole, north up, with room for glyphs and border. */
  fit(box: Box): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Pixels from the container's top left. */
  project(lon: number, lat: number): PicturePoint;
  unproject(x: number, y: number): { readonly lon: number; readonly lat: number };
  /** The box inside the border. */
  getBox(): Box;
  /** Frees graphics memory, listeners and elements. No other method may be called after it. */
  dispose(): void;
}

const FLIGHT_MS = 700;
const FIT_PADDING_PX = 70;
/** Room around a fitted box is no more than this share of the picture's shorter side. */
const FIT_PADDING_SHARE = 0.16;
/** A single place is not fitted closer than this. */
const FIT_MAX_ZOOM = 11;

/** The reach follows the clock at this period: its hatch goes through MapLibre's worker. */
const REACH_PERIOD_MS = 120;
/** Names of ports keep clear of no more ships than this. */
const MAX_AVOIDED_SHIPS = 100;

const NO_SELECTION: Selection = { portId: null, portNote: '', vessel: null, silenceId: null, row: null };
const NO_TRAIL: TrailOptions = { fromMs: -Infinity, toMs: Infinity, lengthMs: 0, colourBy: 'ship' };
const NO_SCENE: Scene = {
  ports: [],
  vessels: [],
  silences: [],
  tracks: {
    t: new Float64Array(),
    lon: new Float64Array(),
    lat: new Float64Array(),
    sogKn: new Float32Array(),
    cogDeg: new Float32Array(),
    headingDeg: new Float32Array(),
    status: new Uint8Array(),
    verdict: new Uint8Array(),
    joins: new Uint8Array(),
    starts: new Uint32Array(1),
    boxes: new Float64Array(),
    levels: [],
  },
};

/**
 * Draws the chart into `container`, which must have a size and a position other than static. Four sheets lie on
 * each other: the chart (MapLibre), the trails (deck.gl), names and border (2D canvas, drawn when the camera
 * moves), ships (2D canvas, drawn when the clock moves).
 * Where there is no WebGL it calls `onFailure` and gives a chart that shows nothing and takes every call.
 */
export function createChartMap(container: HTMLElement, options: ChartMapOptions): ChartMap {
  if (hasWebGl2()) return new SheetedChart(container, options);
  options.onFailure?.({ kind: 'no-webgl', detail: 'the browser gives no WebGL 2 context' });
  return blankChart(options.camera);
}

function hasWebGl2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // A browser keeps few contexts: the probe gives its own back at once.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

class SheetedChart implements ChartMap {
  readonly #options: ChartMapOptions;
  readonly #container: HTMLElement;
  readonly #base: BaseChart;
  readonly #trails: TrailOverlay;
  readonly #chartInk: Ink;
  readonly #liveInk: Ink;
  #theme: ThemeName;
  #scene = NO_SCENE;
  /** A scene that is being made ready, and what is chosen of it. */
  #coming: { readonly scene: Scene; selection: Selection } | null = null;
  #trail = NO_TRAIL;
  #clockMs = Number.NaN;
  #selection = NO_SELECTION;
  #reach: Reach | null = null;
  #covered: readonly PictureBox[] = [];
  #heads = new Heads(0);
  readonly #rawFixes: RawFixesGatherer;
  #projector: Projector;
  #ports: readonly PortMark[] = [];
  #silences: readonly SilenceMark[] = [];
  #obstacles: readonly PictureBox[] = [];
  readonly #nameSides = new Map<number, LabelSide>();
  #isChartStale = true;
  #frame = 0;
  #hoverFrame = 0;
  #pointer: PicturePoint | null = null;
  #reachTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, options: ChartMapOptions) {
    this.#options = options;
    this.#container = container;
    this.#theme = options.theme;
    const base = container.appendChild(document.createElement('div'));
    base.className = 'chart-base';
    this.#base = new BaseChart(base, {
      theme: options.theme,
      camera: options.camera,
      chartUrl: options.chartUrl,
      onData: () => this.#redraw(true),
      onReady: () => options.onReady?.(),
      onFailure: failure => options.onFailure?.(failure),
    });
    this.#trails = new TrailOverlay(
      this.#base.map,
      () => this.#redraw(false),
      detail => options.onFailure?.({ kind: 'context-lost', detail: `the trails: ${detail}` }),
    );
    this.#trails.setTheme(options.theme);
    this.#rawFixes = new RawFixesGatherer(state => {
      options.onRawFixes?.(state);
      this.#redraw(true);
    });
    this.#chartInk = new Ink(sheetIn(container));
    this.#liveInk = new Ink(sheetIn(container));
    this.#projector = new Projector(this.#base.view);
    this.#listen();
    this.#redraw(true);
  }

  setTheme(theme: ThemeName): void {
    this.#theme = theme;
    this.#base.setTheme(theme);
    this.#trails.setTheme(theme);
    this.#redraw(true);
  }

  setScene(scene: Scene): void {
    const coming = { scene, selection: NO_SELECTION };
    this.#coming = coming;
    this.#trails.setScene(scene, () => this.#coming === coming && this.#arrive());
    if (this.#scene === NO_SCENE) this.#arrive();
    else this.#redraw(false);
  }

  setTrail(trail: TrailOptions): void {
    this.#trail = trail;
    this.#redraw(true);
  }

  setTime(ms: number): void {
    this.#clockMs = ms;
    this.#redraw(false);
  }

  setSelection(selection: Selection): void {
    if (this.#coming) this.#coming.selection = selection;
    else this.#selection = selection;
    this.#redraw(true);
  }

  setRawFixes(on: boolean): void {
    this.#rawFixes.isOn = on;
    this.#redraw(true);
  }

  setReach(reach: Reach | null): void {
    this.#reach = reach;
    if (this.#reachTimer === undefined) this.#showReach();
  }

  setCovered(boxes: readonly PictureBox[]): void {
    this.#covered = boxes;
    this.#redraw(true);
  }

  getCamera(): Camera {
    return this.#base.camera;
  }

  jumpTo(camera: Partial<Camera>): void {
    this.#base.map.jumpTo(toMapLibre(camera));
  }

  flyTo(camera: Partial<Camera>): void {
    this.#base.map.flyTo({ ...toMapLibre(camera), maxDuration: 2 * FLIGHT_MS, duration: FLIGHT_MS });
  }

  fit(box: Box): void {
    const { widthPx, heightPx } = this.#base.view;
    const paddingPx = Math.min(FIT_PADDING_PX, FIT_PADDING_SHARE * Math.min(widthPx, heightPx)) + BORDER_PX;
    this.flyTo(cameraFor(box, widthPx, heightPx, paddingPx, FIT_MAX_ZOOM));
  }

  zoomIn(): void {
    this.#base.map.zoomIn();
  }

  zoomOut(): void {
    this.#base.map.zoomOut();
  }

  project(lon: number, lat: number): PicturePoint {
    return new Projector(this.#base.view).project(lon, lat);
  }

  unproject(x: number, y: number): { readonly lon: number; readonly lat: number } {
    return new Projector(this.#base.view).unproject(x, y);
  }

  getBox(): Box {
    return viewBox(this.#base.view, BORDER_PX);
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#hoverFrame);
    clearTimeout(this.#reachTimer);
    this.#rawFixes.stop();
    document.fonts.removeEventListener('loadingdone', this.#onFonts);
    this.#trails.dispose();
    this.#base.dispose();
    this.#container.replaceChildren();
  }

  /** Puts the scene that was made ready in the place of the one before. */
  #arrive(): void {
    if (!this.#coming) return;
    const { scene, selection } = this.#coming;
    this.#coming = null;
    this.#scene = scene;
    this.#selection = selection;
    this.#heads = new Heads(scene.vessels.length);
    this.#nameSides.clear();
    this.#options.onScene?.(scene);
    this.#redraw(true);
  }

  #listen(): void {
    const { map } = this.#base;
    const { onMove, onPick } = this.#options;
    map.on('move', () => onMove?.(this.#base.camera, false));
    map.on('moveend', () => onMove?.(this.#base.camera, true));
    map.on('resize', () => this.#redraw(true));
    // In the map's own frame, so that words and chart move as one.
    map.on('render', () => this.#followCamera());
    map.on('click', ({ point }) => onPick?.(this.#pick(point, true)));
    map.on('mousemove', ({ point }) => this.#hover(point));
    map.on('mouseout', () => this.#hover(null));
    document.fonts.addEventListener('loadingdone', this.#onFonts);
  }

  readonly #onFonts = (): void => {
    this.#chartInk.forgetWidths();
    this.#liveInk.forgetWidths();
    this.#redraw(true);
  };

  /** Shows the reach as it stands now, and again after a while if it has changed by then. */
  #showReach(): void {
    const shown = this.#reach;
    this.#base.setReach(shown);
    this.#redraw(true);
    this.#reachTimer = setTimeout(() => {
      this.#reachTimer = undefined;
      if (this.#reach !== shown) this.#showReach();
    }, REACH_PERIOD_MS);
  }

  #followCamera(): void {
    const { view } = this.#base;
    if (JSON.stringify(view) === JSON.stringify(this.#projector.view)) return;
    this.#isChartStale = true;
    this.#draw();
  }

  #hover(point: PicturePoint | null): void {
    this.#pointer = point;
    if (this.#hoverFrame !== 0) return;
    this.#hoverFrame = requestAnimationFrame(() => {
      this.#hoverFrame = 0;
      const pick = this.#pointer && this.#pick(this.#pointer, false);
      this.#base.map.getCanvasContainer().classList.toggle('is-over-thing', pick !== null);
      this.#options.onHover?.(this.#pointer && { ...this.unproject(this.#pointer.x, this.#pointer.y), pick });
    });
  }

  #pick(point: PicturePoint, withReports: boolean): Pick | null {
    const things = {
      heads: this.#heads,
      ports: this.#ports,
      silences: this.#silences,
      tracks: this.#scene.tracks,
      trail: this.#trail,
      fixes: this.#rawFixes.fixes,
    };
    return pickAt(point, things, this.#projector, withReports);
  }

  #redraw(isChartStale: boolean): void {
    this.#isChartStale ||= isChartStale;
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    placeHeads(this.#scene.tracks, this.#clockMs, this.#heads);
    if (this.#isChartStale) this.#drawChart();
    this.#drawLive();
  }

  #drawChart(): void {
    this.#isChartStale = false;
    const { view } = this.#base;
    this.#projector = new Projector(view);
    const { portId, portNote } = this.#selection;
    this.#ports = portMarks(this.#scene.ports, this.#projector, portId, portNote);
    this.#silences = silenceMarks(this.#scene, this.#trail, this.#projector, this.#selection.silenceId);
    this.#rawFixes.follow(
      this.#scene.tracks,
      this.#selection.vessel,
      viewBox(view),
      view.camera.zoom,
      this.#trail,
    );
    this.#chartInk.clear(view.widthPx, view.heightPx, devicePixelRatio);
    this.#obstacles = drawChartSheet(this.#chartInk, this.#projector, {
      palette: PALETTES[this.#theme],
      ports: this.#ports,
      silences: this.#silences,
      fixes: this.#rawFixes.fixes,
      scene: this.#scene,
      chosenRow: this.#selection.row,
      reach: this.#reach,
      depthLabels: this.#base.depthLabels,
      land: this.#base.land,
      covered: this.#covered,
      ships: shipMarks(this.#projector, this.#heads).slice(0, MAX_AVOIDED_SHIPS).map(shipBox),
      headingAtEnd: mark => this.#headingAtEnd(mark),
    });
  }

  #drawLive(): void {
    const { view } = this.#projector;
    this.#trails.draw(this.#trail, this.#clockMs, { box: viewBox(view), zoom: view.camera.zoom });
    this.#liveInk.clear(view.widthPx, view.heightPx, devicePixelRatio);
    drawLiveSheet(this.#liveInk, this.#projector, {
      palette: PALETTES[this.#theme],
      scene: this.#scene,
      heads: this.#heads,
      trail: this.#trail,
      selection: this.#selection,
      land: this.#base.land,
      obstacles: this.#obstacles,
      nameSides: this.#nameSides,
    });
  }

  /** Heading of the first report after a silence, turned with the chart. */
  #headingAtEnd({ silence }: SilenceMark): number {
    const heads = new Heads(this.#scene.vessels.length);
    placeHead(this.#scene.tracks, silence.vessel, silence.toMs, heads);
    return heads.directionDeg[silence.vessel]! - this.#projector.view.camera.bearingDeg;
  }
}

function sheetIn(container: HTMLElement): HTMLCanvasElement {
  const canvas = container.appendChild(document.createElement('canvas'));
  canvas.className = 'chart-sheet';
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

function toMapLibre({ lon, lat, zoom, bearingDeg }: Partial<Camera>): {
  center?: [number, number];
  zoom?: number;
  bearing?: number;
} {
  return {
    ...(lon !== undefined && lat !== undefined && { center: [lon, lat] as [number, number] }),
    ...(zoom !== undefined && { zoom }),
    ...(bearingDeg !== undefined && { bearing: bearingDeg }),
  };
}

/** A chart that shows nothing and keeps its camera, for a browser without WebGL. */
function blankChart(start: Camera): ChartMap {
  let camera = start;
  const view = () => ({ camera, widthPx: 1, heightPx: 1 });
  const nothing = (): void => {};
  const look = (next: Partial<Camera>): void => {
    camera = { ...camera, ...next };
  };
  return {
    setTheme: nothing,
    setScene: nothing,
    setTrail: nothing,
    setTime: nothing,
    setSelection: nothing,
    setRawFixes: nothing,
    setReach: nothing,
    setCovered: nothing,
    getCamera: () => camera,
    jumpTo: look,
    flyTo: look,
    fit: box => look(cameraFor(box, 800, 600, FIT_PADDING_PX, MAX_ZOOM)),
    zoomIn: () => look({ zoom: camera.zoom + 1 }),
    zoomOut: () => look({ zoom: camera.zoom - 1 }),
    project: (lon, lat) => new Projector(view()).project(lon, lat),
    unproject: (x, y) => new Projector(view()).unproject(x, y),
    getBox: () => viewBox(view()),
    dispose: nothing,
  };
}
