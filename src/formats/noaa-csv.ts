import { GenericCsvReader } from './generic-csv.ts';
import { plainName } from './position-columns.ts';
import type { ReaderContext } from './reader.ts';

/** What both editions of the header have, written plainly. */
const TELLING_NAMES: readonly string[] = ['mmsi', 'basedatetime', 'sog', 'cog', 'heading', 'vesselname'];

/**
 * Whether a header is one of Marine Cadastre's AIS files: `MMSI,BaseDateTime,LAT,LON,...` up to 2024,
 * `mmsi,base_date_time,longitude,latitude,...` since.
 */
export function isNoaaHeader(names: readonly string[]): boolean {
  const plain = new Set(names.map(plainName));
  return TELLING_NAMES.every(name => plain.has(name));
}

/**
 * Opens a Marine Cadastre file (NOAA and BOEM, United States). Its times name no zone and are UTC by its data
 * dictionary, so that the zone given for other files doesn't matter. Else as any CSV of positions.
 */
export function openNoaaCsv(context: ReaderContext): GenericCsvReader {
  return new GenericCsvReader({ ...context, zoneMinutes: 0 });
}
