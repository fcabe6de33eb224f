/** What a value must be: a test of it, an array of one shape, or an object with at least these keys. */
export type Shape = ((value: unknown) => boolean) | readonly [Shape] | { readonly [key: string]: Shape };

const ISO_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

export const text: Shape = value => typeof value === 'string' && value !== '';
export const anyText: Shape = value => typeof value === 'string';
export const number: Shape = value => typeof value === 'number' && Number.isFinite(value);
export const count: Shape = value => Number.isInteger(value) && (value as number) >= 0;
export const flag: Shape = value => typeof value === 'boolean';
export const instant: Shape = value =>
  typeof value === 'string' && ISO_UTC.test(value) && !Number.isNaN(Date.parse(value));
export const digest: Shape = value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
export const nothing: Shape = value => Array.isArray(value) && value.length === 0;

export function oneOf(...values: readonly unknown[]): Shape {
  return value => values.includes(value);
}

export function orNull(shape: Shape): Shape {
  return value => value === null || misfits(value, shape).length === 0;
}

export function counts(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(count as (item: unknown) => boolean);
}

/** Where a value is not as its shape says; empty if it is throughout. Keys beyond those of the shape are allowed. */
export function misfits(value: unknown, shape: Shape, path = ''): string[] {
  if (typeof shape === 'function') return shape(value) ? [] : [`${path} is ${JSON.stringify(value)}`];
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${path} is no array`];
    return value.flatMap((item, i) => misfits(item, shape[0], `${path}[${i}]`));
  }
  if (!isRecord(value)) return [`${path} is no object`];
  return Object.entries(shape).flatMap(([key, inner]) => misfits(value[key], inner, `${path}.${key}`));
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
