import { readFileSync } from 'node:fs';
import type { NamedFile, Reference } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { readListIndex } from '../../src/formats/list-index.ts';

const ROOT = new URL('../../', import.meta.url);
const NO_ZONE = { zoneMinutes: null };

function bytesOf(path: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(path, ROOT)) as Buffer<ArrayBuffer>;
}

/** A file of the repository under its own name, as a user drops it. */
export function fixture(path: string): NamedFile {
  return { name: path.slice(path.lastIndexOf('/') + 1), data: new Blob([bytesOf(`fixtures/${path}`)]) };
}

export function textFile(name: string, text: string): NamedFile {
  return { name, data: new Blob([text]) };
}

/** Header and rows of one ship of the demonstration case. */
export function shipRows(imo: number): string {
  const [header, ...rows] = bytesOf('fixtures/rajin-shuttle/positions.csv').toString('utf8').split('\n');
  return [header, ...rows.filter(row => row.startsWith(`${imo},`)), ''].join('\n');
}

/** The gazetteer and lists that come with the product; of the lists some only, where their ids are given. */
export function referenceFiles(...ids: readonly string[]): Reference {
  const all = readListIndex(bytesOf('public/lists/index.json'), 'index.json');
  const index = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
  return {
    gazetteer: new Blob([bytesOf('public/ports/gazetteer.json')]),
    listIndex: new Blob([JSON.stringify(index)]),
    lists: new Map(index.map(({ file }) => [file, new Blob([bytesOf(`public/lists/${file}`)])])),
  };
}

export const DEMONSTRATION: readonly NamedFile[] = [
  fixture('rajin-shuttle/positions.csv'),
  fixture('rajin-shuttle/sightings.csv'),
];

/** An engine with some files in it, and no port and no list but theirs. */
export async function engineWith(...files: readonly NamedFile[]): Promise<LocalEngine> {
  const engine = new LocalEngine();
  for (const file of files) await engine.load(file, NO_ZONE);
  return engine;
}

/** An engine with the reference data and some files in it. */
export async function caseWith(...files: readonly NamedFile[]): Promise<LocalEngine> {
  const engine = new LocalEngine();
  await engine.loadReference(referenceFiles());
  for (const file of files) await engine.load(file, NO_ZONE);
  return engine;
}

/** A file whose bytes come one by one, when the test lets them: to stop a task in its midst. */
export class SlowFile extends Blob {
  readonly #parts: readonly Uint8Array<ArrayBuffer>[];
  /** Called before each part is handed over, with its number from 0. */
  onPart: (part: number) => void | Promise<void> = () => {};

  constructor(text: string, parts: number) {
    super([text]);
    const bytes = new TextEncoder().encode(text);
    const length = Math.ceil(bytes.length / parts);
    this.#parts = Array.from({ length: parts }, (_, i) => bytes.slice(i * length, (i + 1) * length));
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let part = 0;
    return new ReadableStream({
      pull: async controller => {
        await this.onPart(part);
        const bytes = this.#parts[part++];
        if (bytes) controller.enqueue(bytes);
        else controller.close();
      },
    });
  }
}
