import { formatIso } from '../core/time/index.ts';
import { decimalText } from './decimal-text.ts';

/** A column of an exported table. Every format is written from the same columns. */
export interface ExportColumn<Row> {
  readonly name: string;
  /** `time` in milliseconds UTC; `float32` and `float64` say what a number was held in; `int` is from 0 to 2^32 - 1. */
  readonly type: 'time' | 'text' | 'float32' | 'float64' | 'int';
  /** The value, null where not known. */
  readonly of: (row: Row) => string | number | null;
}

/** The value as text: times in ISO 8601 UTC, numbers as the shortest decimal. Null where not known. */
export function valueText<Row>({ type, of }: ExportColumn<Row>, row: Row): string | null {
  const value = of(row);
  if (typeof value !== 'number') return value;
  return type === 'time' ? formatIso(value) : decimalText(value);
}

/** The value for JSON: as `valueText`, numbers as numbers. */
export function valueJson<Row>({ type, of }: ExportColumn<Row>, row: Row): string | number | null {
  const value = of(row);
  return typeof value === 'number' && type === 'time' ? formatIso(value) : value;
}

/** The number, null where it isn't known. */
export function knownNumber(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
