import { createHash } from 'node:crypto';
import type { OpenDigest } from '../engine/digest.ts';

/** Digests by the platform's own SHA-256, several times as quick as one in JavaScript. */
export const openNativeDigest: OpenDigest = () => {
  const hash = createHash('sha256');
  return {
    update: chunk => {
      hash.update(chunk);
    },
    end: async () => hash.digest('hex'),
    cancel: () => undefined,
  };
};
