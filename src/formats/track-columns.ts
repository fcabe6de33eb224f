import { VERDICT_NAMES, Verdict } from '../core/track/index.ts';
import { shortestDouble } from './decimal-text.ts';
import { type ExportColumn, knownNumber } from './export-column.ts';
import { LONG_RANGE } from './long-range.ts';
import { madeUpSource } from './made-up.ts';
import { imoOf, isClassB, isLongRange, type TrackRow } from './track-rows.ts';

const NO_STATUS = 15;

type Column = ExportColumn<TrackRow>;

/**
 * Columns of an exported track, by the names that readers of positions take. `long_range` is empty or `yes`;
 * `transceiver` is `B` or empty, since what isn't class B may not have said. `segment` counts within a ship.
 * `file`, `file_sha256` and `file_row` name the row that the report was read from; `verdict` and `method` say what
 * was made of it.
 */
export const TRACK_COLUMNS: readonly Column[] = [
  { name: 'time', type: 'time', of: ({ store, index }) => store.t[index]! },
  { name: 'mmsi', type: 'int', of: mmsiOf },
  { name: 'imo', type: 'int', of: row => imoOf(row) || null },
  { name: 'lat', type: 'float64', of: ({ store, index }) => knownNumber(store.lat[index]!) },
  { name: 'lon', type: 'float64', of: ({ store, index }) => knownNumber(store.lon[index]!) },
  { name: 'sog', type: 'float32', of: ({ store, index }) => knownFloat32(store.sog[index]!) },
  { name: 'cog', type: 'float32', of: ({ store, index }) => knownFloat32(store.cog[index]!) },
  { name: 'heading', type: 'float32', of: ({ store, index }) => knownFloat32(store.heading[index]!) },
  { name: 'status', type: 'int', of: statusOf },
  { name: 'name', type: 'text', of: ({ statics }) => statics.name ?? null },
  { name: 'callsign', type: 'text', of: ({ statics }) => statics.callSign ?? null },
  { name: 'type', type: 'int', of: ({ statics }) => statics.shipType ?? null },
  { name: 'length', type: 'float64', of: ({ statics }) => statics.lengthM ?? null },
  { name: 'width', type: 'float64', of: ({ statics }) => statics.beamM ?? null },
  { name: 'draught', type: 'float64', of: ({ statics }) => statics.draughtM ?? null },
  { name: 'destination', type: 'text', of: ({ statics }) => statics.destination ?? null },
  { name: 'flag', type: 'text', of: ({ statics }) => statics.flag ?? null },
  { name: 'transceiver', type: 'text', of: row => (isClassB(row) ? 'B' : null) },
  { name: 'long_range', type: 'text', of: row => (isLongRange(row) ? LONG_RANGE : null) },
  { name: 'source', type: 'text', of: ({ store, index }) => madeUpSource(store.flags[index]!) },
  { name: 'provider', type: 'text', of: ({ input }) => input.provider || null },
  { name: 'verdict', type: 'text', of: ({ store, index }) => VERDICT_NAMES[store.verdict[index]!]! },
  { name: 'segment', type: 'int', of: segmentOf },
  { name: 'file', type: 'text', of: ({ input }) => input.label },
  { name: 'file_sha256', type: 'text', of: ({ input }) => input.sha256 },
  { name: 'file_row', type: 'int', of: ({ store, index }) => store.row[index]! },
  { name: 'method', type: 'text', of: ({ method }) => method },
];

/** Where the manifest goes along, rows need not repeat what it says: the digest of each file and the method. */
const IN_MANIFEST = new Set(['file_sha256', 'method']);
const PLACED = new Set(['time', 'lat', 'lon']);

/** Columns of a report beside a manifest. */
export const REPORT_COLUMNS: readonly Column[] = TRACK_COLUMNS.filter(({ name }) => !IN_MANIFEST.has(name));

/** Columns of a report beside a manifest, where the format has places of its own for time and position. */
export const DETAIL_COLUMNS: readonly Column[] = REPORT_COLUMNS.filter(({ name }) => !PLACED.has(name));

/** 0 for a report of nobody, which has no IMO number either. */
function mmsiOf(row: TrackRow): number | null {
  const { mmsi } = row.identity;
  return mmsi > 0 || imoOf(row) === 0 ? mmsi : null;
}

function knownFloat32(value: number): number | null {
  return Number.isNaN(value) ? null : shortestDouble(value);
}

function statusOf({ store, index }: TrackRow): number | null {
  const status = store.status[index]!;
  return status === NO_STATUS ? null : status;
}

function segmentOf({ store, index }: TrackRow): number | null {
  return store.verdict[index] === Verdict.ok ? store.segment[index]! : null;
}
