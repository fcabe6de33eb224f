import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { CASE_OPTIONS, loadCase } from '../../src/cli/case.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'wakeline-case-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function analysed(...args: string[]) {
  const engine = await loadCase(parseArguments(args, CASE_OPTIONS));
  return engine.analyse(DEFAULT_METHOD);
}

const PLAIN = write('plain.csv', 'mmsi,time,lat,lon\n273335900,2024-03-12T00:00:00Z,42,131\n');

describe('what is said of files', () => {
  test('the ship of a file that names none', async () => {
    const path = write('nameless.csv', 'time,lat,lon\n2024-03-12T00:00:00Z,42,131\n');
    const { vessels } = await analysed(path, '--imo', '9161003');
    expect(vessels.map(({ id }) => id)).toEqual(['imo-9161003']);
  });

  test('columns by their names', async () => {
    const path = write('odd.csv', 'who,seen,lat,lon\n273335900,2024-03-12T00:00:00Z,42,131\n');
    const { vessels, inputs } = await analysed(path, '--column', 'mmsi=who', '--column', 'time=seen');
    expect(vessels.map(({ mmsi }) => mmsi)).toEqual([[273335900]]);
    expect(inputs[0]!.columns).toContainEqual(['time', 'seen']);
  });

  test('how times are written', async () => {
    const path = write('us.csv', 'mmsi,time,lat,lon\n273335900,03/04/2024 00:00:00,42,131\n');
    const { inputs } = await analysed(path, '--time-format', 'month-first', '--zone', 'UTC');
    expect(inputs[0]!.from).toBe(Date.UTC(2024, 2, 4));
    expect(inputs[0]!.timeNote).not.toBe('');
  });

  test('one provider for all files, another for one', async () => {
    const other = write('other.csv', 'mmsi,time,lat,lon\n273335901,2024-03-12T00:00:00Z,42,131\n');
    const { inputs } = await analysed(PLAIN, other, '--provider', 'shore', '--provider', `space=${other}`);
    expect(inputs.map(({ provider }) => provider)).toEqual(['shore', 'space']);
  });

  test('a file that holds no received reports', async () => {
    const { inputs } = await analysed(PLAIN, '--synthetic');
    expect(inputs[0]!.reconstructed).toBe(true);
  });
});

test.each([
  [['--time-format', 'us'], '--time-format is iso, day-first, month-first, epoch-s, epoch-ms, got us'],
  [['--column', 'when=time'], '--column knows no when'],
  [['--column', 'time'], '--column time needs the name of a column'],
  [['--imo', '9161004'], '--imo needs seven digits with a right check digit, got 9161004'],
  [['--mmsi', '27333590'], '--mmsi needs nine digits, got 27333590'],
  [['--provider', 'shore=other.csv'], '--provider shore: other.csv is no input'],
  [['--reconstructed', '--synthetic'], '--reconstructed and --synthetic exclude each other'],
])('%j is told as wrong usage', async (args, message) => {
  const asked = analysed(PLAIN, ...args);
  await expect(asked).rejects.toThrow(UsageError);
  await expect(asked).rejects.toThrow(message);
});
