import { describe, expect, test } from 'vitest';
import { type DecodedMessage, type DecodeSummary, LogDecoder } from '../../src/formats/decode.ts';
import { InputError } from '../../src/formats/input-error.ts';
import {
  DMA_REPLAY,
  DMA_SMALL,
  DMA_STREAM,
  GPSD_EDGE_CASES,
  GPSD_SAMPLE,
  readLog,
  readLogText,
} from '../ais/fixture-logs.ts';
import { cutAtRandom } from '../ais/recording-sink.ts';
import { bytesOf, positionBits, sentencesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

type Json = Readonly<Record<string, unknown>>;

const DECODED_TYPES: readonly unknown[] = [1, 2, 3, 4, 5, 9, 11, 18, 19, 21, 24, 27];

/** Part B of PROGUY comes again here; gpsd has used up its part A and gives nothing. */
const SECOND_PROGUY_LINE = 987;

interface Decoded {
  readonly messages: readonly DecodedMessage[];
  readonly summary: DecodeSummary;
}

function decode(...chunks: readonly Uint8Array[]): Decoded {
  const messages: DecodedMessage[] = [];
  const decoder = new LogDecoder('log', message => messages.push(message));
  for (const chunk of chunks) decoder.push(chunk);
  return { messages, summary: decoder.end() };
}

/** What a program that reads our lines gets: -0 is 0. */
function asJson(message: Json): Json {
  return JSON.parse(JSON.stringify(message)) as Json;
}

/** Takes away what is intended to differ from gpsd. */
function comparable(message: Json): Json {
  const { line, device, part, turn, ...rest } = asJson(message);
  return turn === undefined ? rest : { ...rest, turn: typeof turn === 'number' ? Math.abs(turn) : turn };
}

describe.each([GPSD_SAMPLE, GPSD_EDGE_CASES])('%s', log => {
  const truth = readLogText(`${log}.js.chk`)
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Json);
  const { messages } = decode(readLog(log));

  test('has the very fields and values that gpsd gives, message by message', () => {
    const expected = truth.filter(({ type }) => DECODED_TYPES.includes(type)).map(comparable);
    const lost = log === GPSD_SAMPLE ? [SECOND_PROGUY_LINE] : [];
    // gpsd joins the parts of type 24: its message equals our part B after a part A.
    const found = messages.filter(({ line, type, part, shipname }) => {
      if (!DECODED_TYPES.includes(type) || lost.includes(line)) return false;
      return part !== 'A' && (type !== 24 || shipname !== undefined);
    });
    expect(found.map(comparable)).toEqual(expected);
  });

  test('has the same types in the same order otherwise, with their heads', () => {
    const heads = ({ type, repeat, mmsi }: Json) => ({ type, repeat, mmsi });
    const found = messages.filter(({ type }) => type !== 24).map(heads);
    expect(found).toEqual(truth.filter(({ type }) => type !== 24).map(heads));
  });
});

describe('what is intended to differ from gpsd', () => {
  const sample = decode(readLog(GPSD_SAMPLE)).messages;

  test('line is the first part’s and device is left out', () => {
    expect(sample[0]).toMatchObject({ line: 10, class: 'AIS', scaled: true });
    expect(sample.every(message => !('device' in message))).toBe(true);
    const lines = readLogText(GPSD_SAMPLE).split('\n');
    expect(sample.every(({ line }) => /^![A-Z]{2}VD[MO],\d,1,/.test(lines[line - 1]!))).toBe(true);
  });

  test('a turn to port is negative', () => {
    const turns = decode(readLog(GPSD_EDGE_CASES)).messages.filter(({ type }) => type === 3);
    expect(turns.slice(0, 21).map(({ turn }) => turn)).toEqual([
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      -1,
      4,
      -4,
      18,
      -18,
      183,
      -183,
      446,
      698,
      -698,
      709,
      -709,
      'fastright',
      'fastleft',
    ]);
  });

  test('each part of type 24 is a message; part B has the name if part A came before', () => {
    const parts = sample
      .filter(({ type }) => type === 24)
      .map(({ mmsi, part, shipname }) => [mmsi, part, shipname]);
    expect(parts).toEqual([
      [271041815, 'A', 'PROGUY'],
      [271041815, 'B', 'PROGUY'],
      [271041815, 'B', 'PROGUY'],
      [271041511, 'A', 'TRIPPIN'],
      [271040660, 'A', 'GOZDEM-1'],
      [271020195, 'B', undefined],
      [271040660, 'B', 'GOZDEM-1'],
    ]);
  });

  test('other types have their head alone', () => {
    const other = sample.find(({ type }) => type === 8)!;
    expect(asJson(other)).toEqual({
      line: 252,
      class: 'AIS',
      type: 8,
      repeat: 0,
      mmsi: 366999712,
      scaled: true,
      decoded: false,
    });
  });
});

