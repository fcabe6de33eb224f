import {
  hasSoundLength,
  isVdm,
  type OpenMessage,
  Payload,
  Reassembler,
  Sentence,
  unarmour,
} from '../core/ais/index.ts';
import type { Instant } from '../core/time/index.ts';
import { textOf } from './byte-text.ts';
import { findByte } from './find-byte.ts';
import { LineScanner } from './line-scanner.ts';
import { isPghp, readPghpTime } from './pghp.ts';
import { readPrefixTime, readSuffixTime } from './receiver-time.ts';
import { TagBlock } from './tag-block.ts';
import type { Tally } from './tally.ts';
import type { TimeField } from './time-field.ts';

const NEWLINE = 10;
const ASTERISK = 42;
const EXCLAMATION = 33;
const HASH = 35;
const DOLLAR = 36;
const BACKSLASH = 92;
const BLANK = 32;
const TAB = 9;
const CR = 13;

const EXAMPLE_BYTES = 160;

/**
 * Takes one whole message: `line` is that of its first part, `t` the time it was received or NaN. Returns the
 * reason to set it aside, or null where it was used.
 */
export type MessageHandler = (payload: Payload, t: Instant, line: number) => string | null;

/**
 * Reads a log of AIS sentences, chunk by chunk, and hands over whole messages. The time of a message is, of
 * its first part that has one: that of the tag block on the line or on a line of its own before it; else one
 * that the receiver wrote before the sentence (ISO or epoch) or after it (epoch); else that of the last
 * `$PGHP` sentence. Never the clock's.
 *
 * Every line is counted in the tally once: accepted where it is a part of a message that was used or tells
 * the time, else set aside as `blank`, `comment`, `text`, `other sentence`, `checksum`, `malformed`,
 * `armour`, `length`, `incomplete` (parts whose message never came together), `too long`, `time` (a time
 * that can't be) or what the handler says.
 */
export class AisLog {
  /** Lines that told a time. */
  timedLines = 0;
  /** The last line, where it is a sentence that ends before its checksum and the file with it; 0 otherwise. */
  cutOffLine = 0;
  readonly #tally: Tally;
  readonly #onMessage: MessageHandler;
  readonly #lines: LineScanner;
  readonly #time: TimeField;
  readonly #sentence = new Sentence();
  readonly #payload = new Payload();
  readonly #reassembler: Reassembler;
  readonly #tag = new TagBlock();
  /** Time of the last `$PGHP` sentence. */
  #logTime: Instant = Number.NaN;
  /** Whether the tag block stood on a line of its own and is for the next sentence. */
  #tagWaits = false;
  #lastByte = NEWLINE;
  /** The line just read, where it is a sentence without a checksum; 0 otherwise. */
  #openEnd = 0;

