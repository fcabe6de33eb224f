import { valueJson } from './export-column.ts';
import type { ExportManifest } from './export-manifest.ts';
import { REPORT_COLUMNS } from './track-columns.ts';
import type { TrackRow, TrackRows } from './track-rows.ts';

const PROPERTIES = REPORT_COLUMNS.filter(({ name }) => name !== 'lat' && name !== 'lon');

/**
 * Reports as GeoJSON (RFC 7946): a feature each, one a line, a point or null where the report has no position. The
 * manifest is the foreign member `wakeline`.
 */
export function* geojsonTexts(tracks: TrackRows, manifest: ExportManifest): Generator<string> {
  yield `{"type":"FeatureCollection","wakeline":${JSON.stringify(manifest)},"features":[`;
  let between = '\n';
  for (const row of tracks) {
    yield between + JSON.stringify(featureOf(row));
    between = ',\n';
  }
  yield '\n]}\n';
}

function featureOf(row: TrackRow) {
  const { store, index } = row;
  const lon = store.lon[index]!;
  const known = PROPERTIES.map(column => [column.name, valueJson(column, row)] as const).filter(
    ([, value]) => value !== null,
  );
  return {
    type: 'Feature',
    geometry: Number.isNaN(lon) ? null : { type: 'Point', coordinates: [lon, store.lat[index]!] },
    properties: Object.fromEntries(known),
  };
}
