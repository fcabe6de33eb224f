import { describe, expect, test } from 'vitest';
import { NOTATIONS, type Notation, parsePlace, placeText } from '../../src/core/geo/index.ts';
import { seededRandom } from '../map/seeded-random.ts';

/** Half of the last place shown, degrees. */
const PRECISION_DEG: Record<Notation, number> = { DD: 0.5e-5, DDM: 0.05 / 60, DMS: 0.5 / 3600 };

describe('a place in words', () => {
  test.each<[number, number, string, string, string]>([
    [130.3, 42.233333, '42.23333 130.30000', '42°14.0′N 130°18.0′E', '42°14′00″N 130°18′00″E'],
    [0, 0, '0.00000 0.00000', '00°00.0′N 000°00.0′E', '00°00′00″N 000°00′00″E'],
    [-0.5, -0.25, '-0.25000 -0.50000', '00°15.0′S 000°30.0′W', '00°15′00″S 000°30′00″W'],
    [-1e-9, -1e-9, '0.00000 0.00000', '00°00.0′N 000°00.0′E', '00°00′00″N 000°00′00″E'],
    [179.9999, 89.9999, '89.99990 179.99990', '90°00.0′N 180°00.0′E', '90°00′00″N 180°00′00″E'],
    [-179.9999, -89.9999, '-89.99990 -179.99990', '90°00.0′S 180°00.0′W', '90°00′00″S 180°00′00″W'],
    [180, 90, '90.00000 -180.00000', '90°00.0′N 180°00.0′W', '90°00′00″N 180°00′00″W'],
    [190.5, -90, '-90.00000 -169.50000', '90°00.0′S 169°30.0′W', '90°00′00″S 169°30′00″W'],
    [-541, 10, '10.00000 179.00000', '10°00.0′N 179°00.0′E', '10°00′00″N 179°00′00″E'],
  ])('%d %d', (lon, lat, dd, ddm, dms) => {
    expect(NOTATIONS.map(notation => placeText(lon, lat, notation))).toEqual([ddm, dd, dms]);
  });

  test.each<[number, Notation, string]>([
    [41 + 59.94 / 60, 'DDM', '41°59.9′N'],
    [41 + 59.96 / 60, 'DDM', '42°00.0′N'],
    [-(41 + 59.96 / 60), 'DDM', '42°00.0′S'],
    [41 + 59 / 60 + 59.4 / 3600, 'DMS', '41°59′59″N'],
    [41 + 59 / 60 + 59.6 / 3600, 'DMS', '42°00′00″N'],
    [41 + 13 / 60 + 59.6 / 3600, 'DMS', '41°14′00″N'],
  ])('the last minute and second carry over: %d', (lat, notation, text) => {
    expect(placeText(0, lat, notation).split(' ')[0]).toBe(text);
  });

  test('never shows sixty minutes or seconds', () => {
    const seed = 1718;
    const random = seededRandom(seed);
    for (let i = 0; i < 20_000; i++) {
      const near = Math.round(random() * 360 - 180) + (random() - 0.5) * 1e-3;
      const text = placeText(near, near / 2, i % 2 ? 'DDM' : 'DMS');
      if (/60[.′″]/.test(text.replace(/°/g, ' '))) throw new Error(`seed ${seed}, place ${i}: ${text}`);
    }
    expect.assertions(0);
  });
});

describe('a place typed', () => {
  test.each(NOTATIONS)('as it was shown in %s is the same place', notation => {
    const seed = 2375;
    const random = seededRandom(seed);
    const slack = PRECISION_DEG[notation] + 1e-9;
    for (let i = 0; i < 5000; i++) {
      const lon = random() * 360 - 180;
      const lat = random() * 180 - 90;
      const text = placeText(lon, lat, notation);
      const read = parsePlace(text);
      const isNear = read && Math.abs(read.lon - lon) <= slack && Math.abs(read.lat - lat) <= slack;
      if (!isNear)
        throw new Error(`seed ${seed}, place ${i}: ${lon} ${lat} is ${text}, read ${JSON.stringify(read)}`);
      expect(placeText(read.lon, read.lat, notation)).toBe(text);
    }
  });

  test.each<[string, number, number]>([
    ['42.23333 130.3', 130.3, 42.23333],
    ['42.23333, 130.3', 130.3, 42.23333],
    ['42.23333;130.3', 130.3, 42.23333],
    [' +42 -130 ', -130, 42],
    ['42°14.0′N 130°18.0′E', 130.3, 42 + 14 / 60],
    ["42°14.0'N 130°18.0'E", 130.3, 42 + 14 / 60],
    ['42 14.0 N, 130 18.0 E', 130.3, 42 + 14 / 60],
    ['42d14m00sN 130d18m00sE', 130.3, 42 + 14 / 60],
    ['42°14′00″S 130°18′00″W', -130.3, -(42 + 14 / 60)],
    ['42 14 30 s 130 18 36 w', -130.31, -(42 + 14.5 / 60)],
    ['42°N 130°E', 130, 42],
    ['90°N 180°E', 180, 90],
    ['90°00′00″S 180°00′00″W', -180, -90],
    ['-90 -180', -180, -90],
  ])('%j', (text, lon, lat) => {
    expect(parsePlace(text)).toEqual({ lon: expect.closeTo(lon, 9), lat: expect.closeTo(lat, 9) });
  });

  test.each([
    '',
    ' ',
    'Rajin',
    '42.2',
    '42.2 N',
    '91 0',
    '-90.0001 0',
    '0 180.0001',
    '0 -181',
    '90°00.1′N 130°E',
    '42°N 180°00′01″E',
    '42°60′N 130°00′E',
    '42°14′60″N 130°18′00″E',
    '42°99.9′N 130°18.0′E',
    '130°18.0′E 42°14.0′N',
    '42°14.0′E 130°18.0′N',
    '42,23 130,3',
    '42.2.1 130',
    '1e1 1e1',
    'NaN NaN',
    'Infinity 0',
    '0x10 0x10',
    '42.2 130.3 17',
    '<b>42</b> 130',
    '４２ １３０',
    '\u202e42 130\u202c',
  ])('%j is no place', text => {
    expect(parsePlace(text)).toBeNull();
  });

  test.each([
    ['blanks', `1${' '.repeat(3000)}x`],
    ['digits', '1'.repeat(3000)],
    ['degrees', '1 '.repeat(1500)],
    ['signs', '°'.repeat(3000)],
    ['numbers with a letter at the end', `${'1 '.repeat(1500)}N`],
  ])('a long row of %s is refused without trying every way to read it', (_, text) => {
    expect(parsePlace(text)).toBeNull();
  });

  test('any text is answered, never thrown at, and what is read is on the globe', () => {
    const seed = 5131;
    const random = seededRandom(seed);
    const parts = [...'0123456789 .,;+-°′″NSEWnsewdms\'"', '180', '90', '60', '\n', 'ю', '🚢'];
    let read = 0;
    for (let i = 0; i < 20_000; i++) {
      const length = Math.floor(random() * 20);
      const text = Array.from({ length }, () => parts[Math.floor(random() * parts.length)]!).join('');
      const place = parsePlace(text);
      if (!place) continue;
      read++;
      const isOnGlobe = Math.abs(place.lon) <= 180 && Math.abs(place.lat) <= 90;
      if (!isOnGlobe) throw new Error(`seed ${seed}, text ${i}: ${JSON.stringify(text)}`);
    }
    expect(read).toBeGreaterThan(10);
  });
});
