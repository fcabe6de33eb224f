import { readFileSync } from 'node:fs';

/** Real AIS of 11 June 2010, Danish waters and others, 8,551 lines. */
export const DMA_STREAM = 'dma-aislib/stream_example.txt';
export const DMA_SMALL = 'dma-aislib/small_cb_example.txt';
export const DMA_REPLAY = 'dma-aislib/replay_dump.txt';
/** One and more of each message type, with gpsd's decoding beside them. */
export const GPSD_SAMPLE = 'gpsd/sample.aivdm';
/** Made-up messages at the ends of every range, with gpsd's decoding beside them. */
export const GPSD_EDGE_CASES = 'gpsd/edge-cases.aivdm';

/** The bytes of a file in `fixtures/nmea`. */
export function readLog(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/nmea/${name}`, import.meta.url)));
}

export function readLogText(name: string): string {
  return new TextDecoder().decode(readLog(name));
}
