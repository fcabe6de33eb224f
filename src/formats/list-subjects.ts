import type { Subject } from '../core/sanctions/index.ts';

export interface NamedSubject {
  readonly kind: Subject['kind'];
  /** Empty where the cell names nobody. */
  readonly name: string;
}

const KINDS_BY_TYPE = new Map<string, Subject['kind']>([
  ['entity', 'organisation'],
  ['organisation', 'organisation'],
  ['organization', 'organisation'],
  ['company', 'organisation'],
  ['individual', 'person'],
  ['person', 'person'],
]);
const COMPANIES = /\((?:companies|owners)\)|^(?:companies|owners)\b/i;
const SHIPS = /\((?:ships|vessels)\)|^(?:ships|vessels)\b/i;
/** Doubt and "and others" are no part of a name; the note of a row has them too. */
const NO_NAME =
  /\((?:companies|owners|ships|vessels|believed)\)|^(?:companies|owners|ships|vessels)\b|\betc\./gi;

/**
 * Whom a cell names. With a type of its own, or one number, it is one name as it stands. With several numbers (`count`)
 * the names before them are parted by `;` or `/`, in the same order. Otherwise a phrase such as `(owners) A, B; ships C, D`
 * names companies and ships, parted by commas.
 */
export function readSubjectNames(text: string, type: string, count: number): NamedSubject[] {
  const kind = KINDS_BY_TYPE.get(type.toLowerCase());
  if (kind) return [{ kind, name: text }];
  if (count > 1) {
    const names = text.split(/[;/]/).map(cleanName);
    return Array.from({ length: count }, (_, index) => ({ kind: 'vessel', name: names[index] ?? '' }));
  }
  if (!COMPANIES.test(text) && !SHIPS.test(text)) return [{ kind: 'vessel', name: text }];
  return text.split(';').flatMap(part => {
    const partKind = COMPANIES.test(part) ? 'organisation' : 'vessel';
    return part.split(',').map(name => ({ kind: partKind, name: cleanName(name) }) as const);
  });
}

function cleanName(text: string): string {
  return text.trim().replace(NO_NAME, '').trim();
}
