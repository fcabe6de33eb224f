import type { Instant } from '../time/index.ts';
import { isValidImo } from '../vessel/index.ts';
import { companyKey, shortCompanyKey } from './company-name.ts';
import { dateByNotices } from './dating.ts';
import type { Designation, DesignationList } from './designation.ts';
import {
  type Agreement,
  type Identity,
  type Lookalike,
  MATCH_FIELDS,
  type Match,
  type MatchField,
  type Strength,
  toLookalike,
  toMatch,
} from './match.ts';
import { latinCapitals, shipNameKey } from './ship-name.ts';
import { type Standing, statusAt } from './status.ts';

/** A designation that concerns a ship, how that is known, and how it stands at an instant. */
export interface DesignationAt extends Standing {
  readonly designation: Designation;
  readonly how: MatchField | 'owner';
  readonly strength: Strength;
  readonly reason: string;
  /** `owner MG-FLOT LLC` where the owner is listed, not the ship; null where it is the ship. */
  readonly via: string | null;
}

/** True if this is a verified listing of the ship itself, in force, and the match is more than a lead. */
export function isInForce({ designation, status, strength, via }: DesignationAt): boolean {
  return designation.verified && status === 'in force' && strength === 'exact' && via === null;
}

/** An organisation or person under one of its names. */
interface NamedParty {
  readonly designation: Designation;
  readonly name: string;
}

