/** `840 bytes`, `12 kB`, `4.1 MB`: in powers of a thousand, as browsers and file managers count. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  const mb = bytes / 1e6;
  return mb < 999.5 ? `${mb.toFixed(mb < 10 ? 1 : 0)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
