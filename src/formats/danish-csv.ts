import { CsvPositions } from './csv-positions.ts';
import { DanishRows } from './danish-rows.ts';
import { InputError } from './input-error.ts';
import { PositionColumns, plainName } from './position-columns.ts';
import type { ReaderContext } from './reader.ts';

/** What no other file of positions has together, written plainly. The first is `# Timestamp` in the file. */
const TELLING_NAMES: readonly string[] = ['timestamp', 'typeofmobile', 'mmsi', 'latitude', 'longitude'];

/** Whether a header is that of the Danish Maritime Authority: `# Timestamp,Type of mobile,MMSI,Latitude,...`. */
export function isDanishHeader(names: readonly string[]): boolean {
  const plain = new Set(names.map(plainName));
  return TELLING_NAMES.every(name => plain.has(name));
}

/**
 * Reads AIS files of the Danish Maritime Authority. A row is a record below the header. Times are
 * `dd/mm/yyyy hh:mm:ss`, name no zone and are UTC, so that the zone given for other files doesn't matter.
 * Status, ship type and type of mobile come as words: `Class B` flags its row, and a base station, an aid to
 * navigation, an aircraft or a rescue device is no ship. `Unknown` and `Undefined` are not given, and so are
 * the sentinels of AIS; a position at 91 N counts as heard without one.
 *
 * Rows are set aside as `fields`, `no id`, `bad id`, `no time`, `bad time`, `bad number` or `out of range`.
 * Throws `InputError` for a file of which no row was accepted.
 */
export class DanishCsvReader extends CsvPositions {
  constructor(context: ReaderContext) {
    super(context, (header, line, notes) => {
      if (isDanishHeader(header)) return new DanishRows(new PositionColumns(header), context, notes);
      const found = header.map(name => name.trim()).join(', ');
      throw new InputError(
        context.file,
        line,
        'the header # Timestamp,Type of mobile,MMSI,…',
        `columns ${found}`,
      );
    });
  }
}
