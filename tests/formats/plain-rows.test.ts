import { describe, expect, test } from 'vitest';
import { cutAtRandom, readPositions } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

/** Values that a column may hold, odd ones among them. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  MMSI: ['367752440', '636021061', '0', '', 'x', '1234567890', '-5', '36775244.5', ' 367752440'],
  BaseDateTime: [
    '2023-01-11T00:00:00',
    '2023-01-11 23:59:59',
    '2024-02-29T12:00:00',
    '2023-02-29T12:00:00',
    '',
  ],
  LAT: ['43.07917', '-12.5', '91.0', '95', '', '.5', '5.', '1.2.3', '43,1', '0.123456789', '-0.0'],
  LON: ['-70.75733', '181.0', '179.99999', '-181', '', '12°30.5′E', '1e2'],
  SOG: ['0.0', '12.3', '102.3', '-1', '', 'fast'],
  COG: ['360.0', '272.7', '', '511'],
  Heading: ['511.0', '95', ''],
  VesselName: ['SAN JOSE', 'MSC NAISHA III', 'É 한', '', '5" PIPE', '=1+1'],
  IMO: ['IMO9307839', '9307839', 'IMO0000000', '', 'IMO9307830', 'IMO 9307839', 'X', '93078390000'],
  CallSign: ['WDI9818', '', '5LCB4'],
  VesselType: ['31', '', '70.0'],
  Status: ['0.0', '15', '', '99', 'moored'],
  Length: ['', '208.0'],
  TransceiverClass: ['A', 'B', '', 'AB'],
};
const NAMES = Object.keys(VALUES);
const CHANGES = 0.15;

/** Rows of which most fields have the first of their values, so that many are plain. */
function rowsOf(random: () => number): string[][] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  return Array.from({ length: 200 }, () => {
    const row = NAMES.map(name => (random() < CHANGES ? pick(VALUES[name]!) : VALUES[name]![0]!));
    if (random() < 0.03) row.push(pick(['', 'more']));
    return random() < 0.03 ? row.slice(0, Math.floor(random() * row.length)) : row;
  });
}

function fileOf(rows: readonly (readonly string[])[], newline: string): Uint8Array {
  return bytesOf([NAMES, ...rows].map(row => row.join(',') + newline).join(''));
}

describe('rows read the quick way', () => {
  test.each(Array.from({ length: 30 }, (_, i) => 700 + i))(
    'come out as those with a quoted field, which are read the careful way, seed %i',
    seed => {
      const random = seededRandom(seed);
      const newline = seed % 3 === 0 ? '\r\n' : seed % 3 === 1 ? '\n' : '\r';
      const rows = rowsOf(random);
      // A last column that neither way reads, in quotes in every row, keeps the quick way away.
      const quick = [NAMES, ...rows].map((row, i) => [...row, i === 0 ? 'Note' : 'x'].join(',') + newline);
      const careful = [NAMES, ...rows].map(
        (row, i) => [...row, i === 0 ? 'Note' : '"x"'].join(',') + newline,
      );
      const options = { zoneMinutes: 0 };
      const chunks = (lines: readonly string[]) => cutAtRandom(bytesOf(lines.join('')), 300, random);
      const withoutTexts = ({ examples, ...rest }: ReturnType<typeof readPositions>) => ({
        ...rest,
        lines: Object.values(examples).map(texts => texts.map(text => text.split(':', 1)[0])),
      });
      const found = readPositions('csv', chunks(quick), options);
      expect(found.accepted, `seed ${seed}`).toBeGreaterThan(20);
      expect(withoutTexts(found), `seed ${seed}`).toEqual(
        withoutTexts(readPositions('csv', chunks(careful), options)),
      );
    },
  );

  test('a chunk that fills the room for it and ends in the midst of a number is read on', () => {
    const row = '367752440,2023-01-11T00:00:00Z,43.07917,-70.75733\n';
    const bytes = bytesOf(`mmsi,time,lat,lon\n${row.repeat(50)}`);
    for (const size of [1024, 2048]) {
      const found = readPositions('csv', [bytes.subarray(0, size), bytes.subarray(size)]);
      expect([found.rows, found.accepted]).toEqual([50, 50]);
    }
  });

  test('a row is read once, wherever the file is cut', () => {
    const row = NAMES.map(name => VALUES[name]![0]!);
    const bytes = fileOf([row, row, row], '\r\n');
    for (let at = 1; at < bytes.length; at++) {
      const found = readPositions('csv', [bytes.subarray(0, at), bytes.subarray(at)], { zoneMinutes: 0 });
      expect([found.rows, found.accepted, found.reports.map(report => report.row)], `cut at ${at}`).toEqual([
        3,
        3,
        [2, 3, 4],
      ]);
    }
  });
});
