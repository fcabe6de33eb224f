import { type ExportColumn, valueText } from './export-column.ts';
import { formulaSafe } from './formula-text.ts';

const NEEDS_QUOTES = /[",\r\n]/;

/** A row of CSV (RFC 4180). Text is made safe by `formulaSafe`; numbers stay numbers. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A table as CSV, header first, a text for each row. What isn't known is empty. */
export function* csvTexts<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: Iterable<Row>,
): Generator<string> {
  yield csvRow(columns.map(({ name }) => name));
  for (const row of rows) {
    const cells = columns.map(column => {
      const text = valueText(column, row) ?? '';
      return column.type === 'text' && text !== '' ? textCell(text) : text;
    });
    yield `${cells.join(',')}\r\n`;
  }
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : textCell(value);
}

function textCell(text: string): string {
  const safe = formulaSafe(text);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
