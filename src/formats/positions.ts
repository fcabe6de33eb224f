import { AivdmReader } from './aivdm.ts';
import { GenericCsvReader } from './generic-csv.ts';
import { openNoaaCsv } from './noaa-csv.ts';
import type { PositionReader, ReaderContext } from './reader.ts';

/** Formats of positions: a log of AIS sentences, Marine Cadastre's CSV, any other CSV. */
export const POSITION_FORMATS = ['aivdm', 'noaa-csv', 'csv'] as const;
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
  }
}
