import type { ReportSink } from '../core/track/index.ts';
import type { PositionColumn } from './position-columns.ts';
import type { Tally } from './tally.ts';

/** How times are written, where a file leaves it open: 03/04/2024 is read two ways, and so is a bare number. */
export const TIME_FORMATS = ['iso', 'day-first', 'month-first', 'epoch-s', 'epoch-ms'] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

/** The ship of reports that name none. One of the two is above 0. */
export interface ShipIdentity {
  /** 0 where not given. */
  readonly mmsi: number;
  /** 0 where not given. */
  readonly imo: number;
}

/**
 * Name in the header by what it means, where the user says so: an empty name is not read, and a meaning that isn't
 * in it goes by the names it is known by. A column chosen for one meaning is not guessed for another.
 */
export type ColumnChoice = ReadonlyMap<PositionColumn, string>;

/** How a reader took what a file leaves open. */
export interface Understanding {
  /** Columns that were read: what each means, and its name in the header. Empty for formats without columns. */
  readonly columns: readonly (readonly [meaning: string, name: string])[];
  /** How times were taken that can be taken in several ways (`times without a zone: UTC+09:00`); else empty. */
  readonly timeNote: string;
}

export const AS_WRITTEN: Understanding = { columns: [], timeNote: '' };

/**
 * Reads one file of positions, chunk by chunk and synchronously. The caller feeds bytes and stops whenever
 * it likes; nothing is held but an unfinished line. Throws `InputError` where the file as a whole can't be read.
 */
export interface PositionReader {
  /** What was accepted but is worth a word, with its count. */
  readonly notes: ReadonlyMap<string, number>;
  /** Known once the file has ended; absent where a format leaves nothing open. */
  readonly understanding?: Understanding;
  push(chunk: Uint8Array): void;
  /** Ends the file: reads the last line, gives up unfinished messages. */
  end(): void;
}

export interface ReaderContext {
  /** Name to use in errors. */
  readonly file: string;
  /** Index of the input, stored with every report. */
  readonly source: number;
  readonly sink: ReportSink;
  readonly tally: Tally;
  /** Flags of every report of this file (`Flag`); a column may add to them row by row. */
  readonly flags: number;
  /** Offset of civil times that name no zone, minutes east of UTC; null refuses such times. */
  readonly zoneMinutes: number | null;
  /** True reads what is there of a log that is cut off; otherwise such a log is refused. */
  readonly partial?: boolean;
  /** How times are written; null tells it by their form, and refuses what can be read two ways. */
  readonly timeFormat?: TimeFormat | null;
  /** The columns to read, as the user chose them; null goes by their names. */
  readonly columns?: ColumnChoice | null;
  /** The ship of a file that names none; null refuses such a file. */
  readonly ship?: ShipIdentity | null;
}
