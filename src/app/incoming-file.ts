/** An answer as it comes in. */
export interface IncomingFile {
  readonly status: number;
  readonly contentType: string;
  /** Null where the server doesn't say. */
  readonly totalBytes: number | null;
  readonly chunks: AsyncIterable<Uint8Array<ArrayBuffer>>;
}
