import { describe, expect, test } from 'vitest';
import { Flag } from '../../src/core/track/index.ts';
import { DMA_REPLAY, DMA_SMALL, DMA_STREAM, GPSD_SAMPLE, readLog, readLogText } from '../ais/fixture-logs.ts';
import { cutAtRandom, type ReadResult, readPositions } from '../ais/recording-sink.ts';
import { bitsOf, bytesOf, positionBits, sentence, sentencesOf, voyageBits } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const PGHP = '$PGHP,1,2010,6,11,11,46,11,390,231,45,992190934,1,2B*5B';

function readLines(...lines: readonly string[]): ReadResult {
  return readPositions('aivdm', [bytesOf(lines.join('\n'))]);
}

function linesSetAside(result: ReadResult): number {
  return Object.values(result.setAside).reduce((sum, rows) => sum + rows, 0);
}

describe('the Danish stream of 11 June 2010', () => {
  const result = readPositions('aivdm', [readLog(DMA_STREAM)]);

  test('every line is accounted for', () => {
    expect(result.rows).toBe(8551);
    expect(result.accepted).toBe(8141);
    expect(result.setAside).toEqual({ 'unsupported type': 410 });
    expect(result.error).toBeNull();
  });

  test('reports and static data are as many as gpsd finds, and the 13 messages that gpsd loses', () => {
    expect(result.reports).toHaveLength(3155);
    expect(result.statics).toHaveLength(498);
    expect(result.statics.every(({ heard }) => heard)).toBe(true);
    expect(result.notes).toEqual({ 'IMO number with a wrong check digit': 5 });
  });

  test('transmitters: 1,726 are ships by any message, 95 are none', () => {
    const ships = [...result.reports, ...result.statics].filter(({ flags }) => (flags & Flag.notShip) === 0);
    const others = result.reports.filter(({ flags }) => (flags & Flag.notShip) !== 0);
    expect(new Set(ships.map(({ mmsi }) => mmsi)).size).toBe(1726);
    expect(new Set(others.map(({ mmsi }) => mmsi)).size).toBe(95);
  });

  test('times are those of the $PGHP sentences, to the millisecond', () => {
    const times = [...result.reports, ...result.statics].map(({ t }) => t).sort();
    expect(times[0]).toBe('2010-06-11T11:46:10.000Z');
    expect(times.at(-1)).toBe('2010-06-11T11:46:38.873Z');
    expect(result.reports[0]!.t).toBe('2010-06-11T11:46:11.390Z');
  });
});

test('replay_dump.txt, with CRLF and LF, is used to the last line', () => {
  const result = readPositions('aivdm', [readLog(DMA_REPLAY)]);
  expect([result.rows, result.accepted, result.reports.length, result.statics.length]).toEqual([
    108, 108, 47, 3,
  ]);
});

test('small_cb_example.txt: suffixes, tag blocks in front and alone, groups, odd talkers', () => {
  const result = readPositions('aivdm', [readLog(DMA_SMALL)]);
  expect([result.rows, result.accepted]).toEqual([27, 18]);
  expect(result.setAside).toEqual({ blank: 5, 'unsupported type': 2, 'other sentence': 1, incomplete: 1 });
  expect(result.reports.map(({ row, mmsi, t }) => [row, mmsi, t])).toEqual([
    [1, 327801000, '2013-01-02T13:43:38.000Z'],
    [2, 327801000, '2013-01-02T13:43:42.000Z'],
    [4, 538002398, '2013-03-26T04:32:52.000Z'],
    [6, 538002398, '2013-03-26T04:32:52.000Z'],
    [16, 304010366, '2012-12-05T14:56:28.000Z'],
  ]);
  expect(result.statics.map(({ row, mmsi, t }) => [row, mmsi, t])).toEqual([
    [9, 220449000, '2012-12-06T09:53:48.612Z'],
    [13, 211235170, '2012-12-05T14:56:27.000Z'],
    [18, 220431000, '2012-12-05T16:43:44.000Z'],
    [23, 220449000, '2012-12-06T09:53:48.612Z'],
  ]);
});

test('a log without a time in any line is refused, and decode is named', () => {
  const lines = readLogText(GPSD_SAMPLE)
    .split('\n')
    .filter(line => line.startsWith('!AIVDM,1,1') && !line.includes(',b0'));
  const { error } = readLines(...lines.slice(0, 20));
  expect(error).toMatch(/^file: expected a log that tells the time .*, found none in any line .*decode/);
});

