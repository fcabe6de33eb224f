import { quoteText } from './byte-text.ts';
import { CsvPositions } from './csv-positions.ts';
import { InputError } from './input-error.ts';
import { requireColumns } from './needed-columns.ts';
import { isPositionRecord } from './plausible-record.ts';
import { PositionColumns } from './position-columns.ts';
import { PositionRows } from './position-rows.ts';
import type { ReaderContext } from './reader.ts';

/**
 * Reads positions out of CSV by column name, or as the user chose: one of `mmsi` and `imo`, then `time`, `lat` and
 * `lon`; `date`, `sog`, `cog`, `heading`, `status`, `name`, `callsign`, `destination`, `draught`, `type`, `length`,
 * `width`, `flag`, `transceiver` and `source` where they are there. A row is a record below the header; blank lines
 * are none. A file without an id column is that of the ship given.
 *
 * Times are as `TimeField` and `RowTime` have them, coordinates as `parseCoordinate`; other numbers have a decimal
 * point or comma. An empty field is not given, and so are the sentinels of AIS (181, 91, 102.3, 360, 511); without
 * latitude and longitude the row still counts as heard. A `source` of `reconstructed` or `synthetic` flags its row,
 * a `transceiver` of `B` too. An IMO number with a wrong check digit is passed on as none where an MMSI is there,
 * and counted in `notes`; so is a column chosen that the header doesn't have.
 *
 * Rows are set aside as `fields` (not as many as the header), `no id`, `bad id`, `no time`, `bad time`, `bad
 * number` or `out of range`. Throws `InputError` for a file without a header, for a missing column, a date that can
 * be read two ways or a time without a zone where neither was said, and a file of which no row was accepted.
 */
export class GenericCsvReader extends CsvPositions {
  constructor(context: ReaderContext) {
    super(context, (header, line, notes) => {
      if (isPositionRecord(header)) {
        throw new InputError(
          context.file,
          line,
          'a header line with column names',
          quoteText(header.join(', ')),
        );
      }
      const columns = new PositionColumns(header, context.columns);
      for (const name of columns.absent) notes.add(`no column ${name}, which was chosen`);
      requireColumns(columns, context, line);
      return new PositionRows(columns, context, notes);
    });
  }
}
