import { blobChunks } from './blob-chunks.ts';
import { DamagedData, inflate, MAX_PIECE_BYTES } from './inflate.ts';
import { InputError } from './input-error.ts';

const HEAD_BYTES = 10;
/** A head, an empty block and the trailer: no member is shorter. */
const MIN_MEMBER_BYTES = 20;
/** As many members as blocks of 64 KiB in the largest content allowed. */
const MAX_MEMBERS = 2 ** 20;
/** Chance makes compressed bytes look like a head about once in 256 GiB. */
const MAX_CHANCE_HEADS = 8;

/**
 * The content of a gzip file (RFC 1952), all its members one after the other. `onRead` hears how many bytes of the
 * file were used so far; what it throws ends the reading.
 *
 * Not every platform's decompressor reads on past the first member, and none says where it ended. So the file is cut
 * where a member seems to begin and the decompressor tells whether the part before is whole; if not, the seeming
 * head is data, and the member is read again past it.
 *
 * Throws `InputError` where a member is cut off, damaged or followed by anything but another.
 */
export async function* gunzip(
  data: Blob,
  file: string,
  onRead: (packedBytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (let members = 0; start < data.size; members++) {
    if (members === MAX_MEMBERS) throw new InputError(file, 0, `at most ${MAX_MEMBERS} gzip members`, 'more');
    start = yield* readMember(data, start, file, onRead);
  }
}

/** Gives the content of the member at `start`; returns the offset of its end. */
async function* readMember(
  data: Blob,
  start: number,
  file: string,
  onRead: (packedBytes: number) => void,
): AsyncGenerator<Uint8Array, number> {
  let givenBytes = 0;
  for (let chanceHeads = 0; ; chanceHeads++) {
    const member = new MemberCut(data, start, chanceHeads, onRead);
    let bytes = 0;
    try {
      for await (const chunk of inflate(member.chunks(), 'gzip')) {
        const known = Math.min(chunk.length, givenBytes - bytes);
        bytes += chunk.length;
        if (bytes <= givenBytes) continue;
        givenBytes = bytes;
        yield chunk.subarray(known);
      }
    } catch (error) {
      if (!(error instanceof DamagedData)) throw error;
      if (member.isLast || chanceHeads === MAX_CHANCE_HEADS) throw damaged(file, error);
      continue;
    }
    // Some decompressors pass over what follows a member; its trailer then isn't the last thing that was read.
    if ((await trailingSize(data, member.end)) !== bytes % 2 ** 32) throw damaged(file);
    return member.end;
  }
}

/** The bytes from the start of a member to what seems to be the head of the next. */
class MemberCut {
  /** Offset where the cut ends; known when all chunks were read. */
  end: number;
  #isCut = false;
  #headsToPass: number;

  constructor(
    private readonly data: Blob,
    private readonly start: number,
    headsToPass: number,
    private readonly onRead: (packedBytes: number) => void,
  ) {
    this.#headsToPass = headsToPass;
    this.end = start;
  }

  /** No further member seems to follow, as far as was read. */
  get isLast(): boolean {
    return !this.#isCut;
  }

  async *chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    let held = new Uint8Array(0);
    for await (const chunk of blobChunks(this.data.slice(this.start), MAX_PIECE_BYTES)) {
      const bytes = joined(held, chunk);
      const cut = this.#findCut(bytes);
      const usable = cut < 0 ? Math.max(0, bytes.length - HEAD_BYTES + 1) : cut;
      yield this.#take(bytes.subarray(0, usable));
      this.#isCut = cut >= 0;
      if (this.#isCut) return;
      held = bytes.slice(usable);
    }
    yield this.#take(held);
  }

  #take(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    this.end += bytes.length;
    this.onRead(this.end);
    return bytes;
  }

  #findCut(bytes: Uint8Array): number {
    const first = Math.max(0, this.start + MIN_MEMBER_BYTES - this.end);
    for (let at = findHead(bytes, first); at >= 0; at = findHead(bytes, at + 1)) {
      if (this.#headsToPass-- <= 0) return at;
    }
    return -1;
  }
}

/** Offset of the next ten bytes that can be a member's head, from `from` on; -1 = none. */
function findHead(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (at + HEAD_BYTES > bytes.length) return -1;
    if (isHead(bytes, at)) return at;
  }
  return -1;
}

/** Magic, deflate, no reserved flag, a known effort and a known system. */
function isHead(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8 || bytes[at + 3]! > 0x1f) return false;
  const effort = bytes[at + 8]!;
  const system = bytes[at + 9]!;
  return (effort === 0 || effort === 2 || effort === 4) && (system <= 19 || system === 255);
}

/** The size that a trailer ending at `end` gives, modulo 2^32. */
async function trailingSize(data: Blob, end: number): Promise<number> {
  const buffer = await data.slice(end - 4, end).arrayBuffer();
  return new DataView(buffer).getUint32(0, true);
}

function joined(held: Uint8Array, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(held.length + chunk.length);
  bytes.set(held);
  bytes.set(chunk, held.length);
  return bytes;
}

function damaged(file: string, cause?: Error): InputError {
  return new InputError(file, 0, 'a whole gzip file', 'one that is cut off or damaged', { cause });
}
