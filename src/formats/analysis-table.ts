import { csvTexts } from './csv-write.ts';
import { eventColumns, eventTableColumns } from './event-columns.ts';
import { eventManifest } from './event-manifest.ts';
import { eventRows } from './event-rows.ts';
import { eventsGeojsonTexts } from './events-geojson.ts';
import type { ExportedCase } from './export-manifest.ts';

/** All of time. */
const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Events and findings as CSV, formula-safe, one a line, findings first. */
export function analysisCsv(document: ExportedCase): string {
  return [...csvTexts(eventTableColumns(document), eventRows(document.analysis))].join('');
}

/** Events and findings as GeoJSON, without the time at which it was made: the same case gives the same text. */
export function analysisGeojson(document: ExportedCase): string {
  const rows = eventRows(document.analysis);
  const manifest = eventManifest(document, rows, { ...ALWAYS, madeAt: null });
  return [...eventsGeojsonTexts(eventColumns(document), rows, manifest)].join('');
}
