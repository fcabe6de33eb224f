import type { LonLat } from '../core/geo/index.ts';
import type { TrackLevel } from '../core/track/index.ts';

/** A port as the chart shows it. */
export interface ScenePort {
  readonly id: string;
  readonly name: string;
  /** Short code for lanes and tight labels (`RJN`). */
  readonly code: string;
  /** ISO 3166 alpha-2 of the country that decides the glyph: `KP` square, `RU` disc with an eye, others a dot. */
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
  /** Radius of the port's area, drawn true to scale. */
  readonly radiusM: number;
  /** Position approximate: the area is dashed and the name carries *PA*. */
  readonly approximate: boolean;
  /** A published sighting puts a ship here: corner brackets. */
  readonly seen: boolean;
}

/** A ship. Its place in `Scene.vessels` is its index in `Tracks.starts` and in every event. */
export interface SceneVessel {
  readonly name: string;
  /** Index into `Palette.ships`, taken modulo its length; null draws the ship in the neutral chart colour. */
  readonly hue: number | null;
  /** True if its track is made from publications: the words beside the chosen ship say so. */
  readonly reconstructed: boolean;
}

/**
 * Reports of all ships as columns, sorted by ship, then time: those of the track store itself, with no copy. Ship `v`
 * owns the rows `starts[v]` up to, but not including, `starts[v + 1]`. Rows that may not be used lie among them.
 */
export interface Tracks {
  /** Milliseconds UTC, ascending within a ship. */
  readonly t: Float64Array;
  /** Degrees, NaN without a position; any multiple of 360 off is accepted. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Knots, NaN where not given. */
  readonly sogKn: Float32Array;
  /** Degrees true, NaN where not given. */
  readonly cogDeg: Float32Array;
  readonly headingDeg: Float32Array;
  /** Navigational status (ITU-R M.1371 table 45), 15 where not given. */
  readonly status: Uint8Array;
  /** Why a row is not used (`Verdict` of core/track), 0 where it is. */
  readonly verdict: Uint8Array;
  /** Whether a row is used and joins the one before (`Join` of core/track). */
  readonly joins: Uint8Array;
  /** Length `vessels.length + 1`. */
  readonly starts: Uint32Array;
  /** Box of each ship's usable fixes, four numbers a ship, as `shipBoxes` of core/track gives them. */
  readonly boxes: Float64Array;
  /** Thinned tracks, the finest first. */
  readonly levels: readonly TrackLevel[];
}

/** A silence. Its dash joins the last report before it and the first after it. */
export interface SceneSilence {
  readonly id: string;
  /** Index in `Scene.vessels`. */
  readonly vessel: number;
  /** Last report heard before. Milliseconds UTC. */
  readonly fromMs: number;
  /** First report heard after; Infinity for a silence that has not ended. */
  readonly toMs: number;
  readonly a: LonLat;
  /** Null for a silence that has not ended. */
  readonly b: LonLat | null;
}

/** All that the map draws on the chart. Replaced as a whole when the data change, never mutated. */
export interface Scene {
  readonly ports: readonly ScenePort[];
  readonly vessels: readonly SceneVessel[];
  readonly tracks: Tracks;
  readonly silences: readonly SceneSilence[];
}

/** Which stretch of the tracks is drawn, and how. */
export interface TrailOptions {
  /** Thin trails and silences are drawn from here to `toMs` (the timeline's window). Milliseconds UTC. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The thick trail reaches this far back from the clock. */
  readonly lengthMs: number;
  readonly colourBy: 'ship' | 'speed';
}

/** What is chosen, by id; each may be null. A chosen silence also chooses its ship for the labels. */
export interface Selection {
  readonly portId: string | null;
  /** Words under the chosen port's name (`seen 10–12 Mar 2024`); empty without any. */
  readonly portNote: string;
  /** Index in `Scene.vessels`. */
  readonly vessel: number | null;
  readonly silenceId: string | null;
  /** Row in `Tracks` of a chosen report. */
  readonly row: number | null;
}

/** Water that a silent ship can have been on at the clock's instant. */
export interface Reach {
  /** Closed rings as `reachPolygon` gives them, hatched and edged. Land is drawn above, so they show on water only. */
  readonly rings: readonly (readonly LonLat[])[];
  /** Words along the edge (`8 h 37 m before the next report`), or null. */
  readonly edgeLabel: string | null;
  readonly lines: readonly PencilLine[];
}

/** An inferred line: dotted for the earliest arrival, dash-dot for the tightest run. */
export interface PencilLine {
  readonly kind: 'arrival' | 'run';
  readonly points: readonly LonLat[];
  /** Words along the line, or null. */
  readonly label: string | null;
}

/** Where the map looks. `zoom` as MapLibre counts it (512 px tiles); `bearingDeg` is up on the screen. */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  readonly bearingDeg: number;
}

/** What lies under the pointer. */
export type Pick =
  | { readonly kind: 'vessel'; readonly vessel: number }
  | { readonly kind: 'port'; readonly portId: string }
  | { readonly kind: 'silence'; readonly silenceId: string; readonly vessel: number }
  /** A single fix; `row` counts in `Tracks`. */
  | { readonly kind: 'report'; readonly vessel: number; readonly row: number };

/** What the pointer is over: the place on the sea, and the thing there if any. */
export interface Hover {
  readonly lon: number;
  readonly lat: number;
  readonly pick: Pick | null;
}

/** What the map can't draw, and why. */
export type MapFailure =
  /** The browser gives no WebGL 2: there is no map at all. */
  | { readonly kind: 'no-webgl'; readonly detail: string }
  /** The graphics context of the chart was lost and did not come back within five seconds, or that of the trails. */
  | { readonly kind: 'context-lost'; readonly detail: string }
  /** A chart file could not be read: ships are drawn on water without its land. */
  | { readonly kind: 'chart-missing'; readonly detail: string };