describe('the log', () => {
  const position = sentencesOf(positionBits(273_000_001, 130.3, 42.2))[0]!;
  const voyage = sentencesOf(voyageBits(273_000_001, 9_161_003, 'LADY R', 'KR PUS'));

  test('passes on what a report and a voyage message say', () => {
    const result = readLines(PGHP, position, ...voyage);
    expect(result.reports).toEqual([
      {
        mmsi: 273_000_001,
        imo: 0,
        t: '2010-06-11T11:46:11.390Z',
        lon: 130.3,
        lat: 42.2,
        sog: 12.3,
        cog: 90,
        heading: 90,
        status: 0,
        flags: 0,
        row: 2,
      },
    ]);
    const fields = {
      name: 'LADY R',
      callSign: 'CALL1',
      destination: 'KR PUS',
      draughtM: 8.5,
      lengthM: 130,
      beamM: 21,
      shipType: 70,
    };
    const t = '2010-06-11T11:46:11.390Z';
    expect(result.statics).toEqual([
      { mmsi: 273_000_001, imo: 9_161_003, t, fields, heard: true, flags: 0, row: 3 },
    ]);
    expect([result.rows, result.accepted]).toEqual([4, 4]);
  });

  test('flags what class B, long range and no ship send; type 11 is a ship’s answer', () => {
    const head = (type: number) =>
      [
        [type, 6],
        [0, 2],
        [273_000_001, 30],
      ] as const;
    const messages: [number, number][] = [
      [1, 168],
      [4, 168],
      [9, 168],
      [11, 168],
      [18, 168],
      [19, 312],
      [21, 272],
      [27, 96],
    ];
    const lines = messages.flatMap(([type, bits]) =>
      sentencesOf(bitsOf(...head(type), [0, bits - 38]), { partCharacters: 99 }),
    );
    const result = readPositions('aivdm', [bytesOf([PGHP, ...lines].join('\n'))], { flags: Flag.synthetic });
    const flags = result.reports.map(report => report.flags & ~Flag.synthetic);
    expect(flags).toEqual([
      0,
      Flag.notShip,
      Flag.notShip,
      0,
      Flag.classB,
      Flag.classB,
      Flag.notShip,
      Flag.longRange,
    ]);
    expect(result.reports.every(report => (report.flags & Flag.synthetic) !== 0)).toBe(true);
    expect(result.statics.map(({ heard, flags }) => [heard, flags & ~Flag.synthetic])).toEqual([
      [false, Flag.classB],
    ]);
  });

  test('passes on a wrong IMO number as none and counts it', () => {
    const lines = [
      ...sentencesOf(voyageBits(1, 9_161_004, 'A', 'B')),
      ...sentencesOf(voyageBits(1, 0, 'A', 'B')),
    ];
    const result = readLines(PGHP, ...lines);
    expect(result.statics.map(({ imo }) => imo)).toEqual([0, 0]);
    expect(result.notes).toEqual({ 'IMO number with a wrong check digit': 1 });
  });

  test('sets every other line aside with a reason', () => {
    const unfinished = sentencesOf(voyageBits(2, 0, 'A', 'B'), { sequence: 5 });
    const result = readLines(
      position,
      PGHP,
      '',
      '   ',
      '# a comment with !AIVDM,1,1,,A,0,0*00',
      'some words',
      '$GPGGA,1,2*33',
      '!AIALR,1*00',
      position.replace(/..$/, '00'),
      sentence('AIVDM,1,1,,A,x~y,0'),
      sentence('AIVDM,1,1,,A,15RT,0'),
      '!AIVDM,1,1,,B,,0*25',
      ...sentencesOf(bitsOf([6, 6], [0, 82])),
      ...sentencesOf(bitsOf([28, 6], [0, 82])),
      ...sentencesOf(bitsOf([0, 6], [0, 82])),
      '\\c:1354719388*00\\!AIVDM,1,1,,A,0,0*00',
      '!'.repeat(5000),
      unfinished[0]!,
      position,
      sentence(unfinished[1]!.slice(1, -3).replace(',5,', ',6,')),
      sentence('PGHP,1,2010,13,11,11,46,11,390,231,45,992190934,1,2B', '$'),
      position,
    );
    expect(result.setAside).toEqual({
      'no time': 2,
      blank: 2,
      comment: 1,
      text: 1,
      'other sentence': 2,
      checksum: 2,
      armour: 1,
      length: 2,
      'unsupported type': 1,
      'unknown type': 2,
      'too long': 1,
      incomplete: 2,
      time: 1,
    });
    expect(result.accepted).toBe(2);
    expect(result.rows).toBe(22);
    expect(result.accepted + linesSetAside(result)).toBe(result.rows);
    expect(result.examples.text).toEqual(['6: some words']);
    expect(result.examples['too long']![0]).toHaveLength('17: '.length + 160);
  });

  test.each([
    ['', 'an empty file'],
    ['\n\n', 'none in 2 lines (blank 2)'],
    ['hello', 'none in 1 line (text 1)'],
    [position.slice(0, 20), 'none in 1 line (checksum 1)'],
  ])('%j is refused: found %s', (log, found) => {
    expect(readPositions('aivdm', [bytesOf(log)]).error).toBe(
      `file: expected AIS sentences (!AIVDM,…) with positions, found ${found}`,
    );
  });

  test('may begin with a byte order mark', () => {
    expect(readPositions('aivdm', [bytesOf(`\ufeff${PGHP}\n${position}`)]).reports).toHaveLength(1);
  });
});

