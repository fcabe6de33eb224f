import { describe, expect, test } from 'vitest';
import { type Axis, parseCoordinate } from '../../src/formats/coordinate-field.ts';
import { seededRandom } from '../map/seeded-random.ts';

const DDM_LAT = 42 + 13.54 / 60;
const DMS_LAT = 42 + 13 / 60 + 32.4 / 3600;
const DMS_LON = 130 + 18 / 60 + 7 / 3600;

describe('golden table', () => {
  test.each<[string, Axis, number]>([
    ['42.2259', 'lat', 42.2259],
    ['-42.2259', 'lat', -42.2259],
    ['+42.2259', 'lat', 42.2259],
    ['42,2259', 'lat', 42.2259],
    ['-130,3', 'lon', -130.3],
    ['42', 'lat', 42],
    ['42.2259N', 'lat', 42.2259],
    ['42.2259 n', 'lat', 42.2259],
    ['42.2259S', 'lat', -42.2259],
    ['N42.2259', 'lat', 42.2259],
    ['S 42,2259', 'lat', -42.2259],
    ['42.2259°', 'lat', 42.2259],
    ['-42.2259°', 'lat', -42.2259],
    ['42.2259° N', 'lat', 42.2259],
    ['130.3E', 'lon', 130.3],
    ['W130.3', 'lon', -130.3],
    [' 130.3 W ', 'lon', -130.3],
    ['0 W', 'lon', 0],

    ['42 13.54 N', 'lat', DDM_LAT],
    ['42 13,54 N', 'lat', DDM_LAT],
    ["42°13.540'N", 'lat', DDM_LAT],
    ['42° 13.54′ S', 'lat', -DDM_LAT],
    ['N 42 13.54', 'lat', DDM_LAT],
    ['N42°13.54', 'lat', DDM_LAT],
    ['42-13.54N', 'lat', DDM_LAT],
    ['42:13.54 N', 'lat', DDM_LAT],
    ["42°13.54'", 'lat', DDM_LAT],
    ["-42°13.54'", 'lat', -DDM_LAT],
    ["- 42°13.54'", 'lat', -DDM_LAT],
    ["-0°30'", 'lat', -0.5],
    ["42\ufffd13.54'N", 'lat', DDM_LAT],
    ['042 13.54 N', 'lat', DDM_LAT],
    ['130 18 E', 'lon', 130.3],
    ['42-13N', 'lat', 42 + 13 / 60],

    ['42°13\'32.4"N', 'lat', DMS_LAT],
    ['42° 13′ 32.4″ N', 'lat', DMS_LAT],
    ['42º13’32.4”S', 'lat', -DMS_LAT],
    ["42°13'32.4''N", 'lat', DMS_LAT],
    ['42 13 32.4 N', 'lat', DMS_LAT],
    ['42 13 32,4 N', 'lat', DMS_LAT],
    ['N 42 13 32.4', 'lat', DMS_LAT],
    ['42-13-32.4N', 'lat', DMS_LAT],
    ['42:13:32.4N', 'lat', DMS_LAT],
    ['-42°13\'32.4"', 'lat', -DMS_LAT],
    ['130-18-07E', 'lon', DMS_LON],
    ['130°18\'7"W', 'lon', -DMS_LON],

    ['4213.54,N', 'lat', DDM_LAT],
    ['4213.54N', 'lat', DDM_LAT],
    ['4213.54 S', 'lat', -DDM_LAT],
    ['N4213.54', 'lat', DDM_LAT],
    ['13018.0E', 'lon', 130.3],
    ['13018.0,W', 'lon', -130.3],
    ['00000.6E', 'lon', 0.01],

    // Not available, as some decoders write it; and out of range, which is the caller's to see.
    ["91°00.00'N", 'lat', 91],
    ['181 00.0 E', 'lon', 181],
    ['90-00-01N', 'lat', 90 + 1 / 3600],
    ['213.54N', 'lat', 213.54],
  ])('%j, %s', (text, axis, degrees) => {
    expect(parseCoordinate(text, axis)).toBeCloseTo(degrees, 12);
  });

  test.each<[string, Axis]>([
    ['', 'lat'],
    [' ', 'lat'],
    ['N', 'lat'],
    ['north', 'lat'],
    ['-', 'lat'],
    ['.', 'lat'],
    ['.5N', 'lat'],
    ['42.N', 'lat'],
    // The letter of the other axis, of another language, two letters.
    ['42.2E', 'lat'],
    ['130.3N', 'lon'],
    ['130.3O', 'lon'],
    ['N42.2N', 'lat'],
    ['N42.2S', 'lat'],
    ['42.2 N 130.3 E', 'lat'],
    // A sign beside a letter.
    ['-42.2N', 'lat'],
    ['+42.2 S', 'lat'],
    ['N-42.2', 'lat'],
    // Several numbers without a letter or a degree sign.
    ['42 13.54', 'lat'],
    ['42-13-32', 'lat'],
    ['42:13:32', 'lat'],
    ['-42 13.54', 'lat'],
    ['4213.54', 'lat'],
    // Minutes and seconds that can't be.
    ["42°60'N", 'lat'],
    ['42 13 60 N', 'lat'],
    ['42 13 99.9 N', 'lat'],
    ['4260.00N', 'lat'],
    // Decimals anywhere but in the last part.
    ["42.5°13'N", 'lat'],
    ['42 13.5 32 N', 'lat'],
    // Digits that don't fit.
    ['4213N', 'lat'],
    ['421332N', 'lat'],
    ['1301.54E', 'lon'],
    ['013018.0E', 'lon'],
    ['1234N', 'lat'],
    ['42 013 N', 'lat'],
    // Marks of every kind in the wrong place.
    ['42..2N', 'lat'],
    ['42.2.2N', 'lat'],
    ['42,2.2N', 'lat'],
    ["42'13°N", 'lat'],
    ['42°°13N', 'lat'],
    ['42°13"32\'N', 'lat'],
    ['1.2E1', 'lon'],
    ['0x2A', 'lat'],
    ['42\u0000', 'lat'],
    ['Infinity', 'lon'],
    [`42.${'0'.repeat(60)}N`, 'lat'],
    ['9'.repeat(1 << 20), 'lat'],
    [' '.repeat(1 << 20), 'lat'],
  ])('%.40j, %s, is none', (text, axis) => {
    expect(parseCoordinate(text, axis)).toBeNaN();
  });
});

