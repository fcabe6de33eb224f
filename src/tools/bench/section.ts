/** What every section is told. */
export interface BenchOptions {
  /** How often each pair is measured. */
  readonly repeats: number;
  /** Rows or sentences of the large inputs. */
  readonly size: number;
}

/** A row of the printed table. */
export interface BenchLine {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly theirs: string;
  /** Ours over theirs, with its spread where it was measured more than once. */
  readonly ratio: string;
  readonly target: string;
}

/** A part of the bench that can be run by its name. */
export interface Section {
  readonly name: string;
  readonly title: string;
  run(options: BenchOptions): Promise<readonly BenchLine[]>;
}
