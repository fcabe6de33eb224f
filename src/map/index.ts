export { CHART_ATTRIBUTION } from './chart-data.ts';
export { type ChartMap, type ChartMapOptions, createChartMap } from './chart-map.ts';
export type { ThemeName } from './palette.ts';
export type { RawFixesState } from './raw-fixes.ts';
export { circleAround, reachPolygon } from './reach.ts';
export type {
  Camera,
  Hover,
  MapFailure,
  PencilLine,
  Pick,
  Reach,
  Scene,
  ScenePort,
  SceneSilence,
  Tracks,
} from './scene.ts';
export type { PictureBox } from './view.ts';
export { FULL_SPEED_KN, speedColour } from './viridis.ts';
