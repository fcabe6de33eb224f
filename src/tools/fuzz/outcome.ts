import { InputError } from '../../formats/input-error.ts';
import type { SetAside } from '../../formats/tally.ts';

/** Something that must hold for any input does not. `kind` says what, the same for every such input. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly kind: string;

  constructor(kind: string, found: string, options?: ErrorOptions) {
    super(`${kind}: ${found}`, options);
    this.kind = kind;
  }
}

/** All that came of reading an input, value by value, so that two readings can be compared. */
export class Outcome {
  readonly values: (number | string)[] = [];
  /** Rows, entries or records that were used. */
  used = 0;
  /** The error with which the input was refused; empty where it was not. */
  refusal = '';

  add(...values: readonly (number | string)[]): void {
    for (const value of values) this.values.push(value);
  }

  /** Throws a `Fault` unless every row of a tally is accounted for; takes its counts and examples. */
  addTally(rows: number, accepted: number, setAside: ReadonlyMap<string, SetAside>): void {
    let aside = 0;
    for (const [reason, entry] of setAside) {
      aside += entry.rows;
      this.add(reason, entry.rows);
      for (const { line, text } of entry.examples) this.add(line, text);
    }
    if (rows !== accepted + aside) {
      throw new Fault('rows are lost', `${rows} rows, ${accepted} accepted, ${aside} set aside`);
    }
    this.used = accepted;
    this.add(rows, accepted);
  }
}

/** Name under which every input is read; errors must give it. */
export const FILE = 'input.dat';

/** A line that a terminal can show: no control character, no separator of lines. */
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u;

/**
 * Runs a reading and returns the message with which it was refused, empty where it was not. The message must be
 * one line that names the file. Any error but an `InputError` is a `Fault`.
 */
export function refusalOf(read: () => void): string {
  try {
    read();
    return '';
  } catch (error) {
    return checkedRefusal(error);
  }
}

/** The same for a reading that takes its time. */
export async function refusalOfTask(read: () => Promise<void>): Promise<string> {
  try {
    await read();
    return '';
  } catch (error) {
    return checkedRefusal(error);
  }
}

function checkedRefusal(error: unknown): string {
  if (error instanceof Fault) throw error;
  if (!(error instanceof InputError)) throw thrownFault(error);
  const { message } = error;
  if (!message.startsWith(FILE) || !ONE_LINE.test(message)) {
    throw new Fault('the refusal is not one line that names the file', JSON.stringify(message));
  }
  return message;
}

/** Throws a `Fault` that names the first difference between two outcomes of the same bytes. */
export function compareOutcomes(whole: Outcome, cut: Outcome): void {
  if (whole.refusal !== cut.refusal) {
    throw new Fault('another refusal when cut', `‘${cut.refusal}’ instead of ‘${whole.refusal}’`);
  }
  const { length } = whole.values;
  for (let i = 0; i < Math.max(length, cut.values.length); i++) {
    if (Object.is(whole.values[i], cut.values[i])) continue;
    throw new Fault(
      'another outcome when cut',
      `value ${i} is ${cut.values[i]} instead of ${whole.values[i]}`,
    );
  }
}

function thrownFault(error: unknown): Fault {
  if (!(error instanceof Error)) return new Fault('threw what is no error', String(error));
  const place = /([\w./-]+:\d+):\d+\)?$/m.exec(error.stack?.split('\n    at ')[1] ?? '')?.[1] ?? 'nowhere';
  return new Fault(`threw ${error.name} at ${place}`, error.message.split('\n', 1)[0]!, { cause: error });
}
