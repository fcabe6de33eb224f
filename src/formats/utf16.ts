export type Utf16 = 'utf-16le' | 'utf-16be';

/** Without a mark this much of the head is looked at: names of columns, tags and signs are mostly Latin. */
const LOOKED_AT_BYTES = 128;
/** Fewer bytes without a mark are too few to tell. */
const LEAST_BYTES = 8;
/** Of the characters at the head so many must be Latin. */
const LATIN_SHARE = 0.75;

/**
 * Which UTF-16 a file is in by its first bytes: by its byte order mark, or without one by zeros in every other byte.
 * Null for anything else, UTF-32 included. A few dozen bytes are enough.
 */
export function utf16Of(head: Uint8Array): Utf16 | null {
  if (head[0] === 0xff && head[1] === 0xfe) return isUtf32(head) ? null : 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.length < LEAST_BYTES) return null;
  if (looksLikeUtf16(head, 0)) return 'utf-16le';
  return looksLikeUtf16(head, 1) ? 'utf-16be' : null;
}

/**
 * UTF-16 as UTF-8, chunk by chunk, without its byte order mark. A surrogate without its other half and an odd last
 * byte become U+FFFD.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Utf16,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const decoder = new TextDecoder(encoding);
  // The encoder mends what lone surrogates the decoder lets through.
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield encoder.encode(text);
  }
  const rest = decoder.decode();
  if (rest !== '') yield encoder.encode(rest);
}

/** The mark of UTF-32LE begins as that of UTF-16LE does. */
function isUtf32(head: Uint8Array): boolean {
  return head.length >= 4 && head[2] === 0 && head[3] === 0;
}

/** Whether most pairs are a Latin-1 character and a zero, the character at `low` of the pair, and none is a control. */
function looksLikeUtf16(head: Uint8Array, low: 0 | 1): boolean {
  const to = Math.min(head.length, LOOKED_AT_BYTES) & ~1;
  let latin = 0;
  for (let at = 0; at < to; at += 2) {
    const isLatin = head[at + 1 - low] === 0;
    if (isLatin && !isText(head[at + low]!)) return false;
    if (isLatin) latin++;
  }
  return latin >= (LATIN_SHARE * to) / 2;
}

function isText(character: number): boolean {
  if (character === 9 || character === 10 || character === 13) return true;
  return (character >= 32 && character < 127) || character >= 160;
}
