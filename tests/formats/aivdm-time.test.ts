import { describe, expect, test } from 'vitest';
import { readPositions } from '../ais/recording-sink.ts';
import { bytesOf, positionBits, sentence, sentencesOf, voyageBits } from '../ais/sentences.ts';

const POSITION = sentencesOf(positionBits(273_000_001, 130.3, 42.2))[0]!;
const [FIRST, SECOND] = sentencesOf(voyageBits(273_000_001, 9_161_003, 'LADY R', 'KR PUS')) as [
  string,
  string,
];

/** A tag block with its checksum. */
function tag(body: string): string {
  return `\\${sentence(body, '')}\\`;
}

function pghp(...fields: readonly number[]): string {
  return sentence(`PGHP,1,${fields.join()},219,219,2190048,1,00`, '$');
}

function timesOf(lines: readonly string[], zoneMinutes: number | null = null): (string | null)[] {
  const result = readPositions('aivdm', [bytesOf(lines.join('\n'))], { zoneMinutes });
  const noTime = Array.from({ length: result.setAside['no time'] ?? 0 }, () => null);
  return [...[...result.reports, ...result.statics].map(({ t }) => t), ...noTime];
}

describe('the time of a message', () => {
  test.each<[string, string[], (string | null)[]]>([
    ['$PGHP', [pghp(2024, 3, 12, 8, 29, 43, 120), POSITION], ['2024-03-12T08:29:43.120Z']],
    [
      '$PGHP holds until the next',
      [pghp(2024, 3, 12, 8, 29, 43, 0), POSITION, POSITION, pghp(2024, 3, 12, 8, 30, 0, 5), POSITION],
      ['2024-03-12T08:29:43.000Z', '2024-03-12T08:29:43.000Z', '2024-03-12T08:30:00.005Z'],
    ],
    ['tag block in seconds', [`${tag('c:1710232183')}${POSITION}`], ['2024-03-12T08:29:43.000Z']],
    [
      'tag block in milliseconds',
      [`${tag('s:r1,c:1710232183250')}${POSITION}`],
      ['2024-03-12T08:29:43.250Z'],
    ],
    ['two tag blocks', [`${tag('g:1-1-7')}${tag('c:1710232183')}${POSITION}`], ['2024-03-12T08:29:43.000Z']],
    ['tag block on a line of its own', [tag('c:1710232183'), POSITION], ['2024-03-12T08:29:43.000Z']],
    [
      'a tag block is for one sentence',
      [tag('c:1710232183'), POSITION, POSITION],
      ['2024-03-12T08:29:43.000Z', null],
    ],
    ['ISO before', [`2024-03-12T08:29:43Z ${POSITION}`], ['2024-03-12T08:29:43.000Z']],
    [
      'ISO with an offset before',
      [`[2024-03-12 17:29:43.5+09:00] ${POSITION}`],
      ['2024-03-12T08:29:43.500Z'],
    ],
    [
      'ISO among other text before',
      [`rx1;2024-03-12T08:29:43.250Z;${POSITION}`],
      ['2024-03-12T08:29:43.250Z'],
    ],
    ['epoch before', [`1710232183 ${POSITION}`], ['2024-03-12T08:29:43.000Z']],
    ['epoch with a fraction before', [`1710232183.25,${POSITION}`], ['2024-03-12T08:29:43.250Z']],
    ['epoch after', [`${POSITION},1710232183`], ['2024-03-12T08:29:43.000Z']],
    [
      'epoch after other fields',
      [`${POSITION},d-103,S1234,r003669945,1710232183`],
      ['2024-03-12T08:29:43.000Z'],
    ],
    [
      'prefix before a tag block',
      [`2024-03-12T08:29:43Z ${tag('s:r1')}${POSITION}`],
      ['2024-03-12T08:29:43.000Z'],
    ],
    [
      'the line’s own before $PGHP',
      [pghp(2020, 1, 1, 0, 0, 0, 0), `${POSITION},1710232183`, POSITION],
      ['2024-03-12T08:29:43.000Z', '2020-01-01T00:00:00.000Z'],
    ],
    [
      'tag block before prefix and suffix',
      [`${tag('c:1710232183')}2020-01-01T00:00:00Z ${POSITION},1577836800`],
      ['2024-03-12T08:29:43.000Z'],
    ],
    [
      'of two parts, the first that has one',
      [`${tag('g:1-2-44,c:1710232183')}${FIRST}`, `${tag('g:2-2-44')}${SECOND}`],
      ['2024-03-12T08:29:43.000Z'],
    ],
    ['of two parts, the second alone', [FIRST, `${SECOND},1710232183`], ['2024-03-12T08:29:43.000Z']],
    [
      'the older form of a group',
      [`${tag('1G2:0125,c:1710232183')}${FIRST}`, `${tag('2G2:0125')}${SECOND}`],
      ['2024-03-12T08:29:43.000Z'],
    ],
  ])('%s', (_, lines, times) => {
    expect(timesOf(lines)).toEqual(times);
  });

  test.each<[string, string[]]>([
    ['nothing before the first $PGHP', [POSITION, pghp(2024, 3, 12, 8, 29, 43, 0)]],
    ['a number after that is no epoch', [`${POSITION},r003669945`, pghp(2024, 3, 12, 8, 29, 43, 0)]],
    ['a compact date is no epoch', [`20240312 ${POSITION}`, pghp(2024, 3, 12, 8, 29, 43, 0)]],
    [
      'a damaged $PGHP ends the one before it',
      [pghp(2024, 3, 12, 8, 29, 43, 0), pghp(2024, 3, 12, 8, 30, 0, 0).replace('2024', '2025'), POSITION],
    ],
    ['a $PGHP of 30 February', [pghp(2024, 2, 30, 8, 29, 43, 0), `${tag('s:r1')}${POSITION}`]],
  ])('is not known: %s', (_, lines) => {
    const other = sentencesOf(positionBits(1, 0, 0))[0]!;
    expect(timesOf([...lines, `${other},1710232183`])).toEqual(['2024-03-12T08:29:43.000Z', null]);
  });

  test('a prefix without a zone is refused, or takes the zone given', () => {
    const lines = [POSITION, `2024-03-12 17:29:43 ${POSITION}`];
    const refused = readPositions('aivdm', [bytesOf(lines.join('\n'))]);
    expect(refused.error).toBe(
      'file:2: expected a time with a zone (…Z or +09:00) or a zone given with --zone, found ‘2024-03-12 17:29:43’',
    );
    expect(timesOf(lines, 540)).toEqual(['2024-03-12T08:29:43.000Z', null]);
  });

  test('a wrong checksum of a tag block sets its line aside', () => {
    const result = readPositions('aivdm', [
      bytesOf(`\\c:1710232183*00\\${POSITION}\n${POSITION},1710232183`),
    ]);
    expect([result.reports.length, result.setAside]).toEqual([1, { checksum: 1 }]);
  });
});

describe('several receivers', () => {
  const [otherFirst, otherSecond] = sentencesOf(voyageBits(2, 0, 'OTHER', 'NOWHERE')) as [string, string];

  test.each([
    ['sources', ['s:r1', 's:r2', 's:r1', 's:r2']],
    ['groups', ['g:1-2-70,s:r1', 'g:1-2-71', 'g:2-2-70', 'g:2-2-71']],
  ])('are told apart by the %s of their tag blocks', (_, tags) => {
    const bodies = [FIRST, otherFirst, SECOND, otherSecond];
    const lines = bodies.map((body, i) => `${tag(`${tags[i]},c:1710232183`)}${body}`);
    const { statics } = readPositions('aivdm', [bytesOf(lines.join('\n'))]);
    expect(statics.map(({ mmsi, fields }) => [mmsi, fields.name, fields.destination])).toEqual([
      [273_000_001, 'LADY R', 'KR PUS'],
      [2, 'OTHER', 'NOWHERE'],
    ]);
  });
});
