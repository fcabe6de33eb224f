import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { ParameterName } from '../../src/core/findings/index.ts';
import {
  decodeViewLink,
  encodeViewLink,
  LINK_VERSION,
  pinDigest,
  type ViewSnapshot,
} from '../../src/core/snapshot/index.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { bodyOf, linkOf, randomView, TYPICAL_VIEW } from './views.ts';

const DAMAGED = { ok: false, fault: { kind: 'damaged' } };
const typicalLink = encodeViewLink(TYPICAL_VIEW);

describe('a view and its link', () => {
  test('any view comes back as it was', () => {
    const seed = 9179842;
    const random = seededRandom(seed);
    for (let round = 0; round < 2000; round++) {
      const view = randomView(random);
      const link = encodeViewLink(view);
      const read = decodeViewLink(link);
      if (/^1\.[\w-]+$/.test(link) && isDeepStrictEqual(read, { ok: true, snapshot: view })) continue;
      expect(read, `seed ${seed}, round ${round}, ${link}`).toEqual({ ok: true, snapshot: view });
      expect(link, `seed ${seed}, round ${round}`).toMatch(/^1\.[\w-]+$/);
    }
  });

  test('numbers travel at their stated precision', () => {
    const view: ViewSnapshot = {
      ...TYPICAL_VIEW,
      time: 1_710_232_183_456.6,
      camera: { lon: -179.123_456_7, lat: 42.000_000_4, zoom: 7.812_54, bearingDeg: -12.346 },
      speed: 59.7,
      window: { from: 1000.4, to: 2000.6 },
      method: { ...TYPICAL_VIEW.method, changes: new Map([['radiusKm', 1 / 3]]) },
    };
    const read = decodeViewLink(encodeViewLink(view));
    expect(read).toEqual({
      ok: true,
      snapshot: {
        ...view,
        time: 1_710_232_183_457,
        camera: { lon: -179.123457, lat: 42, zoom: 7.8125, bearingDeg: -12.35 },
        speed: 60,
        window: { from: 1000, to: 2001 },
        method: { ...view.method, changes: new Map([['radiusKm', 0.333333]]) },
      },
    });
  });

  test('one view has one link, whatever the order of its thresholds', () => {
    const changes: [ParameterName, number][] = [
      ['silenceHours', 12],
      ['radiusKm', 5],
      ['controlKm', 80],
    ];
    const links = [changes, changes.toReversed()].map(entries =>
      encodeViewLink({ ...TYPICAL_VIEW, method: { ...TYPICAL_VIEW.method, changes: new Map(entries) } }),
    );
    expect(links[1]).toBe(links[0]);
  });

  test('a typical case takes at most 850 characters', () => {
    expect(typicalLink.length).toBeLessThanOrEqual(850);
  });

  test('a view that can not be written is told with the value that is wrong', () => {
    const camera = { ...TYPICAL_VIEW.camera, lon: Number.NaN };
    expect(() => encodeViewLink({ ...TYPICAL_VIEW, camera })).toThrow("can't write NaN as a whole number");
    const inputs = [{ name: 'positions.csv', digest: 'abcd' }];
    expect(() => encodeViewLink({ ...TYPICAL_VIEW, inputs })).toThrow('digest abcd has not 16 bytes');
  });

  test('a digest is pinned by its first 128 bits', () => {
    expect(pinDigest('0123456789abcdef'.repeat(4))).toBe('0123456789abcdef'.repeat(2));
  });
});

describe('frozen links of version 1', () => {
  interface Frozen {
    readonly what: string;
    readonly link: string;
    readonly snapshot: Omit<ViewSnapshot, 'method'> & {
      readonly method: Omit<ViewSnapshot['method'], 'changes'> & { readonly changes: Record<string, number> };
    };
  }
  const text = readFileSync(new URL('../../fixtures/links/v1.json', import.meta.url), 'utf8');
  const frozen: readonly Frozen[] = JSON.parse(text);

  test('are there', () => expect(frozen.length).toBeGreaterThanOrEqual(3));

  test.each(frozen.map(item => [item.what, item] as const))('%s opens for ever', (_, { link, snapshot }) => {
    const read = decodeViewLink(link);
    if (!read.ok) throw new Error(`refused as ${read.fault.kind}`);
    const { method } = read.snapshot;
    const plain = { ...read.snapshot, method: { ...method, changes: Object.fromEntries(method.changes) } };
    expect(plain).toEqual(snapshot);
  });
});

