import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { analyse, type Method } from '../core/findings/index.ts';
import { Gazetteer, type Sighting } from '../core/ports/index.ts';
import { DesignationIndex, type DesignationList } from '../core/sanctions/index.ts';
import { Collector, Flag, type Fleet, NOTHING_HEARD, type TrackStore, Verdict } from '../core/track/index.ts';
import { MEDIA_TYPES } from '../formats/export-format.ts';
import { readGazetteerJson } from '../formats/gazetteer-json.ts';
import { InputError } from '../formats/input-error.ts';
import { readListFiles } from '../formats/list-files.ts';
import { readIndexedList, readListIndex } from '../formats/list-index.ts';
import type { ListFile } from '../formats/ofac-csv.ts';
import { readPortsCsv } from '../formats/ports-csv.ts';
import type { PositionFormat } from '../formats/positions.ts';
import { AS_WRITTEN } from '../formats/reader.ts';
import { readSightingsCsv } from '../formats/sightings-csv.ts';
import { sniff } from '../formats/sniff.ts';
import { previewTable } from '../formats/table-preview.ts';
import { type SetAside, Tally } from '../formats/tally.ts';
import { type Content, openContent } from './content.ts';
import { type OpenDigest, openDigestHere } from './digest.ts';
import type {
  CaseAnalysis,
  Engine,
  ExportRequest,
  FileKind,
  FilePreview,
  LoadedFile,
  LoadOptions,
  MadeUp,
  NamedFile,
  RawRow,
  Reference,
  TaskControl,
} from './engine.ts';
import { blobOf, exportPieces } from './export.ts';
import { previewSeeking, type ReadPositions, readPositions } from './read-positions.ts';

/** So much of a file is looked at to tell what it is. */
const HEAD_BYTES = 64 * 1024;
/** Largest content of a list, sightings or ports file: these are read as a whole. */
const MAX_TABLE_BYTES = 64 * 1024 * 1024;
const MADE_UP = Flag.reconstructed | Flag.synthetic;

/** A file as it was given, before it was unpacked. */
type OriginalFile = Pick<LoadedFile, 'name' | 'sha256' | 'bytes'>;

/** A file of positions that is part of the case. */
interface PositionInput {
  readonly loaded: LoadedFile;
  readonly readRows: ReadPositions['readRows'];
}

/** The engine itself, in the same thread. `LocalEngine` keeps the case; a worker or the command line holds one. */
export class LocalEngine implements Engine {
  readonly #collector = new Collector();
  readonly #inputs: PositionInput[] = [];
  readonly #removed = new Set<number>();
  readonly #sightings: Sighting[] = [];
  readonly #sightingFiles: LoadedFile[] = [];
  #portsFile: LoadedFile | null = null;
  #bundledLists: readonly DesignationList[] = [];
  #listFiles: readonly ListFile[] = [];
  #userLists: readonly DesignationList[] = [];
  #gazetteer: Gazetteer = new Gazetteer([]);
  #lastTask: Promise<unknown> = Promise.resolve();
  readonly #openDigest: OpenDigest;

  /** `openDigest` makes the digests of files of positions; those of lists and other small files are made here. */
  constructor(openDigest: OpenDigest = openDigestHere) {
    this.#openDigest = openDigest;
  }

  loadReference(reference: Reference): Promise<void> {
    return this.#inTurn(() => this.#loadReference(reference));
  }

  load(file: NamedFile, options: LoadOptions, control: TaskControl = {}): Promise<LoadedFile> {
    return this.#inTurn(() => this.#load(file, options, control));
  }

  async preview(file: NamedFile): Promise<FilePreview> {
    const content = await openContent(file);
    const head = await content.head(HEAD_BYTES);
    const what = sniff(head, content.label);
    if (what.kind !== 'positions')
      return { kind: what.kind, format: 'format' in what ? what.format : '', table: null };
    const { format } = what;
    if (format === 'parquet') return { kind: what.kind, format, table: await previewSeeking(file, content) };
    const isTable = format === 'csv' || format === 'noaa-csv' || format === 'danish-csv';
    return { kind: what.kind, format, table: isTable ? previewTable(head, content.label) : null };
  }

