import { expect, test } from 'vitest';
import { countryCode, countryName } from '../../src/core/ports/index.ts';

test.each([
  ['KP', 'KP'],
  ['kp', 'KP'],
  ['North Korea', 'KP'],
  ['DPRK', 'KP'],
  ["Democratic People's Republic of Korea", 'KP'],
  ['South Korea', 'KR'],
  ['Republic of Korea', 'KR'],
  ['Burma', 'MM'],
  ["Cote D'Ivoire", 'CI'],
  ['Côte d’Ivoire', 'CI'],
  ['The Bahamas', 'BS'],
  ['St. Kitts & Nevis', 'KN'],
  ['Korea', null],
  ['XX', null],
  ['', null],
])('%s is %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});

test('a code has a name, and an unknown one is its own', () => {
  expect([countryName('KP'), countryName('RU'), countryName('XX')]).toEqual(['North Korea', 'Russia', 'XX']);
});
