/** An IMO number out of seven digits; 0 for anything else, the check digit not looked at. */
export function imoOf(text: string): number {
  return /^\d{7}$/.test(text) ? Number(text) : 0;
}

/** An MMSI out of nine digits; 0 for anything else. */
export function mmsiOf(text: string): number {
  return /^\d{9}$/.test(text) ? Number(text) : 0;
}
