/**
 * Runs everything: types, lint, dead code, unit tests under two time zones, a million cases of fuzz, then the tests
 * in a real browser on the built page. Gets a Chromium by itself where none is there, and says which it took.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { findChromium } from './chromium.mjs';

const REPORTS = 'dist/test';
const total = { passed: 0, failed: 0 };

function run(title, command, args, env = {}) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

function vitest(title, project, env = {}) {
  const report = `${REPORTS}/${title.replace(/\W+/g, '-')}.json`;
  const ok = run(
    title,
    'npx',
    [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
  );
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  total.passed += numPassedTests;
  total.failed += numFailedTests;
  return ok && numPassedTests > 0;
}

mkdirSync(REPORTS, { recursive: true });
const steps = [
  () => run('types', 'npm', ['run', '-s', 'types']),
  () => run('lint', 'npx', ['biome', 'check', '.']),
  () => run('dead code', 'npx', ['knip']),
  () => vitest('unit tests, UTC', 'unit', { TZ: 'UTC' }),
  () => vitest('unit tests, Pacific/Auckland', 'unit', { TZ: 'Pacific/Auckland' }),
  () => vitest('fuzz', 'fuzz'),
  () => run('build', 'npx', ['vite', 'build', '--logLevel', 'warn']),
  () => {
    const chromium = findChromium();
    console.log(`\nChromium: ${chromium.path} (${chromium.origin})`);
    return vitest('browser tests', 'browser', { WAKELINE_CHROMIUM: chromium.path });
  },
];
const failed = steps.filter(step => !step()).length;
console.log(`\n${failed === 0 ? 'all steps passed' : `${failed} of ${steps.length} steps failed`}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
