import type { StaticFields } from '../core/vessel/index.ts';
import type { CsvRow } from './csv-row.ts';
import type { PositionColumn, PositionColumns } from './position-columns.ts';

const HASH_START = 0x811c9dc5;
const HASH_PRIME = 0x01000193;
/** Ships whose only identity is an IMO number get keys above every MMSI. */
const IMO_KEY_BASE = 1e10;

const COLUMNS: readonly PositionColumn[] = [
  'name',
  'callSign',
  'shipType',
  'length',
  'beam',
  'draught',
  'destination',
  'flag',
];

interface Known {
  hash: number;
  /** Null where the row gave nothing. */
  fields: StaticFields | null;
}

/**
 * Static data that comes along in every row of positions. Of each ship the last is kept, so that a row that says
 * the same again, told by a 32-bit hash of its bytes, makes no texts and no object.
 */
export class RowStatics {
  readonly #indices: ReadonlyMap<PositionColumn, number>;
  readonly #hashed: readonly number[];
  readonly #known = new Map<number, Known>();

  constructor(columns: PositionColumns) {
    this.#indices = new Map(COLUMNS.map(column => [column, columns.indexOf(column)]));
    this.#hashed = [...this.#indices.values()].filter(index => index >= 0);
  }

  /** What the row says of the ship; the same object as before where it is the same, null where it is nothing. */
  read(row: CsvRow, mmsi: number, imo: number): StaticFields | null {
    if (this.#hashed.length === 0) return null;
    const key = mmsi > 0 ? mmsi : IMO_KEY_BASE + imo;
    const hash = this.#hash(row);
    const known = this.#known.get(key);
    if (known && known.hash === hash) return known.fields;
    const fields = this.#parse(row);
    this.#known.set(key, { hash, fields });
    return fields;
  }

  #hash(row: CsvRow): number {
    const { bytes } = row;
    let hash = HASH_START;
    for (const field of this.#hashed) {
      const end = row.end(field);
      for (let i = row.start(field); i < end; i++) hash = Math.imul(hash ^ bytes[i]!, HASH_PRIME);
      // Marks the end of the field: 256 is no byte.
      hash = Math.imul(hash ^ 256, HASH_PRIME);
    }
    return hash;
  }

  #parse(row: CsvRow): StaticFields | null {
    const draft: { -readonly [Field in keyof StaticFields]: StaticFields[Field] } = {};
    const name = this.#text(row, 'name');
    const callSign = this.#text(row, 'callSign');
    const destination = this.#text(row, 'destination');
    const flag = this.#text(row, 'flag');
    const shipType = row.number(this.#indexOf('shipType'));
    const lengthM = row.number(this.#indexOf('length'));
    const beamM = row.number(this.#indexOf('beam'));
    const draughtM = row.number(this.#indexOf('draught'));
    if (name) draft.name = name;
    if (callSign) draft.callSign = callSign;
    if (destination) draft.destination = destination;
    if (flag) draft.flag = flag;
    if (shipType > 0) draft.shipType = shipType;
    if (lengthM > 0) draft.lengthM = lengthM;
    if (beamM > 0) draft.beamM = beamM;
    if (draughtM > 0) draft.draughtM = draughtM;
    return Object.keys(draft).length > 0 ? draft : null;
  }

  #text(row: CsvRow, column: PositionColumn): string {
    return row.text(this.#indexOf(column)).trim();
  }

  /** Index past every field where the file has no such column, which reads as empty. */
  #indexOf(column: PositionColumn): number {
    const index = this.#indices.get(column)!;
    return index < 0 ? Number.MAX_SAFE_INTEGER : index;
  }
}
