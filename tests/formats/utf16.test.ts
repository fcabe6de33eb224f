import { describe, expect, test } from 'vitest';
import { toUtf8, type Utf16, utf16Of } from '../../src/formats/utf16.ts';
import { cutAtRandom } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const HEADER = 'mmsi,time,lat,lon,name\r\n';

/** Code units as bytes, written out by hand. */
function utf16Bytes(text: string, encoding: Utf16): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return Uint8Array.from(
    units.flatMap(unit => (encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

async function transcoded(chunks: readonly Uint8Array[], encoding: Utf16): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  for await (const part of toUtf8(stream(), encoding)) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** UTF-8 of code units, by the definition of both; a lone surrogate is U+FFFD. */
function slowUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    let point = unit;
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      point = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
      i++;
    } else if (unit >= 0xd800 && unit < 0xe000) point = 0xfffd;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) {
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    } else {
      bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63));
      bytes.push(0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    }
  }
  return Uint8Array.from(bytes);
}

describe('told by the first bytes', () => {
  test.each<Utf16>(['utf-16le', 'utf-16be'])('%s', encoding => {
    for (const mark of ['\ufeff', '']) {
      expect(utf16Of(utf16Bytes(`${mark}${HEADER}`, encoding))).toBe(encoding);
      expect(utf16Of(utf16Bytes(`${mark}{"type":"FeatureCollection"}`, encoding))).toBe(encoding);
      expect(utf16Of(utf16Bytes(`${mark}mmsi;čas;šířka;délka;jméno\n`, encoding))).toBe(encoding);
    }
    // By its mark alone where there is little or nothing in ASCII.
    expect(utf16Of(utf16Bytes('\ufeff船舶名称,时间', encoding))).toBe(encoding);
    expect(utf16Of(utf16Bytes('\ufeff', encoding))).toBe(encoding);
  });

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['UTF-8', bytesOf(HEADER)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${HEADER}`)],
    ['UTF-8 with zeros', bytesOf(`mmsi,\0\0time\0,lat,lon`)],
    ['zeros', new Uint8Array(64)],
    ['too little to tell', Uint8Array.of(97, 0, 98, 0)],
    ['UTF-32 with a mark', Uint8Array.of(0xff, 0xfe, 0, 0, 97, 0, 0, 0, 98, 0, 0, 0)],
    ['UTF-32', Uint8Array.of(97, 0, 0, 0, 98, 0, 0, 0, 99, 0, 0, 0)],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3)],
    ['numbers of 16 bits', Uint8Array.of(1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0)],
    ['Parquet', Uint8Array.of(80, 65, 82, 49, 21, 4, 21, 0, 21, 0, 76, 21, 0, 21, 0, 0)],
  ])('%s is not UTF-16', (_, bytes) => {
    expect(utf16Of(bytes)).toBeNull();
  });
});

describe('as UTF-8', () => {
  const text = `${HEADER}273000001,2024-03-12T08:29:43Z,42.2,130.3,"ЛЕДИ Р 🚢 船"\r\n`;

  test.each<Utf16>(['utf-16le', 'utf-16be'])('%s, with a mark and without', async encoding => {
    expect(await transcoded([utf16Bytes(`\ufeff${text}`, encoding)], encoding)).toEqual(bytesOf(text));
    expect(await transcoded([utf16Bytes(text, encoding)], encoding)).toEqual(bytesOf(text));
  });

  test('chunks of one byte', async () => {
    const bytes = utf16Bytes(`\ufeff${text}`, 'utf-16be');
    const single = Array.from(bytes, byte => Uint8Array.of(byte));
    expect(await transcoded(single, 'utf-16be')).toEqual(bytesOf(text));
  });

  test('lone surrogates and an odd last byte become U+FFFD', async () => {
    const broken = 'a\ud83db\udea2c\udea2\ud83dd\ud83d';
    const mended = bytesOf('a\ufffdb\ufffdc\ufffd\ufffdd\ufffd');
    expect(await transcoded([utf16Bytes(broken, 'utf-16le')], 'utf-16le')).toEqual(mended);
    expect(await transcoded([Uint8Array.of(97, 0, 98)], 'utf-16le')).toEqual(bytesOf('a\ufffd'));
  });

  test('of nothing is nothing', async () => {
    expect(await transcoded([], 'utf-16le')).toHaveLength(0);
    expect(await transcoded([new Uint8Array(0)], 'utf-16be')).toHaveLength(0);
  });

  test.each(Array.from({ length: 20 }, (_, i) => 900 + i))(
    'any code units, cut anywhere, as by the definition, seed %i',
    async seed => {
      const random = seededRandom(seed);
      const unit = () =>
        [
          Math.floor(random() * 128),
          Math.floor(random() * 0xd800),
          0xd800 + Math.floor(random() * 0x400),
          0xdc00 + Math.floor(random() * 0x400),
        ][Math.floor(random() * 4)]!;
      // The first is no mark, which is left out.
      const units = `a${String.fromCharCode(...Array.from({ length: 400 }, unit))}`;
      const encoding = seed % 2 ? 'utf-16le' : 'utf-16be';
      const chunks = cutAtRandom(utf16Bytes(units, encoding), 5, random);
      expect(await transcoded(chunks, encoding), `seed ${seed}`).toEqual(slowUtf8(units));
    },
  );
});
