import { AisStreamReader } from './aisstream.ts';
import { AivdmReader } from './aivdm.ts';
import { DanishCsvReader } from './danish-csv.ts';
import { GenericCsvReader } from './generic-csv.ts';
import { GeoJsonReader } from './geojson.ts';
import { openNoaaCsv } from './noaa-csv.ts';
import type { PositionReader, ReaderContext } from './reader.ts';

/**
 * Formats of positions: a log of AIS sentences, Marine Cadastre's CSV, any other CSV, the Danish Maritime
 * Authority's CSV, messages of aisstream.io, GeoJSON.
 */
export const POSITION_FORMATS = ['aivdm', 'noaa-csv', 'csv', 'danish-csv', 'aisstream', 'geojson'] as const;
export type PositionFormat = (typeof POSITION_FORMATS)[number];

/** Opens the reader of a format, as `sniff` told it. */
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
  }
}
