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
 * Tells from its first bytes whether a file is packed, and opens what is in it; null for a file that isn't. A zip
 * must hold one file. Throws `InputError` for a zip that can't be read or holds several files, which it names.
 */
export async function unpack(data: Blob, file: string): Promise<PackedContent | null> {
  const packing = packingOf(new Uint8Array(await data.slice(0, MAGIC_BYTES).arrayBuffer()));
  if (!packing) return null;
  if (packing === 'gzip') {
    return { label: file, chunks: onRead => limited(gunzip(data, file, heard(onRead)), data.size, file) };
  }
  const entry = onlyEntry(await readZipDirectory(data, file), file);
  const label = `${file} › ${entry.name}`;
  refuseExpansion(entry.bytes, entry.packedBytes, label);
  return {
    label,
    chunks: onRead => limited(unzipEntry(data, entry, label, heard(onRead)), entry.packedBytes, label),
  };
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
  throw new InputError(file, 0, 'one file in the zip archive (unpack it)', `${entries.length}: ${list}`);
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
