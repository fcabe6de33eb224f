import { type Payload, Position, RepeatedStatics, readImoField, typeSupport } from '../core/ais/index.ts';
import type { Instant } from '../core/time/index.ts';
import { Flag, isFaultySpeed } from '../core/track/index.ts';
import { isValidImo } from '../core/vessel/index.ts';
import { AisLog } from './ais-log.ts';
import { InputError } from './input-error.ts';
import { BAD_IMO_NOTE, FAULTY_SPEED_NOTE, Notes } from './notes.ts';
import type { PositionReader, ReaderContext, Understanding } from './reader.ts';
import { describeSetAside } from './set-aside-text.ts';
import { TimeField } from './time-field.ts';

/** Flags by message type. Type 11, a mobile station's answer, is a ship's. */
const TYPE_FLAGS = new Uint8Array(64);
for (const type of [4, 9, 21]) TYPE_FLAGS[type] = Flag.notShip;
for (const type of [18, 19, 24]) TYPE_FLAGS[type] = Flag.classB;
TYPE_FLAGS[27] = Flag.longRange;

/**
 * Reads a log of AIS sentences (AIVDM and AIVDO of any talker). Rows are lines; how each is counted and where
 * its time comes from is `AisLog`'s. Besides its reasons a line is set aside as `unsupported type` (a type
 * that tells neither position nor ship), `unknown type` (0 or over 27), `no time` or `out of range`
 * (beyond 90 degrees of latitude or 180 of longitude, and no sentinel).
 *
 * Positions come from types 1 to 4, 9, 11, 18, 19, 21 and 27, static data from 5, 19 and 24. An IMO number
 * with a wrong check digit is passed on as none and counted in `notes`.
 *
 * `end` throws `InputError` for a log without a time in any line, or without a message that was used; and, unless
 * `partial` is asked for, for one whose last sentence is cut off: the rest of it is missing.
 */
export class AivdmReader implements PositionReader {
  readonly #notes = new Notes();
  readonly #context: ReaderContext;
  readonly #log: AisLog;
  readonly #time: TimeField;
  readonly #position = new Position();
  readonly #repeated = new RepeatedStatics();
  #used = 0;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#time = new TimeField(context.file, context.zoneMinutes, context.timeFormat);
    this.#log = new AisLog(this.#time, context.tally, (payload, t, line) => this.#take(payload, t, line));
  }

  /** What was passed on but is worth a word, with its count. */
  get notes(): ReadonlyMap<string, number> {
    return this.#notes.counts;
  }

  get understanding(): Understanding {
    return { columns: [], timeNote: this.#time.note };
  }

  push(chunk: Uint8Array): void {
    this.#log.push(chunk);
  }

  end(): void {
    this.#log.end();
    const { file, tally, partial } = this.#context;
    const { cutOffLine } = this.#log;
    if (cutOffLine > 0 && this.#used > 0 && !partial) {
      throw new InputError(
        file,
        cutOffLine,
        'a whole sentence',
        'the end of the file: the log is cut off there',
        {
          remedy: 'partial',
        },
      );
    }
    if (this.#used > 0) return;
    if (this.#log.timedLines === 0 && tally.setAside.has('no time')) {
      throw new InputError(
        file,
        0,
        'a log that tells the time ($PGHP sentences, tag blocks, or a receiver’s time beside each sentence)',
        'none in any line (`decode` reads it all the same)',
      );
    }
    throw new InputError(file, 0, 'AIS sentences (!AIVDM,…) with positions', describeSetAside(tally, 'line'));
  }

  #take(payload: Payload, t: Instant, line: number): string | null {
    const { type } = payload;
    const support = typeSupport(type);
    if (support !== 'decoded') return `${support === 'unknown' ? 'unknown' : 'unsupported'} type`;
    if (Number.isNaN(t)) return 'no time';
    const isReport = this.#position.read(payload);
    if (isReport && isOffEarth(this.#position)) return 'out of range';
    this.#used++;
    const mmsi = payload.mmsi;
    const flags = this.#context.flags | TYPE_FLAGS[type]!;
    if (isReport) this.#report(mmsi, t, flags, line);
    if (type === 5 || type === 19 || type === 24) this.#statics(payload, mmsi, t, flags, line, !isReport);
    return null;
  }

  #report(mmsi: number, t: Instant, flags: number, line: number): void {
    const { lon, lat, sog, cog, heading, status } = this.#position;
    const { sink, source } = this.#context;
    const isFaulty = isFaultySpeed(sog);
    if (isFaulty) this.#notes.add(FAULTY_SPEED_NOTE);
    sink.report(mmsi, 0, t, lon, lat, isFaulty ? Number.NaN : sog, cog, heading, status, flags, source, line);
  }

  #statics(payload: Payload, mmsi: number, t: Instant, flags: number, line: number, heard: boolean): void {
    const fields = this.#repeated.read(payload);
    if (fields === null) return;
    const { sink, source } = this.#context;
    sink.statics(mmsi, this.#imoOf(payload), t, fields, heard, flags, source, line);
  }

  #imoOf(payload: Payload): number {
    const imo = readImoField(payload);
    if (imo === 0 || isValidImo(imo)) return imo;
    this.#notes.add(BAD_IMO_NOTE);
    return 0;
  }
}

/** Whether a place can't be. What is not known is NaN and can. */
function isOffEarth({ lon, lat }: Position): boolean {
  return Math.abs(lat) > 90 || Math.abs(lon) > 180;
}
