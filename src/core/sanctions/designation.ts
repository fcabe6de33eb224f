import type { Instant } from '../time/index.ts';

export interface SubjectName {
  readonly text: string;
  readonly kind: 'name' | 'alias' | 'weak alias' | 'former name';
}

/** Who or what is listed. Numbers are 0 and texts empty where the list doesn't give them. */
export interface Subject {
  readonly kind: 'vessel' | 'organisation' | 'person';
  /** The entry's own name first. Empty where an entry has numbers only. */
  readonly names: readonly SubjectName[];
  /** IMO ship number, seven digits. */
  readonly imo: number;
  /** IMO company number, seven digits. */
  readonly companyImo: number;
  readonly mmsi: number;
  readonly callSign: string;
  /** As the list writes it. */
  readonly flag: string;
  /** As the list writes it. */
  readonly vesselType: string;
  /** Owners and others the entry is linked to, as the list writes them. */
  readonly owners: readonly string[];
}

/** One authority's listing of one ship, organisation or person. Days are kept as midnight UTC at their start. */
export interface Designation {
  /** `<list>:<entry>`, unique in its list. */
  readonly id: string;
  /** Id of the list it comes from. */
  readonly list: string;
  /** The authority's own number or name for it (`37095`, `XLII.12`), else made from authority and ship. */
  readonly entry: string;
  /** 1-based line in the list's file. */
  readonly line: number;
  /** `US`, `EU`, `UN`, `KR`, `UK`, `JP`, `CA`, `AU`, or what a user's list says. */
  readonly authority: string;
  /** `RUSSIA-EO14024`; several are parted by a comma. */
  readonly programme: string;
  /** Legal act and annex, or the authority's number. */
  readonly instrument: string;
  readonly subject: Subject;
  readonly announced: Instant | null;
  /** First day on which it has effect. */
  readonly effective: Instant | null;
  /** First day on which it has effect no longer. */
  readonly ended: Instant | null;
  /** False where a single source or none supports it: shown, but no rule counts it. */
  readonly verified: boolean;
  /** Id of the notice that gave `effective`, or `announced` alone, where the list has no dates of its own. */
  readonly datedBy: string | null;
  readonly source: string;
  readonly note: string;
}

/** A dated edition of an authority's designations, or a table of notices. */
export interface DesignationList {
  readonly id: string;
  readonly title: string;
  /** Authorities of its designations, the most frequent first: `US`, `UN, EU`. */
  readonly authority: string;
  /** `2023-01`, `2026`; empty where not known. */
  readonly edition: string;
  /** Of the file's bytes; of several files' bytes one after the other. */
  readonly sha256: string;
  /** `notices` say what was announced and when, and give their dates to entries of a `list`. */
  readonly kind: 'list' | 'notices';
  readonly designations: readonly Designation[];
  /** Number of designations of vessels. */
  readonly vessels: number;
}
