const FORMULA_START = /^'*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * Text that a spreadsheet would run as a formula (leading = + - @ TAB CR) with an apostrophe before it, and so is
 * text that looks as if it had got one, so that `formulaRestored` gives every text back. Numbers stay numbers.
 */
export function formulaSafe(text: string): string {
  return FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text that `formulaSafe` was given. */
export function formulaRestored(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;
}
