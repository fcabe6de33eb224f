export type ThemeName = 'night' | 'day' | 'contrast';

/** Red, green, blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Every colour of one theme, by its token. Values are CSS colours; all but `scrim` are six-digit hex. */
export interface Palette {
  readonly panel: string;
  readonly 'panel-2': string;
  readonly deep: string;
  readonly line: string;
  readonly 'line-2': string;
  readonly text: string;
  readonly 'text-2': string;
  readonly 'text-3': string;
  readonly accent: string;
  readonly 'on-accent': string;
  readonly good: string;
  readonly 'sea-0': string;
  readonly 'sea-200': string;
  readonly 'sea-1000': string;
  readonly 'sea-2000': string;
  readonly 'sea-3000': string;
  readonly land: string;
  readonly coast: string;
  readonly waterline: string;
  readonly contour: string;
  readonly chart: string;
  readonly hydro: string;
  readonly pencil: string;
  readonly halo: string;
  readonly 'halo-land': string;
  readonly scrim: string;
  readonly critical: string;
  readonly alert: string;
  readonly watch: string;
  readonly info: string;
  readonly 'ship-1': string;
  readonly 'ship-2': string;
  readonly 'ship-3': string;
  readonly 'ship-4': string;
}

/**
 * The three themes. One table for the whole product: the chart reads it directly, and the page mirrors it into
 * CSS custom properties (`--sea-0` and so on) by `paletteVariables`.
 */
export const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  night: {
    panel: '#111b26',
    'panel-2': '#172432',
    deep: '#0c151f',
    line: '#25343f',
    'line-2': '#5a6f82',
    text: '#e8eef4',
    'text-2': '#adbbc8',
    'text-3': '#8b9aa9',
    accent: '#5cc8ff',
    'on-accent': '#06131d',
    good: '#5fc6a0',
    'sea-0': '#132a3c',
    'sea-200': '#0f2131',
    'sea-1000': '#0a1622',
    'sea-2000': '#08111b',
    'sea-3000': '#060d15',
    land: '#1b232c',
    coast: '#60768a',
    waterline: '#24425a',
    contour: '#2b4356',
    chart: '#8ea2b4',
    hydro: '#7c95aa',
    pencil: '#b4c2cf',
    halo: '#0d1a27',
    'halo-land': '#1b232c',
    scrim: 'rgba(5,10,16,.62)',
    critical: '#d55e00',
    alert: '#e69f00',
    watch: '#56b4e9',
    info: '#8b98a5',
    'ship-1': '#cc79a7',
    'ship-2': '#1ba27c',
    'ship-3': '#dccf3e',
    'ship-4': '#4a90c8',
  },
  day: {
    panel: '#fbf8f1',
    'panel-2': '#f1ebdd',
    deep: '#f4efe4',
    line: '#ddd4c2',
    'line-2': '#8d7f66',
    text: '#16202a',
    'text-2': '#41505c',
    'text-3': '#58626b',
    accent: '#00639a',
    'on-accent': '#ffffff',
    good: '#0a6b4b',
    'sea-0': '#c9e1ee',
    'sea-200': '#dbebf3',
    'sea-1000': '#eaf3f6',
    'sea-2000': '#f3f8f9',
    'sea-3000': '#fafcfb',
    land: '#efe1bf',
    coast: '#6b5d3e',
    waterline: '#9fc3d6',
    contour: '#9dbccb',
    chart: '#4d5a63',
    hydro: '#2f6080',
    pencil: '#4a4f55',
    halo: '#e9f2f5',
    'halo-land': '#efe1bf',
    scrim: 'rgba(60,52,36,.42)',
    critical: '#d55e00',
    alert: '#e69f00',
    watch: '#56b4e9',
    info: '#8b98a5',
    'ship-1': '#a23b76',
    'ship-2': '#00734f',
    'ship-3': '#7a6a00',
    'ship-4': '#005a96',
  },
  contrast: {
    panel: '#000000',
    'panel-2': '#1a1a1a',
    deep: '#000000',
    line: '#8a8a8a',
    'line-2': '#d0d0d0',
    text: '#ffffff',
    'text-2': '#ffffff',
    'text-3': '#d6d6d6',
    accent: '#7fd8ff',
    'on-accent': '#000000',
    good: '#3de0b0',
    'sea-0': '#0b1a26',
    'sea-200': '#07121b',
    'sea-1000': '#000000',
    'sea-2000': '#000000',
    'sea-3000': '#000000',
    land: '#2b2b2b',
    coast: '#ffffff',
    waterline: '#3d5a70',
    contour: '#5d7688',
    chart: '#ffffff',
    hydro: '#bfe4ff',
    pencil: '#ffffff',
    halo: '#000000',
    'halo-land': '#2b2b2b',
    scrim: 'rgba(0,0,0,.8)',
    critical: '#ff8a3d',
    alert: '#ffc04d',
    watch: '#7fd8ff',
    info: '#d0d0d0',
    'ship-1': '#ff9fd0',
    'ship-2': '#3de0b0',
    'ship-3': '#fff066',
    'ship-4': '#6fb7ff',
  },
};

/** Ships are told apart by so many hues. */
export const SHIP_HUES = 4;

/** Colour of the ship with this hue; hues repeat after the fourth, null gives the neutral chart colour. */
export function shipColour(palette: Palette, hue: number | null): string {
  if (hue === null) return palette.chart;
  const ships = [palette['ship-1'], palette['ship-2'], palette['ship-3'], palette['ship-4']];
  return ships[hue % SHIP_HUES]!;
}

/** Reads `#rrggbb`. Throws a RangeError with what it met for any other text. */
export function parseHex(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`${hex} is no colour of the form #rrggbb`);
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** `#rrggbb` at `share` (0 to 1) of the way from one hex colour to another, mixed in sRGB. */
export function mixHex(from: string, to: string, share: number): string {
  const a = parseHex(from);
  const b = parseHex(to);
  const channels = a.map((value, i) => Math.round(value + (b[i]! - value) * share));
  return `#${channels.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}

/** `rgba()` of a hex colour at an opacity of 0 to 1. */
export function withOpacity(hex: string, opacity: number): string {
  const [red, green, blue] = parseHex(hex);
  return `rgba(${red},${green},${blue},${opacity})`;
}
