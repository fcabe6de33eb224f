const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const COMMA = 44;
const BLANK = 32;
const ZERO = 48;

/** A sum of fewer than 16 digits is exact in a double, and so is its division by a power of ten up to 1e22. */
const EXACT_DIGITS = 15;
const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/**
 * Reads a decimal number (`-123.45`) straight from bytes, the same double as `Number` of the text. Blanks
 * around it are allowed. NaN where the range is empty or holds anything else, exponents and hexadecimal
 * included: no position file writes those. `mark` is the byte before the decimals.
 */
export function parseDecimal(bytes: Uint8Array, start: number, end: number, mark = POINT): number {
  let at = start;
  let to = end;
  while (at < to && bytes[at] === BLANK) at++;
  while (to > at && bytes[to - 1] === BLANK) to--;
  const first = bytes[at];
  const signed = at < to && (first === MINUS || first === PLUS);
  const from = signed ? at + 1 : at;

  let digits = 0;
  let point = -1;
  let value = 0;
  for (at = from; at < to; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
      continue;
    }
    if (bytes[at] !== mark || point >= 0) return Number.NaN;
    point = at;
  }
  if (digits === 0) return Number.NaN;
  if (digits > EXACT_DIGITS) value = Number(asciiText(bytes, from, to).replace(',', '.'));
  else if (point >= 0) value /= POWERS[to - point - 1]!;
  return first === MINUS ? -value : value;
}

/** As `parseDecimal`, with a decimal comma too (`12,5`). A field has its decimals after one or the other. */
export function parseDecimalField(bytes: Uint8Array, start: number, end: number): number {
  const value = parseDecimal(bytes, start, end);
  return Number.isNaN(value) ? parseDecimal(bytes, start, end, COMMA) : value;
}

function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}
