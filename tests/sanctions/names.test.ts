import { describe, expect, test } from 'vitest';
import { companyKey, shortCompanyKey } from '../../src/core/sanctions/company-name.ts';
import { shipNameKey } from '../../src/core/sanctions/index.ts';

describe('ship names', () => {
  test.each([
    ['LADY R', 'LADYR'],
    ['Lady R', 'LADYR'],
    ['M/V LADY R', 'LADYR'],
    ['M.V. Lady R', 'LADYR'],
    ['MV LADY R', 'LADYR'],
    ['MT YU SON', 'YUSON'],
    ['M/T YU SON', 'YUSON'],
    ['MAIA-1', 'MAIA1'],
    ['MAIA 1', 'MAIA1'],
    ['MAIA I', 'MAIA1'],
    ['SPARTA II', 'SPARTA2'],
    ['Sparta-2', 'SPARTA2'],
    ['СПАРТА II', 'SPARTA2'],
    ['Ангара', 'ANGARA'],
    ['МАРИЯ', 'MARIA'],
    ['Щукинский', 'SHCHUKINSKIY'],
    ['Yéti', 'YETI'],
    ['LADY D', 'LADYD'],
    ['VI', 'VI'],
    ['MT', 'MT'],
    ['MVULA', 'MVULA'],
    ['나진', '나진'],
    ['  ', ''],
    ['---', ''],
  ])('%s is %s', (text, key) => {
    expect(shipNameKey(text)).toBe(key);
  });

  test.each([
    ['MARIA', 'MARIA E'],
    ['LADY R', 'LADY RANIA'],
    ['LADY D', 'LADY R'],
    ['ANGARA', 'SASCO ANGARA'],
    ['MARIA', 'POLA MARIA'],
    ['SPARTA', 'SPARTA II'],
  ])('%s is not %s', (a, b) => {
    expect(shipNameKey(a)).not.toBe(shipNameKey(b));
  });
});

describe('company names', () => {
  test.each([
    ['MG-FLOT LIMITED LIABILITY COMPANY', 'MGFLOT', 'MGFLOT'],
    ['MG FLOT LLC', 'MGFLOT', 'MGFLOT'],
    ['M LEASING LLC', 'MLEASING', 'MLEASING'],
    ['JOINT STOCK COMPANY NOBILITY', 'NOBILITY', 'NOBILITY'],
    ['IBEX SHIPPING INC', 'IBEXSHIPPING', 'IBEX'],
    ['IBEX', 'IBEX', 'IBEX'],
    ['LLC', '', ''],
  ])('%s is %s, in short %s', (text, key, short) => {
    expect([companyKey(text), shortCompanyKey(text)]).toEqual([key, short]);
  });

  test('two companies of one group stay two', () => {
    expect(companyKey('AZIA SHIPPING COMPANY')).not.toBe(companyKey('AZIA SHIPPING HOLDINGS'));
  });
});
