/** Control characters, and the marks and overrides that can turn a line of text around. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Text of a file as it can be shown: each character that can't be seen, or that would turn the direction of what
 * stands around it, is a replacement character (U+FFFD). Tabs become blanks, and blanks at both ends go.
 */
export function visibleText(text: string): string {
  return text.replaceAll('\t', ' ').replace(UNSEEN, '\ufffd').trim();
}
