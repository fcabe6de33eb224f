import { formatIso, type Instant } from '../core/time/index.ts';
import { vesselLabel } from '../core/vessel/index.ts';
import { decimalText } from './decimal-text.ts';
import { EVENT_KINDS, type EventKind, type EventPlace, type EventRow } from './event-rows.ts';
import { type ExportColumn, valueText } from './export-column.ts';
import type { ExportManifest } from './export-manifest.ts';
import { kmlData, kmlFolder, kmlFoot, kmlHead } from './kml-write.ts';
import { xmlElement } from './xml-write.ts';

type Columns = readonly ExportColumn<EventRow>[];

const TITLES: Readonly<Record<EventKind, string>> = {
  finding: 'Findings',
  call: 'Calls',
  'dark call': 'Dark calls',
  silence: 'Silences',
  'open silence': 'Open silences',
};

/**
 * Events and findings as KML 2.2: a folder a kind, a placemark an event with its time span, its point or line (none
 * where it has no place) and all its columns as extended data.
 */
export function* eventsKmlTexts(
  columns: Columns,
  rows: readonly EventRow[],
  manifest: ExportManifest,
): Generator<string> {
  yield kmlHead('Events', manifest);
  for (const kind of EVENT_KINDS) {
    const ofKind = rows.filter(row => row.kind === kind);
    if (ofKind.length > 0)
      yield* kmlFolder(
        TITLES[kind],
        ofKind.map(row => placemarkOf(columns, row)),
      );
  }
  yield kmlFoot;
}

function placemarkOf(columns: Columns, row: EventRow): string {
  const { vessel, port, claim, from, to, text, places } = row;
  const title = [vesselLabel(vessel), port?.name ?? row.kind, claim].join(', ');
  const span = instantElement('begin', from) + instantElement('end', to);
  const data = columns.map(column => kmlData(column.name, valueText(column, row))).join('');
  return [
    `<Placemark>${xmlElement('name', title)}${xmlElement('description', text)}`,
    span === '' ? '' : `<TimeSpan>${span}</TimeSpan>`,
    `<ExtendedData>${data}</ExtendedData>${geometryOf(places)}</Placemark>\n`,
  ].join('');
}

function instantElement(name: string, t: Instant | null): string {
  return t === null ? '' : xmlElement(name, formatIso(t));
}

function geometryOf(places: readonly EventPlace[]): string {
  if (places.length === 0) return '';
  const coordinates = places.map(([lon, lat]) => `${decimalText(lon)},${decimalText(lat)}`).join(' ');
  const name = places.length === 1 ? 'Point' : 'LineString';
  return `<${name}>${xmlElement('coordinates', coordinates)}</${name}>`;
}
