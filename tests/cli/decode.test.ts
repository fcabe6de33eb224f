import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildOnce, ROOT, wakeline } from './wakeline.ts';

interface Summary {
  readonly lines: number;
  readonly accepted: number;
  readonly rejected: Record<string, number>;
  readonly incomplete: number;
}

const STREAM = 'fixtures/nmea/dma-aislib/stream_example.txt';

beforeAll(buildOnce, 60_000);

function summaryOf(stderr: string): Summary {
  const lines = stderr.trimEnd().split('\n');
  return JSON.parse(lines.at(-1)!);
}

function lineCount(path: string): number {
  return readFileSync(join(ROOT, path), 'utf8').replace(/\n$/, '').split('\n').length;
}

test.each([
  STREAM,
  'fixtures/nmea/dma-aislib/small_cb_example.txt',
  'fixtures/nmea/gpsd/edge-cases.aivdm',
  'fixtures/bad-input/last-line-cut.nmea',
])('every line of %s is accounted for', async path => {
  const { code, stderr } = await wakeline('decode', path);
  expect(code).toBe(0);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  const summary = summaryOf(stderr);
  expect(Object.keys(summary)).toEqual(['lines', 'accepted', 'rejected', 'incomplete']);
  const { lines, accepted, rejected, incomplete } = summary;
  expect(lines).toBe(lineCount(path));
  expect(accepted + incomplete + Object.values(rejected).reduce((sum, n) => sum + n, 0)).toBe(lines);
});

test('standard output is a line of JSON for each message, with the number of its line', async () => {
  const { stdout } = await wakeline('decode', STREAM);
  const messages: { line: number }[] = stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  const lines = messages.map(({ line }) => line);
  const source = readFileSync(join(ROOT, STREAM), 'utf8').split('\n');
  expect(messages.length).toBeGreaterThan(3000);
  expect(lines.every(line => /VD[MO],/.test(source[line - 1]!))).toBe(true);
  expect(new Set(lines).size).toBe(lines.length);
  expect(messages[0]).toMatchObject({ line: 2, type: 4, mmsi: 2_311_200 });
});

test('a packed log is decoded as it is unpacked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wakeline-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const packed = join(folder, 'log.gz');
  writeFileSync(packed, gzipSync(readFileSync(join(ROOT, STREAM))));
  expect(await wakeline('decode', packed)).toEqual(await wakeline('decode', STREAM));
});

test('a log without any time is decoded all the same', async () => {
  const { code, stdout, stderr } = await wakeline(
    'decode',
    'fixtures/bad-input/no-time.nmea',
    '--format',
    'ndjson',
  );
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(3);
  expect(summaryOf(stderr)).toEqual({ lines: 3, accepted: 3, rejected: {}, incomplete: 0 });
});
