import { InputError } from './input-error.ts';
import { plainName } from './position-columns.ts';

/** How a manifest begins. It stands at the head of its file, before any text of a ship's. */
const MANIFEST = /"format":"wakeline\.export\/\d+","what":"(\w+)"/;
const COLUMNS: readonly string[] = ['kind', 'id', 'rule', 'severity', 'claim', 'vessel'];

/** Throws `InputError` for the head of a GeoJSON, KML or GPX file of exported events: its places are no reports. */
export function refuseEventDocument(head: string, file: string): void {
  if (MANIFEST.exec(head)?.[1] === 'events') throw eventsError(file);
}

/** Throws `InputError` for the columns of a table of exported events. */
export function refuseEventTable(names: readonly string[], file: string): void {
  const plain = new Set(names.map(plainName));
  if (COLUMNS.every(name => plain.has(name))) throw eventsError(file);
}

function eventsError(file: string): InputError {
  return new InputError(
    file,
    0,
    'reports of ships',
    'an export of events: load the tracks they were made from',
  );
}
