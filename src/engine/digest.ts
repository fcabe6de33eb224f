import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The SHA-256 of one file, made while the file is read. */
export interface Digest {
  /** Takes the next bytes of the file. */
  update(chunk: Uint8Array): void;
  /** Lower-case hex, once all bytes were given. */
  end(): Promise<string>;
  /** Gives up a file that is not read to its end. */
  cancel(): void;
}

/** Begins the digest of a file. What it gives may take the bytes that it is given, or read the file by itself. */
export type OpenDigest = (data: Blob) => Digest;

/** A digest made in this thread, of the bytes it is given. */
export const openDigestHere: OpenDigest = () => {
  const hash = sha256.create();
  return {
    update: chunk => hash.update(chunk),
    end: async () => bytesToHex(hash.digest()),
    cancel: () => undefined,
  };
};
