import { describe, expect, test } from 'vitest';
import {
  announcement,
  overallOf,
  shareOf,
  shownItem,
  wordsOf,
} from '../../src/panels/import/import-items.ts';
import { bytesText, countText, leftText, zoneText } from '../../src/panels/import/import-words.ts';
import type { ImportJob, ImportState } from '../../src/state/import-job.ts';
import { secondsLeft } from '../../src/state/pace.ts';

const job = (id: number, state: ImportState, bytes = 1000): ImportJob => ({
  id,
  name: `${id}.csv`,
  bytes,
  state,
});
const reading = (bytes: number): ImportState => ({
  kind: 'reading',
  progress: { file: '', bytes, totalBytes: 1000, rows: 2_500_000 },
  rowsPerSecond: 1e6,
  leftS: 4,
});
const ASKING: ImportState = {
  kind: 'asking',
  question: {
    remedy: 'zone',
    message: '',
    found: '',
    preview: null,
    answers: { zoneMinutes: null },
    isAsLastTime: false,
  },
};
const FAILED: ImportState = { kind: 'failed', message: 'no', canRetry: false };
const WAITING: ImportState = { kind: 'waiting' };
const CANCELLED: ImportState = { kind: 'cancelled' };
const itemOf = (one: ImportJob) => ({ key: `job/${one.id}`, job: one, file: null });

describe('the item shown', () => {
  const items = [CANCELLED, reading(10), ASKING, WAITING].map((state, i) => itemOf(job(i, state)));

  test('is the one chosen, else the first question, the one that moves, the last', () => {
    expect(shownItem(items, 'job/3')?.key).toBe('job/3');
    expect(shownItem(items, null)?.key).toBe('job/2');
    expect(shownItem(items, 'job/9')?.key).toBe('job/2');
    expect(shownItem([items[0]!, items[1]!, items[3]!], null)?.key).toBe('job/1');
    expect(shownItem([items[3]!, items[0]!], null)?.key).toBe('job/0');
    expect(shownItem([], null)).toBeNull();
  });
});

describe('words of a file', () => {
  test.each([
    [WAITING, 'waiting', '1000 B', null],
    [reading(620), '62 %', '2.5 million rows, 4 s left', 0.62],
    [{ kind: 'fetching', bytes: 2048, totalBytes: null, leftS: null }, 'fetching', '2.0 KiB fetched', 0],
    [
      { kind: 'fetching', bytes: 512, totalBytes: 1024, leftS: 200 },
      '50 %',
      '512 B fetched, 4 min left',
      0.5,
    ],
    [ASKING, '1 question', 'zone of its times', null],
    [FAILED, 'not added', 'the case is as it was', null],
    [CANCELLED, 'cancelled', 'nothing of it was kept', null],
  ] as const)('%j', (state, word, more, share) => {
    expect(wordsOf(itemOf(job(1, state)))).toEqual({ word, more, share });
  });
});

describe('all files together', () => {
  test('count those through and those under way', () => {
    const jobs = [job(1, FAILED), job(2, reading(500)), job(3, WAITING), job(4, ASKING), job(5, CANCELLED)];
    expect(overallOf(jobs)).toEqual({ files: 3, through: 1, questions: 1, share: 0.5, isMoving: true });
    expect(overallOf([])).toEqual({ files: 0, through: 0, questions: 0, share: 0, isMoving: false });
  });

  test('are told to screen readers by quarters, not by every step', () => {
    const told = (bytes: number): string => announcement([job(1, reading(bytes)), job(2, WAITING)]);
    const all = Array.from({ length: 1000 }, (_, i) => told(i));
    expect([...new Set(all)]).toEqual([
      'Reading 1.csv, 1 of 2.',
      'Reading 1.csv, 1 of 2, 25 %.',
      'Reading 1.csv, 1 of 2, 50 %.',
      'Reading 1.csv, 1 of 2, 75 %.',
    ]);
    expect(announcement([job(1, FAILED), job(2, ASKING)])).toBe(
      '1 of 1 file through. 1 file not added. 1 question to answer.',
    );
    expect(announcement([])).toBe('');
  });

  test('a share is none where the size is unknown or was wrong', () => {
    const fetching = (bytes: number, totalBytes: number | null) =>
      shareOf({ kind: 'fetching', bytes, totalBytes, leftS: null }, 0);
    expect([fetching(5, null), fetching(5, 0), fetching(20, 10), fetching(5, 10)]).toEqual([
      null,
      null,
      null,
      0.5,
    ]);
  });
});

describe('figures', () => {
  test.each([
    [bytesText(812), '812 B'],
    [bytesText(100_864), '98.5 KiB'],
    [bytesText(3 * 1024 ** 3), '3.0 GiB'],
    [countText(4210.4), '4,210'],
    [countText(13_100_000), '13.1 million'],
    [leftText(null), ''],
    [leftText(0.2), 'almost there'],
    [leftText(3.2), '4 s left'],
    [leftText(170), '3 min left'],
    [zoneText(0), 'UTC'],
    [zoneText(345), 'UTC+05:45'],
    [zoneText(-210), 'UTC−03:30'],
  ])('%s', (text, expected) => expect(text).toBe(expected));

  test('the time left follows the pace, once there is one', () => {
    expect(secondsLeft(250, 1000, 2000)).toBe(6);
    expect(secondsLeft(250, 1000, 100)).toBeNull();
    expect(secondsLeft(250, null, 2000)).toBeNull();
    expect(secondsLeft(0, 1000, 2000)).toBeNull();
    expect(secondsLeft(2000, 1000, 2000)).toBeNull();
  });
});