describe('the lines add up', () => {
  test.each<[string, DecodeSummary]>([
    [
      GPSD_SAMPLE,
      { lines: 1121, accepted: 118, rejected: { comment: 1001, blank: 1, text: 1 }, incomplete: 0 },
    ],
    [DMA_STREAM, { lines: 8551, accepted: 8551, rejected: {}, incomplete: 0 }],
    [DMA_REPLAY, { lines: 108, accepted: 108, rejected: {}, incomplete: 0 }],
    [DMA_SMALL, { lines: 27, accepted: 20, rejected: { blank: 5, 'other sentence': 1 }, incomplete: 1 }],
  ])('%s', (log, summary) => {
    expect(decode(readLog(log)).summary).toEqual(summary);
    const { lines, accepted, rejected, incomplete } = summary;
    expect(Object.values(rejected).reduce((sum, rows) => sum + rows, accepted + incomplete)).toBe(lines);
  });
});

describe('the Danish stream', () => {
  const { messages } = decode(readLog(DMA_STREAM));

  // Decoders that know the usual talkers alone count 1,293 ships here: they pass over BY and SS.
  test('has 1,297 ships by their class A positions, 1,293 of them without the talkers BY and SS', () => {
    const log = readLogText(DMA_STREAM);
    const usual = log.split('\n').filter(line => !/^!(BY|SS)VD/.test(line));
    const classA = (all: readonly DecodedMessage[]) => {
      const reports = all.filter(({ type, mmsi }) => (type === 1 || type === 2 || type === 3) && mmsi !== 0);
      return new Set(reports.map(({ mmsi }) => mmsi)).size;
    };
    expect(classA(messages)).toBe(1297);
    expect(classA(decode(bytesOf(usual.join('\n'))).messages)).toBe(1293);
  });

  test('has so many messages of each type', () => {
    const counts = new Map<unknown, number>();
    for (const { type } of messages) counts.set(type, (counts.get(type) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      1: 2511,
      2: 7,
      3: 369,
      4: 129,
      5: 424,
      6: 37,
      7: 9,
      8: 63,
      9: 1,
      15: 66,
      16: 23,
      17: 5,
      18: 101,
      20: 191,
      21: 37,
      23: 4,
      24: 74,
    });
  });

  test('cut at random places gives the same', () => {
    const chunks = cutAtRandom(readLog(DMA_STREAM), 3000, seededRandom(21));
    expect(decode(...chunks).messages).toEqual(messages);
  });
});

test('a log without a message is refused', () => {
  const found = (log: string) => {
    try {
      decode(bytesOf(log));
      return 'nothing thrown';
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.message;
    }
  };
  expect(found('')).toBe('log: expected AIS sentences (!AIVDM,…), found an empty file');
  expect(found('Dear Sir\n\n')).toBe(
    'log: expected AIS sentences (!AIVDM,…), found none in 2 lines (text 1, blank 1)',
  );
});

test('a time without a zone is no reason to stop', () => {
  const line = `2024-03-12 08:29:43 ${sentencesOf(positionBits(273_000_001, 130.3, 42.2))[0]}`;
  expect(decode(bytesOf(line)).messages).toMatchObject([{ line: 1, lon: 130.3, lat: 42.2 }]);
});

test('names in a message are values, whatever they spell', () => {
  const { messages } = decode(readLog(GPSD_SAMPLE));
  expect(messages.every(message => Object.getPrototypeOf(message) === Object.prototype)).toBe(true);
});