  remove(input: number): Promise<void> {
    return this.#inTurn(async () => {
      this.#inputOf(input);
      this.#collector.remove(input);
      this.#removed.add(input);
    });
  }

  analyse(method: Method, control: TaskControl = {}): Promise<CaseAnalysis> {
    return this.#inTurn(async () => {
      control.signal?.throwIfAborted();
      return this.#analyse(method).answer;
    });
  }

  async rows(input: number, lines: readonly number[]): Promise<RawRow[]> {
    return this.#inputOf(input).readRows(lines);
  }

  export(request: ExportRequest, control: TaskControl = {}): Promise<Blob> {
    return this.#inTurn(() => blobOf(this.exportPieces(request, control), MEDIA_TYPES[request.format]));
  }

  /** The same file piece by piece, for who writes it on. Nothing may be loaded or removed meanwhile. */
  async *exportPieces(
    request: ExportRequest,
    control: TaskControl = {},
  ): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    control.signal?.throwIfAborted();
    const { fleet, answer } = this.#analyse(request.method);
    yield* exportPieces(fleet, answer, request, control);
  }

  /** Leaves out the bundled lists, so that only those loaded since count. */
  dropBundledLists(): void {
    this.#bundledLists = [];
  }

  /** The lists that count now. */
  get lists(): DesignationList[] {
    return [...this.#bundledLists, ...this.#userLists];
  }

  /** Runs a task when those before it have ended: half a file is never analysed, nor taken for another's rows. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#lastTask.then(task);
    this.#lastTask = result.catch(() => undefined);
    return result;
  }

  async #loadReference(reference: Reference): Promise<void> {
    const gazetteer = await bytesOf(reference.gazetteer);
    this.#gazetteer = readGazetteerJson(gazetteer, 'gazetteer.json');
    const { length } = this.#gazetteer.ports;
    const original = {
      name: 'gazetteer.json',
      sha256: bytesToHex(sha256(gazetteer)),
      bytes: gazetteer.length,
    };
    this.#portsFile = tableFile('ports', original, 'gazetteer', length, length, new Map());
    const index = readListIndex(await bytesOf(reference.listIndex), 'lists/index.json');
    this.#bundledLists = await Promise.all(
      index.map(async entry => {
        const data = reference.lists.get(entry.file);
        if (!data) throw new InputError('lists/index.json', 0, `the file ${entry.file} beside it`, 'none');
        return readIndexedList(entry, await bytesOf(data));
      }),
    );
  }

  async #load(file: NamedFile, options: LoadOptions, control: TaskControl): Promise<LoadedFile> {
    control.signal?.throwIfAborted();
    const content = await openContent(file);
    const what = sniff(await content.head(HEAD_BYTES), content.label);
    if (what.kind === 'positions') return this.#loadPositions(file, content, what.format, options, control);
    const hash = sha256.create();
    const bytes = await wholeTable(content, what.kind, chunk => hash.update(chunk), control.signal);
    const original = { name: file.name, sha256: bytesToHex(hash.digest()), bytes: file.data.size };
    const loaded = this.#loadTable(what, bytes, original, content.label);
    if (loaded.kind === 'ports') this.#portsFile = loaded;
    if (loaded.kind === 'sightings') this.#sightingFiles.push(loaded);
    return loaded;
  }

  #analyse(method: Method): { fleet: Fleet; answer: CaseAnalysis } {
    const fleet = this.#collector.finish();
    const designations = new DesignationIndex(this.lists);
    const analysis = analyse(fleet, {
      gazetteer: this.#gazetteer,
      designations,
      sightings: this.#sightings,
      method,
      feeds: feedsOf(this.#inputs.map(({ loaded }) => loaded)),
    });
    const answer = {
      analysis,
      vessels: fleet.vessels,
      tracks: fleet.store.buffer,
      inputs: this.#countedInputs(fleet.store),
      references: [...(this.#portsFile ? [this.#portsFile] : []), ...this.#sightingFiles],
      lists: this.lists,
      sightings: [...this.#sightings],
      ports: this.#gazetteer.ports,
    };
    return { fleet, answer };
  }

  /** The inputs of the case, each with its rows that only repeat others. */
  #countedInputs({ verdict, source, length }: TrackStore): LoadedFile[] {
    const duplicates = new Uint32Array(this.#inputs.length);
    for (let i = 0; i < length; i++) if (verdict[i] === Verdict.duplicate) duplicates[source[i]!]!++;
    return this.#inputs
      .filter(({ loaded }) => !this.#removed.has(loaded.input))
      .map(({ loaded }) => ({ ...loaded, duplicates: duplicates[loaded.input]! }));
  }

  #inputOf(input: number): PositionInput {
    const found = this.#inputs[input];
    if (!found) throw new RangeError(`no input ${input} among ${this.#inputs.length}`);
    return found;
  }

  async #loadPositions(
    file: NamedFile,
    content: Content,
    format: PositionFormat,
    options: LoadOptions,
    control: TaskControl,
  ): Promise<LoadedFile> {
    const tally = new Tally();
    const kept = this.#collector.length;
    const source = this.#inputs.length;
    const { madeUp = null, provider = '', ...reading } = options;
    const context = {
      ...reading,
      file: content.label,
      source,
      sink: this.#collector,
      tally,
      flags: flagsOf(madeUp),
    };
    try {
      const { readRows, ...read } = await readPositions(
        file,
        content,
        format,
        context,
        control,
        this.#openDigest,
      );
      const loaded: LoadedFile = {
        ...read,
        ...this.#collector.summary(kept),
        kind: 'positions',
        name: file.name,
        format,
        rows: tally.rows,
        accepted: tally.accepted,
        setAside: tally.setAside,
        input: source,
        reconstructed: this.#collector.anyFlag(kept, MADE_UP),
        provider,
        duplicates: 0,
      };
      this.#inputs.push({ loaded, readRows });
      return loaded;
    } catch (error) {
      this.#collector.truncate(kept);
      throw error;
    }
  }

  #loadTable(
    what: Exclude<ReturnType<typeof sniff>, { kind: 'positions' }>,
    bytes: Uint8Array,
    original: OriginalFile,
    label: string,
  ): LoadedFile {
    switch (what.kind) {
      case 'sightings': {
        const { sightings, tally } = readSightingsCsv(bytes, label);
        this.#sightings.push(...sightings);
        return tableFile('sightings', original, 'sightings-csv', tally.rows, tally.accepted, tally.setAside);
      }
      case 'ports': {
        const ports = readPortsCsv(bytes, label);
        this.#gazetteer = new Gazetteer(ports);
        return tableFile('ports', original, 'ports-csv', ports.length, ports.length, new Map());
      }
      case 'list': {
        const { name } = original;
        const files = [...this.#listFiles, { file: name, bytes }];
        const taken = this.#bundledLists.map(({ id }) => id);
        const reads = readListFiles(files, taken);
        this.#userLists = reads.map(({ list }) => list);
        this.#listFiles = files;
        const title = name.slice(name.lastIndexOf('/') + 1);
        const { tally } = reads.findLast(({ list }) => list.title === title) ?? reads[0]!;
        return tableFile('list', original, what.format, tally.rows, tally.accepted, tally.setAside);
      }
    }
  }
}

