import type { ReportSink } from '../../src/core/track/index.ts';
import { InputError, type Remedy } from '../../src/formats/input-error.ts';
import { openPositions, type PositionFormat } from '../../src/formats/positions.ts';
import { AS_WRITTEN, type ReaderContext, type Understanding } from '../../src/formats/reader.ts';
import { Tally } from '../../src/formats/tally.ts';

export interface RecordedReport {
  readonly mmsi: number;
  readonly imo: number;
  /** ISO time. */
  readonly t: string;
  readonly lon: number;
  readonly lat: number;
  readonly sog: number;
  readonly cog: number;
  readonly heading: number;
  readonly status: number;
  readonly flags: number;
  readonly row: number;
}

export interface RecordedStatics {
  readonly mmsi: number;
  readonly imo: number;
  readonly t: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly heard: boolean;
  readonly flags: number;
  readonly row: number;
}

/** Keeps what a reader hands over. */
export class RecordingSink implements ReportSink {
  readonly reports: RecordedReport[] = [];
  readonly staticRows: RecordedStatics[] = [];

  report(
    ...[mmsi, imo, t, lon, lat, sog, cog, heading, status, flags, , row]: Parameters<ReportSink['report']>
  ): void {
    this.reports.push({ mmsi, imo, t: isoOf(t), lon, lat, sog, cog, heading, status, flags, row });
  }

  statics(...[mmsi, imo, t, fields, heard, flags, , row]: Parameters<ReportSink['statics']>): void {
    this.staticRows.push({ mmsi, imo, t: isoOf(t), fields: { ...fields }, heard, flags, row });
  }
}

export interface ReadResult {
  readonly reports: readonly RecordedReport[];
  readonly statics: readonly RecordedStatics[];
  readonly rows: number;
  readonly accepted: number;
  /** Rows by reason. */
  readonly setAside: Readonly<Record<string, number>>;
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly notes: Readonly<Record<string, number>>;
  readonly understanding: Understanding;
  /** What `end` or `push` threw; only an `InputError` is caught. */
  readonly error: string | null;
  readonly remedy: Remedy | null;
}

/** Reads bytes cut into chunks and returns all that came of it. */
export function readPositions(
  format: PositionFormat,
  chunks: readonly Uint8Array[],
  options: Partial<Omit<ReaderContext, 'file' | 'source' | 'sink' | 'tally'>> = {},
): ReadResult {
  const sink = new RecordingSink();
  const tally = new Tally();
  const context = { file: 'file', source: 3, sink, tally, flags: 0, zoneMinutes: null, ...options };
  const reader = openPositions(format, context);
  let error: string | null = null;
  let remedy: Remedy | null = null;
  try {
    for (const chunk of chunks) reader.push(chunk);
    reader.end();
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    error = thrown.message;
    remedy = thrown.remedy;
  }
  const setAside = [...tally.setAside];
  return {
    reports: sink.reports,
    statics: sink.staticRows,
    rows: tally.rows,
    accepted: tally.accepted,
    setAside: Object.fromEntries(setAside.map(([reason, { rows }]) => [reason, rows])),
    examples: Object.fromEntries(
      setAside.map(([reason, { examples }]) => [
        reason,
        examples.map(({ line, text }) => `${line}: ${text}`),
      ]),
    ),
    understanding: reader.understanding ?? AS_WRITTEN,
    notes: Object.fromEntries('notes' in reader ? (reader.notes as Map<string, number>) : []),
    error,
    remedy,
  };
}

/** Cuts bytes at random places into chunks of 1 to `greatest` bytes. */
export function cutAtRandom(bytes: Uint8Array, greatest: number, random: () => number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = at + 1 + Math.floor(random() * greatest);
    chunks.push(bytes.slice(at, end));
    at = end;
  }
  return chunks;
}

function isoOf(t: number): string {
  return new Date(t).toISOString();
}
