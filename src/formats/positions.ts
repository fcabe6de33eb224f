import { AisStreamReader } from './aisstream.ts';
import { AivdmReader } from './aivdm.ts';
import { DanishCsvReader } from './danish-csv.ts';
import { GenericCsvReader } from './generic-csv.ts';
import { GeoJsonReader } from './geojson.ts';
import { GpxReader } from './gpx.ts';
import { KmlReader } from './kml.ts';
import { openNoaaCsv } from './noaa-csv.ts';
import type { PositionReader, ReaderContext } from './reader.ts';

/**
 * Formats of positions: a log of AIS sentences, Marine Cadastre's CSV, any other CSV, the Danish Maritime
 * Authority's CSV, messages of aisstream.io, GeoJSON, GPX, KML, Parquet.
 */
export const POSITION_FORMATS = [
  'aivdm',
  'noaa-csv',
  'csv',
  'danish-csv',
  'aisstream',
  'geojson',
  'gpx',
  'kml',
  'parquet',
] as const;
export type PositionFormat = (typeof POSITION_FORMATS)[number];

/**
 * Opens the reader of a format that is read from front to back, as `sniff` told it. Parquet isn't: its directory is
 * at its end, so that `readParquet` opens the file at any place.
 */
export function openPositions(format: PositionFormat, context: ReaderContext): PositionReader {
  switch (format) {
    case 'aivdm':
      return new AivdmReader(context);
    case 'noaa-csv':
      return openNoaaCsv(context);
    case 'csv':
      return new GenericCsvReader(context);
    case 'danish-csv':
      return new DanishCsvReader(context);
    case 'aisstream':
      return new AisStreamReader(context);
    case 'geojson':
      return new GeoJsonReader(context);
    case 'gpx':
      return new GpxReader(context);
    case 'kml':
      return new KmlReader(context);
    case 'parquet':
      throw new RangeError(`${context.file} is Parquet, which can’t be read from front to back`);
  }
}
