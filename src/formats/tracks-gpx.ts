import { formatIso } from '../core/time/index.ts';
import { Verdict } from '../core/track/index.ts';
import { type Vessel, vesselLabel } from '../core/vessel/index.ts';
import { decimalText } from './decimal-text.ts';
import { valueText } from './export-column.ts';
import type { ExportManifest } from './export-manifest.ts';
import { gpxFoot, gpxHead, gpxValue } from './gpx-write.ts';
import { DETAIL_COLUMNS } from './track-columns.ts';
import type { TrackRow, TrackRows } from './track-rows.ts';
import { xmlElement } from './xml-write.ts';

/**
 * What every report of a track may have in common, and is then said once for the track. What a ship says of itself
 * belongs to the very report that said it, and stays there.
 */
const COMMON = [
  'mmsi',
  'imo',
  'transceiver',
  'long_range',
  'source',
  'provider',
  'verdict',
  'segment',
  'file',
];

/** Reports of a ship that make one track of the file. */
interface Track {
  readonly title: string;
  /** Rows of the store with a position. */
  readonly fixes: readonly number[];
  /** Rows of the store without one. */
  readonly heard: readonly number[];
  /** True where the fixes don't follow from each other: each is a segment of its own, and no line joins them. */
  readonly apart: boolean;
}

/**
 * Reports as GPX 1.1: a track for each segment of each ship, and one for its fixes whose verdict isn't `ok`, which
 * no line joins. A report without a position is a `w:heard` in the extensions of the ship's first track. The
 * manifest is in the extensions of the metadata.
 */
export function* gpxTexts(tracks: TrackRows, manifest: ExportManifest): Generator<string> {
  yield gpxHead('Tracks', manifest);
  for (const vessel of tracks.vessels) {
    for (const track of tracksOf(tracks, vessel)) yield* trackTexts(tracks, vessel, track);
  }
  yield gpxFoot;
}

function tracksOf(tracks: TrackRows, vessel: Vessel): Track[] {
  const segments = new Map<number, number[]>();
  const faults: number[] = [];
  const heard: number[] = [];
  for (const index of tracks.indicesOf(vessel)) {
    const { store } = tracks;
    const segment = store.segment[index]!;
    if (Number.isNaN(store.lon[index]!)) heard.push(index);
    else if (store.verdict[index] !== Verdict.ok) faults.push(index);
    else if (segments.has(segment)) segments.get(segment)!.push(index);
    else segments.set(segment, [index]);
  }
  const label = vessel.reconstructed ? `${vesselLabel(vessel)} (reconstructed)` : vesselLabel(vessel);
  const found: Track[] = [...segments].map(([segment, fixes]) => ({
    title: segments.size > 1 ? `${label}, segment ${segment}` : label,
    fixes,
    heard: [],
    apart: false,
  }));
  if (faults.length > 0)
    found.push({ title: `${label}, fixes not used`, fixes: faults, heard: [], apart: true });
  const [first = { title: label, fixes: [], apart: false }, ...rest] = found;
  return [{ ...first, heard }, ...rest];
}

function* trackTexts(tracks: TrackRows, vessel: Vessel, track: Track): Generator<string> {
  const { title, fixes, heard, apart } = track;
  const common = commonValues(tracks, vessel, track);
  yield `<trk>${xmlElement('name', title)}<extensions>`;
  for (const [name, value] of common) yield gpxValue(name, value);
  for (const index of heard) yield heardText(tracks.row(vessel, index), common);
  yield '</extensions>\n';
  if (fixes.length > 0 && !apart) yield '<trkseg>\n';
  for (const index of fixes) {
    const point = pointText(tracks.row(vessel, index), common);
    yield apart ? `<trkseg>${point}</trkseg>\n` : `${point}\n`;
  }
  if (fixes.length > 0 && !apart) yield '</trkseg>\n';
  yield '</trk>\n';
}

/** Values by column that all reports of a track have. */
function commonValues(
  tracks: TrackRows,
  vessel: Vessel,
  { fixes, heard }: Track,
): ReadonlyMap<string, string> {
  const common = new Map<string, string>();
  const columns = DETAIL_COLUMNS.filter(({ name }) => COMMON.includes(name));
  const [first = heard[0]!] = fixes;
  for (const column of columns) {
    const value = valueText(column, tracks.row(vessel, first));
    if (value !== null) common.set(column.name, value);
  }
  for (const indices of [fixes, heard]) {
    for (const index of indices) {
      if (common.size === 0) return common;
      const row = tracks.row(vessel, index);
      for (const column of columns) {
        if (valueText(column, row) !== common.get(column.name)) common.delete(column.name);
      }
    }
  }
  return common;
}

function pointText(row: TrackRow, common: ReadonlyMap<string, string>): string {
  const { store, index } = row;
  const lat = decimalText(store.lat[index]!);
  const lon = decimalText(store.lon[index]!);
  const time = xmlElement('time', formatIso(store.t[index]!));
  const details = detailsOf(row, common);
  return `<trkpt lat="${lat}" lon="${lon}">${time}<extensions>${details}</extensions></trkpt>`;
}

function heardText(row: TrackRow, common: ReadonlyMap<string, string>): string {
  const time = formatIso(row.store.t[row.index]!);
  return `<w:heard time="${time}">${detailsOf(row, common)}</w:heard>\n`;
}

function detailsOf(row: TrackRow, common: ReadonlyMap<string, string>): string {
  return DETAIL_COLUMNS.map(column =>
    common.has(column.name) ? '' : gpxValue(column.name, valueText(column, row)),
  ).join('');
}
