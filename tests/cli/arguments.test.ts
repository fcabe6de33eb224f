import { describe, expect, test } from 'vitest';
import {
  type OptionKinds,
  parseArguments,
  parseInstant,
  parseZone,
  splitAtEquals,
} from '../../src/cli/arguments.ts';
import { UsageError } from '../../src/cli/usage.ts';

const KINDS: OptionKinds = { format: 'one', lists: 'many', set: 'repeat', partial: 'none' };

function parsed(line: string): { files: readonly string[]; options: Record<string, readonly string[]> } {
  const { files, options } = parseArguments(line.split(' ').filter(Boolean), KINDS);
  return { files, options: Object.fromEntries(options) };
}

describe('arguments', () => {
  test.each([
    ['', [], {}],
    ['a.csv b.csv', ['a.csv', 'b.csv'], {}],
    ['a.csv --format csv b.csv', ['a.csv', 'b.csv'], { format: ['csv'] }],
    ['--format=csv a.csv', ['a.csv'], { format: ['csv'] }],
    ['--format= a.csv', ['a.csv'], { format: [''] }],
    ['a.csv --lists x y --format csv', ['a.csv'], { lists: ['x', 'y'], format: ['csv'] }],
    ['--lists x --lists y z', [], { lists: ['x', 'y', 'z'] }],
    ['--set a=1 --set b=2 a.csv', ['a.csv'], { set: ['a=1', 'b=2'] }],
    ['--set=a=1', [], { set: ['a=1'] }],
    ['--partial a.csv', ['a.csv'], { partial: [] }],
    ['-x -', ['-x', '-'], {}],
  ])('%j', (line, files, options) => {
    expect(parsed(line)).toEqual({ files, options });
  });

  test.each([
    ['--frmt csv', 'unknown option --frmt'],
    ['--', 'unknown option --'],
    ['--constructor x', 'unknown option --constructor'],
    ['--__proto__=x', 'unknown option --__proto__'],
    ['--format', '--format needs a value'],
    ['--lists --format csv', '--lists needs a value'],
    ['--format csv --format csv', '--format is given twice'],
    ['--partial=yes', '--partial takes no value'],
  ])('%j is wrong usage', (line, message) => {
    expect(() => parsed(line)).toThrow(new UsageError(message));
  });

  test.each([
    ['a=1', ['a', '1']],
    ['a=1=2', ['a', '1=2']],
    ['a=', ['a', '']],
    ['=1', ['', '1']],
    ['a', ['a']],
  ])('%s is split at its first equals sign', (text, parts) => {
    expect(splitAtEquals(text)).toEqual(parts);
  });
});

describe('instants', () => {
  test.each([
    ['2024-03-12', 'start', '2024-03-12T00:00:00.000Z'],
    ['2024-03-12', 'end', '2024-03-12T23:59:59.999Z'],
    ['2024-02-29', 'end', '2024-02-29T23:59:59.999Z'],
    ['2024-03-12T08:29:43Z', 'start', '2024-03-12T08:29:43.000Z'],
    ['2024-03-12T08:29:43Z', 'end', '2024-03-12T08:29:43.000Z'],
    ['2024-03-12T08:29:43.25+09:00', 'end', '2024-03-11T23:29:43.250Z'],
  ] as const)('%s as a %s is %s', (text, edge, expected) => {
    expect(new Date(parseInstant(text, 'to', edge)).toISOString()).toBe(expected);
  });

  test.each([
    '',
    'now',
    '2024',
    '2024-03',
    '2024-02-30',
    '2023-02-29',
    '12/03/2024',
    '2024-03-12T08:29:43',
    '1710232183',
  ])('%j is wrong usage', text => {
    for (const edge of ['start', 'end'] as const)
      expect(() => parseInstant(text, 'at', edge)).toThrow(/^--at needs a time with a zone/);
  });
});

describe('zones', () => {
  test.each([
    ['UTC', 0],
    ['z', 0],
    ['+00:00', 0],
    ['+09:00', 540],
    ['+0530', 330],
    ['-03:30', -210],
    ['+14:00', 840],
    ['-14:00', -840],
  ])('%s is %d minutes east', (text, minutes) => {
    expect(parseZone(text) + 0).toBe(minutes);
  });

  test.each(['', '9', '+9', '09:00', 'Asia/Seoul', '+09:00:00', '+14:01', '+99:99', '+09:60', 'UTC+9'])(
    '%j is wrong usage',
    text => {
      expect(() => parseZone(text)).toThrow(UsageError);
    },
  );
});
