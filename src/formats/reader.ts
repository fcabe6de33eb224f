import type { ReportSink } from '../core/track/index.ts';
import type { Tally } from './tally.ts';

/**
 * Reads one file of positions, chunk by chunk and synchronously. The caller feeds bytes and stops whenever
 * it likes; nothing is held but an unfinished line. Throws `InputError` where the file as a whole can't be read.
 */
export interface PositionReader {
  /** What was accepted but is worth a word, with its count. */
  readonly notes: ReadonlyMap<string, number>;
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
}
