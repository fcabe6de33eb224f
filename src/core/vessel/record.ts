import type { Instant } from '../time/index.ts';

/** What a ship says of itself. Absent = not said; an empty text or a sentinel is never stored. */
export interface StaticFields {
  readonly name?: string;
  readonly callSign?: string;
  /** ITU-R M.1371 ship and cargo type, 1 to 99. */
  readonly shipType?: number;
  readonly lengthM?: number;
  readonly beamM?: number;
  readonly draughtM?: number;
  readonly destination?: string;
  /** Flag state as the file gives it. MMSI gives the flag otherwise. */
  readonly flag?: string;
}

export type StaticField = keyof StaticFields;

export const STATIC_FIELDS: readonly StaticField[] = [
  'name',
  'callSign',
  'shipType',
  'lengthM',
  'beamM',
  'draughtM',
  'destination',
  'flag',
];

/** One value that a ship gave without a break for a field: from the first to the last report that gave it. */
export interface FieldClaim {
  readonly field: StaticField;
  readonly value: string | number;
  readonly from: Instant;
  readonly to: Instant;
  readonly reports: number;
  /** Input and row of the first report that gave it. */
  readonly source: number;
  readonly row: number;
}

/** A ship of the case: everything heard under one IMO number, or under one MMSI that no IMO number goes with. */
export interface Vessel {
  /** `imo-9161003` or `mmsi-273210440`; the same for the same ship in any input. */
  readonly id: string;
  /** Position among the ships of the track store. */
  readonly index: number;
  /** 0 if none with a right check digit was given, or several contradict each other. */
  readonly imo: number;
  readonly mmsi: readonly number[];
  /** Names it gave, the most used first. Empty if it gave none. */
  readonly names: readonly string[];
  readonly callSigns: readonly string[];
  /** ISO 3166 alpha-2 of the MMSI's country, or the flag the file gives; null if neither is known. */
  readonly flag: string | null;
  /** Reports of any kind. */
  readonly reports: number;
  readonly from: Instant;
  readonly to: Instant;
  /** True if any of its reports is reconstructed or synthetic. */
  readonly reconstructed: boolean;
  /** Values over time, by field, then time. */
  readonly claims: readonly FieldClaim[];
}

/** The name to show: what it calls itself most, else its IMO number, else its MMSI. */
export function vesselLabel(vessel: Pick<Vessel, 'names' | 'imo' | 'mmsi' | 'id'>): string {
  if (vessel.names[0]) return vessel.names[0];
  if (vessel.imo > 0) return `IMO ${vessel.imo}`;
  return vessel.mmsi[0] ? `MMSI ${vessel.mmsi[0]}` : vessel.id;
}
