const ENCODER = new TextEncoder();

export interface Framing {
  readonly talker?: string;
  readonly formatter?: 'VDM' | 'VDO';
  readonly channel?: string;
  readonly sequence?: number | '';
  /** Characters of payload in each part but the last. */
  readonly partCharacters?: number;
}

/** A field as bits: a number of a width, or a text of six bits a character padded with `@`. */
export type Field = readonly [value: number | string, width: number];

/** Joins fields to a string of `0` and `1`. */
export function bitsOf(...fields: readonly Field[]): string {
  return fields
    .map(([value, width]) => (typeof value === 'string' ? textBits(value, width) : numberBits(value, width)))
    .join('');
}

/** A body, without `!`, and its checksum: `!AIVDM,...*hh`. */
export function sentence(body: string, start = '!'): string {
  let sum = 0;
  for (const byte of ENCODER.encode(body)) sum ^= byte;
  return `${start}${body}*${sum.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The sentences of one message, in as many parts as its length needs. */
export function sentencesOf(bits: string, framing: Framing = {}): string[] {
  const { talker = 'AI', formatter = 'VDM', channel = 'A', sequence = 1, partCharacters = 56 } = framing;
  const fill = (6 - (bits.length % 6)) % 6;
  const armour = armourOf(bits + '0'.repeat(fill));
  const parts = armour.match(new RegExp(`.{1,${partCharacters}}`, 'g')) ?? [''];
  return parts.map((part, i) => {
    const isLast = i === parts.length - 1;
    const id = parts.length > 1 ? sequence : '';
    return sentence(
      `${talker}${formatter},${parts.length},${i + 1},${id},${channel},${part},${isLast ? fill : 0}`,
    );
  });
}

/** A position report of type 1. */
export function positionBits(mmsi: number, lonDeg: number, latDeg: number): string {
  return bitsOf(
    [1, 6],
    [0, 2],
    [mmsi, 30],
    [0, 4],
    [0, 8],
    [123, 10],
    [0, 1],
    [Math.round(lonDeg * 600_000), 28],
    [Math.round(latDeg * 600_000), 27],
    [900, 12],
    [90, 9],
    [0, 6],
    [0, 25],
  );
}

/** Static and voyage data of type 5. */
export function voyageBits(mmsi: number, imo: number, name: string, destination: string): string {
  return bitsOf(
    [5, 6],
    [0, 2],
    [mmsi, 30],
    [0, 2],
    [imo, 30],
    ['CALL1', 42],
    [name, 120],
    [70, 8],
    [100, 9],
    [30, 9],
    [10, 6],
    [11, 6],
    [1, 4],
    [5, 4],
    [14, 5],
    [20, 5],
    [10, 6],
    [85, 8],
    [destination, 120],
    [0, 2],
  );
}

export function bytesOf(text: string): Uint8Array {
  return ENCODER.encode(text);
}

function numberBits(value: number, width: number): string {
  const unsigned = value < 0 ? 2 ** width + value : value;
  return unsigned.toString(2).padStart(width, '0').slice(-width);
}

function textBits(text: string, width: number): string {
  const codes = [...text.padEnd(width / 6, '@')].map(character => character.charCodeAt(0) % 64);
  return codes.map(code => numberBits(code, 6)).join('');
}

function armourOf(bits: string): string {
  const sextets = bits.match(/.{6}/g) ?? [];
  return sextets
    .map(sextet => Number.parseInt(sextet, 2))
    .map(value => String.fromCharCode(value < 40 ? value + 48 : value + 56))
    .join('');
}
