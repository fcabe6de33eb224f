import type { Instant } from '../time/index.ts';
import { unarmour } from './armour.ts';
import { Payload } from './payload.ts';
import type { Sentence } from './sentence.ts';

/** Messages that may wait for their other parts at once. */
const OPEN_CAP = 64;
/** Lines for which a message waits. */
const WAIT_LINES = 200;
/**
 * A receiver numbers its messages of several parts 0 to 9 and round again, so that ten messages lie between
 * two of the same number. A first part so many lines after one like it means that the number has come round
 * and that the older message lost its end; nearer than that, the two may be of two receivers.
 */
const COME_ROUND_LINES = 18;
/** So much is kept of a first part to show it where its message was set aside. */
const HEAD_BYTES = 160;

/** A message of several parts, whole or waiting. Lent to the caller until the next call. */
export class OpenMessage {
  readonly payload = new Payload();
  /** Line of the first part, and its beginning for reports of what was set aside. */
  line = 0;
  readonly #head = new Uint8Array(HEAD_BYTES);
  #headSize = 0;
  /** Time of the first part that has one; NaN where none has. */
  t: Instant = Number.NaN;
  /** Parts read so far; they come in order. */
  heard = 0;
  parts = 0;
  talker = 0;
  formatter = 0;
  sequence = -1;
  channel = 0;
  source = 0;
  sextets = 0;

  /** The beginning of the first part, at most 160 bytes. Valid as long as the message is. */
  get head(): Uint8Array {
    return this.#head.subarray(0, this.#headSize);
  }

  setHead(bytes: Uint8Array, start: number, end: number): void {
    this.#headSize = Math.min(end - start, HEAD_BYTES);
    for (let i = 0; i < this.#headSize; i++) this.#head[i] = bytes[start + i]!;
  }
}

/** Where a part was found: from `start` to before `end` of a line. */
export interface PartOrigin {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly t: Instant;
  /** Number that stands for the receiver or group the line names; 0 where it names none. */
  readonly source: number;
}

export type PartResult = 'whole' | 'waiting' | 'orphan' | 'armour';

/**
 * Joins the parts of messages that several receivers sent interleaved. Parts belong together when talker,
 * formatter, number of parts, sequential identifier, channel and source agree, where a part that names no
 * channel or source agrees with any. Parts come in order: a part that no message waits for is an orphan.
 *
 * Two messages are never mixed on a guess: when two that began differently wait for the same part, all
 * three are given up. The same message heard by two receivers is no such case.
 *
 * Bounded: a message is given up, and handed to `onIncomplete`, when too many wait or it waited too long.
 */
export class Reassembler {
  /** The message that the last `add` completed. */
  message = new OpenMessage();
  readonly #onIncomplete: (message: OpenMessage) => void;
  readonly #open: OpenMessage[] = [];
  readonly #free: OpenMessage[] = [];

  constructor(onIncomplete: (message: OpenMessage) => void) {
    this.#onIncomplete = onIncomplete;
  }

  /**
   * Adds a part of a message of at least two, as it stands in `bytes`. A part in bad armour is refused, and its
   * message waits on.
   */
  add(bytes: Uint8Array, sentence: Sentence, origin: PartOrigin): PartResult {
    this.#giveUpOld(origin.line);
    if (sentence.part === 1) return this.#begin(bytes, sentence, origin);
    const message = this.#find(sentence, origin.source);
    if (!message) return 'orphan';
    if (!append(message, bytes, sentence, origin.t)) return 'armour';
    if (message.heard < message.parts) return 'waiting';
    message.payload.bits -= sentence.fillBits;
    this.#drop(message);
    this.#free.push(this.message);
    this.message = message;
    return 'whole';
  }

  /** Gives up every message that still waits. */
  end(): void {
    for (const message of this.#open) this.#onIncomplete(message);
    this.#open.length = 0;
  }

  #begin(bytes: Uint8Array, sentence: Sentence, origin: PartOrigin): PartResult {
    const message = reset(this.#free.pop() ?? new OpenMessage(), sentence, origin);
    if (!append(message, bytes, sentence, origin.t)) {
      this.#free.push(message);
      return 'armour';
    }
    message.setHead(bytes, origin.start, origin.end);
    const older = this.#open.find(other => isSameKey(other, message));
    if (older && message.line - older.line > COME_ROUND_LINES) this.#giveUp(older);
    if (this.#open.length === OPEN_CAP) this.#giveUp(this.#open[0]!);
    this.#open.push(message);
    return 'waiting';
  }

  #find(sentence: Sentence, source: number): OpenMessage | undefined {
    const waiting = this.#open.filter(message => waitsFor(message, sentence, source));
    const oldest = waiting[0];
    if (!oldest || waiting.every(message => beganAlike(message, oldest))) return oldest;
    for (const message of waiting) this.#giveUp(message);
    return undefined;
  }

  #giveUpOld(line: number): void {
    while (this.#open.length > 0 && line - this.#open[0]!.line > WAIT_LINES) this.#giveUp(this.#open[0]!);
  }

  #giveUp(message: OpenMessage): void {
    this.#drop(message);
    this.#onIncomplete(message);
    this.#free.push(message);
  }

  #drop(message: OpenMessage): void {
    this.#open.splice(this.#open.indexOf(message), 1);
  }
}

function reset(message: OpenMessage, sentence: Sentence, origin: PartOrigin): OpenMessage {
  message.line = origin.line;
  message.t = Number.NaN;
  message.heard = 0;
  message.sextets = 0;
  message.parts = sentence.parts;
  message.talker = sentence.talker;
  message.formatter = sentence.formatter;
  message.sequence = sentence.sequence;
  message.channel = sentence.channel;
  message.source = origin.source;
  return message;
}

function append(message: OpenMessage, bytes: Uint8Array, sentence: Sentence, t: Instant): boolean {
  const { payloadStart, payloadEnd } = sentence;
  if (!unarmour(bytes, payloadStart, payloadEnd, message.payload, message.sextets)) return false;
  message.sextets += payloadEnd - payloadStart;
  message.payload.bits = 6 * message.sextets;
  message.heard = sentence.part;
  if (Number.isNaN(message.t)) message.t = t;
  return true;
}

function isSameKey(a: OpenMessage, b: OpenMessage): boolean {
  return (
    a.sequence === b.sequence &&
    a.parts === b.parts &&
    a.channel === b.channel &&
    a.source === b.source &&
    a.talker === b.talker &&
    a.formatter === b.formatter
  );
}

function waitsFor(message: OpenMessage, sentence: Sentence, source: number): boolean {
  return (
    message.heard === sentence.part - 1 &&
    message.parts === sentence.parts &&
    message.sequence === sentence.sequence &&
    message.talker === sentence.talker &&
    message.formatter === sentence.formatter &&
    agree(message.channel, sentence.channel) &&
    agree(message.source, source)
  );
}

function beganAlike(a: OpenMessage, b: OpenMessage): boolean {
  return a === b || (a.sextets === b.sextets && a.payload.isSame(b.payload.copyWords()));
}

function agree(a: number, b: number): boolean {
  return a === b || a === 0 || b === 0;
}
