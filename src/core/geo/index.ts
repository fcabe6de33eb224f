export { type Box, boxAround, boxContains, boxOf } from './box.ts';
export {
  bearingDeg,
  distanceM,
  EARTH_RADIUS_M,
  GFW_EARTH_RADIUS_M,
  interpolate,
  type LonLat,
  M_PER_NM,
  normalizeLon,
} from './great-circle.ts';
export { NOTATIONS, type Notation, parsePlace, placeText } from './place-text.ts';
