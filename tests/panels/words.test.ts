import { expect, test } from 'vitest';
import { shortDays } from '../../src/panels/inspector/stays.ts';
import { daysOf, shortDaysOf } from '../../src/panels/parts/finding-words.ts';
import { visibleText } from '../../src/panels/parts/visible-text.ts';
import { at } from './small-case.ts';

test.each([
  ['2024-03-10T01:00Z', '2024-03-10T23:00Z', '10 Mar 2024', '10 Mar 2024', '10 Mar'],
  ['2024-03-10T00:00Z', '2024-03-12T00:00Z', '10–12 Mar 2024', '10–12 Mar 2024', '10–12 Mar'],
  ['2024-02-10T00:00Z', '2024-03-09T12:00Z', '10 Feb – 9 Mar 2024', '10 Feb–9 Mar 2024', '10 Feb–9 Mar'],
  [
    '2023-12-21T00:00Z',
    '2024-01-19T12:00Z',
    '21 Dec 2023 – 19 Jan 2024',
    '21 Dec–19 Jan 2024',
    '21 Dec–19 Jan',
  ],
  [
    '2024-04-19T00:00Z',
    '2025-09-23T12:00Z',
    '19 Apr 2024 – 23 Sep 2025',
    'Apr 2024–Sep 2025',
    '19 Apr–Sep ’25',
  ],
  [
    '2024-01-15T00:00Z',
    '2025-01-10T12:00Z',
    '15 Jan 2024 – 10 Jan 2025',
    '15 Jan–10 Jan 2025',
    '15 Jan–10 Jan',
  ],
])('days from %s to %s', (from, to, whole, short, withoutYear) => {
  expect(daysOf(at(from), at(to))).toBe(whole);
  expect(shortDaysOf(at(from), at(to))).toBe(short);
  expect(shortDays(at(from), at(to))).toBe(withoutYear);
});

test.each([
  ['LADY R', 'LADY R'],
  ['  LADY\tR\r', 'LADY R\ufffd'],
  ['\u202eR YDAL\u202c', '\ufffdR YDAL\ufffd'],
  ['LADY\u200bR\u0000', 'LADY\ufffdR\ufffd'],
  ['a\u2066b\u2069\ufeff', 'a\ufffdb\ufffd\ufffd'],
  ['ليدي ر', 'ليدي ر'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
])('text as it can be shown, %#', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});
