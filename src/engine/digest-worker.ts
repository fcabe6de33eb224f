import { type DigestAnswer, type DigestAsk, digestOf } from './digest-beside.ts';

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
  const hex = await digestOf(data, () => left.has(id)).catch(() => null);
  left.delete(id);
  port.postMessage({ id, hex });
};
