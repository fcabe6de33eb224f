import { expect, test } from 'vitest';
import { ProgressLine, progressText } from '../../src/cli/progress.ts';

const PROGRESS = { file: 'march.csv', bytes: 25, totalBytes: 100, rows: 50_000 };

test.each([
  ['a quarter in two seconds', PROGRESS, 2000, 'march.csv  25 %  50,000 rows  25,000 rows/s  6 s left'],
  ['nothing yet', { ...PROGRESS, bytes: 0, rows: 0 }, 0, 'march.csv  0 %  0 rows  0 rows/s  0 s left'],
  [
    'an empty file',
    { ...PROGRESS, bytes: 0, totalBytes: 0, rows: 0 },
    10,
    'march.csv  100 %  0 rows  0 rows/s  0 s left',
  ],
  [
    'a name that would move the cursor',
    { ...PROGRESS, file: '\u001b[2Ja\nb' },
    2000,
    '\ufffd[2Ja\ufffdb  25 %  50,000 rows  25,000 rows/s  6 s left',
  ],
  [
    'a long path, of which the end is shown',
    { ...PROGRESS, file: `${'x'.repeat(60)}/march.csv` },
    2000,
    `…${'x'.repeat(29)}/march.csv  25 %  50,000 rows  25,000 rows/s  6 s left`,
  ],
])('%s', (_, progress, elapsedMs, text) => {
  expect(progressText(progress, elapsedMs)).toBe(text);
});

function shown(isTTY: boolean, atMs: readonly number[]): string[] {
  const written: string[] = [];
  let ms = 0;
  const line = new ProgressLine({ isTTY, write: text => written.push(text) }, () => ms);
  const { onProgress } = line.control();
  for (ms of atMs) onProgress?.(PROGRESS);
  line.clear();
  return written;
}

test('a terminal gets a line at most every tenth of a second, and a clean one at the end', () => {
  const written = shown(true, [0, 50, 99, 100, 250]);
  expect(written).toHaveLength(4);
  expect(written.at(-1)).toBe('\r\u001b[2K');
});

test('a file or pipe gets nothing', () => {
  expect(shown(false, [0, 500])).toEqual([]);
});

test('a task that ends before its first progress leaves no line to clear', () => {
  expect(shown(true, [])).toEqual([]);
});
