import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RUN = 'src/cli/run.mjs';
/** Room for the largest analysis here. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds the command once, so that the tests of a file don't each wait for it. */
export function buildOnce(): void {
  execFileSync(process.execPath, [RUN, '--version'], { cwd: ROOT });
}

/** Runs the command as a user does from a checkout, and waits for its end whatever that is. */
export function wakeline(...args: readonly string[]): Promise<Ended> {
  const options = { cwd: ROOT, maxBuffer: MAX_OUTPUT_BYTES };
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [RUN, ...args], options, (error, stdout, stderr) => {
      if (child.exitCode === null) reject(error);
      else resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}

/** The JSON that a command prints; it must end well and say nothing else. */
export async function jsonOf<T>(...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await wakeline(...args);
  if (code !== 0 || stderr !== '') throw new Error(`${args.join(' ')}: exit ${code}, ${stderr}`);
  return JSON.parse(stdout);
}
