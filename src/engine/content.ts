import { blobChunks } from '../formats/blob-chunks.ts';
import { InputError } from '../formats/input-error.ts';
import { entryLabel, type PackedContent, unpack, zipEntryNames } from '../formats/unpack.ts';
import { toUtf8, utf16Of } from '../formats/utf16.ts';
import type { NamedFile } from './engine.ts';

/** Hears the bytes of a file as it was given, in order. */
type OnOriginal = (chunk: Uint8Array) => void;

/** So much of a content shows whether it is UTF-16. */
const ENCODING_BYTES = 4096;

/** A file as readers see it: unpacked where it is packed, in UTF-8 where it is UTF-16. */
export interface Content {
  /** Names the content in errors: the file's name, in a zip with that of the entry. */
  readonly label: string;
  /** The content is the file's own bytes, so that any part of it can be read without what is before it. */
  readonly isDirect: boolean;
  /** The first bytes of the content, at most `count`. */
  head(count: number): Promise<Uint8Array>;
  /**
   * The content from its start. `onOriginal` hears the bytes of the file itself about as they are used, all of them
   * by the end; what it throws ends the reading, as an aborted signal does.
   */
  chunks(onOriginal?: OnOriginal, signal?: AbortSignal): AsyncGenerator<Uint8Array>;
}

/**
 * The files in a zip archive, each to be loaded by itself; a file that is no archive, or that holds one file, is
 * given back alone, and so is an archive that can't be read, so that loading it tells why.
 */
export async function expand(file: NamedFile): Promise<readonly NamedFile[]> {
  const { name, data } = file;
  try {
    const entries = file.entry === undefined ? await zipEntryNames(data, name) : [];
    return entries.length < 2
      ? [file]
      : entries.map(entry => ({ name: entryLabel(name, entry), data, entry }));
  } catch (error) {
    if (error instanceof InputError) return [file];
    throw error;
  }
}

/** Opens a file, packed as .gz or .zip or not. Throws `InputError` for a zip that can't be read or has several files. */
export async function openContent(file: NamedFile): Promise<Content> {
  const content = await openBytes(file);
  const encoding = utf16Of(await content.head(ENCODING_BYTES));
  if (encoding === null) return content;
  const chunks: Content['chunks'] = (onOriginal, signal) =>
    toUtf8(content.chunks(onOriginal, signal), encoding);
  return { label: content.label, isDirect: false, head: count => firstBytes(chunks(), count), chunks };
}

async function openBytes({ name, data, entry }: NamedFile): Promise<Content> {
  const packed = await unpack(data, name, entry);
  if (!packed) {
    return {
      label: name,
      isDirect: true,
      head: async count => new Uint8Array(await data.slice(0, count).arrayBuffer()),
      chunks: (onOriginal, signal) => plain(data, onOriginal, signal),
    };
  }
  return {
    label: packed.label,
    isDirect: false,
    head: count => firstBytes(packed.chunks(), count),
    chunks: (onOriginal, signal) => unpacked(data, packed, onOriginal, signal),
  };
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>, count: number): Promise<Uint8Array> {
  const head = new Uint8Array(count);
  let size = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(0, count - size);
    head.set(part, size);
    size += part.length;
    if (size === count) break;
  }
  return head.subarray(0, size);
}

async function* plain(data: Blob, onOriginal?: OnOriginal, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const chunk of blobChunks(data)) {
    signal?.throwIfAborted();
    onOriginal?.(chunk);
    yield chunk;
  }
}

/** Reads the file a second time beside the decompressor, which doesn't show what it skips or reads twice. */
async function* unpacked(
  data: Blob,
  packed: PackedContent,
  onOriginal?: OnOriginal,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const originals = blobChunks(data);
  let usedBytes = 0;
  let heardBytes = 0;
  const follow = async (toBytes: number): Promise<void> => {
    while (onOriginal && heardBytes < toBytes) {
      signal?.throwIfAborted();
      const part = await originals.next();
      if (part.done) return;
      heardBytes += part.value.length;
      onOriginal(part.value);
    }
  };
  const onRead = (packedBytes: number): void => {
    signal?.throwIfAborted();
    usedBytes = packedBytes;
  };
  try {
    for await (const chunk of packed.chunks(onRead)) {
      signal?.throwIfAborted();
      await follow(usedBytes);
      yield chunk;
    }
    await follow(data.size);
  } finally {
    await originals.return(undefined);
  }
}
