import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive that is built by hand, with what to say of it against the truth. */
export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly bytes?: number;
  /** Sizes in a ZIP64 field instead of the entry itself. */
  readonly isWide?: boolean;
}

interface ZipOptions {
  readonly isWide?: boolean;
  readonly comment?: string;
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

/** A zip archive by PKWARE's note, written field by field. */
export function zipOf(parts: readonly ZipPart[], { isWide = false, comment = '' }: ZipOptions = {}) {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, central } = partOf(part, offset);
    bodies.push(local);
    entries.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const counts = [u16(parts.length), u16(parts.length), u32(directory.length), u32(offset)];
  const ends: Buffer[] = [];
  if (isWide) {
    ends.push(u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0));
    ends.push(u64(parts.length), u64(parts.length), u64(directory.length), u64(offset));
    ends.push(u32(0x07064b50), u32(0), u64(offset + directory.length), u32(1));
  }
  const narrow = isWide ? [u16(0xffff), u16(0xffff), u32(0xffffffff), u32(0xffffffff)] : counts;
  ends.push(u32(0x06054b50), u16(0), u16(0), ...narrow, u16(comment.length), Buffer.from(comment));
  return Buffer.concat([...bodies, directory, ...ends]) as Buffer<ArrayBuffer>;
}

function partOf({ name, content, method = 8, flags = 0, isWide = false, ...said }: ZipPart, offset: number) {
  const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
  const label = Buffer.from(name);
  const crc = u32(said.crc ?? crc32(content));
  const bytes = said.bytes ?? content.length;
  const sizes = isWide ? [u32(0xffffffff), u32(0xffffffff)] : [u32(packed.length), u32(bytes)];
  const extra = isWide
    ? Buffer.concat([
        u16(0x7075),
        u16(1),
        u16(0).subarray(1),
        u16(1),
        u16(16),
        u64(bytes),
        u64(packed.length),
      ])
    : Buffer.alloc(0);
  const shared = [u16(flags), u16(method), u32(0), crc, ...sizes, u16(label.length), u16(extra.length)];
  const local = Buffer.concat([u32(0x04034b50), u16(20), ...shared, label, extra, packed]);
  const places = [u16(0), u16(0), u16(0), u32(0), u32(offset)];
  const central = Buffer.concat([u32(0x02014b50), u16(45), u16(20), ...shared, ...places, label, extra]);
  return { local, central };
}
