import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Designation, DesignationList } from '../core/sanctions/index.ts';
import { InputError } from './input-error.ts';
import type { Tally } from './tally.ts';

/** What a list is called. Its file doesn't say. */
export interface ListAbout {
  readonly id: string;
  readonly title: string;
  /** `2023-01`; empty where not known. */
  readonly edition: string;
}

export interface ListRead {
  readonly list: DesignationList;
  /** Every row of the file: read, or set aside and why. */
  readonly tally: Tally;
}

/** A designation before its list gives it an id. */
export type DesignationDraft = Omit<Designation, 'id' | 'list'>;

/**
 * Makes a list of what a reader found. An entry that comes twice is told apart by `#2`, `#3`. Throws `InputError`
 * where there is no ship and no organisation, for then the file isn't what it was taken for.
 */
export function makeList(
  about: ListAbout,
  kind: DesignationList['kind'],
  drafts: readonly DesignationDraft[],
  files: readonly Uint8Array[],
  file: string,
  tally: Tally,
): DesignationList {
  if (!drafts.some(({ subject }) => subject.kind !== 'person')) {
    throw new InputError(file, 0, 'a list with at least one ship or organisation', foundInstead(tally));
  }
  const seen = new Map<string, number>();
  const designations = drafts.map(draft => {
    const times = (seen.get(draft.entry) ?? 0) + 1;
    seen.set(draft.entry, times);
    const entry = times === 1 ? draft.entry : `${draft.entry}#${times}`;
    return { ...draft, entry, id: `${about.id}:${entry}`, list: about.id };
  });
  return {
    ...about,
    authority: authoritiesOf(designations),
    sha256: digestOf(files),
    kind,
    designations,
    vessels: designations.filter(({ subject }) => subject.kind === 'vessel').length,
  };
}

function foundInstead({ rows, setAside }: Tally): string {
  const reasons = [...setAside].map(([reason, entry]) => `${entry.rows} ${reason}`);
  return `none in ${rows} rows${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`;
}

function authoritiesOf(designations: readonly Designation[]): string {
  const counts = new Map<string, number>();
  for (const { authority } of designations) counts.set(authority, (counts.get(authority) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([authority]) => authority)
    .join(', ');
}

function digestOf(files: readonly Uint8Array[]): string {
  const hash = sha256.create();
  for (const bytes of files) hash.update(bytes);
  return bytesToHex(hash.digest());
}
