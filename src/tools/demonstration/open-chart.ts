import type { FeatureCollection, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { LonLat } from '../../core/geo/index.ts';
import { Chart, type FineCoast } from './chart.ts';
import type { Leg, PlanRow } from './plan.ts';

/** Peter the Great Gulf: where the fine coast of the case is complete. */
export const FINE_BOX = { west: 131.3, south: 42.3, east: 133.4, north: 43.3 } as const;
/** `land-10m.json` of world-atlas: Natural Earth land, 1:10 million. */
export type LandTopology = Topology<{ land: GeometryCollection }>;

/** The fine coast as GeoJSON lines. */
export type CoastLines = FeatureCollection<LineString>;

/** Puts together the chart that a plan is held against. Its canals are the plan's own. */
export function openChart(land: LandTopology, coast: CoastLines, plan: readonly PlanRow[]): Chart {
  const fine: FineCoast = {
    ...FINE_BOX,
    lines: coast.features.map(({ geometry }) => geometry.coordinates),
  };
  return new Chart({ land: ringsOf(land), fine, channels: plan.filter(isLeg).map(canalOf) });
}

function ringsOf(land: LandTopology): Position[][] {
  return feature(land, land.objects.land).features.flatMap(({ geometry }) => {
    const { type, coordinates } = geometry as Polygon | MultiPolygon;
    return type === 'Polygon' ? coordinates : coordinates.flat();
  });
}

function isLeg(row: PlanRow): row is Leg {
  return row.kind === 'under way';
}

function canalOf(leg: Leg): LonLat[] {
  return leg.places.filter(({ kind }) => kind === 'canal').map(({ lon, lat }) => [lon, lat]);
}
