/** A download has begun by then, and holds the bytes itself. */
const FORGET_AFTER_MS = 60_000;

/** Has the browser save bytes under a name, as it saves a download. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FORGET_AFTER_MS);
}