  /** `time` reads what receivers wrote before sentences; what it throws ends the reading. */
  constructor(time: TimeField, tally: Tally, onMessage: MessageHandler) {
    this.#tally = tally;
    this.#onMessage = onMessage;
    this.#time = time;
    this.#lines = new LineScanner((bytes, start, end, line, isWhole) => {
      const reason = isWhole ? this.#readLine(bytes, start, end, line) : 'too long';
      this.#openEnd = reason !== null && endsOpen(bytes, start, end) ? line : 0;
      if (reason !== null) this.#setAside(reason, bytes, start, end, line);
    });
    this.#reassembler = new Reassembler(message => this.#setAsideParts('incomplete', message));
  }

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk);
    this.#lastByte = chunk.at(-1) ?? this.#lastByte;
  }

  /** Ends the log: reads the last line, gives up messages whose parts never came. */
  end(): void {
    this.#lines.end();
    if (this.#lastByte !== NEWLINE) this.cutOffLine = this.#openEnd;
    this.#reassembler.end();
  }

  /** Returns why the line is set aside, null where it was counted or will be with its message. */
  #readLine(bytes: Uint8Array, from: number, to: number, line: number): string | null {
    let start = from;
    let end = to;
    while (start < end && isBlank(bytes[start]!)) start++;
    while (end > start && isBlank(bytes[end - 1]!)) end--;
    if (start === end) return 'blank';
    if (!this.#tagWaits) this.#tag.clear();
    this.#tagWaits = false;
    const first = bytes[start];
    if (first === EXCLAMATION) return this.#readSentence(bytes, start, end, line, Number.NaN);
    if (first === HASH) return 'comment';
    if (first === DOLLAR) return this.#readProprietary(bytes, start, end);
    return this.#readPrefixed(bytes, start, end, line);
  }

  /** Reads a line that has tag blocks, a receiver's time or both before its sentence. */
  #readPrefixed(bytes: Uint8Array, start: number, end: number, line: number): string | null {
    const isTagged = bytes[start] === BACKSLASH;
    const from = isTagged ? this.#tag.read(bytes, start, end) : start;
    if (from < 0) return 'checksum';
    if (from === end) return this.#keepTag();
    const mark = findSentence(bytes, from, end);
    if (mark < 0) return isTagged ? 'other sentence' : 'text';
    const backslash = findByte(bytes, BACKSLASH, from, mark);
    if (backslash >= 0 && this.#tag.read(bytes, backslash, mark) < 0) return 'checksum';
    const isTimed = !Number.isNaN(this.#tag.t);
    const t = isTimed
      ? Number.NaN
      : readPrefixTime(this.#time, bytes, from, backslash < 0 ? mark : backslash, line);
    return this.#readSentence(bytes, mark, end, line, t);
  }

  #keepTag(): string | null {
    this.#tagWaits = true;
    if (!Number.isNaN(this.#tag.t)) this.timedLines++;
    this.#tally.accept();
    return null;
  }

  #readProprietary(bytes: Uint8Array, start: number, end: number): string | null {
    if (!isPghp(bytes, start, end)) return 'other sentence';
    const t = readPghpTime(bytes, start, end);
    // A damaged sentence ends the time of the one before it: what follows has no time rather than an old one.
    this.#logTime = t ?? Number.NaN;
    if (t === null) return 'checksum';
    if (Number.isNaN(t)) return 'time';
    this.timedLines++;
    this.#tally.accept();
    return null;
  }

  #readSentence(bytes: Uint8Array, start: number, end: number, line: number, prefix: Instant): string | null {
    const sentence = this.#sentence;
    const fault = sentence.read(bytes, start, end);
    if (fault !== null) return fault;
    const t = this.#timeOf(bytes, sentence.end, end, prefix);
    if (sentence.parts > 1) return this.#readPart(bytes, start, end, line, t);
    const payload = this.#payload;
    const { payloadStart, payloadEnd } = sentence;
    if (!unarmour(bytes, payloadStart, payloadEnd, payload, 0)) return 'armour';
    payload.bits = 6 * (payloadEnd - payloadStart) - sentence.fillBits;
    const reason = this.#take(payload, t, line);
    if (reason === null) this.#tally.accept();
    return reason;
  }

  #readPart(bytes: Uint8Array, start: number, end: number, line: number, t: Instant): string | null {
    const origin = { line, start, end, t, source: this.#tag.source };
    const result = this.#reassembler.add(bytes, this.#sentence, origin);
    if (result === 'orphan') return 'incomplete';
    if (result === 'armour') return result;
    if (result === 'whole') this.#takeParts(this.#reassembler.message);
    return null;
  }

  #takeParts(message: OpenMessage): void {
    const reason = this.#take(message.payload, message.t, message.line);
    if (reason === null) this.#tally.accept(message.parts);
    else this.#setAsideParts(reason, message);
  }

  #setAside(reason: string, bytes: Uint8Array, start: number, end: number, line: number): void {
    this.#tally.aside(reason, line, () => headOf(bytes, start, end));
  }

  #setAsideParts(reason: string, message: OpenMessage): void {
    const { head } = message;
    this.#tally.aside(reason, message.line, () => headOf(head, 0, head.length), message.heard);
  }

  #take(payload: Payload, t: Instant, line: number): string | null {
    return hasSoundLength(payload) ? this.#onMessage(payload, t, line) : 'length';
  }

  #timeOf(bytes: Uint8Array, sentenceEnd: number, end: number, prefix: Instant): Instant {
    const suffix = sentenceEnd < end ? readSuffixTime(bytes, sentenceEnd, end) : Number.NaN;
    const own = firstKnown(this.#tag.t, firstKnown(prefix, suffix));
    if (!Number.isNaN(own)) this.timedLines++;
    return firstKnown(own, this.#logTime);
  }
}

/** As much of a line as is kept as an example. */
function headOf(bytes: Uint8Array, start: number, end: number): string {
  return textOf(bytes, start, Math.min(end, start + EXAMPLE_BYTES));
}

function firstKnown(t: Instant, otherwise: Instant): Instant {
  return Number.isNaN(t) ? otherwise : t;
}

/** Whether a line begins a sentence and lacks the two digits of its checksum. */
function endsOpen(bytes: Uint8Array, start: number, end: number): boolean {
  const mark = findByte(bytes, EXCLAMATION, start, end);
  const from = mark >= 0 ? mark : bytes[start] === DOLLAR ? start : end;
  if (from === end) return false;
  const star = findByte(bytes, ASTERISK, from, end);
  return star < 0 || star + 2 >= end;
}

function isBlank(byte: number): boolean {
  return byte === BLANK || byte === CR || byte === TAB;
}

/** Offset of the `!` of an AIS sentence; -1 where there is none. */
function findSentence(bytes: Uint8Array, start: number, end: number): number {
  let at = findByte(bytes, EXCLAMATION, start, end);
  while (at >= 0 && !isVdm(bytes, at, end)) at = findByte(bytes, EXCLAMATION, at + 1, end);
  return at;
}
