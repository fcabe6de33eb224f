import { bytesToHex } from '@noble/hashes/utils.js';
import { type DigestAnswer, type DigestAsk, digestOf } from './digest-beside.ts';

/**
 * Up to here a file is digested as a whole by the platform, which takes a tenth of the time but can't be given a file
 * piece by piece.
 */
const MAX_WHOLE_BYTES = 256 * 1024 * 1024;

const port = self as unknown as {
  postMessage(answer: DigestAnswer): void;
  onmessage: ((event: MessageEvent<DigestAsk>) => void) | null;
};
/** Files that are no longer wanted. */
const left = new Set<number>();

port.onmessage = async ({ data: { id, data } }) => {
  if (data === null) {
    left.add(id);
    return;
  }
  const hex = await hexOf(data, () => left.has(id)).catch(() => null);
  left.delete(id);
  port.postMessage({ id, hex });
};

/** Pages that didn't come over https, nor from this machine, are given no digests by the platform. */
async function hexOf(data: Blob, isLeft: () => boolean): Promise<string | null> {
  if (!self.isSecureContext || data.size > MAX_WHOLE_BYTES) return digestOf(data, isLeft);
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await data.arrayBuffer())));
}
