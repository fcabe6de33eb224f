import { InputError } from './input-error.ts';

const SHOWN_CHARACTERS = 200;

/** The error for a Parquet file that breaks its own format; `found` says where and how. */
export function damagedParquet(file: string, found: string, cause?: unknown): InputError {
  return new InputError(
    file,
    0,
    'a sound Parquet file',
    oneLine(found),
    cause === undefined ? {} : { cause },
  );
}

/** Runs code that isn't ours on input that may be damaged: whatever it throws becomes an `InputError`. */
export function guarded<T>(file: string, what: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw damagedParquet(file, `${what} that can’t be read`, cause);
  }
}

/** Text with names out of a file, for a message: control characters left out, cut short. */
export function oneLine(text: string): string {
  return text.slice(0, SHOWN_CHARACTERS).replace(/\p{Cc}/gu, '');
}
