import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../src/core/time/index.ts';
import { instantForKey } from '../../src/panels/timeline/lane-keys.ts';
import { readInstant } from '../../src/panels/timeline/read-instant.ts';
import { lengthText, monthsText, spanText } from '../../src/panels/timeline/span-text.ts';
import { readSpeed, speedWords } from '../../src/panels/timeline/speed-text.ts';
import { at } from './case.ts';

const CASE = { from: at('2023-08-12 04:00'), to: at('2025-10-07 11:41') };

describe('a typed time', () => {
  test.each([
    ['2024-03-12', '2024-03-12 00:00'],
    ['2024-03-12 08:29', '2024-03-12 08:29'],
    [' 2024-03-12T08:29:00Z ', '2024-03-12 08:29'],
    ['2024-03-12T17:29:00+09:00', '2024-03-12 08:29'],
    ['2023-08-12', '2023-08-12 04:00'],
  ])('%s is %s UTC', (text, expected) => {
    expect(readInstant(text, CASE)).toEqual({ kind: 'instant', t: at(expected) });
  });

  test.each(['', '12/03/2024', '2024-02-30', '2024-03-12 25:00', 'yesterday', '1710232140'])(
    '%j is no time',
    text => {
      expect(readInstant(text, CASE)).toMatchObject({
        kind: 'refused',
        why: expect.stringMatching(/^Not a time/),
      });
    },
  );

  test.each(['2023-08-11', '2023-08-12 03:59', '2025-10-07 11:42', '2025-10-08'])(
    '%s is outside the case',
    text => {
      expect(readInstant(text, CASE)).toEqual({
        kind: 'refused',
        why: 'Outside the case: 12 Aug 2023 04:00 UTC to 7 Oct 2025 11:41 UTC.',
      });
    },
  );
});

describe('a typed speed', () => {
  test.each([
    ['1', 1],
    ['600', 600],
    ['600 ×', 600],
    [' 3600x ', 3600],
    ['86,400', 86_400],
    ['86 400', 86_400],
  ])('%j is %d', (text, speed) => {
    expect(readSpeed(text)).toBe(speed);
  });

  test.each(['', '0', '-5', '86401', '1.5', '1,5', '8,64,00', '1e3', 'fast', '0x10', '×'])(
    '%j is refused',
    text => {
      expect(readSpeed(text)).toBeNull();
    },
  );

  test.each([
    [1, '1 s a second'],
    [90, '1 min 30 s a second'],
    [600, '10 min a second'],
    [3600, '1 h a second'],
    [5400, '1 h 30 min a second'],
    [43_200, '12 h a second'],
    [86_400, '1 d a second'],
  ])('%d means %s', (speed, words) => {
    expect(speedWords(speed)).toBe(words);
  });
});

describe('a span in words', () => {
  test.each([
    ['2024-02-01', '2024-04-17', '1 Feb – 17 Apr 2024', '76 d'],
    ['2023-12-20', '2024-01-05', '20 Dec 2023 – 5 Jan 2024', '16 d'],
    ['2024-03-07', '2024-03-17', '7 – 17 Mar 2024', '10 d'],
    ['2024-03-12 06:00', '2024-03-13 18:30', '12 Mar 06:00 – 13 Mar 2024 18:30', '36 h 30 m'],
    ['2024-03-12 06:00', '2024-03-12 06:20', '12 Mar 2024 06:00 – 06:20', '20 m'],
  ])('%s to %s', (from, to, text, length) => {
    const span = { from: at(from), to: at(to) };
    expect([spanText(span), lengthText(span)]).toEqual([text, length]);
  });

  test('the months of a case', () => {
    expect(monthsText(CASE)).toBe('Aug 2023 – Oct 2025');
    expect(monthsText({ from: at('2024-03-01'), to: at('2024-03-20') })).toBe('Mar 2024');
    expect(monthsText({ from: at('2024-03-01'), to: at('2024-03-01 12:00') })).toBe('1 Mar 2024');
  });
});

describe('keys on the lanes', () => {
  const t = at('2024-03-12 08:00');

  test.each([
    ['ArrowRight', false, '2024-03-12 08:10'],
    ['ArrowLeft', false, '2024-03-12 07:50'],
    ['ArrowUp', true, '2024-03-12 09:00'],
    ['ArrowDown', true, '2024-03-12 07:00'],
    ['PageUp', false, '2024-03-13 08:00'],
    ['PageDown', false, '2024-03-11 08:00'],
    ['Home', false, '2023-08-12 04:00'],
    ['End', false, '2025-10-07 11:41'],
  ])('%s (shift %s) goes to %s', (key, shiftKey, expected) => {
    expect(instantForKey({ key, shiftKey }, t, CASE)).toBe(at(expected));
  });

  test('others are left to the page', () => {
    expect(instantForKey({ key: 'k', shiftKey: false }, t, CASE)).toBeNull();
    expect(instantForKey({ key: 'Tab', shiftKey: true }, t + HOUR_MS, CASE)).toBeNull();
  });
});
