/** Trials of what stands between a file and its reader: decompression, UTF-16, and the engine as a whole. */
import { crc32 } from 'node:zlib';
import { LocalEngine } from '../../engine/local.ts';
import { LogDecoder } from '../../formats/decode.ts';
import { unpack } from '../../formats/unpack.ts';
import { toUtf8, utf16Of } from '../../formats/utf16.ts';
import type { Dice } from './dice.ts';
import { Fault, FILE, Outcome, refusalOf, refusalOfTask } from './outcome.ts';
import { blobOf, type Trial } from './subject.ts';

/** Rows of a loaded file that are asked for again. */
const SHOWN_ROWS: readonly number[] = [1, 2, 3, 1000];

/** Decodes every message of a log, as the command `decode` does. */
export function decodeTrial(): Trial {
  return {
    options: '',
    read: chunks => {
      const outcome = new Outcome();
      const decoder = new LogDecoder(FILE, message => {
        outcome.used++;
        outcome.add(JSON.stringify(message));
      });
      outcome.refusal = refusalOf(() => {
        for (const chunk of chunks) decoder.push(chunk);
        const { lines, accepted, rejected, incomplete } = decoder.end();
        const refused = Object.values(rejected).reduce((sum, count) => sum + count, incomplete);
        if (lines !== accepted + refused)
          throw new Fault('lines are lost', `${lines}, ${accepted} and ${refused}`);
        outcome.add(JSON.stringify([lines, accepted, rejected, incomplete]));
      });
      return outcome;
    },
  };
}

/** Unpacks a .gz or .zip. */
export function unpackTrial(): Trial {
  return {
    options: '',
    read: async chunks => {
      const outcome = new Outcome();
      outcome.refusal = await refusalOfTask(async () => {
        const packed = await unpack(blobOf(chunks), FILE);
        if (!packed) return;
        let checksum = 0;
        let bytes = 0;
        for await (const chunk of packed.chunks()) {
          checksum = crc32(chunk, checksum);
          bytes += chunk.length;
        }
        outcome.used = 1;
        outcome.add(packed.label, bytes, checksum);
      });
      return outcome;
    },
  };
}

/** Turns UTF-16 into UTF-8, and holds it to the platform's decoder of the whole. */
export function utf16Trial(): Trial {
  return {
    options: '',
    read: async chunks => {
      const outcome = new Outcome();
      const whole = Buffer.concat(chunks);
      const encoding = utf16Of(whole);
      if (!encoding) return outcome;
      const parts: Uint8Array[] = [];
      for await (const part of toUtf8(inOrder(chunks), encoding)) parts.push(part);
      const text = Buffer.concat(parts).toString();
      const expected = Buffer.from(new TextDecoder(encoding).decode(whole)).toString();
      if (text !== expected)
        throw new Fault('another text', `${JSON.stringify(text)} for ${JSON.stringify(expected)}`);
      outcome.used = 1;
      outcome.add(encoding, text);
      return outcome;
    },
  };
}

/** Loads a file into an engine, whatever it is, previews it, asks for rows of it again and analyses nothing. */
export function engineTrial(dice: Dice): Trial {
  const options = { zoneMinutes: dice.pick([null, 0]), partial: dice.percent(50) };
  return {
    options: JSON.stringify(options),
    read: async chunks => {
      const outcome = new Outcome();
      const file = { name: FILE, data: blobOf(chunks) };
      const engine = new LocalEngine();
      const preview = await refusalOfTask(async () => {
        outcome.add(JSON.stringify(await engine.preview(file)));
      });
      outcome.refusal = await refusalOfTask(async () => {
        const loaded = await engine.load(file, options);
        outcome.addTally(loaded.rows, loaded.accepted, loaded.setAside);
        outcome.add(loaded.sha256, loaded.bytes, loaded.ships);
        if (loaded.input < 0) return;
        const rows = await engine.rows(loaded.input, SHOWN_ROWS);
        for (const { line, text } of rows) outcome.add(line, text);
      });
      outcome.add(preview);
      return outcome;
    },
  };
}

async function* inOrder(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
