import { vesselLabel } from '../core/vessel/index.ts';
import type { EventPlace, EventRow } from './event-rows.ts';
import { type ExportColumn, valueJson } from './export-column.ts';
import type { ExportManifest } from './export-manifest.ts';

/**
 * Events and findings as GeoJSON (RFC 7946), a feature each: points at ports, lines over silences. Every feature has
 * the same properties, null where they say nothing. The manifest is the foreign member `wakeline`.
 */
export function* eventsGeojsonTexts(
  columns: readonly ExportColumn<EventRow>[],
  rows: Iterable<EventRow>,
  manifest: ExportManifest,
): Generator<string> {
  yield `{"type":"FeatureCollection","wakeline":${JSON.stringify(manifest)},"features":[`;
  let between = '\n';
  for (const row of rows) {
    yield between + JSON.stringify(featureOf(columns, row));
    between = ',\n';
  }
  yield '\n]}\n';
}

function featureOf(columns: readonly ExportColumn<EventRow>[], row: EventRow) {
  const properties = Object.fromEntries(columns.map(column => [column.name, valueJson(column, row)]));
  const { vessel, reconstructed, places } = row;
  return {
    type: 'Feature',
    geometry: geometryOf(places),
    properties: { ...properties, ship: vesselLabel(vessel), mmsi: vessel.mmsi, reconstructed },
  };
}

function geometryOf([first, last]: readonly EventPlace[]) {
  if (!first) return null;
  return last ? lineBetween(first, last) : { type: 'Point', coordinates: first };
}

/** A line that crosses 180 degrees is cut in two there (RFC 7946, section 3.1.9). */
function lineBetween(first: EventPlace, last: EventPlace) {
  const [lonA, latA] = first;
  const [lonB, latB] = last;
  if (Math.abs(lonB - lonA) <= 180) return { type: 'LineString', coordinates: [first, last] };
  const edge = lonA < 0 ? -180 : 180;
  const share = (edge - lonA) / (lonB + 2 * edge - lonA);
  const lat = latA + share * (latB - latA);
  const toEdge = [first, [edge, lat]];
  const fromEdge = [[-edge, lat], last];
  return { type: 'MultiLineString', coordinates: [toEdge, fromEdge] };
}
