/**
 * What a user can say to have bad input read after all: the zone of its times, how they are written, which column
 * means what, whose track it is, or that a file which is cut off is to be read as far as it goes.
 */
export type Remedy = 'zone' | 'time-format' | 'columns' | 'ship' | 'partial';

export interface InputErrorOptions extends ErrorOptions {
  readonly remedy?: Remedy;
}

/** Text of a file that a message quotes is cut after so many characters. */
const SHOWN_CHARACTERS = 1000;
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * Bad input: says where, what was expected and what was found, in one line whatever the file's text. `line` is
 * 1-based, 0 where the fault is the file's as a whole. `remedy` is null where only another file helps.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly file: string;
  readonly line: number;
  readonly expected: string;
  readonly found: string;
  readonly remedy: Remedy | null;

  constructor(file: string, line: number, expected: string, found: string, options: InputErrorOptions = {}) {
    const [shownFile, shownExpected, shownFound] = [file, expected, found].map(inOneLine);
    const place = line > 0 ? `${shownFile}:${line}` : shownFile;
    super(`${place}: expected ${shownExpected}, found ${shownFound}`, options);
    this.file = file;
    this.line = line;
    this.expected = shownExpected!;
    this.found = shownFound!;
    this.remedy = options.remedy ?? null;
  }
}

function inOneLine(text: string): string {
  const line = text.replace(CONTROLS, ' ');
  return line.length <= SHOWN_CHARACTERS ? line : `${line.slice(0, SHOWN_CHARACTERS)}…`;
}
