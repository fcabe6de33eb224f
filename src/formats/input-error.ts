/** What a user can do about bad input: name the zone of its times, or read what is there of a file that is cut off. */
export type Remedy = 'zone' | 'partial';

export interface InputErrorOptions extends ErrorOptions {
  readonly remedy?: Remedy;
}

/**
 * Bad input: says where, what was expected and what was found, in one line. `line` is 1-based, 0 where the
 * fault is the file's as a whole. `remedy` is null where only another file helps.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly file: string;
  readonly line: number;
  readonly expected: string;
  readonly found: string;
  readonly remedy: Remedy | null;

  constructor(file: string, line: number, expected: string, found: string, options: InputErrorOptions = {}) {
    super(`${file}${line > 0 ? `:${line}` : ''}: expected ${expected}, found ${found}`, options);
    this.file = file;
    this.line = line;
    this.expected = expected;
    this.found = found;
    this.remedy = options.remedy ?? null;
  }
}
