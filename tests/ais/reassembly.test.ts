import { describe, expect, test } from 'vitest';
import { type PartResult, Reassembler, readStatics, Sentence } from '../../src/core/ais/index.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { bytesOf, sentencesOf, voyageBits } from './sentences.ts';

interface Heard {
  readonly text: string;
  readonly source?: number;
}

/** Feeds sentences, a line each; returns the whole messages as `MMSI name destination`, and the rest counted. */
function reassemble(heard: readonly Heard[]) {
  const messages: string[] = [];
  const results: PartResult[] = [];
  let incompleteParts = 0;
  const reassembler = new Reassembler(message => {
    incompleteParts += message.heard;
  });
  const sentence = new Sentence();
  heard.forEach(({ text, source = 0 }, index) => {
    const bytes = bytesOf(text);
    expect(sentence.read(bytes, 0, bytes.length)).toBeNull();
    const origin = { line: index + 1, start: 0, end: bytes.length, t: Number.NaN, source };
    const result = reassembler.add(bytes, sentence, origin);
    results.push(result);
    if (result !== 'whole') return;
    const { payload } = reassembler.message;
    const { name, destination } = readStatics(payload)!;
    messages.push(`${payload.mmsi} ${name} ${destination}`);
  });
  reassembler.end();
  const orphans = results.filter(result => result === 'orphan').length;
  return { messages, results, orphans, incompleteParts };
}

/** The two parts of ship `n`'s voyage message, and what they say together. */
function voyage(n: number, framing: Parameters<typeof sentencesOf>[1] = {}) {
  const mmsi = 273_000_000 + n;
  const bits = voyageBits(mmsi, 0, `SHIP ${n}`, `TOWN ${n} `.repeat(2).trim());
  return { parts: sentencesOf(bits, framing), says: `${mmsi} SHIP ${n} TOWN ${n} TOWN ${n}` };
}

/** Takes from the front of a queue chosen at random until all are empty. */
function interleave<T>(queues: readonly (readonly T[])[], random: () => number): T[] {
  const rest = queues.map(queue => [...queue]);
  const out: T[] = [];
  while (rest.some(queue => queue.length > 0)) {
    const queue = rest[Math.floor(random() * rest.length)]!;
    if (queue.length > 0) out.push(queue.shift()!);
  }
  return out;
}

const RECEIVERS = 5;
const EACH = 440;

describe('2,200 messages of two parts from five receivers, interleaved', () => {
  function check(heardOf: (receiver: number, n: number) => { heard: Heard[]; says: string }, seed: number) {
    const random = seededRandom(seed);
    const all = Array.from({ length: RECEIVERS }, (_, receiver) =>
      Array.from({ length: EACH }, (_, n) => heardOf(receiver, n)),
    );
    const queues = all.map(messages => messages.flatMap(({ heard }) => heard));
    const { messages, orphans, incompleteParts } = reassemble(interleave(queues, random));
    const expected = all.flat().map(({ says }) => says);
    expect([...messages].sort(), `seed ${seed}`).toEqual(expected.sort());
    expect([orphans, incompleteParts]).toEqual([0, 0]);
  }

  test.each([1, 2, 3])('told apart by talker, seed %i', seed => {
    const talkers = ['AI', 'AB', 'BS', 'AN', 'SA'];
    check((receiver, n) => {
      const framing = { talker: talkers[receiver]!, sequence: n % 10, channel: n % 2 ? 'A' : 'B' };
      const { parts, says } = voyage(receiver * EACH + n, framing);
      return { heard: parts.map(text => ({ text })), says };
    }, seed);
  });

  test.each([4, 5, 6])('told apart by source, seed %i', seed => {
    check((receiver, n) => {
      const { parts, says } = voyage(receiver * EACH + n, { sequence: n % 10 });
      return { heard: parts.map(text => ({ text, source: receiver + 1 })), says };
    }, seed);
  });

  test('told apart by sequence number alone: ten first parts, then their second parts backwards', () => {
    const messages = Array.from({ length: RECEIVERS * EACH }, (_, n) => voyage(n, { sequence: n % 10 }));
    const heard: Heard[] = [];
    for (let from = 0; from < messages.length; from += 10) {
      const ten = messages.slice(from, from + 10);
      heard.push(...ten.map(({ parts }) => ({ text: parts[0]! })));
      heard.push(...ten.reverse().map(({ parts }) => ({ text: parts[1]! })));
    }
    const found = reassemble(heard);
    expect([...found.messages].sort()).toEqual(messages.map(({ says }) => says).sort());
    expect(found.incompleteParts).toBe(0);
  });
});

