import type { Analysis, Method } from '../core/findings/index.ts';
import type { Port, Sighting } from '../core/ports/index.ts';
import type { DesignationList } from '../core/sanctions/index.ts';
import type { Instant } from '../core/time/index.ts';
import type { Vessel } from '../core/vessel/index.ts';
import type { AnalysedInput } from '../formats/analysis-json.ts';
import type { ExportFormat, ExportSubject } from '../formats/export-format.ts';
import type { ReaderContext } from '../formats/reader.ts';
import type { TablePreview } from '../formats/table-preview.ts';
import type { Groundwork } from './groundwork.ts';

/** A file by name. Its bytes are read as a stream, never as a whole unless the format is small by nature. */
export interface NamedFile {
  readonly name: string;
  readonly data: Blob;
  /** Name of the one file to read in an archive that holds several, as `expand` gives it. */
  readonly entry?: string;
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

/** What a user says of a file of positions that the file doesn't say itself. */
export interface LoadOptions
  extends Pick<ReaderContext, 'zoneMinutes' | 'partial' | 'timeFormat' | 'columns' | 'ship'> {
  /** Who received the reports. Files of one provider count as one feed; without it, files of one format do. */
  readonly provider?: string;
  /** The file holds no received reports though it doesn't say so. */
  readonly madeUp?: MadeUp | null;
}

/** How reports came about that nobody received. */
export type MadeUp = 'reconstructed' | 'synthetic';

/** What a file is and how it begins, before it is read. */
export interface FilePreview {
  readonly kind: FileKind;
  readonly format: string;
  /** Null for formats without columns. */
  readonly table: TablePreview | null;
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
  /** What the page draws by; only an engine in a worker gives it, since nobody else needs it. */
  readonly groundwork?: Groundwork;
}

export interface RawRow {
  /** 1-based line of the file. */
  readonly line: number;
  readonly text: string;
}

/** What is to be exported, and how. */
export interface ExportRequest {
  readonly what: ExportSubject;
  readonly format: ExportFormat;
  /** Ids of ships; empty means all. */
  readonly ships: readonly string[];
  /** Reports within, and events that reach into, this time; infinite where open. */
  readonly from: Instant;
  readonly to: Instant;
  /** True leaves out every report whose verdict isn't `ok`. */
  readonly clean: boolean;
  readonly method: Method;
  /** When the export is made, to be told in it; null where that is not to be told. */
  readonly madeAt: Instant | null;
}

/** The engine: the same interface whether it runs here or in a worker. */
export interface Engine {
  /** Looks at a file without reading it into the case. Rejects with an `InputError` if it is none that can be read. */
  preview(file: NamedFile): Promise<FilePreview>;
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
  /** A file of tracks or events, with its sources and its method, that reads back as the same data. */
  export(request: ExportRequest, control?: TaskControl): Promise<Blob>;
}

/** Files of `public/` that hold the reference data. */
export interface Reference {
  readonly gazetteer: Blob;
  readonly listIndex: Blob;
  /** List files by the name that the index gives them. */
  readonly lists: ReadonlyMap<string, Blob>;
}
