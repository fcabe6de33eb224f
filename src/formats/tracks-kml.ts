import { formatIso } from '../core/time/index.ts';
import { type Vessel, vesselLabel } from '../core/vessel/index.ts';
import { decimalText } from './decimal-text.ts';
import { valueText } from './export-column.ts';
import type { ExportManifest } from './export-manifest.ts';
import { kmlData, kmlFolder, kmlFoot, kmlHead } from './kml-write.ts';
import { DETAIL_COLUMNS } from './track-columns.ts';
import type { TrackRow, TrackRows } from './track-rows.ts';
import { xmlElement } from './xml-write.ts';

/**
 * Reports as KML 2.2: a folder a ship, a placemark a report with its time, its point (none where the report has no
 * position) and its other columns as extended data. The manifest is extended data of the document.
 */
export function* kmlTexts(tracks: TrackRows, manifest: ExportManifest): Generator<string> {
  yield kmlHead('Tracks', manifest);
  for (const vessel of tracks.vessels) yield* kmlFolder(titleOf(vessel), placemarks(tracks, vessel));
  yield kmlFoot;
}

/** `LADY R (reconstructed)`. */
function titleOf(vessel: Vessel): string {
  return vessel.reconstructed ? `${vesselLabel(vessel)} (reconstructed)` : vesselLabel(vessel);
}

function* placemarks(tracks: TrackRows, vessel: Vessel): Generator<string> {
  for (const row of tracks.rowsOf(vessel)) yield placemarkOf(row);
}

function placemarkOf(row: TrackRow): string {
  const { store, index } = row;
  const lon = store.lon[index]!;
  const time = `<TimeStamp>${xmlElement('when', formatIso(store.t[index]!))}</TimeStamp>`;
  const data = DETAIL_COLUMNS.map(column => kmlData(column.name, valueText(column, row))).join('');
  const place = `${decimalText(lon)},${decimalText(store.lat[index]!)}`;
  const point = Number.isNaN(lon) ? '' : `<Point>${xmlElement('coordinates', place)}</Point>`;
  return `<Placemark>${time}<ExtendedData>${data}</ExtendedData>${point}</Placemark>\n`;
}
