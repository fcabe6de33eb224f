import { csvTexts } from './csv-write.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportManifest } from './export-manifest.ts';
import { parquetPieces } from './parquet-write.ts';
import { TRACK_COLUMNS } from './track-columns.ts';
import type { TrackRows } from './track-rows.ts';
import { geojsonTexts } from './tracks-geojson.ts';
import { gpxTexts } from './tracks-gpx.ts';
import { kmlTexts } from './tracks-kml.ts';
import { utf8Pieces } from './utf8-pieces.ts';

/** Bytes of a file, piece by piece. */
export type Pieces = Iterable<Uint8Array<ArrayBuffer>> | AsyncIterable<Uint8Array<ArrayBuffer>>;

/**
 * Reports in a format that our own readers take again: the same ships, and of every report the same time, place,
 * motion, static data and flags. CSV has no room for the manifest; its rows name the file, its digest and the method.
 */
export function writeTracks(format: ExportFormat, tracks: TrackRows, manifest: ExportManifest): Pieces {
  switch (format) {
    case 'csv':
      return utf8Pieces(csvTexts(TRACK_COLUMNS, tracks));
    case 'geojson':
      return utf8Pieces(geojsonTexts(tracks, manifest));
    case 'kml':
      return utf8Pieces(kmlTexts(tracks, manifest));
    case 'gpx':
      return utf8Pieces(gpxTexts(tracks, manifest));
    case 'parquet':
      return parquetPieces(TRACK_COLUMNS, tracks, manifest);
  }
}
