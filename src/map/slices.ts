/** Work in slices that have no result until they end: each `yield` is a place to pause. */
export type Sliced<T> = Generator<void, T>;

/** A slice works for so long, then the page has its turn. */
const SLICE_MS = 4;

/**
 * Works through `sliced` a few milliseconds at a time, with the page's own work in between, and then calls `onDone`.
 * Not tied to frames, so that a slow picture does not hold it up. Calling what it gives back stops the work.
 */
export function inSlices<T>(sliced: Sliced<T>, onDone: (result: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const work = (): void => {
    const endMs = performance.now() + SLICE_MS;
    let step = sliced.next();
    while (!step.done && performance.now() < endMs) step = sliced.next();
    if (step.done) onDone(step.value);
    else timer = setTimeout(work);
  };
  timer = setTimeout(work);
  return () => clearTimeout(timer);
}
