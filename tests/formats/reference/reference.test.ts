import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { PositionFormat } from '../../../src/formats/positions.ts';
import { type RecordedReport, type RecordedStatics, readPositions } from '../../ais/recording-sink.ts';
import { readPlainAisLog } from './plain-ais-log.ts';
import { type PlainRead, readPlainDanish, readPlainNoaa, readPlainOwn } from './plain-csv.ts';
import { readPlainGeoJson, readPlainStream } from './plain-json.ts';

/** Real files and files by published schemas, each with its plain reader and how many reports it has at least. */
const SAMPLES: readonly [path: string, PositionFormat, (text: string) => PlainRead, least: number][] = [
  ['nmea/dma-aislib/stream_example.txt', 'aivdm', readPlainAisLog, 3155],
  ['nmea/dma-aislib/replay_dump.txt', 'aivdm', readPlainAisLog, 47],
  ['nmea/pyais/timestamped.ais', 'aivdm', readPlainAisLog, 2],
  ['noaa/test_data_noaa_20230101.csv', 'noaa-csv', readPlainNoaa, 1000],
  ['noaa/small-sample_marcelmaatkamp.csv', 'noaa-csv', readPlainNoaa, 49],
  ['danish/by-schema.csv', 'danish-csv', readPlainDanish, 9],
  ['rajin-shuttle/positions.csv', 'csv', readPlainOwn, 16_617],
  ['aisstream/by-schema.jsonl', 'aisstream', readPlainStream, 7],
  ['digitraffic/locations_2017-02-20.geojson', 'geojson', readPlainGeoJson, 77],
  ['geojson/lines-and-points.geojson', 'geojson', readPlainGeoJson, 7],
];
/** Logs that name no time: each line is given one, so that their messages can be read as reports. */
const TIMELESS: readonly [path: string, least: number][] = [
  ['nmea/dma-aislib/ais250.txt', 100],
  ['nmea/dma-aislib/decode_encode_messages.txt', 200],
  ['nmea/pyais/nmea_data_sample.txt', 500],
  ['nmea/pyais/ais_test_messages', 5],
  ['nmea/pyais/messages.ais', 6],
  ['nmea/gpsd/sample.aivdm', 20],
];
/** Slow is what plain readers are. */
const TIMEOUT_MS = 60_000;
const FIRST_S = 1_710_230_400;

function textOf(path: string): string {
  return readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url), 'utf8');
}

/** The log with an epoch behind each sentence, a second later from line to line. */
function timed(log: string): string {
  return log
    .split('\n')
    .map((line, i) => (line.startsWith('!') ? `${line.trimEnd()},${FIRST_S + i}` : line))
    .join('\n');
}

function expectSame(format: PositionFormat, text: string, plain: PlainRead, least: number): void {
  const read = readPositions(format, [new TextEncoder().encode(text)]);
  expect(read.error).toBeNull();
  expect(read.reports.length).toBeGreaterThanOrEqual(least);
  expectEqual(inOrder(read.reports), inOrder(plain.reports));
  expectEqual(inOrder(read.statics), inOrder(plain.statics));
}

/** To find the difference takes far longer than to find that there is none. */
function expectEqual(read: unknown, plain: unknown): void {
  if (!isDeepStrictEqual(read, plain)) expect(read).toEqual(plain);
}

/** A message of several parts is told where it ends by one reader and where it begins by another. */
function inOrder<Row extends RecordedReport | RecordedStatics>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => a.row - b.row);
}

describe('every column of every row equals what a slow, plain reader gives', () => {
  test.each(SAMPLES)('%s', { timeout: TIMEOUT_MS }, (path, format, readPlain, least) => {
    const text = textOf(path);
    expectSame(format, text, readPlain(text), least);
  });

  test.each(TIMELESS)('%s, with times added', { timeout: TIMEOUT_MS }, (path, least) => {
    const text = timed(textOf(path));
    expectSame('aivdm', text, readPlainAisLog(text), least);
  });
});
