import { DEFAULT_PORT_RADIUS_M, Gazetteer, type Port, type UnplacedPort } from '../core/ports/index.ts';
import { InputError } from './input-error.ts';

export const GAZETTEER_FORMAT = 'wakeline.gazetteer/1';

/** What a port has that others don't. */
export interface SpecialPort {
  /** Position in the columns. */
  readonly index: number;
  readonly controlledBy?: string;
  readonly radiusM?: number;
  readonly basis?: string;
  readonly concern?: boolean;
}

/**
 * The bundled gazetteer: one array per column, all of one length, and what only a few ports have beside them.
 * Written by `src/tools/make-gazetteer.ts`.
 */
export interface GazetteerJson {
  readonly format: typeof GAZETTEER_FORMAT;
  readonly origin: string;
  /** `basis` of every port that isn't special. */
  readonly basis: string;
  readonly name: readonly string[];
  /** Parted by `|`. */
  readonly aliases: readonly string[];
  /** Five letters or empty. */
  readonly locode: readonly string[];
  /** Empty where the UN/LOCODE is the id. */
  readonly id: readonly string[];
  /** Empty where the last three letters of the UN/LOCODE are the code. */
  readonly code: readonly string[];
  readonly country: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly uncertaintyM: readonly number[];
  readonly special: readonly SpecialPort[];
  readonly unplaced: readonly UnplacedPort[];
}

const COLUMNS = ['name', 'aliases', 'locode', 'id', 'code', 'country', 'lon', 'lat', 'uncertaintyM'] as const;

/** Reads the bundled gazetteer. Throws `InputError` where the file is another one or its columns don't match. */
export function readGazetteerJson(bytes: Uint8Array, file: string): Gazetteer {
  const json = parse(bytes, file);
  const count = json.name.length;
  for (const column of COLUMNS) {
    const length = json[column]?.length;
    if (length === count) continue;
    throw new InputError(file, 0, `${count} values in column ${column}`, String(length));
  }
  const special = new Map(json.special.map(entry => [entry.index, entry]));
  const ports = json.name.map((_, index) => portAt(json, index, special.get(index)));
  return new Gazetteer(ports, json.unplaced);
}

function parse(bytes: Uint8Array, file: string): GazetteerJson {
  let json: Partial<GazetteerJson>;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes)) as Partial<GazetteerJson>;
  } catch (cause) {
    throw new InputError(file, 0, `JSON of format ${GAZETTEER_FORMAT}`, 'no JSON', { cause });
  }
  if (json?.format === GAZETTEER_FORMAT) return json as GazetteerJson;
  throw new InputError(file, 0, `format ${GAZETTEER_FORMAT}`, String(json?.format));
}

function portAt(json: GazetteerJson, index: number, special: SpecialPort | undefined): Port {
  const locode = json.locode[index]!;
  return {
    id: json.id[index]! || locode,
    name: json.name[index]!,
    aliases: json.aliases[index]!.split('|').filter(Boolean),
    code: json.code[index]! || locode.slice(2),
    locode,
    country: json.country[index]!,
    controlledBy: special?.controlledBy ?? null,
    lon: json.lon[index]!,
    lat: json.lat[index]!,
    radiusM: special?.radiusM ?? DEFAULT_PORT_RADIUS_M,
    basis: special?.basis ?? json.basis,
    uncertaintyM: json.uncertaintyM[index]!,
    concern: special?.concern ?? false,
  };
}
