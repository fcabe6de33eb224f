import { describe, expect, test } from 'vitest';
import { imoCheckDigit, isValidImo, parseImo } from '../../src/core/vessel/index.ts';

describe('IMO number', () => {
  // 9074729 is the worked example of the numbering scheme; the others are ships of the demonstration case.
  test.each([9_074_729, 9_161_003, 9_179_842, 9_358_010, 9_307_839])('%i is right', imo => {
    expect(isValidImo(imo)).toBe(true);
    expect(imoCheckDigit(imo)).toBe(imo % 10);
  });

  // The weights 6, 5, 4 and 2 share a factor with 10, so that some changes keep the last digit of the sum.
  test('a changed digit is found unless the weighted sum still ends in the check digit', () => {
    const others = [...'0123456789'];
    const changed = [0, 1, 2, 3, 4, 5].flatMap(place =>
      others.map(digit => `9161003`.split('').with(place, digit)),
    );
    for (const digits of changed) {
      const sum = [7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
      const text = digits.join('');
      expect(isValidImo(Number(text)), text).toBe(sum % 10 === 3 && digits[0] !== '0');
    }
  });

  test.each([0, 1, 916_100, 9_161_004, 91_610_030, 9_161_003.5, Number.NaN, -9_161_003])(
    '%d is none',
    imo => {
      expect(isValidImo(imo)).toBe(false);
    },
  );

  test.each([
    ['9307839', 9_307_839],
    ['IMO9307839', 9_307_839],
    ['imo 9307839 ', 9_307_839],
    ['IMO: 9307839', 9_307_839],
    ['', 0],
    ['  ', 0],
    ['0', 0],
    ['IMO0000000', 0],
    ['9307838', Number.NaN],
    ['930783', Number.NaN],
    ['IMO', Number.NaN],
    ['unknown', Number.NaN],
    ['9307839x', Number.NaN],
  ])('‘%s’ is read as %d', (text, imo) => {
    expect(parseImo(text)).toBe(imo);
  });
});