describe('what can not be told apart', () => {
  const a = voyage(1, { sequence: 4 });
  const b = voyage(2, { sequence: 4 });
  const texts = (...parts: (string | undefined)[]) => parts.map(text => ({ text: text! }));

  test('two messages that began differently are never mixed', () => {
    const found = reassemble(texts(a.parts[0], b.parts[0], a.parts[1], b.parts[1]));
    expect(found.messages).toEqual([]);
    expect(found.orphans + found.incompleteParts).toBe(4);
  });

  test('one message heard by two receivers comes whole twice', () => {
    const found = reassemble(texts(a.parts[0], a.parts[0], a.parts[1], a.parts[1]));
    expect(found.messages).toEqual([a.says, a.says]);
  });

  test('after that the same number works again', () => {
    const found = reassemble(texts(a.parts[0], b.parts[0], a.parts[1], b.parts[1], ...a.parts));
    expect(found.messages).toEqual([a.says]);
  });
});

describe('parts that never come together', () => {
  const other = (n: number) => voyage(100 + n, { sequence: n % 9 });

  test('a second part without its first is an orphan', () => {
    const found = reassemble([{ text: voyage(1).parts[1]! }]);
    expect([found.messages.length, found.orphans]).toEqual([0, 1]);
  });

  test('a message whose number has come round lost its end', () => {
    const lost = voyage(1, { sequence: 9 });
    const next = voyage(2, { sequence: 9 });
    const between = Array.from({ length: 9 }, (_, n) => other(n).parts).flat();
    const found = reassemble([lost.parts[0]!, ...between, ...next.parts].map(text => ({ text })));
    expect(found.messages).toHaveLength(10);
    expect(found.messages.at(-1)).toBe(next.says);
    expect(found.incompleteParts).toBe(1);
  });

  test('no more than 64 messages wait', () => {
    const firsts = Array.from({ length: 100 }, (_, n) => ({
      text: voyage(n, { sequence: n % 10 }).parts[0]!,
      source: 1 + n,
    }));
    const seconds = firsts.map(({ source }, n) => ({
      text: voyage(n, { sequence: n % 10 }).parts[1]!,
      source,
    }));
    const found = reassemble([...firsts, ...seconds]);
    expect(found.messages).toHaveLength(64);
    expect([found.incompleteParts, found.orphans]).toEqual([36, 36]);
  });

  test('parts come in order, three of them too', () => {
    const { parts, says } = voyage(7, { partCharacters: 25 });
    expect(parts).toHaveLength(3);
    expect(reassemble(parts.map(text => ({ text }))).messages).toEqual([says]);
    expect(reassemble([parts[0], parts[2], parts[1]].map(text => ({ text: text! }))).messages).toEqual([]);
  });

  test('a part in bad armour is refused and leaves its message waiting', () => {
    const { parts, says } = voyage(8);
    const broken = sentencesOf(voyageBits(1, 0, 'X', 'Y')).at(1)!;
    const body = broken.slice(1, broken.indexOf('*')).replace(/,[^,]*,(\d)$/, ',x~y,$1');
    let sum = 0;
    for (const byte of bytesOf(body)) sum ^= byte;
    const bad = `!${body}*${sum.toString(16).padStart(2, '0')}`;
    const found = reassemble([parts[0], bad, parts[1]].map(text => ({ text: text! })));
    expect(found.results).toEqual(['waiting', 'armour', 'whole']);
    expect(found.messages).toEqual([says]);
  });
});
