import { expect, test } from 'vitest';
import { betweenDays, instantText, portText, sightingDays } from '../../src/core/findings/index.ts';
import { parseDay } from '../../src/core/time/index.ts';
import { portAt } from '../events/port-at.ts';

test.each([
  ['2024-03-10', '2024-03-10', 'on 10 March 2024'],
  ['2024-03-10', '2024-03-12', 'between 10 and 12 March 2024'],
  ['2024-04-30', '2024-05-02', 'between 30 April and 2 May 2024'],
  ['2023-12-30', '2024-01-02', 'between 30 December 2023 and 2 January 2024'],
  ['2023-03-10', '2024-03-10', 'between 10 March 2023 and 10 March 2024'],
])('days from %s to %s: %s', (from, to, text) => {
  expect(betweenDays(parseDay(from), parseDay(to) + 3_600_000)).toBe(text);
});

test.each([
  ['2024-04-14', '2024-04-15', '14 Apr 2024'],
  ['2024-03-10', '2024-03-13', '10–12 Mar 2024'],
  ['2024-04-30', '2024-05-02', '30 Apr – 1 May 2024'],
  ['2023-12-31', '2024-01-02', '31 Dec 2023 – 1 Jan 2024'],
  ['2024-04-14', '2024-04-14', '14 Apr 2024'],
])('sighted from %s until %s: %s', (from, to, text) => {
  expect(sightingDays(parseDay(from), parseDay(to))).toBe(text);
});

test('an instant is told in UTC', () => {
  expect(instantText(Date.UTC(2024, 2, 9, 18, 12, 40))).toBe('9 Mar 2024 18:12 UTC');
});

test.each([
  [{ country: 'KP' }, 'Rajin (DPRK)'],
  [{ country: 'RU' }, 'Rajin (Russia)'],
  [{ country: 'UA', controlledBy: 'RU' }, 'Rajin (Ukraine, occupied by Russia)'],
])('a port by its country and who holds it: %o', (given, text) => {
  expect(portText(portAt('X', 0, 0, { name: 'Rajin', ...given }))).toBe(text);
});
