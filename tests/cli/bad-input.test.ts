import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOnce, wakeline } from './wakeline.ts';

const BAD = 'fixtures/bad-input';
const GOOD = 'fixtures/nmea/dma-aislib/replay_dump.txt';
const folder = mkdtempSync(join(tmpdir(), 'wakeline-'));

beforeAll(buildOnce, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Bad input ends with 1, nothing on standard output, and one line that says where, what was expected and found. */
async function faultOf(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await wakeline(...args);
  expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^wakeline: \P{Cc}+: expected \P{Cc}+, found \P{Cc}+\n$/u);
  return stderr.slice('wakeline: '.length, -1);
}

describe('analyse', () => {
  test.each([
    ['an empty file', 'empty.csv', /^empty\.csv: expected AIS sentences .* found an empty file$/],
    [
      'a text file',
      'prose.txt',
      /^prose\.txt:1: expected AIS sentences .*, or a CSV .* found ‘Dear colleague,’$/,
    ],
    ['random bytes', 'binary.bin', /^binary\.bin:1: expected AIS sentences /],
    [
      'no time column',
      'no-time.csv',
      /^no-time\.csv:1: expected a time column .* found columns mmsi, lat, lon$/,
    ],
    ['a header alone', 'header-only.csv', /^header-only\.csv: expected rows with positions, found no rows$/],
    [
      'a log cut off after two lines',
      'truncated.nmea',
      /^truncated\.nmea: .* found none in 2 lines \(checksum 1\)$/,
    ],
    [
      'a log cut off at its end',
      'last-line-cut.nmea',
      /^last-line-cut\.nmea:20: expected a whole sentence, found .* cut off/,
    ],
    [
      'a list with no ships',
      'list-header-only.csv',
      /^list-header-only\.csv: expected a list with at least one ship/,
    ],
    [
      'control characters in a header',
      'control-characters.csv',
      /^control-characters\.csv:1: expected a time column/,
    ],
    ['a file that is not there', 'none.csv', /^none\.csv: expected a file, found none of that name$/],
    ['a folder', '../noaa', /^\.\.\/noaa: expected a file, found a folder$/],
  ])('%s', async (_, name, expected) => {
    const fault = await faultOf('analyse', `${BAD}/${name}`);
    expect(fault.slice(`${BAD}/`.length)).toMatch(expected);
  });

  test('one bad file among good ones: nothing is printed of the others', async () => {
    expect(await faultOf('analyse', GOOD, `${BAD}/empty.csv`)).toMatch(/empty\.csv: /);
  });

  test('a bad file of ports, with the line', async () => {
    expect(await faultOf('analyse', GOOD, '--ports', `${BAD}/ports-past-the-pole.csv`)).toMatch(
      /ports-past-the-pole\.csv:3: expected lat from -90 to 90, found 142\.23$/,
    );
  });

  test('a place that can not be written to', async () => {
    const fault = await faultOf('analyse', GOOD, '--out', join(folder, 'none', 'out.json'));
    expect(fault).toMatch(/out\.json: expected a file that can be written, found ENOENT/);
  });
});

describe('decode', () => {
  test.each([
    ['an empty file', 'empty.csv', /found an empty file$/],
    ['a text file', 'prose.txt', /found none in 3 lines \(text 2, blank 1\)$/],
    ['a log cut off after two lines', 'truncated.nmea', /found none in 2 lines \(checksum 1\)$/],
  ])('%s', async (_, name, expected) => {
    expect(await faultOf('decode', `${BAD}/${name}`)).toMatch(expected);
  });
});

test('screen never gives an empty answer for a list that is none', async () => {
  const noaa = 'fixtures/noaa/test_data_noaa_20230101.csv';
  expect(await faultOf('screen', '--imo', '9161003', '--lists', noaa)).toMatch(
    /expected a list of designations, found a file of positions$/,
  );
});