/** All lists of a case, to be asked about ships. Never changes once made. */
export class DesignationIndex {
  readonly lists: readonly DesignationList[];
  /**
   * Of all lists, dated by notices; a notice that dated an entry is not among them. An entry that two editions of a list
   * have is that of the list given last.
   */
  readonly designations: readonly Designation[];
  readonly #agreements: Record<MatchField, Map<string, Agreement[]>> = {
    IMO: new Map(),
    MMSI: new Map(),
    'call sign': new Map(),
    name: new Map(),
  };
  readonly #parties = new Map<string, NamedParty[]>();

  constructor(lists: readonly DesignationList[]) {
    this.lists = lists;
    this.designations = lastOfEach(dateByNotices(lists));
    for (const designation of this.designations) {
      if (designation.subject.kind === 'vessel') this.#addVessel(designation);
      else this.#addParty(designation);
    }
  }

  /**
   * Entries that are, or may be, this ship, each once by the field that proves most; best first. An entry whose IMO
   * number contradicts the ship's (both right by their check digit) is none: see `lookalikes`. IMO and MMSI numbers
   * are exact; call sign and name are leads.
   */
  match(identity: Identity): Match[] {
    return this.#agreeing(identity)
      .filter(({ designation }) => !contradicts(identity.imo, designation))
      .map(toMatch)
      .sort((a, b) => rank(a.how) - rank(b.how) || compareDesignations(a.designation, b.designation));
  }

  /** Entries that share a field with this ship but are other ships by their IMO number. */
  lookalikes(identity: Identity): Lookalike[] {
    return this.#agreeing(identity)
      .filter(({ designation }) => contradicts(identity.imo, designation))
      .map(agreement => toLookalike(agreement, identity.imo))
      .sort((a, b) => rank(a.how) - rank(b.how) || compareDesignations(a.designation, b.designation));
  }

  /**
   * Every match of a ship with its status at `at`, sorted by authority; then the listings of owners that its exact
   * matches name. Those are shown with `via` and never count as the ship's own (`isInForce`).
   */
  designationsAt(identity: Identity, at: Instant): DesignationAt[] {
    const matches = this.match(identity);
    const own = matches.map(({ designation, how, strength, reason }) => ({
      ...statusAt(designation, at),
      designation,
      how,
      strength,
      reason,
      via: null,
    }));
    own.sort((a, b) => compareDesignations(a.designation, b.designation));
    return [...own, ...this.#ownersAt(matches, at)];
  }

  #ownersAt(matches: readonly Match[], at: Instant): DesignationAt[] {
    const owners = new Set(
      matches.filter(match => match.strength === 'exact').flatMap(match => match.designation.subject.owners),
    );
    const found = new Map<Designation, DesignationAt>();
    for (const owner of owners) {
      for (const { designation, name } of this.#partiesCalled(owner)) {
        if (found.has(designation)) continue;
        const also = companyKey(name) === companyKey(owner) ? '' : `, listed as ${name}`;
        found.set(designation, {
          ...statusAt(designation, at),
          designation,
          how: 'owner',
          strength: 'lead',
          reason: `the ship's entry names ${owner} as owner${also}`,
          via: `owner ${owner}`,
        });
      }
    }
    return [...found.values()].sort((a, b) => compareDesignations(a.designation, b.designation));
  }

  /** Parties listed under an owner's name, and under another name that such a party goes by. */
  #partiesCalled(owner: string): NamedParty[] {
    const named = this.#partiesNamed(owner);
    const others = new Set(
      named.flatMap(({ designation }) => designation.subject.names.map(({ text }) => text)),
    );
    return [...named, ...[...others].flatMap(name => this.#partiesNamed(name))];
  }

  #partiesNamed(name: string): readonly NamedParty[] {
    const keys = new Set([companyKey(name), shortCompanyKey(name)]);
    return [...keys].flatMap(key => this.#parties.get(key) ?? []);
  }

  /** The best agreement with each entry that shares a field. */
  #agreeing({ imo, mmsi, callSigns, names }: Identity): Agreement[] {
    const best = new Map<Designation, Agreement>();
    const collect = (how: MatchField, key: string, ship: string): void => {
      for (const agreement of this.#agreements[how].get(key) ?? []) {
        if (!best.has(agreement.designation)) best.set(agreement.designation, { ...agreement, ship });
      }
    };
    if (imo > 0) collect('IMO', String(imo), String(imo));
    for (const number of mmsi) collect('MMSI', String(number), String(number));
    for (const callSign of callSigns) collect('call sign', callSignKey(callSign), callSign);
    for (const name of names) collect('name', shipNameKey(name), name);
    return [...best.values()];
  }

  #addVessel(designation: Designation): void {
    const { imo, mmsi, callSign, names } = designation.subject;
    if (imo > 0) this.#agree(designation, 'IMO', String(imo), String(imo));
    if (mmsi > 0) this.#agree(designation, 'MMSI', String(mmsi), String(mmsi));
    this.#agree(designation, 'call sign', callSignKey(callSign), callSign);
    for (const { text, kind } of names) {
      this.#agree(designation, 'name', shipNameKey(text), text, kind === 'name' ? '' : kind);
    }
  }

  #agree(designation: Designation, how: MatchField, key: string, entry: string, entryHas = ''): void {
    if (key === '') return;
    append(this.#agreements[how], key, { designation, how, ship: entry, entry, entryHas });
  }

  #addParty(designation: Designation): void {
    for (const { text } of designation.subject.names) {
      const key = companyKey(text);
      if (key !== '') append(this.#parties, key, { designation, name: text });
    }
  }
}

/**
 * Keeps the last of those designations that are one: same authority, instrument, entry, ship and support. Without an
 * instrument the entry is no number of the authority's, and tells nothing.
 */
function lastOfEach(designations: readonly Designation[]): Designation[] {
  const byEntry = new Map<string, Designation>();
  for (const designation of designations) {
    const { id, authority, instrument, entry, subject, verified } = designation;
    const key = instrument === '' ? id : [authority, instrument, entry, subject.imo, verified].join('\n');
    byEntry.set(key, designation);
  }
  return [...byEntry.values()];
}

function contradicts(imo: number, { subject }: Designation): boolean {
  return subject.imo !== imo && isValidImo(imo) && isValidImo(subject.imo);
}

function callSignKey(text: string): string {
  return latinCapitals(text).replace(/[^A-Z0-9]/g, '');
}

function rank(how: MatchField): number {
  return MATCH_FIELDS.indexOf(how);
}

function compareDesignations(a: Designation, b: Designation): number {
  return compareTexts(a.authority, b.authority) || compareTexts(a.id, b.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
