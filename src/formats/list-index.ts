import type { DesignationList } from '../core/sanctions/index.ts';
import { readEuTable } from './eu-table.ts';
import { InputError } from './input-error.ts';
import { readListCsv } from './list-csv.ts';

const READERS = { 'eu-table': readEuTable, 'list-csv': readListCsv } as const;

/** A list that comes with the product. */
export interface IndexedList {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  readonly edition: string;
  /** Name of its file, beside the index. */
  readonly file: string;
  readonly reader: keyof typeof READERS;
  /** What the list must at least hold to be believed. */
  readonly expect: { readonly vessels: number };
  readonly origin: string;
  readonly licence: string;
}

/** Reads `lists/index.json`. Throws `InputError` where it is no such index or names a reader that doesn't exist. */
export function readListIndex(bytes: Uint8Array, file: string): IndexedList[] {
  let lists: IndexedList[];
  try {
    lists = JSON.parse(new TextDecoder().decode(bytes)) as IndexedList[];
  } catch (cause) {
    throw new InputError(file, 0, 'an index of lists in JSON', 'no JSON', { cause });
  }
  if (!Array.isArray(lists)) throw new InputError(file, 0, 'an array of lists', typeof lists);
  const unknown = lists.find(list => !Object.hasOwn(READERS, list.reader));
  if (unknown) {
    throw new InputError(
      file,
      0,
      `reader ${Object.keys(READERS).join(' or ')} for ${unknown.id}`,
      String(unknown.reader),
    );
  }
  return lists;
}

/**
 * Reads one list of the index from the bytes of its file. Throws `InputError` with both numbers where it has fewer
 * ships than expected: a list that shrank is more likely damaged than shorter.
 */
export function readIndexedList(entry: IndexedList, bytes: Uint8Array): DesignationList {
  const { id, title, edition } = entry;
  const { list } = READERS[entry.reader](bytes, entry.file, { id, title, edition });
  if (list.vessels >= entry.expect.vessels) return list;
  throw new InputError(
    entry.file,
    0,
    `at least ${entry.expect.vessels} ships in ${entry.id}`,
    `${list.vessels}`,
  );
}
