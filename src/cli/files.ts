import { openAsBlob, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expand } from '../engine/content.ts';
import type { FileKind, LoadOptions, NamedFile, Reference, TaskControl } from '../engine/engine.ts';
import type { LocalEngine } from '../engine/local.ts';
import { InputError } from '../formats/input-error.ts';
import { readListIndex } from '../formats/list-index.ts';

const ROOT = new URL('../../', import.meta.url);
const LISTS = 'public/lists/';
/** Published sightings of the four ships: facts with their sources, used unless others are given. */
const SIGHTINGS = 'fixtures/rajin-shuttle/sightings.csv';

const KIND_WORDS: Record<FileKind, string> = {
  positions: 'a file of positions',
  list: 'a list of designations',
  sightings: 'a file of sightings',
  ports: 'a file of ports',
};

/** Opens a file of the user's. Throws `InputError` if there is none, it is a folder, or it can't be read. */
export async function openFile(path: string): Promise<NamedFile> {
  try {
    const kind = statSync(path, { throwIfNoEntry: false });
    if (!kind) throw new InputError(path, 0, 'a file', 'none of that name');
    if (kind.isDirectory()) throw new InputError(path, 0, 'a file', 'a folder');
    if (!kind.isFile()) throw new InputError(path, 0, 'a file', 'a device, pipe or socket');
    return { name: path, data: await openAsBlob(path) };
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(path, 0, 'a file that can be read', found, { cause });
  }
}

/**
 * Loads a file of the user's, of an archive every file in it. Throws `InputError` if one is of another kind than its
 * place asks for.
 */
export async function loadFile(
  engine: LocalEngine,
  path: string,
  kind: FileKind,
  loading: LoadOptions = { zoneMinutes: null },
  control: TaskControl = {},
): Promise<void> {
  for (const file of await expand(await openFile(path))) {
    const loaded = await engine.load(file, loading, control);
    if (loaded.kind !== kind) throw new InputError(file.name, 0, KIND_WORDS[kind], KIND_WORDS[loaded.kind]);
  }
}

/** Loads lists in the place of the bundled ones; OFAC's SDN file before those that belong to it. */
export async function loadLists(engine: LocalEngine, paths: readonly string[]): Promise<void> {
  const isSdn = (path: string): boolean => /sdn[^/]*$/i.test(path);
  engine.dropBundledLists();
  for (const path of [...paths].sort((a, b) => Number(isSdn(b)) - Number(isSdn(a)))) {
    await loadFile(engine, path, 'list');
  }
}

/** The reference data that come with the product. */
export async function openReference(): Promise<Reference> {
  const gazetteer = await openBundled('public/ports/gazetteer.json');
  const listIndex = await openBundled(`${LISTS}index.json`);
  const index = readListIndex(new Uint8Array(await listIndex.arrayBuffer()), 'lists/index.json');
  const lists = new Map<string, Blob>();
  for (const { file } of index) lists.set(file, await openBundled(LISTS + file));
  return { gazetteer, listIndex, lists };
}

export async function openBundledSightings(): Promise<NamedFile> {
  return { name: basename(SIGHTINGS), data: await openBundled(SIGHTINGS) };
}

function openBundled(path: string): Promise<Blob> {
  return openAsBlob(fileURLToPath(new URL(path, ROOT)));
}
