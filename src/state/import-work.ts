import type { FilePreview, LoadOptions, NamedFile } from '../engine/engine.ts';
import type { FileAddress } from './file-address.ts';

/** A file that is or was wanted in the case. */
export interface Work {
  readonly name: string;
  /** Null until it has been fetched. */
  readonly file: NamedFile | null;
  readonly address: FileAddress | null;
  readonly options: LoadOptions;
  /** Input that it takes the place of; null for a new one. */
  readonly replaces: number | null;
  /** Header of a file whose options the user gave; null where nobody was asked. */
  readonly header: readonly string[] | null;
  readonly preview: FilePreview | null;
}

export const AS_THE_FILE_SAYS: LoadOptions = { zoneMinutes: null };

/** A file of which nothing but its name is known. */
export function workOf(name: string): Work {
  return {
    name,
    file: null,
    address: null,
    options: AS_THE_FILE_SAYS,
    replaces: null,
    header: null,
    preview: null,
  };
}

/** Only what was said: an answer left open doesn't hide one that was given before. */
export function said(options: Partial<LoadOptions>): Partial<LoadOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));
}

/** True where the columns are those that their names say. */
export function isGuess(columns: LoadOptions['columns'], preview: FilePreview | null): boolean {
  return !columns || namesOf(columns) === namesOf(preview?.table?.columns ?? new Map());
}

/** Equal for choices of the same columns. */
function namesOf(columns: NonNullable<LoadOptions['columns']>): string {
  return JSON.stringify([...columns].filter(([, name]) => name !== '').sort());
}

/** Lists of several files are known by their SDN file, so it goes first. */
export function inReadingOrder(files: readonly NamedFile[]): NamedFile[] {
  const isSdn = ({ name }: NamedFile): boolean => /sdn[^/]*$/i.test(name);
  return [...files].sort((a, b) => Number(isSdn(b)) - Number(isSdn(a)));
}
