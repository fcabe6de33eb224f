/** An object as `JSON.parse` makes it. Its members are read with `memberOf` alone, for their names are input. */
export type JsonObject = Readonly<Record<string, unknown>>;

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** The value as an object; null for an array and for anything else. */
export function objectOf(value: unknown): JsonObject | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : null;
}

/** The object's own member of that name; undefined where it has none, whatever its prototype has. */
export function memberOf(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * The value as a number, a decimal number in a text included; NaN where not given (undefined, null, a blank
 * text), null where it is anything else.
 */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value === undefined || value === null) return Number.NaN;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (text === '') return Number.NaN;
  return DECIMAL.test(text) ? Number(text) : null;
}

/** The value as a text without blanks around it; empty for anything but a text and a number. */
export function textIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
