/**
 * The bytes of a blob, chunk by chunk: as the platform gives them, or cut to at most `maxBytes`. A chunk is read ahead
 * while the one before it is worked on. Leaving the loop early ends the reading.
 */
export async function* blobChunks(
  data: Blob,
  maxBytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = data.stream().getReader();
  try {
    let next = reader.read();
    for (let part = await next; !part.done; part = await next) {
      next = reader.read();
      // Where the loop is left nobody waits for the chunk that is read ahead.
      next.catch(() => undefined);
      const chunk = part.value;
      for (let at = 0; at < chunk.length; at += maxBytes) yield chunk.subarray(at, at + maxBytes);
    }
  } finally {
    await reader.cancel();
  }
}
