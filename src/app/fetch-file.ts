import type { FileAddress } from '../state/file-address.ts';
import type { FetchControl } from '../state/imports.ts';
import { fetchThroughFrame } from './fetch-through-frame.ts';
import type { IncomingFile } from './incoming-file.ts';

/** Chunks are folded into a blob, which the browser can keep on disk, whenever so many bytes have gathered. */
const FOLD_BYTES = 8 * 1024 * 1024;
const STATUS_WORDS: ReadonlyMap<number, string> = new Map([
  [401, 'asks for a password'],
  [403, 'does not give this file out'],
  [404, 'has no such file'],
  [410, 'has this file no more'],
  [429, 'is asked too often'],
]);

/**
 * Fetches a file without credentials and referrer: from the page's own server directly, from another through the
 * frame. Rejects with the signal's reason, or with an error that says in a few words why it can't be had.
 */
export async function fetchFile(
  { url, isOwn }: FileAddress,
  { signal, onProgress }: FetchControl,
): Promise<Blob> {
  signal.throwIfAborted();
  const ended = new AbortController();
  try {
    const stop = AbortSignal.any([signal, ended.signal]);
    const file = await (isOwn ? fetchOwn(url, stop) : fetchThroughFrame(url, stop));
    const refusal = refusalOf(file);
    if (refusal !== null) throw new Error(refusal);
    return await gather(file, bytes => onProgress(bytes, file.totalBytes));
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof TypeError ? new Error(networkFault(isOwn), { cause: error }) : error;
  } finally {
    ended.abort();
  }
}

async function fetchOwn(url: URL, signal: AbortSignal): Promise<IncomingFile> {
  const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
  const { status, headers, body } = response;
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return {
    status,
    contentType: headers.get('content-type') ?? '',
    totalBytes: Number.isSafeInteger(length) && !headers.has('content-encoding') ? length : null,
    chunks: streamChunks(body),
  };
}

async function* streamChunks(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) yield part.value;
}

/** Why an answer is no file; null for one that may be. */
function refusalOf({ status, contentType }: IncomingFile): string | null {
  if (status < 200 || status > 299) {
    const words = STATUS_WORDS.get(status);
    return `the server ${words ? `${words} (${status})` : `answers with status ${status}`}.`;
  }
  if (/^text\/html\b/i.test(contentType)) return 'there is a web page at this address, not a file of data.';
  return null;
}

async function gather({ chunks }: IncomingFile, onBytes: (bytes: number) => void): Promise<Blob> {
  const blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let loose = 0;
  let bytes = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    loose += chunk.length;
    bytes += chunk.length;
    onBytes(bytes);
    if (loose < FOLD_BYTES) continue;
    blobs.push(new Blob(parts));
    parts = [];
    loose = 0;
  }
  return new Blob([...blobs, ...parts]);
}

/** A browser doesn't tell a page why another server can't be read, lest it spies on the network. */
function networkFault(isOwn: boolean): string {
  if (!navigator.onLine) return 'this device is offline.';
  if (isOwn) return 'the server does not answer.';
  return 'the server does not answer, or lets no other page read its files (CORS). Download the file and drop it here.';
}
