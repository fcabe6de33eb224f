import type { SchemaElement } from 'hyparquet';
import { damagedParquet } from './parquet-damage.ts';

/** No real schema comes near: Arrow and Spark nest a list in two levels. */
const MAX_DEPTH = 32;
const MAX_COLUMNS = 10_000;

/**
 * What the values of a column are. An `instant` is a time in UTC, a `civil` one a time that names no zone, a `date` a
 * day without a time; `text` is UTF-8, `bytes` may be, `binary` is not.
 */
export type LeafForm = 'number' | 'truth' | 'instant' | 'civil' | 'date' | 'text' | 'bytes' | 'binary';

/** A column that holds values: a leaf of the schema. */
export interface ParquetLeaf {
  /** Path with dots (`position.lat`), as users see it. */
  readonly name: string;
  readonly path: readonly string[];
  /** Place among the column chunks of each row group. */
  readonly index: number;
  readonly type: NonNullable<SchemaElement['type']>;
  /** Bytes of a value; 0 where each has a length of its own. */
  readonly width: number;
  readonly form: LeafForm;
  /** Stored numbers are this many times the number that is meant: a power of ten, or units in a millisecond. */
  readonly divisor: number;
  readonly isUnsigned: boolean;
  /** IEEE 754 half precision in two bytes. */
  readonly isHalf: boolean;
  /** Definition level of a value that is there: how many steps of the path may be absent. */
  readonly level: number;
  /** Inside a list or map, so that a row may have any number of values. */
  readonly isRepeated: boolean;
  /** Reference system of geometries, where the type says that they are; null for any other column. */
  readonly crs: string | null;
}

const WIDTHS: ReadonlyMap<string, number> = new Map([
  ['BOOLEAN', 1],
  ['INT32', 4],
  ['INT64', 8],
  ['INT96', 12],
  ['FLOAT', 4],
  ['DOUBLE', 8],
]);

const UNITS_IN_MS: ReadonlyMap<string, number> = new Map([
  ['MILLIS', 1],
  ['MICROS', 1e3],
  ['NANOS', 1e6],
]);

const TEXTS: ReadonlySet<string> = new Set(['STRING', 'ENUM', 'JSON']);

/** What geometries are in where their type says nothing: longitude and latitude. */
const DEFAULT_CRS = 'OGC:CRS84';

/** A step of the path that is being walked. */
interface Group {
  readonly path: readonly string[];
  readonly level: number;
  readonly isRepeated: boolean;
  childrenLeft: number;
}

/**
 * The columns of a schema, which Parquet stores as a tree in depth-first order. Throws `InputError` for a tree that
 * doesn't come out even, that is more than 32 levels deep or has more than 10,000 columns.
 */
export function leavesOf(schema: readonly SchemaElement[], file: string): readonly ParquetLeaf[] {
  const leaves: ParquetLeaf[] = [];
  const groups: Group[] = [];
  schema.forEach((element, i) => {
    while (groups.at(-1)?.childrenLeft === 0) groups.pop();
    const parent = groups.at(-1);
    if (i > 0 && !parent) throw damagedParquet(file, 'a schema with columns outside its root');
    if (groups.length > MAX_DEPTH) throw damagedParquet(file, `a schema more than ${MAX_DEPTH} levels deep`);
    if (parent) parent.childrenLeft--;
    const step = stepInto(parent, element);
    if (element.type === undefined) groups.push(step);
    else leaves.push(leafOf(element, step, leaves.length));
    if (leaves.length > MAX_COLUMNS) throw damagedParquet(file, `more than ${MAX_COLUMNS} columns`);
  });
  if (groups.some(group => group.childrenLeft > 0)) throw damagedParquet(file, 'a schema that is cut off');
  return leaves;
}

function stepInto(parent: Group | undefined, element: SchemaElement): Group {
  const childrenLeft = element.num_children ?? 0;
  if (!parent) return { path: [], level: 0, isRepeated: false, childrenLeft };
  return {
    path: [...parent.path, element.name],
    level: parent.level + (element.repetition_type === 'REQUIRED' ? 0 : 1),
    isRepeated: parent.isRepeated || element.repetition_type === 'REPEATED',
    childrenLeft,
  };
}

function leafOf(element: SchemaElement, { path, level, isRepeated }: Group, index: number): ParquetLeaf {
  const type = element.type!;
  return {
    name: path.join('.'),
    path,
    index,
    type,
    width: type === 'FIXED_LEN_BYTE_ARRAY' ? Math.max(0, element.type_length ?? 0) : (WIDTHS.get(type) ?? 0),
    form: formOf(element),
    divisor: divisorOf(element),
    isUnsigned: isUnsigned(element),
    isHalf: type === 'FIXED_LEN_BYTE_ARRAY' && element.logical_type?.type === 'FLOAT16',
    level,
    isRepeated,
    crs: crsOf(element),
  };
}

/** By the logical type, else by the older converted type. A time of the latter is in UTC, as the format says. */
function formOf(element: SchemaElement): LeafForm {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (type === 'BOOLEAN') return 'truth';
  // The deprecated 96-bit time says nothing of its zone: some writers mean UTC, others the time where they stood.
  if (type === 'INT96') return 'civil';
  if (logical?.type === 'DATE' || converted === 'DATE') return 'date';
  if (type === 'INT64' && logical?.type === 'TIMESTAMP') return logical.isAdjustedToUTC ? 'instant' : 'civil';
  if (type === 'INT64' && converted?.startsWith('TIMESTAMP_')) return 'instant';
  if (type !== 'BYTE_ARRAY' && type !== 'FIXED_LEN_BYTE_ARRAY') return 'number';
  if (isDecimal(element) || logical?.type === 'FLOAT16') return 'number';
  if (converted === 'UTF8' || (logical && TEXTS.has(logical.type))) return 'text';
  return type === 'BYTE_ARRAY' && !logical && !converted ? 'bytes' : 'binary';
}

function isDecimal({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted === 'DECIMAL' || logical?.type === 'DECIMAL';
}

function divisorOf(element: SchemaElement): number {
  const { type, scale, converted_type: converted, logical_type: logical } = element;
  if (isDecimal(element)) return 10 ** (scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0));
  if (type !== 'INT64') return 1;
  if (logical?.type === 'TIMESTAMP') return UNITS_IN_MS.get(logical.unit) ?? 1;
  return converted === 'TIMESTAMP_MICROS' ? 1e3 : 1;
}

function isUnsigned({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return logical?.type === 'INTEGER' ? !logical.isSigned : (converted?.startsWith('UINT_') ?? false);
}

function crsOf({ logical_type: logical }: SchemaElement): string | null {
  const isGeometry = logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY';
  return isGeometry ? (logical.crs ?? DEFAULT_CRS) : null;
}
