import { CsvPositions } from './csv-positions.ts';
import { InputError } from './input-error.ts';
import { PositionColumns } from './position-columns.ts';
import { PositionRows } from './position-rows.ts';
import type { ReaderContext } from './reader.ts';

/**
 * Reads positions out of CSV by column name: one of `mmsi` and `imo`, then `time`, `lat` and `lon`; `sog`,
 * `cog`, `heading`, `status`, `name`, `callsign`, `destination`, `draught`, `type`, `length`, `width`, `flag`,
 * `transceiver` and `source` where they are there. A row is a record below the header; blank lines are none.
 *
 * An empty field is not given, and so are the sentinels of AIS (181, 91, 102.3, 360, 511); without latitude
 * and longitude the row still counts as heard. A `source` of `reconstructed` or `synthetic` flags its row, a
 * `transceiver` of `B` too. An IMO number with a wrong check digit is passed on as none where an MMSI is
 * there, and counted in `notes`.
 *
 * Rows are set aside as `fields` (not as many as the header), `no id`, `bad id`, `no time`, `bad time`, `bad
 * number` or `out of range`. Throws `InputError` for a missing column, a time without a zone where none was
 * given, and a file of which no row was accepted.
 */
export class GenericCsvReader extends CsvPositions {
  constructor(context: ReaderContext) {
    super(context, (header, line, notes) => {
      const columns = new PositionColumns(header);
      requireColumns(columns, context.file, line);
      return new PositionRows(columns, context, notes);
    });
  }
}

function requireColumns(columns: PositionColumns, file: string, line: number): void {
  const missing = [
    columns.has('mmsi') || columns.has('imo') ? '' : 'an id column (mmsi or imo)',
    columns.has('time') ? '' : 'a time column (time, timestamp, …)',
    columns.has('lat') ? '' : 'a latitude column (lat, latitude)',
    columns.has('lon') ? '' : 'a longitude column (lon, lng, longitude)',
  ].filter(Boolean);
  if (missing.length === 0) return;
  const found = columns.header.map(name => name.trim()).join(', ');
  throw new InputError(file, line, missing.join(', '), `columns ${found}`);
}
