import { formatIso } from '../core/time/index.ts';
import { vesselLabel } from '../core/vessel/index.ts';
import { decimalText } from './decimal-text.ts';
import type { EventRow } from './event-rows.ts';
import { type ExportColumn, valueText } from './export-column.ts';
import type { ExportManifest } from './export-manifest.ts';
import { gpxFoot, gpxHead, gpxValue } from './gpx-write.ts';
import { xmlElement } from './xml-write.ts';

type Columns = readonly ExportColumn<EventRow>[];

/**
 * Events and findings as GPX 1.1: a waypoint each, at its port or where the ship was last heard, with its time, name,
 * text and kind, and all its columns as extensions. An event without a place can be no waypoint: it is a `w:event`
 * in the extensions of the metadata.
 */
export function* eventsGpxTexts(
  columns: Columns,
  rows: readonly EventRow[],
  manifest: ExportManifest,
): Generator<string> {
  const placeless = rows.filter(({ places }) => places.length === 0);
  yield gpxHead(
    'Events',
    manifest,
    placeless.map(row => `<w:event>${detailsOf(columns, row)}</w:event>\n`),
  );
  for (const row of rows) if (row.places.length > 0) yield waypointOf(columns, row);
  yield gpxFoot;
}

function waypointOf(columns: Columns, row: EventRow): string {
  const { vessel, port, kind, claim, from, text, places } = row;
  const [lon, lat] = places[0]!;
  return [
    `<wpt lat="${decimalText(lat)}" lon="${decimalText(lon)}">`,
    from === null ? '' : xmlElement('time', formatIso(from)),
    xmlElement('name', [vesselLabel(vessel), port?.name ?? kind, claim].join(', ')),
    xmlElement('desc', text),
    xmlElement('type', kind),
    `<extensions>${detailsOf(columns, row)}</extensions></wpt>\n`,
  ].join('');
}

function detailsOf(columns: Columns, row: EventRow): string {
  return columns.map(column => gpxValue(column.name, valueText(column, row))).join('');
}
