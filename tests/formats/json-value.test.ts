import { describe, expect, test } from 'vitest';
import { memberOf, numberOf, objectOf, textIn } from '../../src/formats/json-value.ts';

test('a member is the object’s own, not its prototype’s', () => {
  const object = objectOf(JSON.parse('{"a":1,"__proto__":{"b":2}}'))!;
  expect(memberOf(object, 'a')).toBe(1);
  expect(memberOf(object, 'b')).toBeUndefined();
  expect(memberOf(object, '__proto__')).toEqual({ b: 2 });
  expect(memberOf({}, 'constructor')).toBeUndefined();
  expect(memberOf({}, '__proto__')).toBeUndefined();
});

test.each([null, undefined, 1, 'x', true, [[1]]])('%j is no object', value => {
  expect(objectOf(value)).toBeNull();
});

describe('numbers', () => {
  test.each<[unknown, number | null]>([
    [1.5, 1.5],
    [' -1.50 ', -1.5],
    ['+.5', 0.5],
    ['7.', 7],
    [undefined, Number.NaN],
    [null, Number.NaN],
    ['  ', Number.NaN],
    ['1e3', null],
    ['0x10', null],
    ['1,5', null],
    ['.', null],
    [Number.POSITIVE_INFINITY, null],
    [true, null],
    [[1], null],
    [{}, null],
  ])('%j is %s', (value, number) => {
    expect(numberOf(value)).toBe(number);
  });
});

test.each<[unknown, string]>([
  [' a ', 'a'],
  [12, '12'],
  [null, ''],
  [{}, ''],
  [['a'], ''],
])('%j as a text is %j', (value, text) => {
  expect(textIn(value)).toBe(text);
});
