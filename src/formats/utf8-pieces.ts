/** So many characters make a piece. */
const PIECE_CHARACTERS = 64 * 1024;

const encoder = new TextEncoder();

/** Texts joined and cut into pieces of UTF-8 of some 64 KiB, so that no file is held as one string. */
export function* utf8Pieces(texts: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  let text = '';
  for (const part of texts) {
    text += part;
    if (text.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}
