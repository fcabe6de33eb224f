import type { Designation } from './designation.ts';

/** What is known of a ship: `imo` 0 and arrays empty where nothing is. */
export interface Identity {
  readonly imo: number;
  readonly mmsi: readonly number[];
  readonly callSigns: readonly string[];
  readonly names: readonly string[];
}

export type MatchField = 'IMO' | 'MMSI' | 'call sign' | 'name';

/** Fields by how much they prove, the best first. */
export const MATCH_FIELDS: readonly MatchField[] = ['IMO', 'MMSI', 'call sign', 'name'];

/** `exact` says that the entry is this ship; a `lead` only that somebody should look. */
export type Strength = 'exact' | 'lead';

/** A ship and an entry that agree in a field, and contradict each other in none that proves more. */
export interface Match {
  readonly designation: Designation;
  readonly how: MatchField;
  readonly strength: Strength;
  /** The ship's own text or number. */
  readonly ship: string;
  /** The entry's. */
  readonly entry: string;
  readonly reason: string;
}

/** An entry that shares a field with a ship but is another ship by its IMO number. */
export interface Lookalike {
  readonly designation: Designation;
  readonly how: MatchField;
  readonly reason: string;
}

/** A field in which a ship and an entry agree. */
export interface Agreement {
  readonly designation: Designation;
  readonly how: MatchField;
  readonly ship: string;
  readonly entry: string;
  /** What the entry has it as, where that isn't the field's own name: `alias`, `former name`. */
  readonly entryHas: string;
}

/** The match that an agreement makes where no IMO number contradicts it. */
export function toMatch(agreement: Agreement): Match {
  const { designation, how, ship, entry } = agreement;
  const strength = how === 'IMO' || how === 'MMSI' ? 'exact' : 'lead';
  return { designation, how, strength, ship, entry, reason: `${equality(agreement)}${WEIGHT[how]}` };
}

/** The lookalike that an agreement makes where the two IMO numbers are right and differ. */
export function toLookalike(agreement: Agreement, imo: number): Lookalike {
  const { designation, how } = agreement;
  const reason = `${equality(agreement)}, but the ship is IMO ${imo} and the entry IMO ${designation.subject.imo}`;
  return { designation, how, reason };
}

const WEIGHT: Record<MatchField, string> = {
  IMO: '',
  MMSI: ', and no IMO number contradicts it',
  'call sign': ': a lead, no proof',
  name: ': a lead, no proof',
};

function equality({ how, ship, entry, entryHas }: Agreement): string {
  const words = [
    `${how} ${ship} equals the entry's`,
    entryHas,
    ship === entry && entryHas === '' ? '' : entry,
  ];
  return words.filter(Boolean).join(' ');
}