describe('cut into chunks anywhere, a log gives the same', () => {
  test('at every byte of the small one', () => {
    const bytes = readLog(DMA_SMALL);
    const whole = readPositions('aivdm', [bytes]);
    for (let at = 0; at <= bytes.length; at++) {
      expect(readPositions('aivdm', [bytes.slice(0, at), bytes.slice(at)]), `cut at ${at}`).toEqual(whole);
    }
    expect(
      readPositions(
        'aivdm',
        [...bytes].map(byte => Uint8Array.of(byte)),
      ),
    ).toEqual(whole);
  });

  test.each([11, 12, 13])('at random places of the stream, seed %i', seed => {
    const bytes = readLog(DMA_STREAM);
    const random = seededRandom(seed);
    const greatest = seed === 11 ? 50 : 5000;
    expect(readPositions('aivdm', cutAtRandom(bytes, greatest, random))).toEqual(
      readPositions('aivdm', [bytes]),
    );
  });

  test('a line too long for the buffer is one line too long', () => {
    const bytes = bytesOf(`${PGHP}\n${'x'.repeat(300_000)}\n${'y'.repeat(4097)}\n${'z'.repeat(4096)}`);
    const random = seededRandom(14);
    const whole = readPositions('aivdm', [bytes]);
    expect(whole.setAside).toEqual({ 'too long': 2, text: 1 });
    expect(readPositions('aivdm', cutAtRandom(bytes, 3000, random))).toEqual(whole);
  });
});

describe('no input makes the reader throw anything but InputError', () => {
  const stream = readLog(DMA_STREAM).subarray(0, 40_000);
  const small = readLog(DMA_SMALL);

  function check(bytes: Uint8Array, seed: number) {
    const result = readPositions('aivdm', [bytes]);
    expect(result.accepted + linesSetAside(result), `seed ${seed}`).toBe(result.rows);
    const newlines = bytes.filter(byte => byte === 10).length;
    const isEnded = bytes.length === 0 || bytes.at(-1) === 10;
    expect(result.rows, `seed ${seed}`).toBe(newlines + (isEnded ? 0 : 1));
  }

  test.each(Array.from({ length: 12 }, (_, i) => 100 + i))('random bytes and random ASCII, seed %i', seed => {
    const random = seededRandom(seed);
    const least = seed % 2 ? 0 : 9;
    const span = seed % 2 ? 256 : 118;
    check(
      Uint8Array.from({ length: 20_000 }, () => least + Math.floor(random() * span)),
      seed,
    );
  });

  test.each(Array.from({ length: 12 }, (_, i) => 200 + i))('mutated logs, seed %i', seed => {
    const random = seededRandom(seed);
    const bytes = Uint8Array.from(seed % 2 ? stream : small);
    const mutations = Math.ceil(bytes.length / 40);
    for (let i = 0; i < mutations; i++) {
      const from = Math.floor(random() * bytes.length);
      if (random() < 0.7) bytes[from] = Math.floor(random() * 256);
      else bytes.copyWithin(from, Math.floor(random() * bytes.length), Math.floor(random() * bytes.length));
    }
    check(bytes, seed);
  });
});
