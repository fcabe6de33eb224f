import { InputError } from './input-error.ts';
import { memberOf, objectOf } from './json-value.ts';
import type { ParquetFile } from './parquet-file.ts';
import type { ParquetLeaf } from './parquet-schema.ts';
import { ByteValues, NO_NUMBER, type PageValues } from './parquet-values.ts';
import { plainName } from './position-columns.ts';

/** Names that a column of geometries goes by where nothing else says that it is one. */
const NAMES: ReadonlySet<string> = new Set(['geometry', 'geom', 'wkbgeometry', 'geog', 'geography']);
/** Reference systems in which x is the longitude and y the latitude, by WGS 84. */
const LON_LAT: ReadonlySet<string> = new Set(['OGC:CRS84', 'OGC:CRS84h', 'EPSG:4326', 'EPSG:4979']);

const POINT = 1;
/** PostGIS marks height, measure and reference system in the highest bits of the type, ISO in its thousands. */
const EWKB_FLAGS = 0xe0000000;
const EWKB_SRID = 0x20000000;
const TYPE_AT = 1;
const PLACE_AT = 5;
const SRID_BYTES = 4;
const COORDINATE_BYTES = 8;

/**
 * The column of points in well-known binary, null where there is none: the one that GeoParquet's metadata calls the
 * primary one, that has a geometry type, or one of bytes with such a name. Throws `InputError` where its coordinates
 * are said to be anything but longitudes and latitudes.
 */
export function geometryLeaf(file: ParquetFile): ParquetLeaf | null {
  const geo = objectOf(parsedOrNull(file.geo));
  const primary = geo ? memberOf(geo, 'primary_column') : undefined;
  const candidates = file.leaves.filter(
    ({ type, form, path }) => type === 'BYTE_ARRAY' && form !== 'text' && path.length === 1,
  );
  const leaf =
    candidates.find(({ name }) => name === primary) ??
    candidates.find(({ crs }) => crs !== null) ??
    candidates.find(({ name }) => NAMES.has(plainName(name)));
  if (!leaf) return null;
  const columns = objectOf(geo ? memberOf(geo, 'columns') : undefined);
  const described = objectOf(columns ? memberOf(columns, leaf.name) : undefined);
  const crs = (described ? crsName(memberOf(described, 'crs')) : null) ?? leaf.crs;
  if (crs === null || LON_LAT.has(crs)) return leaf;
  throw new InputError(file.name, 0, 'points in longitude and latitude (WGS 84)', `${leaf.name} in ${crs}`);
}

/**
 * The longitude or latitude of a point in well-known binary of either byte order, with or without height, measure and
 * reference system; NaN for an empty point, `NO_NUMBER` for anything else.
 */
export function pointAxis(values: PageValues, place: number, axis: 'lon' | 'lat'): number {
  if (!(values instanceof ByteValues)) return NO_NUMBER;
  const start = values.startOf(place);
  const size = values.endOf(place) - start;
  if (size < PLACE_AT) return NO_NUMBER;
  const view = new DataView(values.bytes.buffer, values.bytes.byteOffset + start, size);
  const isLittle = view.getUint8(0) === 1;
  const type = view.getUint32(TYPE_AT, isLittle);
  if ((type & ~EWKB_FLAGS) % 1000 !== POINT) return NO_NUMBER;
  const x = PLACE_AT + ((type & EWKB_SRID) === 0 ? 0 : SRID_BYTES);
  if (size < x + 2 * COORDINATE_BYTES) return NO_NUMBER;
  return view.getFloat64(axis === 'lon' ? x : x + COORDINATE_BYTES, isLittle);
}

/** `EPSG:3857` of a reference system in GeoParquet's JSON; its name where it has no id, null where it is left out. */
function crsName(crs: unknown): string | null {
  const system = objectOf(crs);
  if (!system) return null;
  const id = objectOf(memberOf(system, 'id'));
  if (id) return `${String(memberOf(id, 'authority'))}:${String(memberOf(id, 'code'))}`;
  return String(memberOf(system, 'name') ?? 'a system without a name');
}

function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    // Without sound metadata the column is known by its type or name.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
