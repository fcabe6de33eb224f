import { csvTexts } from './csv-write.ts';
import { eventColumns, eventTableColumns } from './event-columns.ts';
import type { EventRow } from './event-rows.ts';
import { eventsGeojsonTexts } from './events-geojson.ts';
import { eventsGpxTexts } from './events-gpx.ts';
import { eventsKmlTexts } from './events-kml.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportedCase, ExportManifest } from './export-manifest.ts';
import { parquetPieces } from './parquet-write.ts';
import type { Pieces } from './track-export.ts';
import { utf8Pieces } from './utf8-pieces.ts';

/**
 * Events and findings in a format, one row each. CSV has no room for the manifest; its rows name the files, their
 * digests and the method.
 */
export function writeEvents(
  format: ExportFormat,
  document: ExportedCase,
  rows: readonly EventRow[],
  manifest: ExportManifest,
): Pieces {
  const columns = eventColumns(document);
  switch (format) {
    case 'csv':
      return utf8Pieces(csvTexts(eventTableColumns(document), rows));
    case 'geojson':
      return utf8Pieces(eventsGeojsonTexts(columns, rows, manifest));
    case 'kml':
      return utf8Pieces(eventsKmlTexts(columns, rows, manifest));
    case 'gpx':
      return utf8Pieces(eventsGpxTexts(columns, rows, manifest));
    case 'parquet':
      return parquetPieces(eventTableColumns(document), rows, manifest);
  }
}
