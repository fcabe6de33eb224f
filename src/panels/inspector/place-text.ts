/** `42°14.0′N 130°18.0′E`: degrees and minutes to a tenth. */
export function placeText(lon: number, lat: number): string {
  return `${angleText(lat, 2, 'NS')} ${angleText(lon, 3, 'EW')}`;
}

function angleText(degrees: number, digits: number, letters: string): string {
  const tenths = Math.round(Math.abs(degrees) * 600);
  const whole = String(Math.floor(tenths / 600)).padStart(digits, '0');
  const minutes = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${whole}°${minutes}′${letters[degrees < 0 ? 1 : 0]}`;
}
