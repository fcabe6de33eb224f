export type Axis = 'lat' | 'lon';

/** The longest that is read, `-179° 59′ 59.99999″ ` with its marks in many signs included. */
const GREATEST_CHARACTERS = 48;

const HEMISPHERES = {
  lat: { before: /^([NS])\s*(?=\d)/i, after: /\s*([NS])$/i },
  lon: { before: /^([EW])\s*(?=\d)/i, after: /\s*([EW])$/i },
} as const;

/** `dd.ddd`. A degree sign in an old 8-bit encoding is no UTF-8 and arrives as U+FFFD. */
const DEGREES = /^(\d{1,3}(?:[.,]\d+)?)(\s*[°º˚\ufffd])?$/;
/** `dd mm.mmm` with blanks, `-`, `:` or signs between. */
const MINUTES = /^(\d{1,3})(?:\s*([°º˚\ufffd])\s*|\s*[:-]\s*|\s+)(\d{1,2}(?:[.,]\d+)?)\s*['′’´]?$/;
/** `dd mm ss.sss`. */
const SECONDS =
  /^(\d{1,3})(?:\s*([°º˚\ufffd])\s*|\s*[:-]\s*|\s+)(\d{1,2})(?:\s*['′’´:-]\s*|\s+)(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|''|′′|’’)?$/;
/** `ddmm.mmm` and `dddmm.mmm`, as in NMEA sentences. */
const NMEA = { lat: /^(\d{2})(\d{2}[.,]\d+),?$/, lon: /^(\d{3})(\d{2}[.,]\d+),?$/ } as const;

/**
 * Reads a latitude or longitude as people and charts write it; degrees, north and east positive. NaN for anything
 * that can be doubted.
 *
 * - degrees: `42.2259`, `42,2259`, `42.2259° N`, `N42.2259`
 * - degrees and minutes: `42 13.54 N`, `42°13.54'N`, `42-13.54N`, `-42°13.54'`
 * - degrees, minutes and seconds: `42°13'32.4"N`, `42-13-32N`, `42 13 32.4 N`, `42:13:32.4N`
 * - NMEA: `4213.54,N`, `13018.2E`, told by the letter and by the digits before the point: four in a latitude, five
 *   in a longitude; minutes without decimals (`4213N`) are left alone
 *
 * Minutes and seconds are below 60. A sign and a letter exclude each other, the letter belongs to the axis (`O` is
 * east in German and west in French, and so it is neither), and without a letter only a degree sign makes parts out
 * of several numbers: `42 13.54` alone may be two fields. The range is the caller's to check: 91° and 181° stand for
 * "not available".
 */
export function parseCoordinate(text: string, axis: Axis): number {
  if (text.length > GREATEST_CHARACTERS) return Number.NaN;
  const { value, letter } = splitHemisphere(text.trim(), axis);
  if (letter !== '') {
    const degrees = partsOf(value, false) ?? nmeaDegrees(value, axis);
    return letter === 'S' || letter === 'W' ? -degrees : degrees;
  }
  const sign = /^[+-]/.exec(value)?.[0] ?? '';
  const degrees = partsOf(value.slice(sign.length).trimStart(), true) ?? Number.NaN;
  return sign === '-' ? -degrees : degrees;
}

/** The letter before or after a value, in upper case, and what is left; empty where there is none. */
function splitHemisphere(text: string, axis: Axis): { readonly value: string; readonly letter: string } {
  const { before, after } = HEMISPHERES[axis];
  const match = before.exec(text) ?? after.exec(text);
  if (!match) return { value: text, letter: '' };
  const [whole, letter = ''] = match;
  const value = match.index === 0 ? text.slice(whole.length) : text.slice(0, match.index);
  return { value, letter: letter.toUpperCase() };
}

/** Degrees of a value without sign and letter; null where it has another form. */
function partsOf(value: string, needsSign: boolean): number | null {
  const degrees = DEGREES.exec(value);
  if (degrees) return decimal(degrees[1]!);
  const [, whole, degreeSign, minutes, seconds = '0'] = MINUTES.exec(value) ?? SECONDS.exec(value) ?? [];
  if (whole === undefined || minutes === undefined || (needsSign && degreeSign === undefined)) return null;
  return sexagesimal(Number(whole), decimal(minutes), decimal(seconds));
}

function nmeaDegrees(value: string, axis: Axis): number {
  const [, whole, minutes] = NMEA[axis].exec(value) ?? [];
  return whole && minutes ? sexagesimal(Number(whole), decimal(minutes), 0) : Number.NaN;
}

function sexagesimal(degrees: number, minutes: number, seconds: number): number {
  return minutes < 60 && seconds < 60 ? degrees + minutes / 60 + seconds / 3600 : Number.NaN;
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}
