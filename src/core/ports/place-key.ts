/**
 * What two spellings of a place name have in common: capitals without accents, punctuation and blanks
 * (`Ch'ongjin`, `CHONGJIN`; `KP RJN`, `KPRJN`). Cyrillic and Hangul stay as they are. Empty where no letter is left.
 */
export function placeKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC')
    .toUpperCase();
}
