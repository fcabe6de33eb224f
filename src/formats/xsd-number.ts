/** xsd:decimal and xsd:double; programs write small speeds with an exponent. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a text of XML gives; NaN where it is blank or `NaN`, null where it is no finite number. */
export function xsdNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'NaN') return Number.NaN;
  const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
