/** The most to hand to the decompressor at once: it may answer with a thousand times as much. */
export const MAX_PIECE_BYTES = 32 * 1024;

/** What a stream of deflated data is wrapped in. */
export type DeflateWrapping = 'gzip' | 'deflate-raw';

/** The decompressor refused its input: it is cut off, damaged or followed by something else. */
export class DamagedData extends Error {
  override readonly name = 'DamagedData';
}

/**
 * Inflates a stream, given in pieces of at most `MAX_PIECE_BYTES`, with the platform's decompressor. It asks for input only as output is taken, so that little
 * is held. Rejects with `DamagedData` where the decompressor refuses; an error of the input itself is passed on.
 */
export async function* inflate(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
  wrapping: DeflateWrapping,
): AsyncGenerator<Uint8Array> {
  const input = new InputFeed(pieces);
  const reader = input.stream().pipeThrough(new DecompressionStream(wrapping)).getReader();
  let isDone = false;
  try {
    for (;;) {
      const part = await reader.read();
      if (part.done) break;
      yield part.value;
    }
    isDone = true;
  } catch (cause) {
    isDone = true;
    if (input.failure) throw input.failure.error;
    throw new DamagedData('the decompressor refused its input', { cause });
  } finally {
    if (!isDone) await reader.cancel();
  }
}

/** Gives pieces as a stream and remembers an error of theirs. */
class InputFeed {
  failure: { readonly error: unknown } | null = null;

  constructor(private readonly pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>) {}

  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream(
      {
        pull: async controller => {
          try {
            const piece = await this.pieces.next();
            if (piece.done) controller.close();
            else controller.enqueue(piece.value);
          } catch (error) {
            this.failure = { error };
            controller.error(error);
          }
        },
        cancel: async () => {
          await this.pieces.return(undefined);
        },
      },
      { highWaterMark: 0 },
    );
  }
}
