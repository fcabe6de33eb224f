import type { Port, Sighting } from '../ports/index.ts';
import type { DesignationAt } from '../sanctions/index.ts';
import type { Instant } from '../time/index.ts';
import type { Receipt } from '../track/index.ts';
import type { Vessel } from '../vessel/index.ts';

/** From worst to least. */
export const SEVERITIES = ['critical', 'alert', 'watch', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * How far a sentence goes: our reports show it, they leave room for it, somebody published it, or the
 * reports are themselves made from publications.
 */
export type Claim = 'observed' | 'inferred' | 'reported' | 'reconstructed';

export type RuleId =
  | 'dprk-call-designated'
  | 'dprk-call'
  | 'dprk-dark-call'
  | 'ru-call-designated'
  | 'dprk-ru-shuttle'
  | 'kr-entry-designated'
  | 'silence-listed';

/** One sentence and the one kind of support it has. */
export interface Statement {
  readonly claim: Claim;
  readonly text: string;
}

/** A rule met by events. */
export interface Finding {
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly claim: Claim;
  /** True if a report under it is reconstructed or synthetic; then nothing in it is `observed`. */
  readonly reconstructed: boolean;
  readonly vessel: Vessel;
  /** Null where the finding is of no one port (`silence-listed`). */
  readonly port: Port | null;
  /** The hour at which listings are read. */
  readonly at: Instant;
  /** First and last instant that the finding speaks of. */
  readonly from: Instant;
  readonly to: Instant;
  /** Ids of the events it rests on. */
  readonly events: readonly string[];
  /** Listings of the ship at `at`, one per authority and entry, and those through its owner. */
  readonly designations: readonly DesignationAt[];
  /** The finding in one sentence. */
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly sightings: readonly Sighting[];
  readonly receipts: readonly Receipt[];
}

/** Where a rule comes from, and since when it holds. */
export interface LegalBasis {
  readonly text: string;
  readonly since: string | null;
}

/** Worst first, then earliest, then by id. */
export function compareFindings(a: Finding, b: Finding): number {
  const bySeverity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return bySeverity || a.at - b.at || (a.id < b.id ? -1 : 1);
}