test.each([61, 62, 63, 64])('what is written in any form reads back, seed %i', seed => {
  const random = seededRandom(seed);
  for (let i = 0; i < 2_000; i++) {
    const axis: Axis = random() < 0.5 ? 'lat' : 'lon';
    const seconds = Math.floor(random() * (axis === 'lat' ? 90 : 180) * 36_000) / 10;
    const [plus, minus] = axis === 'lat' ? ['N', 'S'] : ['E', 'W'];
    const isNegative = random() < 0.5;
    const letter = isNegative ? minus : plus;
    const degrees = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    const rest = (seconds % 60).toFixed(1);
    const decimalMinutes = ((seconds % 3600) / 60).toFixed(8);
    const wide = (value: number | string, width: number) => String(value).padStart(width, '0');
    const nmea = `${wide(degrees, axis === 'lat' ? 2 : 3)}${wide(decimalMinutes, 11)}`;
    // A rounding up to 60 is another coordinate.
    if (Number(rest) >= 60 || Number(decimalMinutes) >= 60) continue;
    const texts = [
      `${isNegative ? '-' : ''}${(seconds / 3600).toFixed(9).replace('.', ',')}`,
      `${(seconds / 3600).toFixed(9)}${letter}`,
      `${letter} ${(seconds / 3600).toFixed(9)}°`,
      `${degrees} ${decimalMinutes} ${letter}`,
      `${degrees}°${decimalMinutes}'${letter}`,
      `${isNegative ? '-' : ''}${degrees}° ${decimalMinutes}′`,
      `${degrees}-${wide(minutes, 2)}-${rest}${letter}`,
      `${degrees}°${minutes}'${rest}"${letter}`,
      `${isNegative ? '-' : ''}${degrees}°${minutes}'${rest.replace('.', ',')}"`,
      `${nmea},${letter}`,
    ];
    const expected = ((isNegative ? -1 : 1) * seconds) / 3600;
    for (const text of texts) {
      expect(parseCoordinate(text, axis), `seed ${seed}: ${text}`).toBeCloseTo(expected, 8);
    }
  }
});

test.each([71, 72, 73])('of anything is a number in range or NaN, soon, seed %i', seed => {
  const random = seededRandom(seed);
  const signs = ['1', '9', '60', ' ', '.', ',', '-', '°', "'", '"', ':', 'N', 'E', '\ufffd', '\0'];
  for (let i = 0; i < 20_000; i++) {
    const length = Math.floor(random() * 12);
    const text = Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join('');
    const value = parseCoordinate(text, random() < 0.5 ? 'lat' : 'lon');
    if (!Number.isNaN(value)) expect(Math.abs(value), `seed ${seed}: ${text}`).toBeLessThan(1000);
  }
});
