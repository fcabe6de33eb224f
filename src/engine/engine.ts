import type { Analysis, Method } from '../core/findings/index.ts';
import type { Port, Sighting } from '../core/ports/index.ts';
import type { DesignationList } from '../core/sanctions/index.ts';
import type { Vessel } from '../core/vessel/index.ts';
import type { AnalysedInput } from '../formats/analysis-json.ts';

/** A file by name. Its bytes are read as a stream, never as a whole unless the format is small by nature. */
export interface NamedFile {
  readonly name: string;
  readonly data: Blob;
}

/** What a file turned out to be. */
export type FileKind = 'positions' | 'list' | 'sightings' | 'ports';

/** A file that was read into the case, with what became of its rows. */
export interface LoadedFile extends AnalysedInput {
  readonly kind: FileKind;
  /** Positions only: index that reports and receipts name this input by; -1 for other kinds. */
  readonly input: number;
}

export interface Progress {
  readonly file: string;
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/** How a task is watched and stopped. An aborted task rejects with the signal's reason and leaves the case as it was. */
export interface TaskControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface LoadOptions {
  /** Minutes east of UTC for times that name no zone; null refuses them. */
  readonly zoneMinutes: number | null;
  /** True reads what is there of a log that is cut off; otherwise such a log is refused. */
  readonly partial?: boolean;
}

/** Everything known about the case after an analysis. */
export interface CaseAnalysis {
  readonly analysis: Analysis;
  readonly vessels: readonly Vessel[];
  /** Buffer of the track store, verdicts filled in. */
  readonly tracks: ArrayBuffer;
  readonly inputs: readonly LoadedFile[];
  /** Sightings and ports that the analysis rests on, the bundled gazetteer included. */
  readonly references: readonly LoadedFile[];
  readonly lists: readonly DesignationList[];
  readonly sightings: readonly Sighting[];
  readonly ports: readonly Port[];
}

export interface RawRow {
  /** 1-based line of the file. */
  readonly line: number;
  readonly text: string;
}

/** The engine: the same interface whether it runs here or in a worker. */
export interface Engine {
  /**
   * Reads one file into the case. What it is shows from its first bytes. Rejects with an `InputError` if it can't
   * be read; the case is then as it was.
   */
  load(file: NamedFile, options: LoadOptions, control?: TaskControl): Promise<LoadedFile>;
  /** Reads the bundled gazetteer and lists, which every case starts from. */
  loadReference(reference: Reference): Promise<void>;
  /** Takes an input of positions out of the case. Its index is not used again. */
  remove(input: number): Promise<void>;
  analyse(method: Method, control?: TaskControl): Promise<CaseAnalysis>;
  /** The very lines of an input; a line past its end is left out. */
  rows(input: number, lines: readonly number[]): Promise<readonly RawRow[]>;
}

/** Files of `public/` that hold the reference data. */
export interface Reference {
  readonly gazetteer: Blob;
  readonly listIndex: Blob;
  /** List files by the name that the index gives them. */
  readonly lists: ReadonlyMap<string, Blob>;
}
