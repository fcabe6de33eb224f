import { blobChunks } from '../formats/blob-chunks.ts';
import { type PackedContent, unpack } from '../formats/unpack.ts';
import type { NamedFile } from './engine.ts';

/** Hears the bytes of a file as it was given, in order. */
type OnOriginal = (chunk: Uint8Array) => void;

/** A file as readers see it: unpacked where it is packed. */
export interface Content {
  /** Names the content in errors: the file's name, in a zip with that of the entry. */
  readonly label: string;
  readonly isPacked: boolean;
  /** The first bytes of the content, at most `count`. */
  head(count: number): Promise<Uint8Array>;
  /**
   * The content from its start. `onOriginal` hears the bytes of the file itself about as they are used, all of them
   * by the end; what it throws ends the reading, as an aborted signal does.
   */
  chunks(onOriginal?: OnOriginal, signal?: AbortSignal): AsyncGenerator<Uint8Array>;
}

/** Opens a file, packed as .gz or .zip or not. Throws `InputError` for a zip that can't be read or has several files. */
export async function openContent({ name, data }: NamedFile): Promise<Content> {
  const packed = await unpack(data, name);
  if (!packed) {
    return {
      label: name,
      isPacked: false,
      head: async count => new Uint8Array(await data.slice(0, count).arrayBuffer()),
      chunks: (onOriginal, signal) => plain(data, onOriginal, signal),
    };
  }
  return {
    label: packed.label,
    isPacked: true,
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
