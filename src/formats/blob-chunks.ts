/**
 * The bytes of a blob, chunk by chunk: as the platform gives them, or cut to at most `maxBytes`. Leaving the loop
 * early ends the reading.
 */
export async function* blobChunks(
  data: Blob,
  maxBytes = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = data.stream().getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const chunk = part.value;
      for (let at = 0; at < chunk.length; at += maxBytes) yield chunk.subarray(at, at + maxBytes);
    }
  } finally {
    await reader.cancel();
  }
}
