/** Degrees and decimals; degrees and minutes; degrees, minutes, seconds. */
export const NOTATIONS = ['DDM', 'DD', 'DMS'] as const;
export type Notation = (typeof NOTATIONS)[number];

/** `42°14.0′N 130°18.0′E`; `42.23333 130.30000`; `42°14′00″N 130°18′00″E`. Longitude is brought into ±180. */
export function placeText(lon: number, lat: number, notation: Notation): string {
  const east = ((((lon + 180) % 360) + 360) % 360) - 180;
  if (notation === 'DD') return `${decimalText(lat)} ${decimalText(east)}`;
  return `${angleText(lat, 2, 'NS', notation)} ${angleText(east, 3, 'EW', notation)}`;
}

/** Five decimals, and zero without a sign. */
function decimalText(value: number): string {
  return (Math.round(value * 1e5) / 1e5 + 0).toFixed(5);
}

function angleText(value: number, digits: number, letters: string, notation: 'DDM' | 'DMS'): string {
  const unit = notation === 'DDM' ? 600 : 3600;
  const total = Math.round(Math.abs(value) * unit);
  const degrees = String(Math.floor(total / unit)).padStart(digits, '0');
  const rest = total % unit;
  const letter = letters[value < 0 && total > 0 ? 1 : 0];
  if (notation === 'DDM') return `${degrees}°${(rest / 10).toFixed(1).padStart(4, '0')}′${letter}`;
  const minutes = String(Math.floor(rest / 60)).padStart(2, '0');
  return `${degrees}°${minutes}′${String(rest % 60).padStart(2, '0')}″${letter}`;
}

/** Longer texts are no place; the patterns below would take their time to find out. */
const MAX_PLACE_LENGTH = 64;
const DECIMAL = /^\s*([+-]?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*$/;
const ANGLE = String.raw`(\d{1,3})\s*[°d\s]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′m]?\s*(?:(\d{1,2}(?:\.\d+)?)\s*["″s]?)?)?\s*`;
const LETTERED = new RegExp(`^\\s*${ANGLE}([NS])[,;\\s]*${ANGLE}([EW])\\s*$`, 'i');

/** A place typed in any of the notations, latitude first; null for any other text. */
export function parsePlace(text: string): { lon: number; lat: number } | null {
  if (text.length > MAX_PLACE_LENGTH) return null;
  const decimal = DECIMAL.exec(text);
  if (decimal) return checked(Number(decimal[2]), Number(decimal[1]));
  const lettered = LETTERED.exec(text);
  if (!lettered) return null;
  const lat = angle(lettered[1], lettered[2], lettered[3]) * (lettered[4]!.toUpperCase() === 'S' ? -1 : 1);
  const lon = angle(lettered[5], lettered[6], lettered[7]) * (lettered[8]!.toUpperCase() === 'W' ? -1 : 1);
  return checked(lon, lat);
}

/** NaN where there are sixty minutes or seconds or more. */
function angle(degrees = '0', minutes = '0', seconds = '0'): number {
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return Number.NaN;
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
}

function checked(lon: number, lat: number): { lon: number; lat: number } | null {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lon, lat } : null;
}
