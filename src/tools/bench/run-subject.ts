import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Outcome } from './subject.ts';
import type { SubjectName } from './subjects.ts';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

const run = promisify(execFile);

/** A subject that can't be run: a peer that isn't installed, or that failed on the input. */
export class SubjectError extends Error {}

/** Runs a subject in a process of its own. Rejects with a `SubjectError` where it fails. */
export async function runSubject(name: SubjectName, path: string): Promise<Outcome> {
  const flags = ['--expose-gc', '--max-old-space-size=8192'];
  try {
    const { stdout } = await run(process.execPath, [...flags, process.argv[1]!, 'subject', name, path], {
      maxBuffer: MAX_OUTPUT_BYTES,
    });
    return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Outcome;
  } catch (cause) {
    throw new SubjectError(reasonOf(cause), { cause });
  }
}

/** The message of the error with which a process ended. */
function reasonOf(cause: unknown): string {
  const { stderr = '', message = '' } = cause as { stderr?: string; message?: string };
  return /^\w*Error: (.*)$/m.exec(stderr)?.[1] ?? message.split('\n')[0]!;
}
