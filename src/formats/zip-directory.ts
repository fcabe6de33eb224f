import { InputError } from './input-error.ts';

const MAX_ENTRIES = 1000;
/** A directory of 1,000 names is far smaller. */
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const LOCATOR_BYTES = 20;
const END64_BYTES = 56;
const ENTRY_BYTES = 46;
const END = 0x06054b50;
const LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const ENTRY = 0x02014b50;
const ZIP64_FIELD = 1;
const IN_ZIP64_16 = 0xffff;
const IN_ZIP64_32 = 0xffffffff;
const ENCRYPTED = 1 | (1 << 6) | (1 << 13);
const MAX_NAME_CHARACTERS = 120;

export type ZipMethod = 'stored' | 'deflated';

/** A file in a zip archive, as the central directory has it. */
export interface ZipEntry {
  /** For display alone: never a path. Control characters are made visible. */
  readonly name: string;
  readonly method: ZipMethod;
  /** CRC-32 of the content. */
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Offset of the local header in the archive. */
  readonly offset: number;
}

interface DirectoryPlace {
  readonly entries: number;
  readonly bytes: number;
  readonly offset: number;
}

/**
 * Reads the files that the central directory of a zip archive lists (PKWARE APPNOTE 6.3, ZIP64 sizes included).
 * Folders and the `__MACOSX` shadow files are left out. Throws `InputError` for an archive that is cut off, damaged,
 * in several volumes or of more than 1,000 entries, and for a file that is encrypted or packed by another method
 * than deflate.
 */
export async function readZipDirectory(data: Blob, file: string): Promise<ZipEntry[]> {
  const place = await findDirectory(data, file);
  if (place.entries > MAX_ENTRIES) {
    throw new InputError(file, 0, `a zip archive of at most ${MAX_ENTRIES} entries`, `${place.entries}`);
  }
  if (place.bytes > MAX_DIRECTORY_BYTES || place.offset + place.bytes > data.size) throw damagedZip(file);
  const view = await viewOf(data, place.offset, place.bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < place.entries; i++) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) throw damagedZip(file);
    const end =
      at + ENTRY_BYTES + nameLength(view, at) + extraLength(view, at) + view.getUint16(at + 32, true);
    if (end > view.byteLength) throw damagedZip(file);
    const name = nameOf(view, at);
    if (!name.endsWith('/') && !name.startsWith('__MACOSX/')) entries.push(readEntry(view, at, name, file));
    at = end;
  }
  return entries;
}

/** The error for an archive whose parts don't fit together. */
export function damagedZip(file: string): InputError {
  return new InputError(file, 0, 'a whole zip archive', 'one that is cut off or damaged');
}

async function findDirectory(data: Blob, file: string): Promise<DirectoryPlace> {
  const tailStart = Math.max(0, data.size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = await viewOf(data, tailStart, data.size - tailStart);
  const at = findEnd(tail);
  if (at < 0) throw damagedZip(file);
  const place = {
    entries: tail.getUint16(at + 10, true),
    bytes: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  };
  const isZip64 =
    place.entries === IN_ZIP64_16 || place.bytes === IN_ZIP64_32 || place.offset === IN_ZIP64_32;
  if (isZip64) return findDirectory64(data, tailStart + at - LOCATOR_BYTES, file);
  const isWhole = tail.getUint16(at + 4, true) === 0 && tail.getUint16(at + 8, true) === place.entries;
  if (!isWhole) throw severalVolumes(file);
  return place;
}

/** Offset of the end record, whose comment ends with the file; -1 = none. */
function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength) return at;
  }
  return -1;
}

async function findDirectory64(data: Blob, locatorOffset: number, file: string): Promise<DirectoryPlace> {
  if (locatorOffset < 0) throw damagedZip(file);
  const locator = await viewOf(data, locatorOffset, LOCATOR_BYTES);
  if (locator.getUint32(0, true) !== LOCATOR) throw damagedZip(file);
  const offset = uint64(locator, 8);
  if (offset + END64_BYTES > locatorOffset) throw damagedZip(file);
  const end = await viewOf(data, offset, END64_BYTES);
  if (end.getUint32(0, true) !== END64) throw damagedZip(file);
  const entries = uint64(end, 32);
  if (end.getUint32(16, true) !== 0 || uint64(end, 24) !== entries) throw severalVolumes(file);
  return { entries, bytes: uint64(end, 40), offset: uint64(end, 48) };
}

function readEntry(view: DataView, at: number, name: string, file: string): ZipEntry {
  const label = `${file} › ${name}`;
  if (view.getUint16(at + 8, true) & ENCRYPTED) {
    throw new InputError(label, 0, 'a file that is not encrypted', 'an encrypted one');
  }
  const code = view.getUint16(at + 10, true);
  if (code !== 0 && code !== 8) {
    throw new InputError(label, 0, 'a file stored or deflated', `compression method ${code}`);
  }
  const wide = new Zip64Field(view, at, label);
  const bytes = wide.size(view.getUint32(at + 24, true));
  const packedBytes = wide.size(view.getUint32(at + 20, true));
  const offset = wide.size(view.getUint32(at + 42, true));
  const method = code === 0 ? 'stored' : 'deflated';
  return { name, method, crc: view.getUint32(at + 16, true), packedBytes, bytes, offset };
}

/** The wide sizes of an entry: present, in order, for those that the entry itself has no room for. */
class Zip64Field {
  #at = 0;
  #end = 0;

  constructor(
    private readonly view: DataView,
    entryAt: number,
    private readonly label: string,
  ) {
    let at = entryAt + ENTRY_BYTES + nameLength(view, entryAt);
    const end = at + extraLength(view, entryAt);
    while (at + 4 <= end) {
      const next = at + 4 + view.getUint16(at + 2, true);
      if (view.getUint16(at, true) === ZIP64_FIELD && next <= end) {
        this.#at = at + 4;
        this.#end = next;
      }
      at = next;
    }
  }

  size(narrow: number): number {
    if (narrow !== IN_ZIP64_32) return narrow;
    if (this.#at + 8 > this.#end) throw damagedZip(this.label);
    this.#at += 8;
    return uint64(this.view, this.#at - 8);
  }
}

function nameLength(view: DataView, at: number): number {
  return view.getUint16(at + 28, true);
}

function extraLength(view: DataView, at: number): number {
  return view.getUint16(at + 30, true);
}

function nameOf(view: DataView, at: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES, nameLength(view, at));
  const name = new TextDecoder().decode(bytes).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
  if (name.length <= MAX_NAME_CHARACTERS) return name;
  return `…${name.slice(1 - MAX_NAME_CHARACTERS)}`;
}

/** A size beyond 2^53 loses its last bits, and is past every limit all the same. */
function uint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function severalVolumes(file: string): InputError {
  return new InputError(file, 0, 'a zip archive in one file', 'a part of one in several');
}

async function viewOf(data: Blob, offset: number, length: number): Promise<DataView> {
  return new DataView(await data.slice(offset, offset + length).arrayBuffer());
}
