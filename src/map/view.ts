import type { Box } from '../core/geo/index.ts';
import { normalizeLon } from '../core/geo/index.ts';
import type { Camera } from './scene.ts';

/** Side of the world at zoom 0, CSS pixels (MapLibre's tile of 512). */
const WORLD_PX = 512;
/** Latitude at which Web Mercator ends. */
const MAX_LAT = 85.051129;
const RAD = Math.PI / 180;

/** A camera over a picture of a size in CSS pixels. */
export interface View {
  readonly camera: Camera;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A point of the picture, CSS pixels from its top left. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** A rectangle of the picture, CSS pixels. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Web Mercator northing of a latitude as a share of the world: 0 at 85.05 N, 0.5 at the equator. Poles are clamped. */
export function mercatorY(lat: number): number {
  const clamped = Math.max(-MAX_LAT, Math.min(MAX_LAT, lat));
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (clamped * RAD) / 2)) / (2 * Math.PI);
}

/** Latitude of a Web Mercator northing. */
export function mercatorLat(y: number): number {
  return (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 2) / RAD - 90;
}

/**
 * Projects places to the picture as MapLibre does without pitch. Of the copies of a place 360 degrees apart it
 * takes the one nearest to the camera, so a scene across 180 degrees holds together.
 */
export class Projector {
  readonly #worldPx: number;
  readonly #centreY: number;
  readonly #cos: number;
  readonly #sin: number;

  constructor(readonly view: View) {
    const { zoom, lat, bearingDeg } = view.camera;
    this.#worldPx = WORLD_PX * 2 ** zoom;
    this.#centreY = mercatorY(lat);
    this.#cos = Math.cos(bearingDeg * RAD);
    this.#sin = Math.sin(bearingDeg * RAD);
  }

  /** Pixels from the top left of the picture; may lie outside it. */
  project(lon: number, lat: number): PicturePoint {
    return this.#place(normalizeLon(lon - this.view.camera.lon), lat);
  }

  /** A line of places, each taken on the same copy of the world as the one before. Lines never cross the picture. */
  projectLine(points: readonly (readonly [lon: number, lat: number])[]): readonly PicturePoint[] {
    const { lon: centreLon } = this.view.camera;
    let beforeLon = centreLon;
    return points.map(([lon, lat]) => {
      beforeLon += normalizeLon(lon - beforeLon);
      return this.#place(beforeLon - centreLon, lat);
    });
  }

  /** Place under a point of the picture; longitude in [-180, 180). */
  unproject(x: number, y: number): { readonly lon: number; readonly lat: number } {
    const dx = x - this.view.widthPx / 2;
    const dy = y - this.view.heightPx / 2;
    const east = (dx * this.#cos - dy * this.#sin) / this.#worldPx;
    const south = (dx * this.#sin + dy * this.#cos) / this.#worldPx;
    return { lon: normalizeLon(this.view.camera.lon + east * 360), lat: mercatorLat(this.#centreY + south) };
  }

  #place(fromCentreDeg: number, lat: number): PicturePoint {
    const east = (fromCentreDeg / 360) * this.#worldPx;
    const south = (mercatorY(lat) - this.#centreY) * this.#worldPx;
    return {
      x: this.view.widthPx / 2 + east * this.#cos + south * this.#sin,
      y: this.view.heightPx / 2 - east * this.#sin + south * this.#cos,
    };
  }
}

/** The box that the picture shows, `insetPx` in from its edge; for a turned picture the box around it. */
export function viewBox(view: View, insetPx = 0): Box {
  const { camera, widthPx, heightPx } = view;
  const worldPx = WORLD_PX * 2 ** camera.zoom;
  const cos = Math.abs(Math.cos(camera.bearingDeg * RAD));
  const sin = Math.abs(Math.sin(camera.bearingDeg * RAD));
  const halfWidthPx = Math.max(0, (widthPx * cos + heightPx * sin) / 2 - insetPx);
  const halfHeightPx = Math.max(0, (widthPx * sin + heightPx * cos) / 2 - insetPx);
  const halfDeg = Math.min(180, (halfWidthPx / worldPx) * 360);
  const centreY = mercatorY(camera.lat);
  const west = normalizeLon(camera.lon - halfDeg);
  return {
    west,
    east: west + 2 * halfDeg,
    north: mercatorLat(Math.max(0, centreY - halfHeightPx / worldPx)),
    south: mercatorLat(Math.min(1, centreY + halfHeightPx / worldPx)),
  };
}

/** What is made ready for a view reaches beyond it by this share of its width and height, so that it may move. */
export const MARGIN_SHARE = 0.5;

/** The box with a margin around it. Its longitudes may pass 180 degrees on either side. */
export function grown({ west, south, east, north }: Box): Box {
  const dLon = MARGIN_SHARE * (east - west);
  const dLat = MARGIN_SHARE * (north - south);
  return { west: west - dLon, south: south - dLat, east: east + dLon, north: north + dLat };
}

/** Whether a box lies in another, which may be any turns of 360 degrees away. */
export function isWithin(outer: Box, inner: Box): boolean {
  if (inner.south < outer.south || inner.north > outer.north) return false;
  if (outer.east - outer.west >= 360) return true;
  return mod360(inner.west - outer.west) + (inner.east - inner.west) <= outer.east - outer.west;
}

/** Degrees in [0, 360). */
export function mod360(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}

/** CSS pixels that a metre on the ground takes at a latitude and zoom. */
export function pxPerM(lat: number, zoom: number): number {
  const equatorM = 2 * Math.PI * 6_378_137;
  return (WORLD_PX * 2 ** zoom) / (equatorM * Math.cos(lat * RAD));
}

/** The camera that shows a box whole with `paddingPx` around it, north up and no closer than `maxZoom`. */
export function cameraFor(
  box: Box,
  widthPx: number,
  heightPx: number,
  paddingPx: number,
  maxZoom: number,
): Camera {
  const top = mercatorY(box.north);
  const bottom = mercatorY(box.south);
  const roomX = Math.max(1, widthPx - 2 * paddingPx);
  const roomY = Math.max(1, heightPx - 2 * paddingPx);
  const zoomX = Math.log2(roomX / (WORLD_PX * Math.max(1e-9, (box.east - box.west) / 360)));
  const zoomY = Math.log2(roomY / (WORLD_PX * Math.max(1e-9, bottom - top)));
  return {
    lon: normalizeLon((box.west + box.east) / 2),
    lat: mercatorLat((top + bottom) / 2),
    zoom: Math.max(0, Math.min(maxZoom, zoomX, zoomY)),
    bearingDeg: 0,
  };
}
