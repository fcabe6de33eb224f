import { describeMessage, type MessageFields, type Payload, typeSupport } from '../core/ais/index.ts';
import { AisLog } from './ais-log.ts';
import { InputError } from './input-error.ts';
import { describeSetAside } from './set-aside-text.ts';
import { Tally } from './tally.ts';
import { TimeField } from './time-field.ts';

/** Part A names kept for the parts B to come. */
const NAMES_CAP = 65_536;
const INCOMPLETE = 'incomplete';

/** One AIS message: the line of its first part, then its fields under gpsd's names. */
export interface DecodedMessage extends MessageFields {
  readonly line: number;
}

/** How a log's lines were used: `lines` = `accepted` + the sum of `rejected` + `incomplete`. */
export interface DecodeSummary {
  readonly lines: number;
  /** Lines that are parts of a message that was handed over, or that tell a time. */
  readonly accepted: number;
  /** Lines by the reason why they are not. */
  readonly rejected: Readonly<Record<string, number>>;
  /** Lines that are parts of messages whose other parts never came. */
  readonly incomplete: number;
}

/**
 * Decodes every AIS message of a log, chunk by chunk; no time is needed. A message has the names and values of
 * gpsd's scaled JSON (`gpsdecode -j`), `class` and `scaled` included. Intended differences:
 *
 * - `line` is added, `device` left out: a file is no device.
 * - `turn` keeps its sign, negative to port; gpsdecode 3.22 gives the amount alone.
 * - Type 24: each part is a message. Part A has `part: "A"` and the name. Part B has `part: "B"`, the rest,
 *   and the name where part A of the same MMSI came before; such a part B equals gpsd's joined message.
 *   gpsd gives nothing for a part that stays alone, and uses a part A once.
 * - Types 6 to 8, 10, 12 to 17, 20, 22, 23, 25 and 26 have their head alone and `decoded: false`.
 * - Messages of any talker are read, and interleaved parts all put together; gpsd passes over some of both.
 */
export class LogDecoder {
  readonly #file: string;
  readonly #tally = new Tally();
  readonly #log: AisLog;
  readonly #onMessage: (message: DecodedMessage) => void;
  readonly #names = new Map<number, string>();
  #messages = 0;

  constructor(file: string, onMessage: (message: DecodedMessage) => void) {
    this.#file = file;
    this.#onMessage = onMessage;
    // Times don't matter here: neither one without a zone nor one that can be read two ways is a reason to stop.
    const time = new TimeField(file, 0, 'iso');
    this.#log = new AisLog(time, this.#tally, (payload, _, line) => this.#decode(payload, line));
  }

  push(chunk: Uint8Array): void {
    this.#log.push(chunk);
  }

  /** Ends the log. Throws `InputError` where no line of it was part of a message. */
  end(): DecodeSummary {
    this.#log.end();
    if (this.#messages === 0) {
      throw new InputError(this.#file, 0, 'AIS sentences (!AIVDM,…)', describeSetAside(this.#tally, 'line'));
    }
    const { rows, accepted, setAside } = this.#tally;
    const rejected = [...setAside].filter(([reason]) => reason !== INCOMPLETE);
    return {
      lines: rows,
      accepted,
      rejected: Object.fromEntries(rejected.map(([reason, entry]) => [reason, entry.rows])),
      incomplete: setAside.get(INCOMPLETE)?.rows ?? 0,
    };
  }

  #decode(payload: Payload, line: number): string | null {
    if (typeSupport(payload.type) === 'unknown') return 'unknown type';
    this.#messages++;
    const { type, repeat, mmsi, ...fields } = describeMessage(payload);
    const name = type === 24 ? this.#nameBefore(payload.mmsi, fields) : {};
    this.#onMessage({
      line,
      class: 'AIS',
      type: type!,
      repeat: repeat!,
      mmsi: mmsi!,
      scaled: true,
      ...name,
      ...fields,
    });
    return null;
  }

  /** Keeps the name of part A; gives it to part B. */
  #nameBefore(mmsi: number, fields: MessageFields): { shipname?: string } {
    if (fields.part === 'A') {
      if (this.#names.size === NAMES_CAP) this.#names.clear();
      this.#names.set(mmsi, String(fields.shipname));
      return {};
    }
    const shipname = fields.part === 'B' ? this.#names.get(mmsi) : undefined;
    return shipname === undefined ? {} : { shipname };
  }
}
