import { type Instant, MINUTE_MS, parseTime } from '../core/time/index.ts';
import type { ColumnChoice, TimeFormat } from '../formats/reader.ts';
import { parseTableTime } from '../formats/table-dates.ts';
import type { TablePreview } from '../formats/table-preview.ts';
import { epochInstant } from '../formats/time-field.ts';

/** The ways in which one text of a file can be read as a time. */
export interface TimeSample {
  readonly text: string;
  /** What it is in each format that it can be read in; without a zone, what it would be in UTC. At least one. */
  readonly readings: ReadonlyMap<TimeFormat, Instant>;
  /** True where the text says its zone, or needs none. */
  readonly namesZone: boolean;
}

/** What the first rows of a file leave open about its times. */
export interface OpenTimes {
  readonly samples: readonly TimeSample[];
  /** The first date that can be read two ways; null where there is none. */
  readonly twofold: TimeSample | null;
  /** A sample that can be read in one order of day and month only; null where none settles it. */
  readonly settledBy: { readonly sample: TimeSample; readonly format: 'day-first' | 'month-first' } | null;
  readonly needsZone: boolean;
}

/** `2:05`, `02:05:00`: a clock, whose date stands in a column of its own. */
const CLOCK_ALONE = /^\s*\d{1,2}:/;

/** Reads a text as a time in every way that it allows; null for what is no time. */
export function readTimeSample(text: string): TimeSample | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const epoch = epochInstant(Number(trimmed));
  if (!Number.isNaN(epoch)) {
    const format = Math.abs(Number(trimmed) - epoch) < 1 ? 'epoch-ms' : 'epoch-s';
    return { text: trimmed, readings: new Map([[format, epoch]]), namesZone: true };
  }
  const iso = parseTime(trimmed);
  if (iso.kind !== 'invalid') {
    return { text: trimmed, readings: new Map([['iso', iso.t]]), namesZone: iso.kind === 'instant' };
  }
  return readTableTime(trimmed);
}

function readTableTime(text: string): TimeSample | null {
  const time = parseTableTime(text);
  if (!time) return null;
  const offsetMs = (time.zoneMinutes ?? 0) * MINUTE_MS;
  const byFormat: [TimeFormat, Instant][] =
    time.kind === 'day-month'
      ? [
          ['day-first', time.dayFirst],
          ['month-first', time.monthFirst],
          ['iso', time.yearFirst],
        ]
      : [[time.kind === 'year-first' ? 'iso' : 'day-first', time.t]];
  const readings = byFormat
    .filter(([, t]) => !Number.isNaN(t))
    .map(([format, t]) => [format, t - offsetMs] as const);
  return readings.length === 0
    ? null
    : { text, readings: new Map(readings), namesZone: time.zoneMinutes !== null };
}

/** True for a date that is another day in another order of its numbers. */
export function isTwofold({ readings }: TimeSample): boolean {
  return new Set(readings.values()).size > 1;
}

/** Looks through the first rows of a file for what its times leave open, with its columns as they are chosen now. */
export function openTimes(table: TablePreview, columns: ColumnChoice): OpenTimes {
  const samples = timeTexts(table, columns).flatMap(text => readTimeSample(text) ?? []);
  const settling = samples.find(({ readings }) => readings.size === 1 && orderOf(readings) !== null);
  const format = settling ? orderOf(settling.readings) : null;
  return {
    samples,
    twofold: samples.find(isTwofold) ?? null,
    settledBy: settling && format ? { sample: settling, format } : null,
    needsZone: samples.some(({ namesZone }) => !namesZone),
  };
}

function orderOf(readings: TimeSample['readings']): 'day-first' | 'month-first' | null {
  if (readings.has('day-first')) return 'day-first';
  return readings.has('month-first') ? 'month-first' : null;
}

/** The texts of the time column; where it holds clocks alone, with the dates of the date column. */
function timeTexts({ header, rows }: TablePreview, columns: ColumnChoice): string[] {
  const names = header.map(name => name.trim());
  const indexOf = (name: string | undefined): number => (name ? names.indexOf(name) : -1);
  const date = indexOf(columns.get('date'));
  const time = columns.get('time') ? indexOf(columns.get('time')) : date;
  return rows.map(row => {
    const text = row[time] ?? '';
    return CLOCK_ALONE.test(text) && date >= 0 ? `${row[date]} ${text.trim()}` : text;
  });
}
