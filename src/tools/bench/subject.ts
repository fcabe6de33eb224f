/** What one run of a subject took and gave. */
export interface Outcome {
  readonly seconds: number;
  /** Messages or rows that came out. */
  readonly items: number;
  /** Most memory in use while reading, and what was kept of it, in bytes above what the program took before. */
  readonly peakBytes?: number;
  readonly keptBytes?: number;
}

/** Something that is measured: it is given the path of its input, in a process of its own. */
export type Subject = (path: string) => Promise<Outcome>;

/** Runs a piece of work and times it; the work returns how many items came out. */
export async function timed(work: () => number | Promise<number>): Promise<Outcome> {
  const start = performance.now();
  const items = await work();
  return { seconds: (performance.now() - start) / 1000, items };
}
