import { blobChunks } from './blob-chunks.ts';
import { Crc32 } from './crc32.ts';
import { DamagedData, inflate, MAX_PIECE_BYTES } from './inflate.ts';
import { InputError } from './input-error.ts';
import { damagedZip, type ZipEntry } from './zip-directory.ts';

const LOCAL_BYTES = 30;
const LOCAL = 0x04034b50;

/**
 * The content of a file in a zip archive. `label` names it in errors. `onRead` hears how many bytes of the archive
 * were used so far; what it throws ends the reading.
 *
 * Throws `InputError` where the file is cut off or damaged, or its content has not the size or checksum that the
 * directory gives.
 */
export async function* unzipEntry(
  data: Blob,
  entry: ZipEntry,
  label: string,
  onRead: (packedBytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const start = await contentOffset(data, entry, label);
  const packed = packedChunks(data, start, entry, onRead);
  const content = entry.method === 'stored' ? packed : inflate(packed, 'deflate-raw');
  const crc = new Crc32();
  let bytes = 0;
  try {
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > entry.bytes) throw new InputError(label, 0, `${entry.bytes} bytes of content`, 'more');
      crc.push(chunk);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof DamagedData ? damagedZip(label) : error;
  }
  if (bytes !== entry.bytes) {
    throw new InputError(label, 0, `${entry.bytes} bytes of content`, `${bytes} bytes`);
  }
  if (crc.value !== entry.crc) {
    throw new InputError(label, 0, `content with checksum ${hex(entry.crc)}`, hex(crc.value));
  }
}

/** Where the content begins: after the local header, whose name and extra field have lengths of their own. */
async function contentOffset(data: Blob, entry: ZipEntry, label: string): Promise<number> {
  const { offset } = entry;
  if (offset + LOCAL_BYTES > data.size) throw damagedZip(label);
  const header = new DataView(await data.slice(offset, offset + LOCAL_BYTES).arrayBuffer());
  if (header.getUint32(0, true) !== LOCAL) throw damagedZip(label);
  const start = offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.packedBytes > data.size) throw damagedZip(label);
  return start;
}

async function* packedChunks(
  data: Blob,
  start: number,
  { packedBytes }: ZipEntry,
  onRead: (packedBytes: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let at = start;
  for await (const chunk of blobChunks(data.slice(start, start + packedBytes), MAX_PIECE_BYTES)) {
    at += chunk.length;
    onRead(at);
    yield chunk;
  }
}

function hex(crc: number): string {
  return crc.toString(16).padStart(8, '0');
}
