/*
 * A log of AIS sentences read line by line with regular expressions, its bits as strings. Written from ITU-R M.1371-5
 * (tables 45 to 50 and on), IEC 61162-1 (sentences) and NMEA 0183 4.10 (tag blocks); shares nothing with the reader
 * but the shape of what it gives. For logs as receivers write them: parts follow each other in order.
 */
import { Flag } from '../../../src/core/track/index.ts';
import { bitStringOf, naivePosition, text as textOf, unsigned } from '../../ais/bit-string-decoder.ts';
import type { RecordedReport, RecordedStatics } from '../../ais/recording-sink.ts';
import { type PlainRead, plainImo } from './plain-csv.ts';

type Fields = Record<string, string | number>;

interface Part {
  readonly line: number;
  readonly t: number;
  readonly armour: string;
}

const FLAGS: Readonly<Record<number, number>> = {
  4: Flag.notShip,
  9: Flag.notShip,
  18: Flag.classB,
  19: Flag.classB,
  21: Flag.notShip,
  24: Flag.classB,
  27: Flag.longRange,
};
/** Least length in bits of the types that tell a position or a ship; some transmitters lose up to five at the end. */
const LEAST_BITS: Readonly<Record<number, number>> = {
  1: 163,
  2: 163,
  3: 163,
  4: 168,
  5: 420,
  9: 168,
  11: 168,
  18: 168,
  19: 312,
  21: 272,
  24: 160,
  27: 96,
};

const SENTENCE = /!(..VD[MO]),(\d),(\d),(\d?),(.?),([^,]*),(\d)\*([0-9A-Fa-f]{2})(.*)$/;
const PGHP = /^\$PGHP,\d+,(\d+),(\d+),(\d+),(\d+),(\d+),(\d+),(\d+),/;

/** Reads a whole log. */
export function readPlainAisLog(log: string): PlainRead {
  const reports: RecordedReport[] = [];
  const statics: RecordedStatics[] = [];
  const waiting = new Map<string, Part[]>();
  let logTime = Number.NaN;
  let lonelyTag = '';
  log.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    const tag = lonelyTag;
    lonelyTag = /^(\\[^\\]*\\)+$/.test(line) ? line : '';
    if (lonelyTag) return;
    const clock = PGHP.exec(line);
    // After a damaged clock the time is not known: the one before it is of another second.
    if (clock) logTime = isSummed(line.slice(1)) ? utcOf(clock.slice(1).map(Number)) : Number.NaN;
    const match = SENTENCE.exec(line);
    if (!match || !isSummed(line.slice(match.index + 1))) return;
    const [, head, parts, part, sequence, channel, armour, fill, , suffix] = match;
    const prefix = tag + line.slice(0, match.index);
    const t = firstKnown(tagTime(prefix), prefixTime(prefix), suffixTime(suffix!), logTime);
    const key = [head, parts, sequence, channel].join();
    const before = part === '1' ? [] : (waiting.get(key) ?? []);
    if (before.length !== Number(part) - 1) return;
    const heard = [...before, { line: index + 1, t, armour: armour! }];
    waiting.set(key, heard);
    if (part !== parts) return;
    waiting.delete(key);
    const bits = bitStringOf(heard.map(each => each.armour).join(''), Number(fill));
    const first = heard[0]!;
    readMessage(bits, firstKnown(...heard.map(each => each.t)), first.line, reports, statics);
  });
  return { reports, statics };
}

function readMessage(
  bits: string,
  t: number,
  row: number,
  reports: RecordedReport[],
  statics: RecordedStatics[],
): void {
  const type = unsigned(bits, [0, 6]);
  if (!(bits.length >= LEAST_BITS[type]!) || Number.isNaN(t)) return;
  const base = { mmsi: unsigned(bits, [8, 30]), t: new Date(t).toISOString(), flags: FLAGS[type] ?? 0, row };
  const position = naivePosition(bits);
  if (position && (Math.abs(position.lat) > 90 || Math.abs(position.lon) > 180)) return;
  if (position) reports.push({ ...base, imo: 0, ...position });
  const fields = staticsOf(type, bits, base.mmsi);
  if (!fields) return;
  const imo = type === 5 ? plainImo(String(unsigned(bits, [40, 30]))) : 0;
  statics.push({ ...base, imo, fields: told(fields), heard: position === null });
}

function staticsOf(type: number, bits: string, mmsi: number): Fields | null {
  if (type === 5) {
    return {
      callSign: textOf(bits, 70, 7),
      name: textOf(bits, 112, 20),
      shipType: unsigned(bits, [232, 8]),
      ...sizeOf(bits, 240),
      draughtM: unsigned(bits, [294, 8]) / 10,
      destination: textOf(bits, 302, 20),
    };
  }
  if (type === 19) {
    return { name: textOf(bits, 143, 20), shipType: unsigned(bits, [263, 8]), ...sizeOf(bits, 271) };
  }
  if (type !== 24) return null;
  const part = unsigned(bits, [38, 2]);
  if (part === 0) return { name: textOf(bits, 40, 20) };
  if (part !== 1) return {};
  const isAuxiliary = String(mmsi).startsWith('98');
  const size = isAuxiliary ? {} : sizeOf(bits, 132);
  return { shipType: unsigned(bits, [40, 8]), callSign: textOf(bits, 90, 7), ...size };
}

function sizeOf(bits: string, at: number): Fields {
  const [bow, stern, port, starboard] = [
    unsigned(bits, [at, 9]),
    unsigned(bits, [at + 9, 9]),
    unsigned(bits, [at + 18, 6]),
    unsigned(bits, [at + 24, 6]),
  ];
  return { lengthM: bow! + stern!, beamM: port! + starboard! };
}

function told(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== 0));
}

/** Whether what stands before `*` has the checksum that stands behind it. */
function isSummed(body: string): boolean {
  const [text, sum] = [body.slice(0, body.indexOf('*')), body.slice(body.indexOf('*') + 1)];
  const found = [...text].reduce((total, character) => total ^ character.charCodeAt(0), 0);
  return found === Number.parseInt(sum.slice(0, 2), 16);
}

function tagTime(prefix: string): number {
  const times = [...prefix.matchAll(/\\([^\\*]*)\*[0-9A-F]{2}\\/gi)].flatMap(([, body]) =>
    [...body!.matchAll(/(?:^|,)c:(\d+)/g)].map(match => match[1]!),
  );
  return epochOf(times.at(-1) ?? '');
}

function prefixTime(prefix: string): number {
  const iso = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/.exec(prefix)?.[0];
  return iso === undefined ? Number.NaN : Date.parse(iso.replace(' ', 'T'));
}

function suffixTime(suffix: string): number {
  return epochOf(/,(\d{9,13})$/.exec(suffix)?.[1] ?? '');
}

function epochOf(digits: string): number {
  if (digits === '') return Number.NaN;
  return Number(digits) * (digits.length > 10 ? 1 : 1000);
}

function utcOf([year, month, day, hour, minute, second, ms]: readonly number[]): number {
  return Date.UTC(year!, month! - 1, day, hour, minute, second, ms);
}

function firstKnown(...times: readonly number[]): number {
  return times.find(t => !Number.isNaN(t)) ?? Number.NaN;
}
