import { COUNTRY_NAMES } from './country-names.ts';
import { placeKey } from './place-key.ts';

const nameByCode = new Map<string, string>();
const codeByKey = new Map<string, string>();

for (const line of COUNTRY_NAMES.trim().split('\n')) {
  const code = line.slice(0, 2);
  const names = line.slice(3).split('|');
  nameByCode.set(code, names[0]!);
  for (const name of names) codeByKey.set(placeKey(name), code);
}

/**
 * ISO 3166-1 alpha-2 of a country given by that code, in either case, or by an English name
 * (`North Korea`, `DPRK`, `Burma`). Null for any other text.
 */
export function countryCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (nameByCode.has(code)) return code;
  return codeByKey.get(placeKey(text)) ?? null;
}

/** English name of a country given by its alpha-2 code; a code that isn't in ISO 3166-1 is given back. */
export function countryName(code: string): string {
  return nameByCode.get(code) ?? code;
}
