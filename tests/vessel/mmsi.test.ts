import { describe, expect, test } from 'vitest';
import { isPlaceholderMmsi, mmsiCountry, mmsiKind } from '../../src/core/vessel/index.ts';
import digits from '../../src/core/vessel/maritime-identification-digits.json';

describe('kind and country of an MMSI', () => {
  test.each([
    [273_210_440, 'ship', 'RU'],
    [445_123_000, 'ship', 'KP'],
    [440_348_000, 'ship', 'KR'],
    [351_759_000, 'ship', 'PA'],
    [374_000_001, 'ship', 'PA'],
    [219_000_737, 'ship', 'DK'],
    [775_000_001, 'ship', 'VE'],
    [201_000_001, 'ship', 'AL'],
    [2_190_048, 'coast station', 'DK'],
    [3_669_702, 'coast station', 'US'],
    [21_900_000, 'group', 'DK'],
    [111_265_591, 'aircraft', 'SE'],
    [993_310_001, 'aid', 'GL'],
    [982_110_001, 'craft', 'DE'],
    [827_300_001, 'handheld', 'RU'],
    [970_123_456, 'search and rescue transmitter', null],
    [972_123_456, 'man overboard', null],
    [974_123_456, 'distress beacon', null],
    [306_123_456, 'ship', null],
    [200_000_001, 'ship', null],
    [799_999_999, 'ship', null],
    [960_000_000, 'unknown', null],
    [123_000_000, 'unknown', null],
    [0, 'unknown', null],
    [1_000_000_000, 'unknown', null],
    [Number.NaN, 'unknown', null],
  ])('%d: %s of %s', (mmsi, kind, country) => {
    expect(mmsiKind(mmsi)).toBe(kind);
    expect(mmsiCountry(mmsi)).toBe(country);
  });

  test('every MID is of one country, in range, and every country a code of two letters', () => {
    const all = Object.values(digits).flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.every(mid => mid >= 201 && mid <= 775)).toBe(true);
    expect(Object.keys(digits).every(country => /^[A-Z]{2}$/.test(country))).toBe(true);
  });
});

describe('placeholder', () => {
  test.each([
    0,
    1_193_046,
    111_111_111,
    222_222_222,
    999_999_999,
    123_456_789,
    987_654_321,
    1_073_741_823,
    Number.NaN,
  ])('%d is one', mmsi => expect(isPlaceholderMmsi(mmsi)).toBe(true));

  test.each([273_210_440, 2_190_048, 111_265_591, 993_310_001])('%d is none', mmsi =>
    expect(isPlaceholderMmsi(mmsi)).toBe(false),
  );
});
