import type { StaticFields } from '../core/track/index.ts';
import { type JsonObject, memberOf, numberOf, objectOf, textIn } from './json-value.ts';
import { type PositionColumn, PositionColumns } from './position-columns.ts';
import { type NamedValues, staticFieldsOf } from './static-fields.ts';

/** Digitraffic's own names; its `timestamp` is the second of the minute that the ship sent, no time. */
const DIGITRAFFIC: ReadonlyMap<string, string> = new Map([
  ['timestampExternal', 'time'],
  ['timestamp', ''],
]);

/**
 * Properties of one GeoJSON feature after the other, by what they mean: names as in a CSV of positions, or
 * Digitraffic's, told by `timestampExternal`. An MMSI beside the properties counts where they have none.
 */
export class FeatureProperties implements NamedValues {
  #names: readonly string[] = [];
  #columns = new PositionColumns([]);
  #values: readonly unknown[] = [];
  #mmsi: unknown;

  /** Takes the properties of this feature from now on. */
  set(feature: JsonObject): void {
    const properties = objectOf(memberOf(feature, 'properties')) ?? {};
    const names = Object.keys(properties);
    // Features of a file mostly have the same names.
    const isSame = names.length === this.#names.length && names.every((name, i) => name === this.#names[i]);
    if (!isSame) this.#columns = columnsOf(names);
    this.#names = names;
    this.#values = Object.values(properties);
    this.#mmsi = memberOf(feature, 'mmsi');
  }

  /** The value as it stands; undefined where there is none. */
  value(column: PositionColumn): unknown {
    const index = this.#columns.indexOf(column);
    if (index >= 0) return this.#values[index];
    return column === 'mmsi' ? this.#mmsi : undefined;
  }

  /** As `numberOf`. */
  number(column: PositionColumn): number | null {
    return numberOf(this.value(column));
  }

  /** As `textIn`. */
  text(column: PositionColumn): string {
    return textIn(this.value(column));
  }

  /** What the feature says of its ship; null where that is nothing. */
  statics(): StaticFields | null {
    return staticFieldsOf(this);
  }
}

function columnsOf(names: readonly string[]): PositionColumns {
  const isDigitraffic = names.includes('timestampExternal');
  return new PositionColumns(isDigitraffic ? names.map(name => DIGITRAFFIC.get(name) ?? name) : names);
}
