import { blobChunks } from '../formats/blob-chunks.ts';
import { type OpenDigest, openDigestHere } from './digest.ts';

/** What is asked of the worker of digests: a file by number, or to leave that file. */
export type DigestAsk =
  | { readonly id: number; readonly data: Blob }
  | { readonly id: number; readonly data: null };

export interface DigestAnswer {
  readonly id: number;
  /** Null where the file could not be read there. */
  readonly hex: string | null;
}

/** The end of a worker as far as it is used here. */
export interface DigestPort {
  postMessage(ask: DigestAsk): void;
  onmessage: ((event: MessageEvent<DigestAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * Digests made in a worker of their own, which reads each file a second time beside its reader: hashing takes about as
 * long as reading. A file that the worker can't do is hashed here, once it has been read.
 */
export function digestsBeside(openWorker: () => DigestPort): OpenDigest {
  const waiting = new Map<number, (hex: string | null) => void>();
  let port: DigestPort | null = null;
  let nextId = 1;
  const settle = (id: number, hex: string | null): void => {
    waiting.get(id)?.(hex);
    waiting.delete(id);
  };
  const open = (): DigestPort => {
    const worker = openWorker();
    port = worker;
    worker.onmessage = ({ data }) => settle(data.id, data.hex);
    worker.onerror = () => {
      port = null;
      for (const id of [...waiting.keys()]) settle(id, null);
    };
    return worker;
  };
  return data => {
    const id = nextId++;
    const worker = port ?? open();
    const made = new Promise<string | null>(resolve => waiting.set(id, resolve));
    worker.postMessage({ id, data });
    return {
      update: () => undefined,
      end: async () => (await made) ?? digestOf(data),
      cancel: () => {
        worker.postMessage({ id, data: null });
        settle(id, null);
      },
    };
  };
}

/** The SHA-256 of a file in lower-case hex, read here and now; null as soon as `isLeft` says so. */
export async function digestOf(data: Blob): Promise<string>;
export async function digestOf(data: Blob, isLeft: () => boolean): Promise<string | null>;
export async function digestOf(data: Blob, isLeft: () => boolean = () => false): Promise<string | null> {
  const digest = openDigestHere(data);
  for await (const chunk of blobChunks(data)) {
    if (isLeft()) return null;
    digest.update(chunk);
  }
  return digest.end();
}
