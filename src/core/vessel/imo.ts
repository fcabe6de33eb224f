const LEAST = 1_000_000;
const GREATEST = 9_999_999;
const TEXT = /^(?:IMO)?[\s:.-]*(\d+)$/i;

/**
 * The digit that must come last in an IMO ship number whose first six digits are those of `imo`: the sum of
 * the first times 7, the second times 6, ... the sixth times 2, modulo 10 (IMO resolution A.1117(30)).
 */
export function imoCheckDigit(imo: number): number {
  let rest = Math.trunc(imo / 10);
  let sum = 0;
  for (let weight = 2; weight <= 7; weight++) {
    sum += (rest % 10) * weight;
    rest = Math.trunc(rest / 10);
  }
  return sum % 10;
}

/** Seven digits of which the last is right. */
export function isValidImo(imo: number): boolean {
  return Number.isInteger(imo) && imo >= LEAST && imo <= GREATEST && imo % 10 === imoCheckDigit(imo);
}

/**
 * Reads `9307839` or `IMO9307839`, blanks and separators between allowed. 0 where none is given: an empty
 * text, or zeros as transponders and exports write them. NaN where something is given that is no IMO number,
 * for it may be a false identity and is not to be taken for none.
 */
export function parseImo(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  const digits = TEXT.exec(trimmed)?.[1];
  const imo = digits === undefined ? Number.NaN : Number(digits);
  return imo === 0 || isValidImo(imo) ? imo : Number.NaN;
}
