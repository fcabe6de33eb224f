/** Up to three examples per reason are kept, and so much of each line. */
const EXAMPLES = 3;
const EXAMPLE_CHARACTERS = 160;

/** A row that was set aside, as an example of its reason. */
export interface SetAsideExample {
  readonly line: number;
  readonly text: string;
}

export interface SetAside {
  rows: number;
  readonly examples: SetAsideExample[];
}

/**
 * Accounts for every row of an input: `rows = accepted + set aside`, always. What counts as a row is the
 * format's: a line in a log, a record in a CSV (its header and blank lines are no rows).
 */
export class Tally {
  rows = 0;
  accepted = 0;
  readonly setAside = new Map<string, SetAside>();

  accept(rows = 1): void {
    this.rows += rows;
    this.accepted += rows;
  }

  /** Whether the next row set aside for this reason is kept as an example. */
  wantsExample(reason: string): boolean {
    return (this.setAside.get(reason)?.examples.length ?? 0) < EXAMPLES;
  }

  /** `text` is asked for only where it is kept as an example. */
  aside(reason: string, line: number, text: string | (() => string), rows = 1): void {
    this.rows += rows;
    const entry = this.#entry(reason);
    entry.rows += rows;
    if (entry.examples.length === EXAMPLES) return;
    const whole = typeof text === 'string' ? text : text();
    entry.examples.push({ line, text: whole.slice(0, EXAMPLE_CHARACTERS) });
  }

  #entry(reason: string): SetAside {
    const known = this.setAside.get(reason);
    if (known) return known;
    const entry: SetAside = { rows: 0, examples: [] };
    this.setAside.set(reason, entry);
    return entry;
  }
}
