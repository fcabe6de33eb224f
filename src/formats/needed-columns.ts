import { InputError } from './input-error.ts';
import type { PositionColumns } from './position-columns.ts';
import type { ReaderContext } from './reader.ts';

/**
 * Throws `InputError` unless the columns have a time, a place, and a ship or the context says whose the rows are.
 * Its remedy is to name the columns, or where only the ship is missing to name that. `line` is that of the header.
 */
export function requireColumns(columns: PositionColumns, context: ReaderContext, line: number): void {
  const isSomebody = columns.has('mmsi') || columns.has('imo') || Boolean(context.ship);
  const missing = [
    columns.has('time') || columns.has('date') ? '' : 'a time column (time, timestamp, …)',
    columns.has('lat') ? '' : 'a latitude column (lat, latitude)',
    columns.has('lon') ? '' : 'a longitude column (lon, lng, longitude)',
  ].filter(Boolean);
  if (isSomebody && missing.length === 0) return;
  const expected = isSomebody ? missing : ['an id column (mmsi or imo)', ...missing];
  const found = columns.header.map(name => name.trim()).join(', ');
  throw new InputError(context.file, line, expected.join(', '), `columns ${found}`, {
    remedy: missing.length > 0 ? 'columns' : 'ship',
  });
}
