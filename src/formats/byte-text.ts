const SHOWN_CHARACTERS = 60;
const SHORT_BYTES = 64;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes from `start` to before `end` as text (UTF-8; a malformed sequence becomes U+FFFD). */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  // Most fields are short and ASCII, where the decoder costs more than it does.
  if (end - start > SHORT_BYTES) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte > 127) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Input text in quotes for a message: one line, cut short, control characters made visible. */
export function quoteText(text: string): string {
  const visible = JSON.stringify(text.slice(0, SHOWN_CHARACTERS))
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(
      /[\u007f-\u009f\u2028\u2029]/g,
      character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `‘${visible}${text.length > SHOWN_CHARACTERS ? '…' : ''}’`;
}

/** Length of the UTF-8 byte order mark that the bytes start with: 3 or 0. */
export function byteOrderMarkLength(head: Uint8Array): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}