/**
 * The feed that each input was cut from. Files of one provider are one feed; without a provider those of one format
 * are; what was made from publications heard nothing and is apart.
 */
function feedsOf(files: readonly LoadedFile[]): number[] {
  const feeds = new Map<string, number>();
  return files.map(({ provider, format, reconstructed }) => {
    const name = JSON.stringify([provider, provider === '' ? format : '', reconstructed]);
    const feed = feeds.get(name) ?? feeds.size;
    feeds.set(name, feed);
    return feed;
  });
}

function flagsOf(madeUp: MadeUp | null): number {
  switch (madeUp) {
    case 'reconstructed':
      return Flag.reconstructed;
    case 'synthetic':
      return Flag.synthetic;
    case null:
      return 0;
  }
}

function tableFile(
  kind: FileKind,
  original: OriginalFile,
  format: string,
  rows: number,
  accepted: number,
  setAside: ReadonlyMap<string, SetAside>,
): LoadedFile {
  return {
    ...original,
    kind,
    format,
    rows,
    accepted,
    setAside,
    notes: new Map(),
    input: -1,
    reconstructed: false,
    provider: '',
    ...NOTHING_HEARD,
    ...AS_WRITTEN,
    duplicates: 0,
  };
}

async function bytesOf(data: Blob): Promise<Uint8Array> {
  return new Uint8Array(await data.arrayBuffer());
}

/** The whole content of a table. Throws `InputError` beyond 64 MiB. */
async function wholeTable(
  content: Content,
  kind: FileKind,
  onOriginal: (chunk: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of content.chunks(onOriginal, signal)) {
    size += chunk.length;
    if (size > MAX_TABLE_BYTES) {
      throw new InputError(content.label, 0, `a ${kind} file of at most 64 MiB`, 'more');
    }
    chunks.push(chunk.slice());
  }
  return bytesOf(new Blob(chunks));
}
