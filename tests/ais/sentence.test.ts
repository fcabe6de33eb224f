import { describe, expect, test } from 'vitest';
import { Sentence } from '../../src/core/ais/index.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { DMA_STREAM, readLogText } from './fixture-logs.ts';
import { bytesOf, sentence } from './sentences.ts';

function faultOf(text: string): string | null {
  const bytes = bytesOf(text);
  return new Sentence().read(bytes, 0, bytes.length);
}

describe('a sentence', () => {
  test('reads as its parts', () => {
    const text = sentence('BSVDO,2,1,7,B,53cMa3@00001,2');
    const read = new Sentence();
    expect(read.read(bytesOf(text), 0, text.length)).toBeNull();
    expect(String.fromCharCode(read.talker >> 8, read.talker & 255, read.formatter, read.channel)).toBe(
      'BSOB',
    );
    expect([read.parts, read.part, read.sequence, read.fillBits]).toEqual([2, 1, 7, 2]);
    expect(text.slice(read.payloadStart, read.payloadEnd)).toBe('53cMa3@00001');
    expect(read.end).toBe(text.length);
  });

  test('may leave sequence and channel empty, and have a payload of nothing', () => {
    const text = sentence('AIVDM,1,1,,,,0');
    const read = new Sentence();
    expect(read.read(bytesOf(text), 0, text.length)).toBeNull();
    expect([read.sequence, read.channel, read.payloadEnd - read.payloadStart]).toEqual([-1, 0, 0]);
  });

  test.each([
    ['!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A', null],
    ['!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4a', null],
    ['!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B', 'checksum'],
    ['!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4', 'checksum'],
    ['!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0', 'checksum'],
    ['!AIVDM,1,1,,A,15RTgt0PA', 'checksum'],
    [sentence('AIVDM,1,1,A,15RTgt0PA'), 'malformed'],
    [sentence('AIVDM,x,1,,A,15RTgt0PA,0'), 'malformed'],
    [sentence('AIVDM,0,0,,A,15RTgt0PA,0'), 'malformed'],
    [sentence('AIVDM,2,3,1,A,15RTgt0PA,0'), 'malformed'],
    [sentence('AIVDM,10,1,1,A,15RTgt0PA,0'), 'malformed'],
    [sentence('AIVDM,1,1,,A,15RTgt0PA,6'), 'malformed'],
    [sentence('AIVDM,1,1,,A,15RTgt0PA,'), 'malformed'],
    ['!AIALR,1,1,,A,0*00', 'other sentence'],
    ['!AI', 'other sentence'],
    ['', 'other sentence'],
  ])('%s: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  test('with any one byte changed is never accepted', () => {
    const seed = 7;
    const random = seededRandom(seed);
    const lines = readLogText(DMA_STREAM)
      .split('\n')
      .filter(line => line.startsWith('!'));
    const read = new Sentence();
    for (const line of lines) {
      const bytes = bytesOf(line);
      expect(read.read(bytes, 0, bytes.length), line).toBeNull();
      const at = 7 + Math.floor(random() * (bytes.length - 7));
      const before = bytes[at]!;
      bytes[at] = before ^ (1 + Math.floor(random() * 255));
      const isCaseOfDigit = at >= bytes.length - 2 && (bytes[at]! ^ before) === 32;
      if (!isCaseOfDigit)
        expect(read.read(bytes, 0, bytes.length), `seed ${seed}: ${line} at ${at}`).not.toBeNull();
    }
  });
});
