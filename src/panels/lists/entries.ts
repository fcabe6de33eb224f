import type { Designation, DesignationList } from '../../core/sanctions/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';

/**
 * Ships of the case that each entry names exactly, by entry id. A notice that only gives another entry its dates is
 * no match of its own; it goes with the ships that have its IMO number.
 */
export function shipsByEntry(data: CaseData): Map<string, Vessel[]> {
  const ships = new Map<string, Vessel[]>();
  const add = (id: string, vessel: Vessel): void => {
    const known = ships.get(id);
    if (!known) ships.set(id, [vessel]);
    else if (!known.includes(vessel)) known.push(vessel);
  };
  for (const vessel of data.order) {
    for (const { designation, strength } of data.matches(vessel)) {
      if (strength === 'exact') add(designation.id, vessel);
    }
  }
  const byImo = new Map(data.vessels.filter(({ imo }) => imo > 0).map(vessel => [vessel.imo, vessel]));
  for (const { id, subject } of data.designationById.values()) {
    const vessel = byImo.get(subject.imo);
    if (vessel) add(id, vessel);
  }
  return ships;
}

/** Entries of one list or of all that hold every word of `text`; those of ships of the case first. */
export function entriesFound(
  { lists, designationById }: CaseData,
  list: DesignationList | null,
  text: string,
  ships: ReadonlyMap<string, readonly Vessel[]>,
): Designation[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const entries = (list ? [list] : lists).flatMap(({ designations }) => designations);
  return entries
    .map(({ id }) => designationById.get(id)!)
    .filter(entry => matchesWords(entry, words))
    .sort((a, b) => Number(ships.has(b.id)) - Number(ships.has(a.id)));
}

function matchesWords(entry: Designation, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { subject, authority, programme, instrument } = entry;
  const names = subject.names.map(({ text }) => text);
  const text = [
    ...names,
    subject.imo || '',
    subject.mmsi || '',
    ...subject.owners,
    authority,
    programme,
    instrument,
    entry.entry,
  ]
    .join(' ')
    .toLowerCase();
  return words.every(word => text.includes(word));
}
