import { NumberTable, transmitterKey } from '../core/track/index.ts';
import type { StaticFields } from '../core/vessel/index.ts';
import type { CsvRow } from './csv-row.ts';
import { hashField, NO_FIELDS_HASH } from './field-hash.ts';
import { formulaRestored } from './formula-text.ts';
import { parseDecimalField } from './parse-decimal.ts';
import type { PositionColumn, PositionColumns } from './position-columns.ts';

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

/**
 * Static data that comes along in every row of positions. Of each ship the last is kept, so that a row that says
 * the same again, told by a 32-bit hash of its bytes, makes no texts and no object.
 */
export class RowStatics {
  readonly #indices: ReadonlyMap<PositionColumn, number>;
  /** Indices of the columns that tell of the ship, in the order of the file. */
  readonly columns: readonly number[];
  readonly #ships = new NumberTable();
  /** What each ship said last, and the hash of its fields; null where that was nothing, undefined before its first. */
  readonly #last: (StaticFields | null | undefined)[] = [];
  #hashes = new Int32Array(1024);

  constructor(columns: PositionColumns) {
    this.#indices = new Map(COLUMNS.map(column => [column, columns.indexOf(column)]));
    this.columns = [...this.#indices.values()].filter(index => index >= 0).sort((a, b) => a - b);
  }

  /** What the row says of the ship; the same object as before where it is the same, null where it is nothing. */
  read(row: CsvRow, mmsi: number, imo: number): StaticFields | null {
    if (this.columns.length === 0) return null;
    const hash = this.#hash(row);
    const known = this.known(mmsi, imo, hash);
    if (known !== undefined) return known;
    const fields = this.#parse(row);
    this.#keep(this.#ships.numberOf(transmitterKey(mmsi, imo)), hash, fields);
    return fields;
  }

  /**
   * What the ship said last, if the fields of its row had this hash then; undefined otherwise. The hash is that of
   * `columns`, one after the other.
   */
  known(mmsi: number, imo: number, hash: number): StaticFields | null | undefined {
    if (this.columns.length === 0) return null;
    const ship = this.#ships.numberOf(transmitterKey(mmsi, imo));
    return this.#hashes[ship] === hash ? this.#last[ship] : undefined;
  }

  #keep(ship: number, hash: number, fields: StaticFields | null): void {
    if (ship >= this.#hashes.length) {
      const larger = new Int32Array(2 * ship);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    while (this.#last.length <= ship) this.#last.push(undefined);
    this.#hashes[ship] = hash;
    this.#last[ship] = fields;
  }

  #hash(row: CsvRow): number {
    const { bytes } = row;
    let hash = NO_FIELDS_HASH;
    for (const field of this.columns) hash = hashField(hash, bytes, row.start(field), row.end(field));
    return hash;
  }

  #parse(row: CsvRow): StaticFields | null {
    const draft: { -readonly [Field in keyof StaticFields]: StaticFields[Field] } = {};
    const name = this.#text(row, 'name');
    const callSign = this.#text(row, 'callSign');
    const destination = this.#text(row, 'destination');
    const flag = this.#text(row, 'flag');
    const shipType = this.#number(row, 'shipType');
    const lengthM = this.#number(row, 'length');
    const beamM = this.#number(row, 'beam');
    const draughtM = this.#number(row, 'draught');
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

  #number(row: CsvRow, column: PositionColumn): number {
    const field = this.#indexOf(column);
    return parseDecimalField(row.bytes, row.start(field), row.end(field));
  }

  #text(row: CsvRow, column: PositionColumn): string {
    return formulaRestored(row.text(this.#indexOf(column)).trim());
  }

  /** Index past every field where the file has no such column, which reads as empty. */
  #indexOf(column: PositionColumn): number {
    const index = this.#indices.get(column)!;
    return index < 0 ? Number.MAX_SAFE_INTEGER : index;
  }
}
