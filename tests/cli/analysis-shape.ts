import {
  anyText,
  count,
  counts,
  digest,
  flag,
  instant,
  nothing,
  number,
  oneOf,
  orNull,
  type Shape,
  text,
} from './shape.ts';

const PORT: Shape = { id: text, name: text, country: anyText };
const BOUND: Shape = { after: orNull(instant), before: orNull(instant), basis: oneOf('observed', 'bounded') };
const RECEIPT: Shape = { input: count, first: count, last: count, rows: count };
const STATUS = oneOf('not yet', 'in force', 'ended', 'date unknown');
const DESIGNATION: Shape = {
  list: text,
  entry: text,
  status: STATUS,
  since: orNull(instant),
  until: orNull(instant),
  why: text,
};

const CALL: Shape = {
  id: text,
  vessel: text,
  port: PORT,
  arrival: BOUND,
  departure: BOUND,
  confidence: oneOf(1, 2, 3, 4),
  berth: oneOf('alongside', 'anchored', 'unknown'),
  receipts: [RECEIPT],
};

const SILENCE: Shape = {
  id: text,
  vessel: text,
  from: instant,
  to: instant,
  hours: number,
  nm: orNull(number),
  control: oneOf('others heard', 'nobody heard', 'feed down', "can't tell"),
};

const DARK_CALL: Shape = {
  id: text,
  silence: text,
  vessel: text,
  port: PORT,
  level: oneOf('possible', 'consistent', 'supported'),
  earliest: instant,
  latest: instant,
  maxDwellHours: number,
  otherPorts: count,
};

const FINDING: Shape = {
  id: text,
  rule: text,
  severity: oneOf('critical', 'alert', 'watch', 'info'),
  claim: oneOf('observed', 'inferred', 'reported', 'reconstructed'),
  vessel: text,
  at: instant,
  events: [text],
  designations: [DESIGNATION],
  text,
};

/** The JSON of `analyse`, key by key as it is promised to other programs. */
export const ANALYSIS: Shape = {
  format: oneOf('wakeline.analysis/1'),
  inputs: [
    {
      path: text,
      sha256: digest,
      bytes: count,
      format: text,
      rows: count,
      accepted: count,
      rejected: counts,
    },
  ],
  lists: [
    { id: text, authority: text, edition: anyText, sha256: digest, designations: count, vessels: count },
  ],
  references: [{ path: text, sha256: digest, bytes: count, format: text, rows: count }],
  method: { version: text, parameters: { silenceHours: number, radiusKm: number } },
  vessels: [
    {
      id: text,
      imo: orNull(number),
      mmsi: [number],
      names: [text],
      flag: orNull(text),
      reports: count,
      from: instant,
      to: instant,
      reconstructed: flag,
    },
  ],
  calls: [CALL],
  silences: [SILENCE],
  darkCalls: [DARK_CALL],
  encounters: nothing,
  loitering: nothing,
  jumps: nothing,
  identity: nothing,
  findings: [FINDING],
};

/** What `screen` prints. */
export const SCREENING: Shape = {
  matches: [{ ...DESIGNATION, name: orNull(text), imo: orNull(number) }],
};

interface Listing {
  readonly list: string;
  readonly entry: string;
  readonly authority: string;
  readonly status: string;
}

/** As far as the tests read it. */
export interface AnalysisDocument {
  readonly inputs: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly rows: number;
    readonly accepted: number;
    readonly rejected: Record<string, number>;
  }[];
  readonly references: readonly { readonly path: string }[];
  readonly lists: readonly { readonly id: string; readonly vessels: number }[];
  readonly method: { readonly rules: string; readonly parameters: Record<string, number> };
  readonly vessels: readonly { readonly id: string; readonly imo: number; readonly from: string }[];
  readonly calls: readonly {
    readonly id: string;
    readonly vessel: string;
    readonly port: { readonly id: string };
    readonly arrival: { readonly after: string | null; readonly before: string };
    readonly departure: { readonly after: string; readonly before: string | null };
    readonly confidence: number;
  }[];
  readonly silences: readonly {
    readonly id: string;
    readonly vessel: string;
    readonly from: string;
    readonly to: string;
    readonly hours: number;
  }[];
  readonly darkCalls: readonly {
    readonly id: string;
    readonly silence: string;
    readonly vessel: string;
    readonly port: { readonly id: string };
    readonly level: string;
    readonly earliest: string;
    readonly latest: string;
    readonly otherPorts: number;
    readonly sightings: readonly { readonly source: string }[];
  }[];
  readonly findings: readonly {
    readonly id: string;
    readonly rule: string;
    readonly claim: string;
    readonly vessel: string;
    readonly at: string;
    readonly from: string;
    readonly to: string;
    readonly events: readonly string[];
    readonly designations: readonly Listing[];
  }[];
}

export interface Screening {
  readonly matches: readonly (Listing & {
    readonly name: string | null;
    readonly imo: number | null;
    readonly via: string | null;
    readonly strength: string;
    readonly since: string | null;
  })[];
}
