import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { INPUTS_FOLDER } from './places.ts';

/** Texts are written in pieces of about so many characters. */
const PIECE_CHARACTERS = 1 << 20;

/**
 * Path of an input of the bench; `lines` is asked for its lines when there is no file of that name yet. Written
 * under another name first, so that a run that was stopped leaves no half file.
 */
export function lineFile(name: string, lines: () => Iterable<string>): string {
  const path = join(INPUTS_FOLDER, name);
  if (existsSync(path)) return path;
  mkdirSync(INPUTS_FOLDER, { recursive: true });
  process.stderr.write(`making ${name}\n`);
  const file = openSync(`${path}.part`, 'w');
  let piece = '';
  for (const line of lines()) {
    piece += `${line}\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    writeSync(file, piece);
    piece = '';
  }
  writeSync(file, piece);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}