describe('what is refused', () => {
  test.each([
    ['nothing', ''],
    ['a version alone', '1.'],
    ['no version', typicalLink.slice(2)],
    ['version 0', `0${typicalLink.slice(1)}`],
    ['a version with a zero before it', `0${typicalLink}`],
    ['a version of seven digits', '1000000.AAAA'],
    ['a negative version', `-${typicalLink}`],
    ['fewer bytes than a checksum', '1.AAAA'],
    ['a checksum of nothing', linkOf(new Uint8Array())],
    ['a blank before', ` ${typicalLink}`],
    ['a newline after', `${typicalLink}\n`],
    ['a hash before', `#${typicalLink}`],
    ['two links', `${typicalLink}${typicalLink}`],
    ['padding', `${typicalLink}=`],
    ['a checksum that is cut off', typicalLink.slice(0, -2)],
    ['a checksum for another version', linkOf(bodyOf(typicalLink), 2).replace(/^2/, '1')],
  ])('%s is damaged', (_, link) => {
    expect(decodeViewLink(link)).toEqual(DAMAGED);
  });

  test.each([2, 3, 10, 999_999])('version %d is newer, whatever it holds', version => {
    const newer = { ok: false, fault: { kind: 'newer', version } };
    expect(decodeViewLink(`${version}${typicalLink.slice(1)}`)).toEqual(newer);
    expect(decodeViewLink(`${version}.AAAAA`)).toEqual(newer);
    expect(version).toBeGreaterThan(LINK_VERSION);
  });

  test('a link over 32,768 characters is not looked at', () => {
    expect(decodeViewLink(`9.${'A'.repeat(32_766)}`)).toEqual({
      ok: false,
      fault: { kind: 'newer', version: 9 },
    });
    expect(decodeViewLink(`9.${'A'.repeat(32_767)}`)).toEqual(DAMAGED);
    expect(decodeViewLink('A'.repeat(20_000_000))).toEqual(DAMAGED);
  });
});

describe('bodies with a right checksum that make no sense', () => {
  const body = [...bodyOf(encodeViewLink(randomView(seededRandom(1))))];

  test('a byte too many', () => expect(decodeViewLink(linkOf(Uint8Array.of(...body, 0)))).toEqual(DAMAGED));
  test('a byte too few', () =>
    expect(decodeViewLink(linkOf(Uint8Array.from(body.slice(0, -1))))).toEqual(DAMAGED));
  test('every beginning', () => {
    const opened = body.flatMap((_, length) =>
      decodeViewLink(linkOf(Uint8Array.from(body.slice(0, length)))).ok ? [length] : [],
    );
    expect(opened).toEqual([]);
  });

  test.each<[string, Partial<Record<keyof ViewSnapshot, unknown>>]>([
    ['a camera past the world', { camera: { lon: 541, lat: 0, zoom: 3, bearingDeg: 0 } }],
    ['a camera past the pole', { camera: { lon: 0, lat: 90.000001, zoom: 3, bearingDeg: 0 } }],
    ['a zoom that no map has', { camera: { lon: 0, lat: 0, zoom: 25, bearingDeg: 0 } }],
    ['a window past the last date', { window: { from: 0, to: 9e15 } }],
    ['a severity that is none', { filters: { ...TYPICAL_VIEW.filters, severities: ['grave'] } }],
    ['a rule that is none', { filters: { ...TYPICAL_VIEW.filters, rules: ['__proto__'] } }],
    [
      'a threshold that is none',
      { method: { version: '0.1', rules: 'standard', changes: new Map([['constructor', 1]]) } },
    ],
  ])('%s', (_, change) => {
    expect(decodeViewLink(encodeViewLink({ ...TYPICAL_VIEW, ...change } as ViewSnapshot))).toEqual(DAMAGED);
  });

  test('a list said to hold more items than there are bytes is not begun', () => {
    const view: ViewSnapshot = { ...TYPICAL_VIEW, inputs: [], lists: [] };
    const bytes = bodyOf(encodeViewLink(view));
    const counts = bytes.indexOf(Buffer.from([0, 0, 3, ...Buffer.from('0.1')]));
    expect(counts).toBeGreaterThan(0);
    const huge = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x07]);
    const bomb = Buffer.concat([bytes.subarray(0, counts), huge, bytes.subarray(counts + 1)]);
    expect(decodeViewLink(linkOf(bomb))).toEqual(DAMAGED);
  });
});
