import type { FilePreview, LoadedFile, LoadOptions, Progress } from '../engine/engine.ts';
import type { Remedy } from '../formats/input-error.ts';

export type { PositionColumn } from '../formats/position-columns.ts';
export type { ColumnChoice, ShipIdentity, TimeFormat } from '../formats/reader.ts';
export type { TablePreview } from '../formats/table-preview.ts';
export type { Remedy };

/** What a file needs to be told before it is read. */
export interface Question {
  /** What it was refused for; null where the user asks to read a file in another way. */
  readonly remedy: Remedy | null;
  /** The refusal in words, with file and line; empty where there is none. */
  readonly message: string;
  /** The very text in the file that the question is about; empty where there is none. */
  readonly found: string;
  /** Null for a file that can't be looked at. */
  readonly preview: FilePreview | null;
  /** What is known or was said before: the answers that the form starts with. */
  readonly answers: LoadOptions;
  /** Some of the answers are those given the last time to a file with these columns. */
  readonly isAsLastTime: boolean;
}

/** How far a file has come. */
export type ImportState =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'fetching';
      readonly bytes: number;
      /** Null where the server doesn't say. */
      readonly totalBytes: number | null;
      readonly leftS: number | null;
    }
  | {
      readonly kind: 'reading';
      readonly progress: Progress | null;
      readonly rowsPerSecond: number;
      /** Seconds left, null while they can't be told. */
      readonly leftS: number | null;
    }
  | { readonly kind: 'asking'; readonly question: Question }
  | {
      readonly kind: 'done';
      readonly file: LoadedFile;
      /** Its header, where its columns were taken as the user said of an earlier file with the same; else null. */
      readonly knownHeader: readonly string[] | null;
    }
  | {
      readonly kind: 'failed';
      readonly message: string;
      /** It may work another time: a server may answer again. */
      readonly canRetry: boolean;
    }
  | { readonly kind: 'cancelled' }
  /** Was in the case, and can be put back. */
  | { readonly kind: 'removed'; readonly file: LoadedFile };

/** A file on its way into the case, or out of it. */
export interface ImportJob {
  readonly id: number;
  readonly name: string;
  /** 0 while not known. */
  readonly bytes: number;
  readonly state: ImportState;
}

/** True while a file is on its way by itself. */
export function isUnderWay({ state }: ImportJob): boolean {
  return state.kind === 'waiting' || state.kind === 'fetching' || state.kind === 'reading';
}

/** Equal for questions that one answer fits: the same thing asked of files of one format with the same header. */
export function likeness({ remedy, preview }: Question): string {
  return JSON.stringify([remedy, preview?.format ?? '', preview?.table?.header ?? []]);
}

/** The jobs that ask the very same as one of them, itself included. */
export function jobsAlike(jobs: readonly ImportJob[], question: Question): readonly ImportJob[] {
  const wanted = likeness(question);
  return jobs.filter(({ state }) => state.kind === 'asking' && likeness(state.question) === wanted);
}
