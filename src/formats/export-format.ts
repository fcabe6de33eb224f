/** Formats that tracks and events are exported in. */
export const EXPORT_FORMATS = ['csv', 'geojson', 'kml', 'gpx', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is exported: reports of ships, or the events and findings made of them. */
export const EXPORT_SUBJECTS = ['tracks', 'events'] as const;
export type ExportSubject = (typeof EXPORT_SUBJECTS)[number];

/** Media types, as a browser saves them under. */
export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  kml: 'application/vnd.google-earth.kml+xml',
  gpx: 'application/gpx+xml',
  parquet: 'application/vnd.apache.parquet',
};
