type NumberArray = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;

/** A column that doubles as it grows. `make` allocates the array of a given length. */
export class Column<A extends NumberArray> {
  values: A;
  length = 0;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.values = make(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = this.#make(this.length * 2);
      grown.set(this.values as never);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }
}
