import { firstAfter, lastAtOrBefore, Verdict } from '../../core/track/index.ts';
import type { ExportRequest } from '../../engine/engine.ts';
import type { CaseData } from '../../state/case-data.ts';

type Choice = Pick<ExportRequest, 'what' | 'ships' | 'from' | 'to' | 'clean'>;

/** Bytes that a row takes, on the average of the demonstration case and a live stream. */
const BYTES_PER_ROW = {
  tracks: { csv: 240, geojson: 310, kml: 670, gpx: 240, parquet: 22 },
  events: { csv: 900, geojson: 1100, kml: 2000, gpx: 1300, parquet: 70 },
} as const;

/** What an export holds: `rows` reports or events, and about so many bytes. */
export interface ExportSize {
  readonly rows: number;
  readonly bytes: number;
}

export function exportSize(data: CaseData, request: Choice & Pick<ExportRequest, 'format'>): ExportSize {
  const rows = request.what === 'tracks' ? countReports(data, request) : countEvents(data, request);
  return { rows, bytes: rows * BYTES_PER_ROW[request.what][request.format] };
}

function countReports({ vessels, store }: CaseData, { ships, from, to, clean }: Choice): number {
  const { t, starts, verdict } = store;
  let reports = 0;
  for (const { id, index } of vessels) {
    if (ships.length > 0 && !ships.includes(id)) continue;
    const start = starts[index]!;
    const end = starts[index + 1]!;
    const first = lastAtOrBefore(t, start, end, from - 1) + 1;
    const past = firstAfter(t, start, end, to);
    if (!clean) reports += past - first;
    else for (let i = first; i < past; i++) if (verdict[i] === Verdict.ok) reports++;
  }
  return reports;
}

function countEvents({ analysis }: CaseData, { ships, from, to }: Choice): number {
  const { findings, calls, darkCalls, silences, openSilences } = analysis;
  const spans = [
    ...findings,
    ...silences,
    ...openSilences.map(({ vessel, from: start }) => ({ vessel, from: start, to: Number.POSITIVE_INFINITY })),
    ...darkCalls.map(({ vessel, earliest, latest }) => ({ vessel, from: earliest, to: latest })),
    ...calls.map(({ vessel, arrival, departure }) => ({
      vessel,
      from: arrival.after ?? arrival.before!,
      to: departure.before ?? departure.after ?? Number.POSITIVE_INFINITY,
    })),
  ];
  const isChosen = (id: string): boolean => ships.length === 0 || ships.includes(id);
  return spans.filter(span => isChosen(span.vessel.id) && span.to >= from && span.from <= to).length;
}
