import type { PositionColumn } from './position-columns.ts';
import { StatedIds } from './stated-ids.ts';
import type { NamedValues } from './static-fields.ts';
import type { XmlElement } from './xml-scanner.ts';
import { xsdNumber } from './xsd-number.ts';

/**
 * What an element of a track file says of the points in it: the file, a folder, a track, a point itself. What the
 * nearest element gives counts, an empty value too, which takes back what those around it gave.
 */
export class PointScope implements NamedValues {
  readonly element: XmlElement;
  /** The scope around; null for the file's. */
  readonly parent: PointScope | null;
  #own: Map<PositionColumn, string> | null = null;
  #stated: StatedIds | null = null;

  constructor(element: XmlElement, parent: PointScope | null) {
    this.element = element;
    this.parent = parent;
  }

  /** Gives a value, in place of one that was given before. */
  set(column: PositionColumn, value: string): void {
    this.#own ??= new Map();
    this.#own.set(column, value.trim());
  }

  /** Gives a value where the element itself has given none. */
  offer(column: PositionColumn, value: string): void {
    if (this.own(column) === undefined) this.set(column, value);
  }

  /** Takes in a name or a description, which may state whose the points are. */
  describe(text: string): void {
    const stated = this.#stated ?? new StatedIds();
    if (stated.add(text)) this.#stated = stated;
  }

  /** What the element itself gives; undefined where it gives none. */
  own(column: PositionColumn): string | undefined {
    return this.#own?.get(column);
  }

  /** Empty where not given. */
  text(column: PositionColumn): string {
    return this.own(column) ?? this.parent?.text(column) ?? '';
  }

  /** As `xsdNumber`. */
  number(column: PositionColumn): number | null {
    return xsdNumber(this.text(column));
  }

  /** The numbers that the nearest text states; null where none does. */
  stated(): StatedIds | null {
    return this.#stated ?? this.parent?.stated() ?? null;
  }
}
