/** Before this the pace of the start says nothing of the rest. */
const SETTLED_MS = 500;

/** Seconds that the rest takes at the pace so far; null where nothing can be told, at the start above all. */
export function secondsLeft(doneBytes: number, totalBytes: number | null, elapsedMs: number): number | null {
  if (totalBytes === null || doneBytes <= 0 || doneBytes > totalBytes || elapsedMs < SETTLED_MS) return null;
  return ((totalBytes - doneBytes) / doneBytes) * (elapsedMs / 1000);
}

/** Lets one call through in so many milliseconds, the first at once. */
export function atMostEvery(periodMs: number, now: () => number): () => boolean {
  let lastMs = Number.NEGATIVE_INFINITY;
  return () => {
    const ms = now();
    if (ms - lastMs < periodMs) return false;
    lastMs = ms;
    return true;
  };
}
