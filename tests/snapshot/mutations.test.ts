import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { decodeViewLink, encodeViewLink } from '../../src/core/snapshot/index.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { bodyOf, linkOf, randomView, TYPICAL_VIEW } from './views.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %#';

type Random = () => number;
type Mutate = (link: string, random: Random) => string;

const below = (random: Random, count: number): number => Math.floor(random() * count);
const put = (link: string, at: number, cut: number, text: string): string =>
  link.slice(0, at) + text + link.slice(at + cut);
const letter = (random: Random): string => ALPHABET[below(random, ALPHABET.length)]!;

/** What happens to links in mails, chats and hands. */
const MUTATIONS: readonly Mutate[] = [
  (link, random) => put(link, below(random, link.length), 1, letter(random)),
  (link, random) => put(link, below(random, link.length), 1 + below(random, 12), ''),
  (link, random) => put(link, below(random, link.length + 1), 0, letter(random)),
  (link, random) => link.slice(0, below(random, link.length)),
  (link, random) => {
    const at = below(random, link.length - 1);
    return put(link, at, 2, link[at + 1]! + link[at]!);
  },
  (link, random) => {
    const at = below(random, link.length);
    const other = link[at]! === link[at]!.toLowerCase() ? link[at]!.toUpperCase() : link[at]!.toLowerCase();
    return put(link, at, 1, other);
  },
  (link, random) => {
    const from = below(random, link.length);
    return put(link, below(random, link.length), 0, link.slice(from, from + 1 + below(random, 20)));
  },
  (link, random) => (random() < 0.5 ? link.toLowerCase() : link.toUpperCase()),
];

describe('mutated links', () => {
  test('of 200,000 none opens; each says that it is damaged or newer', { timeout: 60_000 }, () => {
    const seed = 37095;
    const random = seededRandom(seed);
    const shortViews = Array.from({ length: 15 }, () => ({ ...randomView(random), inputs: [], lists: [] }));
    const links = [TYPICAL_VIEW, ...shortViews].map(encodeViewLink);
    const told = { damaged: 0, newer: 0, same: 0 };
    for (let i = 0; i < 200_000; i++) {
      const link = links[i % links.length]!;
      const mutated = MUTATIONS[below(random, MUTATIONS.length)]!(link, random);
      if (mutated === link) {
        told.same++;
        continue;
      }
      const read = decodeViewLink(mutated);
      if (read.ok) throw new Error(`seed ${seed}, mutation ${i}: ${mutated} opens`);
      told[read.fault.kind]++;
      if (read.fault.kind === 'newer' && !/^([2-9]|[1-9]\d{1,5})\.[\w-]+$/.test(mutated))
        throw new Error(`seed ${seed}, mutation ${i}: ${mutated} is told to be newer`);
    }
    expect(told.damaged).toBeGreaterThan(190_000);
    expect(told.newer).toBeGreaterThan(0);
    expect(told.same).toBeLessThan(9_000);
  });

  test('with any one character changed to any other, a link does not open', () => {
    const link = encodeViewLink({ ...TYPICAL_VIEW, inputs: [], lists: [] });
    const opened = [...link].flatMap((own, at) =>
      [...ALPHABET].filter(other => other !== own && decodeViewLink(put(link, at, 1, other)).ok),
    );
    expect(opened).toEqual([]);
  });
});

describe('any text', () => {
  test('is answered, never thrown at', () => {
    const seed = 46768;
    const random = seededRandom(seed);
    const make: readonly ((length: number) => string)[] = [
      length => Array.from({ length }, () => letter(random)).join(''),
      length => Array.from({ length }, () => String.fromCharCode(below(random, 0x10000))).join(''),
      length => `1.${Buffer.from(Array.from({ length }, () => below(random, 256))).toString('base64url')}`,
      length => `${below(random, 3)}.${'A'.repeat(length)}`,
      length => '1.'.repeat(length),
    ];
    for (let i = 0; i < 20_000; i++) {
      const text = make[i % make.length]!(below(random, 400));
      if (decodeViewLink(text).ok) throw new Error(`seed ${seed}, text ${i}: ${JSON.stringify(text)} opens`);
    }
    expect.assertions(0);
  });

  test('a body with bytes changed and the checksum made right is refused or opens as what it says', () => {
    const seed = 37059;
    const random = seededRandom(seed);
    const told = { opened: 0, refused: 0 };
    const views = [TYPICAL_VIEW, ...Array.from({ length: 30 }, () => randomView(random))];
    const bodies = views.map(view => bodyOf(encodeViewLink(view)));
    for (let i = 0; i < 8000; i++) {
      const body = Uint8Array.from(bodies[i % bodies.length]!);
      for (let k = 0; k <= below(random, 3); k++) body[below(random, body.length)] = below(random, 256);
      const read = decodeViewLink(linkOf(body));
      told[read.ok ? 'opened' : 'refused']++;
      if (!read.ok) continue;
      const again = decodeViewLink(encodeViewLink(read.snapshot));
      if (!isDeepStrictEqual(again, read)) expect(again, `seed ${seed}, body ${i}`).toEqual(read);
    }
    expect(told.opened).toBeGreaterThan(1000);
    expect(told.refused).toBeGreaterThan(1000);
  });
});
