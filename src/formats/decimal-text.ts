/** So many significant digits tell any two 32-bit floats apart. */
const FLOAT32_DIGITS = 9;
const TENTHS_LIMIT = 2 ** 20;

/** Shortest decimal text that reads back as the very same double, never with an exponent. `value` is finite. */
export function decimalText(value: number): string {
  const text = String(value);
  return text.includes('e') ? withoutExponent(text) : text;
}

/** The number with the fewest decimal digits that rounds to this 32-bit float. `value` is finite. */
export function shortestDouble(value: number): number {
  // Speeds and courses of AIS are tenths. Beyond the limit floats lie so far apart that fewer digits may do.
  const tenths = Math.round(value * 10) / 10;
  if (Math.abs(value) < TENTHS_LIMIT && Math.fround(tenths) === value) return tenths;
  for (let digits = 1; digits < FLOAT32_DIGITS; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return Number(value.toPrecision(FLOAT32_DIGITS));
}

/** `1.25e-7` as `0.000000125`, `1e+21` with all its zeros. */
function withoutExponent(text: string): string {
  const [, sign, whole, fraction = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)!;
  const digits = whole + fraction;
  const wholeDigits = 1 + Number(exponent);
  if (wholeDigits > 0) return sign + digits.padEnd(wholeDigits, '0');
  return `${sign}0.${'0'.repeat(-wholeDigits)}${digits}`;
}
