import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT_FOLDER } from './places.ts';
import type { Outcome } from './subject.ts';

const SCRIPT = 'src/tools/bench/load-in-browser.mjs';

/** A file loaded by the engine's built worker in Chromium. */
export async function loadInBrowser(path: string): Promise<Outcome> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT_FOLDER, SCRIPT), path]);
  return JSON.parse(stdout) as Outcome;
}
