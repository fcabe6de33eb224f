import { parseHex, type Rgb, type ThemeName } from './palette.ts';

/** The viridis colour map at even steps (van der Walt and Smith, CC0). */
const STOPS = [
  '#440154',
  '#482878',
  '#3e4989',
  '#31688e',
  '#26828e',
  '#1f9e89',
  '#35b779',
  '#6ece58',
  '#b5de2b',
  '#fde725',
];

/** Speed at the bright end of the scale, knots; faster is drawn the same. */
export const FULL_SPEED_KN = 14;

/** The part of the map that each theme uses, so that slow stays visible on its sea. */
const RANGE: Readonly<Record<ThemeName, readonly [from: number, to: number]>> = {
  night: [0.3, 1],
  day: [0, 0.85],
  contrast: [0.3, 1],
};

/** Colour of a speed in knots; slower than 0 and faster than `FULL_SPEED_KN` take the ends. */
export function speedColour(speedKn: number, theme: ThemeName): Rgb {
  const [from, to] = RANGE[theme];
  const share = Math.max(0, Math.min(1, speedKn / FULL_SPEED_KN));
  return viridis(from + (to - from) * share);
}

function viridis(share: number): Rgb {
  const at = share * (STOPS.length - 1);
  const below = parseHex(STOPS[Math.floor(at)]!);
  const above = parseHex(STOPS[Math.ceil(at)]!);
  const part = at - Math.floor(at);
  const mix = (i: 0 | 1 | 2): number => Math.round(below[i] + (above[i] - below[i]) * part);
  return [mix(0), mix(1), mix(2)];
}
