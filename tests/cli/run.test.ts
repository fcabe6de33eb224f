import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOnce, ROOT } from './wakeline.ts';

const STREAM = 'fixtures/nmea/dma-aislib/stream_example.txt';
const BUNDLES = join(ROOT, 'dist/node');

mkdirSync(join(ROOT, 'dist'), { recursive: true });
const folder = mkdtempSync(join(ROOT, 'dist', 'program-'));
/** Its own name, so that no other test builds the same bundle. */
const name = basename(folder);
const entry = join(folder, `${name}.ts`);
const bundle = join(BUNDLES, `${name}.js`);

beforeAll(buildOnce, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(bundle, { force: true });
});

interface Output {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(file: string, args: readonly string[]): Promise<Output> {
  return new Promise(resolve => {
    const child = execFile(file, args, { cwd: ROOT }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

const runEntry = (...args: readonly string[]): Promise<Output> =>
  run(process.execPath, ['src/cli/run.mjs', '--entry', entry, ...args]);

describe('the build', () => {
  test('prints nothing, is done by each that finds none, and no one meets half a bundle', {
    timeout: 60_000,
  }, async () => {
    const padding = Array.from({ length: 3000 }, (_, i) => `console.log(${i});`).join('\n');
    writeFileSync(entry, `${padding}\nconsole.log(process.argv.slice(2).join());`);
    const outputs = await Promise.all(['a', 'b'].map(argument => runEntry(argument, 'x')));
    for (const [i, output] of outputs.entries()) {
      expect({ code: output.code, stderr: output.stderr }).toEqual({ code: 0, stderr: '' });
      expect(output.stdout.split('\n')).toHaveLength(3002);
      expect(output.stdout.endsWith(`\n2999\n${'ab'[i]},x\n`)).toBe(true);
    }
    expect(existsSync(bundle)).toBe(true);
  });

  test('that fails says so on standard error alone, and leaves nothing behind', {
    timeout: 60_000,
  }, async () => {
    rmSync(bundle, { force: true });
    const before = readdirSync(BUNDLES).filter(item => item.startsWith('.build-'));
    writeFileSync(entry, 'const = 5;');
    const { code, stdout, stderr } = await runEntry();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(name);
    expect(existsSync(bundle)).toBe(false);
    const after = readdirSync(BUNDLES).filter(item => item.startsWith('.build-') && !before.includes(item));
    expect(
      after.flatMap(item => readdirSync(join(BUNDLES, item))).filter(item => item.startsWith(name)),
    ).toEqual([]);
  });
});

describe('a reader that goes away', () => {
  test.each([
    ['decode', STREAM],
    ['analyse', 'fixtures/noaa/test_data_noaa_20230101.csv'],
  ])('ends %s quietly', async (command, file) => {
    const line = `set -o pipefail; "${process.execPath}" src/cli/run.mjs ${command} ${file} | head -n 1`;
    const { code, stdout, stderr } = await run('bash', ['-c', line]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\{.*\n$/);
  });
});

test('npm passes the arguments on and prints the result alone', async () => {
  const { code, stdout } = await run('npm', ['run', '-s', 'wakeline', '--', 'screen', '--imo', '9074729']);
  expect({ code, stdout: JSON.parse(stdout) }).toEqual({ code: 0, stdout: { matches: [] } });
});
