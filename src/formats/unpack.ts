import { gunzip } from './gzip.ts';
import { InputError } from './input-error.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { unzipEntry } from './zip-entry.ts';

const GIB = 2 ** 30;
/** Limits of what a packed file may expand to. Deflate itself reaches 1,032 times. */
const MAX_CONTENT_GIB = 64;
const MAX_EXPANSION = 1100;
const MAGIC_BYTES = 4;
const MAX_NAMES_SHOWN = 5;
/** Of a map in KMZ only its text is read; pictures lie beside it. */
const KMZ = /\.kmz$/i;
const KML = /\.kml$/i;

/** What is packed in a file. */
export interface PackedContent {
  /** Names the content in errors: the file's own name, in a zip with that of the entry: `ais.zip › march.csv`. */
  readonly label: string;
  /**
   * The content from its start, as a stream that can be opened any number of times. `onRead` hears how many bytes of
   * the packed file were used so far; what it throws ends the reading. Throws `InputError` where the archive is cut
   * off or damaged, expands beyond 64 GiB or 1,100 times, or holds another archive.
   */
  chunks(onRead?: (packedBytes: number) => void): AsyncGenerator<Uint8Array>;
}

type Packing = 'gzip' | 'zip';

/**
 * Names of the files in a zip archive, each once; empty for a file that is none. Throws `InputError` for an archive
 * that can't be read or has two files of one name.
 */
export async function zipEntryNames(data: Blob, file: string): Promise<readonly string[]> {
  if ((await packingOfFile(data)) !== 'zip') return [];
  const names = (await readEntries(data, file)).map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return names;
  throw new InputError(file, 0, 'a zip archive whose files have names of their own', `${twice} twice`);
}

/** How a file in an archive is named to users. */
export function entryLabel(file: string, entry: string): string {
  return `${file} › ${entry}`;
}

/**
 * Tells from its first bytes whether a file is packed, and opens what is in it; null for a file that isn't. Of a zip
 * with several files `entryName` is the one to open, and `file` then names it in errors. Throws `InputError` for a zip that can't be read, and for one
 * with several files where none of them is named.
 */
export async function unpack(data: Blob, file: string, entryName?: string): Promise<PackedContent | null> {
  const packing = await packingOfFile(data);
  if (!packing) return null;
  if (packing === 'gzip') {
    return { label: file, chunks: onRead => limited(gunzip(data, file, heard(onRead)), data.size, file) };
  }
  const entries = await readEntries(data, file);
  const entry = entryName === undefined ? onlyEntry(entries, file) : namedEntry(entries, entryName, file);
  const label = entryName === undefined ? entryLabel(file, entry.name) : file;
  refuseExpansion(entry.bytes, entry.packedBytes, label);
  return {
    label,
    chunks: onRead => limited(unzipEntry(data, entry, label, heard(onRead)), entry.packedBytes, label),
  };
}

async function packingOfFile(data: Blob): Promise<Packing | null> {
  return packingOf(new Uint8Array(await data.slice(0, MAGIC_BYTES).arrayBuffer()));
}

async function readEntries(data: Blob, file: string): Promise<ZipEntry[]> {
  const entries = await readZipDirectory(data, file);
  return KMZ.test(file) ? entries.filter(({ name }) => KML.test(name)) : entries;
}

function namedEntry(entries: readonly ZipEntry[], name: string, file: string): ZipEntry {
  const entry = entries.find(other => other.name === name);
  if (entry) return entry;
  throw new InputError(file, 0, `a zip archive that holds ${name}`, `${entries.length} others`);
}

function packingOf(head: Uint8Array): Packing | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const [p, k, third, fourth] = head;
  if (p !== 0x50 || k !== 0x4b) return null;
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6) ? 'zip' : null;
}

function onlyEntry(entries: readonly ZipEntry[], file: string): ZipEntry {
  const [first, second] = entries;
  if (!first) throw new InputError(file, 0, 'a zip archive that holds a file', 'none in it');
  if (!second) return first;
  const names = entries.slice(0, MAX_NAMES_SHOWN).map(({ name }) => name);
  const more = entries.length - names.length;
  const list = names.join(', ') + (more > 0 ? ` and ${more} more` : '');
  throw new InputError(
    file,
    0,
    'one file in the zip archive, or the name of one',
    `${entries.length}: ${list}`,
  );
}

/** Passes content on as long as it keeps to the limits and is no archive itself. */
async function* limited(
  content: AsyncIterable<Uint8Array>,
  packedBytes: number,
  label: string,
): AsyncGenerator<Uint8Array> {
  const head = new Uint8Array(MAGIC_BYTES);
  let bytes = 0;
  for await (const chunk of content) {
    if (bytes < MAGIC_BYTES) {
      head.set(chunk.subarray(0, MAGIC_BYTES - bytes), bytes);
      if (packingOf(head)) throw new InputError(label, 0, 'a file that is packed once', 'an archive in it');
    }
    bytes += chunk.length;
    refuseExpansion(bytes, packedBytes, label);
    yield chunk;
  }
}

function refuseExpansion(bytes: number, packedBytes: number, label: string): void {
  if (bytes > MAX_CONTENT_GIB * GIB) {
    throw new InputError(label, 0, `at most ${MAX_CONTENT_GIB} GiB of content`, 'more');
  }
  if (bytes > MAX_EXPANSION * packedBytes) {
    throw new InputError(label, 0, `content at most ${MAX_EXPANSION} times its packed size`, 'more');
  }
}

function heard(onRead: ((packedBytes: number) => void) | undefined): (packedBytes: number) => void {
  let most = 0;
  return packedBytes => {
    most = Math.max(most, packedBytes);
    onRead?.(most);
  };
}
