import type { Sighting } from '../core/ports/index.ts';
import { endOfDay, type Instant, parseDay, parseTime } from '../core/time/index.ts';
import type { CsvRecord } from './csv.ts';
import { CsvTable } from './csv-table.ts';
import { Tally } from './tally.ts';

export interface SightingsRead {
  /** In the order of the file. */
  readonly sightings: readonly Sighting[];
  readonly tally: Tally;
}

/**
 * Reads published sightings: `date_start,date_end,vessel,imo,place,kind,note,source`, by column name. A date is a
 * day, a month (`2024-04`, all of it) or an instant with its zone; an empty `date_end` means the day of the start.
 * Rows without a readable date or without a place are set aside. `imo` is 0 unless it is one number of seven digits.
 *
 * Throws `InputError` where the columns `date_start`, `vessel` and `place` are missing.
 */
export function readSightingsCsv(bytes: Uint8Array, file: string): SightingsRead {
  const table = new CsvTable(bytes, file);
  table.require('date_start', 'vessel', 'place');
  const tally = new Tally();
  const sightings: Sighting[] = [];
  for (const row of table.rows) {
    const read = readSighting(table, row);
    if (typeof read === 'string') {
      tally.aside(read, row.line, row.fields.join(','));
      continue;
    }
    tally.accept();
    sightings.push(read);
  }
  return { sightings, tally };
}

/** The sighting of a row, or why the row is set aside. */
function readSighting(table: CsvTable, row: CsvRecord): Sighting | string {
  const first = readPeriod(table.cell(row, 'date_start'));
  if (!first) return 'date_start is no date';
  const end = table.cell(row, 'date_end');
  const last = end === '' ? first : readPeriod(end);
  if (!last) return 'date_end is no date';
  if (last.from < first.from && last.to <= first.from) return 'date_end is before date_start';
  const place = table.cell(row, 'place');
  if (place === '') return 'no place';
  const imo = table.cell(row, 'imo');
  return {
    id: `sighting/${row.line}`,
    from: first.from,
    to: last.to,
    vessel: table.cell(row, 'vessel'),
    imo: /^\d{7}$/.test(imo) ? Number(imo) : 0,
    place,
    kind: table.cell(row, 'kind').toLowerCase(),
    note: table.cell(row, 'note'),
    source: table.cell(row, 'source'),
    line: row.line,
  };
}

/** The time that a date covers: from its first instant to the first after it. */
function readPeriod(text: string): { readonly from: Instant; readonly to: Instant } | null {
  if (/^\d{4}-\d{2}$/.test(text)) return monthPeriod(text);
  const day = parseDay(text);
  if (!Number.isNaN(day)) return { from: day, to: endOfDay(text) };
  const time = parseTime(text);
  return time.kind === 'instant' ? { from: time.t, to: time.t } : null;
}

function monthPeriod(month: string): { readonly from: Instant; readonly to: Instant } | null {
  const last = [31, 30, 29, 28].find(day => !Number.isNaN(parseDay(`${month}-${day}`)));
  return last === undefined ? null : { from: parseDay(`${month}-01`), to: endOfDay(`${month}-${last}`) };
}
