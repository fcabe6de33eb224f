import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { analyse, type Method } from '../core/findings/index.ts';
import { Gazetteer, type Sighting } from '../core/ports/index.ts';
import { DesignationIndex, type DesignationList } from '../core/sanctions/index.ts';
import { Collector, Flag } from '../core/track/index.ts';
import { readGazetteerJson } from '../formats/gazetteer-json.ts';
import { featureTexts } from '../formats/geojson.ts';
import { InputError } from '../formats/input-error.ts';
import { readListFiles } from '../formats/list-files.ts';
import { readIndexedList, readListIndex } from '../formats/list-index.ts';
import type { ListFile } from '../formats/ofac-csv.ts';
import { readPortsCsv } from '../formats/ports-csv.ts';
import { openPositions, POSITION_FORMATS, type PositionFormat } from '../formats/positions.ts';
import { readSightingsCsv } from '../formats/sightings-csv.ts';
import { sniff } from '../formats/sniff.ts';
import { type SetAside, Tally } from '../formats/tally.ts';
import { breathe } from './breathe.ts';
import { type Content, openContent } from './content.ts';
import type {
  CaseAnalysis,
  Engine,
  FileKind,
  LoadedFile,
  LoadOptions,
  NamedFile,
  RawRow,
  Reference,
  TaskControl,
} from './engine.ts';
import { LineIndex, readLines } from './lines.ts';

/** So much of a file is looked at to tell what it is. */
const HEAD_BYTES = 64 * 1024;
/** After so many bytes of a file messages are attended to: some ten milliseconds of work. */
const BREATH_BYTES = 512 * 1024;
/** Largest content of a list, sightings or ports file: these are read as a whole. */
const MAX_TABLE_BYTES = 64 * 1024 * 1024;
const MADE_UP = Flag.reconstructed | Flag.synthetic;

/** A file as it was given, before it was unpacked. */
type OriginalFile = Pick<LoadedFile, 'name' | 'sha256' | 'bytes'>;

/** A file of positions that is part of the case. */
interface PositionInput {
  readonly loaded: LoadedFile;
  readonly readRows: (lines: readonly number[]) => Promise<RawRow[]>;
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

  loadReference(reference: Reference): Promise<void> {
    return this.#inTurn(() => this.#loadReference(reference));
  }

  load(file: NamedFile, options: LoadOptions, control: TaskControl = {}): Promise<LoadedFile> {
    return this.#inTurn(() => this.#load(file, options, control));
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
      return this.#analyse(method);
    });
  }

  async rows(input: number, lines: readonly number[]): Promise<RawRow[]> {
    return this.#inputOf(input).readRows(lines);
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

  #analyse(method: Method): CaseAnalysis {
    const fleet = this.#collector.finish();
    const designations = new DesignationIndex(this.lists);
    const analysis = analyse(fleet, {
      gazetteer: this.#gazetteer,
      designations,
      sightings: this.#sightings,
      method,
      feeds: this.#inputs.map(({ loaded }) => feedOf(loaded)),
    });
    return {
      analysis,
      vessels: fleet.vessels,
      tracks: fleet.store.buffer,
      inputs: this.#inputs.map(({ loaded }) => loaded).filter(({ input }) => !this.#removed.has(input)),
      references: [...(this.#portsFile ? [this.#portsFile] : []), ...this.#sightingFiles],
      lists: this.lists,
      sightings: [...this.#sightings],
      ports: this.#gazetteer.ports,
    };
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
    { signal, onProgress }: TaskControl,
  ): Promise<LoadedFile> {
    const tally = new Tally();
    const kept = this.#collector.length;
    const source = this.#inputs.length;
    const ending = format === 'aivdm' || format === 'aisstream' ? 'LF' : 'LF, CRLF or CR';
    const lines = content.isPacked || format === 'geojson' ? null : new LineIndex(ending);
    const hash = sha256.create();
    const reader = openPositions(format, {
      file: content.label,
      source,
      sink: this.#collector,
      tally,
      flags: 0,
      zoneMinutes: options.zoneMinutes,
      partial: options.partial ?? false,
    });
    let bytes = 0;
    let toldBytes = 0;
    const onOriginal = (chunk: Uint8Array): void => {
      hash.update(chunk);
      bytes += chunk.length;
    };
    const tell = (): void => {
      if (bytes === toldBytes) return;
      toldBytes = bytes;
      onProgress?.({ file: file.name, bytes, totalBytes: file.data.size, rows: tally.rows });
    };
    let unheard = 0;
    try {
      for await (const chunk of content.chunks(onOriginal, signal)) {
        lines?.push(chunk);
        reader.push(chunk);
        tell();
        unheard += chunk.length;
        if (unheard < BREATH_BYTES) continue;
        unheard = 0;
        await breathe();
      }
      tell();
      reader.end();
    } catch (error) {
      this.#collector.truncate(kept);
      throw error;
    }
    const loaded: LoadedFile = {
      kind: 'positions',
      name: file.name,
      sha256: bytesToHex(hash.digest()),
      bytes,
      format,
      rows: tally.rows,
      accepted: tally.accepted,
      setAside: tally.setAside,
      notes: reader.notes,
      input: source,
      reconstructed: this.#collector.anyFlag(kept, MADE_UP),
    };
    this.#inputs.push({
      loaded,
      readRows: async wanted => {
        if (format === 'geojson') return featureTexts(await wholeOf(content), content.label, wanted);
        return lines ? lines.read(file.data, wanted) : readLines(content.chunks(), ending, wanted);
      },
    });
    return loaded;
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

/** Files of one format are taken for one receiver's; what was made from publications heard nothing and is apart. */
function feedOf({ format, reconstructed }: LoadedFile): number {
  return 2 * POSITION_FORMATS.indexOf(format as PositionFormat) + Number(reconstructed);
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
  };
}

async function bytesOf(data: Blob): Promise<Uint8Array> {
  return new Uint8Array(await data.arrayBuffer());
}

async function wholeOf(content: Content): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of content.chunks()) chunks.push(chunk.slice());
  return bytesOf(new Blob(chunks));
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
