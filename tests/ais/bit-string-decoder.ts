/*
 * The decoder as one would write it without a thought for speed: a message is a string of `0` and `1`, a field a
 * piece of it. Twin of the fast one; shares nothing with it.
 */

/** What a track keeps of a message. NaN where not available. */
export interface NaivePosition {
  readonly lon: number;
  readonly lat: number;
  readonly sog: number;
  readonly cog: number;
  readonly heading: number;
  readonly status: number;
}

type Slice = readonly [start: number, width: number];

interface Layout {
  readonly lon: Slice;
  readonly lat: Slice;
  readonly perDegree: number;
  readonly sog?: Slice;
  readonly perKnot?: number;
  readonly cog?: Slice;
  readonly perCourseDegree?: number;
  readonly heading?: Slice;
  readonly status?: Slice;
}

const CLASS_A: Layout = {
  status: [38, 4],
  sog: [50, 10],
  perKnot: 10,
  lon: [61, 28],
  lat: [89, 27],
  perDegree: 600_000,
  cog: [116, 12],
  perCourseDegree: 10,
  heading: [128, 9],
};
const CLASS_B: Layout = {
  sog: [46, 10],
  perKnot: 10,
  lon: [57, 28],
  lat: [85, 27],
  perDegree: 600_000,
  cog: [112, 12],
  perCourseDegree: 10,
  heading: [124, 9],
};
const STATION: Layout = { lon: [79, 28], lat: [107, 27], perDegree: 600_000 };

const LAYOUTS: Readonly<Record<number, Layout>> = {
  1: CLASS_A,
  2: CLASS_A,
  3: CLASS_A,
  4: STATION,
  9: {
    sog: [50, 10],
    perKnot: 1,
    lon: [61, 28],
    lat: [89, 27],
    perDegree: 600_000,
    cog: [116, 12],
    perCourseDegree: 10,
  },
  11: STATION,
  18: CLASS_B,
  19: CLASS_B,
  21: { lon: [164, 28], lat: [192, 27], perDegree: 600_000 },
  27: {
    status: [40, 4],
    lon: [44, 18],
    lat: [62, 17],
    perDegree: 600,
    sog: [79, 6],
    perKnot: 1,
    cog: [85, 9],
    perCourseDegree: 1,
  },
};

/** Bits of armoured characters, without the fill bits. */
export function bitStringOf(armour: string, fillBits: number): string {
  const bits = [...armour]
    .map(character => character.charCodeAt(0) - 48)
    .map(value => (value > 40 ? value - 8 : value).toString(2).padStart(6, '0'))
    .join('');
  return fillBits > 0 ? bits.slice(0, -fillBits) : bits;
}

export function unsigned(bits: string, [start, width]: Slice): number {
  return Number.parseInt(bits.slice(start, start + width) || '0', 2);
}

export function signed(bits: string, slice: Slice): number {
  const value = unsigned(bits, slice);
  return bits[slice[0]] === '1' ? value - 2 ** slice[1] : value;
}

export function text(bits: string, start: number, characters: number): string {
  let result = '';
  for (let i = 0; i < characters; i++) {
    const piece = bits.slice(start + 6 * i, start + 6 * i + 6).padEnd(6, '0');
    const value = Number.parseInt(piece, 2);
    result += String.fromCharCode(value < 32 ? value + 64 : value);
  }
  return result.split('@')[0]!.trim();
}

/** Position and motion of a message; null for a type that has none. */
export function naivePosition(bits: string): NaivePosition | null {
  const layout = LAYOUTS[unsigned(bits, [0, 6])];
  if (!layout) return null;
  const lon = signed(bits, layout.lon) / layout.perDegree;
  const lat = signed(bits, layout.lat) / layout.perDegree;
  const sog = layout.sog ? unsigned(bits, layout.sog) : Number.NaN;
  const noSog = layout.sog ? 2 ** layout.sog[1] - 1 : Number.NaN;
  const cog = layout.cog ? unsigned(bits, layout.cog) / layout.perCourseDegree! : Number.NaN;
  const heading = layout.heading ? unsigned(bits, layout.heading) : Number.NaN;
  return {
    lon: lon === 181 ? Number.NaN : lon,
    lat: lat === 91 ? Number.NaN : lat,
    sog: sog === noSog ? Number.NaN : sog / (layout.perKnot ?? 1),
    cog: cog < 360 ? cog : Number.NaN,
    heading: heading < 360 ? heading : Number.NaN,
    status: layout.status ? unsigned(bits, layout.status) : 15,
  };
}

/** Whole messages of a clean log as bits, with the line of the first part; parts are joined by their neighbours. */
export function messagesOf(log: string): { line: number; bits: string }[] {
  const waiting = new Map<string, { line: number; armour: string }>();
  const messages: { line: number; bits: string }[] = [];
  log.split('\n').forEach((text, index) => {
    const match = /^!(..VD[MO]),(\d),(\d),(\d?),(.?),([^,]*),(\d)\*/.exec(text);
    if (!match) return;
    const [, head, parts, part, sequence, channel, armour, fill] = match;
    const key = [head, parts, sequence, channel].join();
    const before = part === '1' ? { line: index + 1, armour: '' } : waiting.get(key);
    if (!before) return;
    const joined = { line: before.line, armour: before.armour + armour };
    waiting.set(key, joined);
    if (part === parts) messages.push({ line: joined.line, bits: bitStringOf(joined.armour, Number(fill)) });
  });
  return messages;
}
