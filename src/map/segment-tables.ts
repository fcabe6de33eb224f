import type { LineLayer } from '@deck.gl/layers';
import type { Rgb } from './palette.ts';
import type { Segments } from './segments.ts';
import type { Sliced } from './slices.ts';

export type Device = LineLayer['context']['device'];
export type Texture = ReturnType<Device['createTexture']>;

/** Texels in a row of a texture that holds a table. */
export const TABLE_ROW = 2048;
/** So many bytes are handed to the graphics card between two places to pause. */
const SLICE_BYTES = 512 * 1024;

type Format = 'rgba32float' | 'rg8unorm' | 'rgba8unorm';

/** Track pieces as textures. They may be drawn once `upload` has ended. */
export class SegmentTables {
  readonly places: Texture;
  readonly traits: Texture;

  constructor(
    device: Device,
    readonly segments: Segments,
  ) {
    this.places = emptyTable(device, 'rgba32float', segments.count);
    this.traits = emptyTable(device, 'rg8unorm', segments.count);
  }

  /** Writes the pieces into the textures. Pauses often. */
  *upload(): Sliced<void> {
    yield* write(this.places, this.segments.places, 4);
    yield* write(this.traits, this.segments.traits, 2);
  }

  destroy(): void {
    this.places.destroy();
    this.traits.destroy();
  }
}

/** A table of colours, one texel each. */
export function colourTable(device: Device, colours: readonly Rgb[]): Texture {
  const table = emptyTable(device, 'rgba8unorm', colours.length);
  const bytes = new Uint8Array(colours.flatMap(colour => [...colour, 255]));
  for (const _ of write(table, bytes, 4));
  return table;
}

function emptyTable(device: Device, format: Format, entries: number): Texture {
  return device.createTexture({
    format,
    width: TABLE_ROW,
    height: Math.max(1, Math.ceil(entries / TABLE_ROW)),
    sampler: { minFilter: 'nearest', magFilter: 'nearest' },
  });
}

/** Writes whole rows in slices, then what is left of the last one. */
function* write(table: Texture, values: Float32Array | Uint8Array, perEntry: number): Sliced<void> {
  const perRow = TABLE_ROW * perEntry;
  const rows = Math.floor(values.length / perRow);
  const rowsAtOnce = Math.max(1, Math.floor(SLICE_BYTES / (perRow * values.BYTES_PER_ELEMENT)));
  for (let y = 0; y < rows; y += rowsAtOnce) {
    const height = Math.min(rowsAtOnce, rows - y);
    const slice = values.subarray(y * perRow, (y + height) * perRow);
    table.writeData(slice, { y, width: TABLE_ROW, height });
    yield;
  }
  const rest = values.subarray(rows * perRow);
  if (rest.length > 0) table.writeData(rest, { y: rows, width: rest.length / perEntry, height: 1 });
}
