import type { Fleet } from '../core/track/index.ts';
import { writeEvents } from '../formats/event-export.ts';
import { eventManifest } from '../formats/event-manifest.ts';
import { type EventRow, eventRows } from '../formats/event-rows.ts';
import { exportInputs, exportManifest } from '../formats/export-manifest.ts';
import { type Pieces, writeTracks } from '../formats/track-export.ts';
import { TrackRows } from '../formats/track-rows.ts';
import { breathe } from './breathe.ts';
import type { CaseAnalysis, ExportRequest, TaskControl } from './engine.ts';

/** Pieces are put together in blobs of this size: a blob of very many parts is slow to make. */
const BLOB_BYTES = 32 * 1024 * 1024;

/** A file under way: its bytes, its rows in all, and how many of them have been written. */
interface Draft {
  readonly pieces: Pieces;
  readonly rows: number;
  readonly written: () => number;
}

/**
 * An export piece by piece. `fleet` is judged, and `answer` is its analysis. Between pieces progress is told (the
 * size in all is worked out from what is written) and the signal heeded.
 */
export async function* exportPieces(
  fleet: Fleet,
  answer: CaseAnalysis,
  request: ExportRequest,
  { signal, onProgress }: TaskControl,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const draft =
    request.what === 'tracks' ? draftTracks(fleet, answer, request) : draftEvents(answer, request);
  const file = `${request.what}.${request.format}`;
  let bytes = 0;
  for await (const piece of draft.pieces) {
    yield piece;
    bytes += piece.length;
    const rows = draft.written();
    onProgress?.({ file, bytes, totalBytes: Math.ceil((bytes * draft.rows) / Math.max(1, rows)), rows });
    await breathe();
    signal?.throwIfAborted();
  }
}

/** The pieces as one blob. */
export async function blobOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>, type: string): Promise<Blob> {
  const blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    bytes += piece.length;
    if (bytes < BLOB_BYTES) continue;
    blobs.push(new Blob(parts));
    parts = [];
    bytes = 0;
  }
  return new Blob([...blobs, ...parts], { type });
}

function draftTracks(fleet: Fleet, answer: CaseAnalysis, request: ExportRequest): Draft {
  const tracks = new TrackRows(fleet, exportInputs(answer.inputs), request.method, request);
  const rows = tracks.count();
  const { vessels } = tracks;
  const manifest = exportManifest(answer, {
    ...request,
    vessels,
    counts: { ships: vessels.length, reports: rows },
  });
  return { pieces: writeTracks(request.format, tracks, manifest), rows, written: () => tracks.passed };
}

function draftEvents(answer: CaseAnalysis, request: ExportRequest): Draft {
  const events = eventRows(answer.analysis).filter(row => isChosen(row, request));
  const manifest = eventManifest(answer, events, request);
  const rows = events.length;
  return { pieces: writeEvents(request.format, answer, events, manifest), rows, written: () => rows };
}

/** Whether an event is of a chosen ship and reaches into the time, its intervals included. */
function isChosen(row: EventRow, { ships, from, to }: ExportRequest): boolean {
  const start = row.arrival.after ?? row.from ?? Number.NEGATIVE_INFINITY;
  const end = row.departure.before ?? row.to ?? Number.POSITIVE_INFINITY;
  return (ships.length === 0 || ships.includes(row.vessel.id)) && end >= from && start <= to;
}
