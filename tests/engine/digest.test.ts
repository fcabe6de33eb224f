import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openNativeDigest } from '../../src/cli/native-digest.ts';
import { openDigestHere } from '../../src/engine/digest.ts';
import {
  type DigestAnswer,
  type DigestAsk,
  type DigestPort,
  digestOf,
  digestsBeside,
} from '../../src/engine/digest-beside.ts';

/** FIPS 180-4, examples of SHA-256. */
const VECTORS: readonly (readonly [text: string, hex: string])[] = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
];

describe.each([
  ['in JavaScript', openDigestHere],
  ['of the platform', openNativeDigest],
])('a digest %s', (_, open) => {
  test.each(VECTORS)('of %j', async (text, hex) => {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at <= bytes.length; at++) {
      const digest = open(new Blob([bytes]));
      digest.update(bytes.subarray(0, at));
      digest.update(bytes.subarray(at));
      expect(await digest.end(), `cut at ${at}`).toBe(hex);
    }
  });
});

/** A worker that does what the test says with each file. */
class FakePort implements DigestPort {
  onmessage: DigestPort['onmessage'] = null;
  onerror: DigestPort['onerror'] = null;
  readonly asked: DigestAsk[] = [];

  constructor(private readonly answer: (ask: DigestAsk, port: FakePort) => void) {}

  postMessage(ask: DigestAsk): void {
    this.asked.push(ask);
    this.answer(ask, this);
  }

  say(data: DigestAnswer): void {
    this.onmessage?.({ data } as MessageEvent<DigestAnswer>);
  }
}

describe('a digest made beside the reader', () => {
  const data = new Blob(['some positions']);
  const hex = createHash('sha256').update('some positions').digest('hex');

  test('is that of the worker, which is started once', async () => {
    let started = 0;
    const open = digestsBeside(() => {
      started++;
      return new FakePort(({ id }, port) => queueMicrotask(() => port.say({ id, hex: `hex of ${id}` })));
    });
    const [first, second] = [open(data), open(data)];
    expect([await second.end(), await first.end(), started]).toEqual(['hex of 2', 'hex of 1', 1]);
  });

  test.each<[string, (ask: DigestAsk, port: FakePort) => void]>([
    ['could not read the file', ({ id }, port) => queueMicrotask(() => port.say({ id, hex: null }))],
    ['failed', (_, port) => queueMicrotask(() => port.onerror?.({} as ErrorEvent))],
  ])('is made here where the worker %s', async (_, answer) => {
    const digest = digestsBeside(() => new FakePort(answer))(data);
    expect(await digest.end()).toBe(hex);
  });

  test('comes from a new worker after one that failed', async () => {
    const answers: ((ask: DigestAsk, port: FakePort) => void)[] = [
      (_, port) => queueMicrotask(() => port.onerror?.({} as ErrorEvent)),
      ({ id }, port) => queueMicrotask(() => port.say({ id, hex: 'of the second' })),
    ];
    const open = digestsBeside(() => new FakePort(answers.shift()!));
    expect([await open(data).end(), await open(data).end()]).toEqual([hex, 'of the second']);
  });

  test('that is cancelled is left by the worker', () => {
    const port = new FakePort(() => undefined);
    const digest = digestsBeside(() => port)(data);
    digest.cancel();
    expect(port.asked).toEqual([
      { id: 1, data },
      { id: 1, data: null },
    ]);
  });

  test('stops as soon as it is left', async () => {
    expect(await digestOf(data)).toBe(hex);
    expect(await digestOf(data, () => true)).toBeNull();
  });
});
