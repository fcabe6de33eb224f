import type { Instant } from '../core/time/index.ts';
import { Flag } from '../core/track/index.ts';
import { parseImo } from '../core/vessel/index.ts';
import {
  type MessageKind,
  messageKind,
  readStreamStatics,
  readStreamText,
  readStreamTime,
} from './aisstream-message.ts';
import { textOf } from './byte-text.ts';
import { CheckedSink } from './checked-sink.ts';
import { InputError } from './input-error.ts';
import { type JsonObject, memberOf, numberOf, objectOf, textIn } from './json-value.ts';
import { LineScanner } from './line-scanner.ts';
import { Notes } from './notes.ts';
import type { PositionReader, ReaderContext } from './reader.ts';
import { describeSetAside } from './set-aside-text.ts';

/** "Not available" for the speed of a long-range report, knots. */
const NO_SOG_LONG_RANGE = 63;

const MOTION = ['Latitude', 'Longitude', 'Sog', 'Cog', 'TrueHeading', 'NavigationalStatus'] as const;

/** A line as read: its message, what is said about it, and what its type tells. */
interface StreamLine {
  readonly message: JsonObject;
  readonly metaData: JsonObject;
  readonly kind: MessageKind;
}

/**
 * Reads what aisstream.io sends, one JSON object a line: `{"MessageType":…,"MetaData":{…},"Message":{…}}`. Rows
 * are lines. Positions come from `PositionReport`, the two class B reports, `LongRangeAisBroadcastMessage`,
 * `AidsToNavigationReport`, `BaseStationReport` and `StandardSearchAndRescueAircraftReport`, static data from
 * `ShipStaticData`, `StaticDataReport` and `ExtendedClassBPositionReport`; the `ShipName` that the service
 * adds comes along with a position. The time is the service's `time_utc`, the position the message's own.
 *
 * A line is set aside as `blank`, `too long` (over 4,096 bytes), `JSON` (is none, or no object), `no message`,
 * `unsupported type` (tells neither position nor ship), `unknown type`, `not valid` (marked so), `no id`, `bad
 * id`, `no time`, `bad time`, `bad number` or `out of range`. An IMO number with a wrong check digit is passed
 * on as none and counted in `notes`. `end` throws `InputError` for a file of which no line was used.
 */
export class AisStreamReader implements PositionReader {
  readonly #notes = new Notes();
  readonly #context: ReaderContext;
  readonly #sink: CheckedSink;
  readonly #lines: LineScanner;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#sink = new CheckedSink(context, this.#notes);
    this.#lines = new LineScanner((bytes, start, end, line, isWhole) => {
      const text = textOf(bytes, start, end);
      const reason = isWhole ? this.#read(text, line) : 'too long';
      if (reason === null) context.tally.accept();
      else context.tally.aside(reason, line, text.trimEnd());
    });
  }

  /** What was passed on but is worth a word, with its count. */
  get notes(): ReadonlyMap<string, number> {
    return this.#notes.counts;
  }

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk);
  }

  end(): void {
    this.#lines.end();
    const { file, tally } = this.#context;
    if (tally.accepted > 0) return;
    throw new InputError(file, 0, 'messages of aisstream.io, one a line', describeSetAside(tally, 'line'));
  }

  #read(text: string, line: number): string | null {
    if (text.trim() === '') return 'blank';
    const parsed = parseLine(text);
    if (typeof parsed === 'string') return parsed;
    const { message, metaData, kind } = parsed;
    const sender = numberOf(memberOf(message, 'UserID') ?? memberOf(metaData, 'MMSI'));
    if (sender === null) return 'bad id';
    const noId = this.#sink.identify(sender, parseImo(textIn(memberOf(message, 'ImoNumber'))));
    if (noId !== null) return noId;

    const time = memberOf(metaData, 'time_utc');
    if (textIn(time) === '') return 'no time';
    const t = readStreamTime(time);
    if (Number.isNaN(t)) return 'bad time';
    const flags = this.#context.flags | kind.flags;
    if (kind.hasPosition) return this.#report(parsed, t, flags, line);
    this.#sink.statics(t, readStreamStatics(message, this.#sink.mmsi), true, flags, line);
    return null;
  }

  #report({ message, metaData, kind }: StreamLine, t: Instant, flags: number, line: number): string | null {
    const [lat, lon, sog, cog, heading, status] = MOTION.map(name => numberOf(memberOf(message, name)));
    if (lat == null || lon == null || sog == null || cog == null || heading == null || status == null) {
      return 'bad number';
    }
    const isSpeed = (flags & Flag.longRange) === 0 || sog !== NO_SOG_LONG_RANGE;
    const speed = isSpeed ? sog : Number.NaN;
    const reason = this.#sink.report(t, lat, lon, speed, cog, heading, status, flags, line);
    if (reason !== null) return reason;
    const name = readStreamText(memberOf(metaData, 'ShipName'));
    const fields = {
      ...(name && { name }),
      ...(kind.hasStatics && readStreamStatics(message, this.#sink.mmsi)),
    };
    if (Object.keys(fields).length > 0) this.#sink.statics(t, fields, false, flags, line);
    return null;
  }
}

/** The line, or why it is set aside. */
function parseLine(text: string): StreamLine | string {
  const line = parseObject(text);
  if (!line) return 'JSON';
  const type = memberOf(line, 'MessageType');
  const messages = objectOf(memberOf(line, 'Message'));
  if (typeof type !== 'string' || !messages) return 'no message';
  const kind = messageKind(type);
  if (typeof kind === 'string') return kind;
  const message = objectOf(memberOf(messages, type));
  if (!message) return 'no message';
  if (memberOf(message, 'Valid') === false) return 'not valid';
  return { message, metaData: objectOf(memberOf(line, 'MetaData')) ?? {}, kind };
}

function parseObject(text: string): JsonObject | null {
  try {
    return objectOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
