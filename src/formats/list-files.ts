import { CsvScanner } from './csv.ts';
import { CsvTable } from './csv-table.ts';
import type { ListAbout, ListRead } from './designation-list.ts';
import { isEuTable, readEuTable } from './eu-table.ts';
import { InputError } from './input-error.ts';
import { isListTable, readListCsv } from './list-csv.ts';
import { isSdnRecord, type ListFile, type OfacFiles, readOfacCsv } from './ofac-csv.ts';

const SNIFF_BYTES = 1 << 16;

/** What a file of designations can be: a part of OFAC's set, or a table with a header. */
type FileKind = keyof OfacFiles | 'table';

/**
 * Reads a user's files of designations, each as what it is by its content: OFAC's SDN with the ALT, ADD and comment
 * files of its folder (one list), a table of EU annexes, or a plain table. A list's id is its file name without
 * ending, told apart by `-2` where it comes twice or is one of `taken`; its edition isn't known.
 *
 * Throws `InputError` for a file that is none of these, for two SDN files in one folder and for an ALT, ADD or
 * comment file without its SDN.
 */
export function readListFiles(files: readonly ListFile[], taken: readonly string[] = []): ListRead[] {
  const ids = new Map(taken.map(id => [id, 1]));
  const sets = new Map<string, Partial<OfacFiles>>();
  const tables: ListFile[] = [];
  for (const file of files) {
    const kind = kindOf(file);
    if (kind === 'table') tables.push(file);
    else addPart(sets, kind, file);
  }
  const lists = [...sets.values()].map(set => readOfacCsv(completeSet(set), about(set.sdn!.file, ids)));
  return [...lists, ...tables.map(table => readTable(table, about(table.file, ids)))];
}

/** True if the file can be read as designations. Looks at its first record only. */
export function isListFile(file: ListFile): boolean {
  if (kindOf(file) !== 'table') return true;
  const table = new CsvTable(file.bytes.subarray(0, endOfFirstLine(file.bytes)), file.file);
  return isEuTable(table) || isListTable(table);
}

function readTable({ file, bytes }: ListFile, listAbout: ListAbout): ListRead {
  const header = new CsvTable(bytes.subarray(0, endOfFirstLine(bytes)), file);
  return isEuTable(header) ? readEuTable(bytes, file, listAbout) : readListCsv(bytes, file, listAbout);
}

function kindOf({ file, bytes }: ListFile): FileKind {
  const fields = firstRecord(bytes, file);
  if (isSdnRecord(fields)) return 'sdn';
  if (!/^\d+$/.test(fields[0] ?? '')) return 'table';
  if (fields.length === 5 && /^[afn]ka$/.test(fields[2]!)) return 'alt';
  if (fields.length === 6 && /^\d+$/.test(fields[1]!)) return 'add';
  return fields.length === 2 ? 'comments' : 'table';
}

function firstRecord(bytes: Uint8Array, file: string): readonly string[] {
  const records: string[][] = [];
  const scanner = new CsvScanner(file, row => records.push(records.length === 0 ? row.texts() : []), {
    delimiter: ',',
  });
  scanner.push(bytes.subarray(0, SNIFF_BYTES));
  if (records.length === 0) scanner.end();
  return records[0] ?? [];
}

function endOfFirstLine(bytes: Uint8Array): number {
  const end = bytes.findIndex((byte, index) => (byte === 10 || byte === 13) && index > 0);
  return end < 0 ? bytes.length : end + 1;
}

function addPart(sets: Map<string, Partial<OfacFiles>>, kind: keyof OfacFiles, file: ListFile): void {
  const folder = file.file.slice(0, file.file.lastIndexOf('/') + 1);
  const set = sets.get(folder) ?? {};
  if (set[kind])
    throw new InputError(file.file, 0, `one ${kind.toUpperCase()} file in a folder`, `${set[kind].file} too`);
  sets.set(folder, { ...set, [kind]: file });
}

function completeSet(set: Partial<OfacFiles>): OfacFiles {
  const { sdn } = set;
  if (sdn) return { ...set, sdn };
  const part = set.alt ?? set.add ?? set.comments!;
  throw new InputError(part.file, 0, "OFAC's SDN.CSV beside it", 'no such file among those given');
}

function about(file: string, ids: Map<string, number>): ListAbout {
  const title = file.slice(file.lastIndexOf('/') + 1);
  const slug = title
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const times = (ids.get(slug) ?? 0) + 1;
  ids.set(slug, times);
  return { id: times === 1 ? slug : `${slug}-${times}`, title, edition: '' };
}
