import {
  Collector,
  type Fleet,
  judgeFixes,
  type ReportSink,
  type StaticFields,
} from '../../src/core/track/index.ts';

/** A report as a reader passes it on. What isn't given is not available. */
export interface Report {
  readonly mmsi: number;
  readonly imo?: number;
  readonly t: number;
  readonly lon?: number;
  readonly lat?: number;
  readonly sog?: number;
  readonly cog?: number;
  readonly heading?: number;
  readonly status?: number;
  readonly flags?: number;
  readonly source?: number;
  /** Else its place among the reports of its source, from 1. */
  readonly row?: number;
  /** Static data in the same row; without a position, a message of its own. */
  readonly statics?: StaticFields;
}

/** Writes down what a reader passes on, so that a file can be changed before it is collected. */
export class Recorder implements ReportSink {
  readonly reports: Report[] = [];

  report(...columns: Parameters<ReportSink['report']>): void {
    const [mmsi, imo, t, lon, lat, sog, cog, heading, status, flags, source, row] = columns;
    this.reports.push({ mmsi, imo, t, lon, lat, sog, cog, heading, status, flags, source, row });
  }

  statics(...columns: Parameters<ReportSink['statics']>): void {
    const [mmsi, imo, t, statics, heard, flags, source, row] = columns;
    if (heard) this.reports.push({ mmsi, imo, t, flags, source, row, statics });
    else this.reports.push({ ...this.reports.pop()!, statics });
  }
}

export function collect(reports: readonly Report[]): Collector {
  const collector = new Collector();
  const rows = new Map<number, number>();
  for (const report of reports) {
    const source = report.source ?? 0;
    rows.set(source, (rows.get(source) ?? 0) + 1);
    pass(report, source, report.row ?? rows.get(source)!, collector);
  }
  return collector;
}

/** Reports in columns, the fixes not judged yet. */
export function fleetOf(reports: readonly Report[]): Fleet {
  return collect(reports).finish();
}

export function judgedFleetOf(reports: readonly Report[]): Fleet {
  const fleet = fleetOf(reports);
  judgeFixes(fleet);
  return fleet;
}

function pass(report: Report, source: number, row: number, sink: ReportSink): void {
  const { mmsi, imo = 0, t, flags = 0, statics, status = 15 } = report;
  const { lon = NaN, lat = NaN, sog = NaN, cog = NaN, heading = NaN } = report;
  if (statics && Number.isNaN(lon)) {
    sink.statics(mmsi, imo, t, statics, true, flags, source, row);
    return;
  }
  sink.report(mmsi, imo, t, lon, lat, sog, cog, heading, status, flags, source, row);
  if (statics) sink.statics(mmsi, imo, t, statics, false, flags, source, row);
}
