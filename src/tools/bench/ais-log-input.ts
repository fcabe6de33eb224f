import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineFile } from './line-file.ts';
import { FIXTURES_FOLDER } from './places.ts';

/** An AIS sentence of any talker in a line of a log, from its formatter to before its checksum. */
const SENTENCE = /![A-Z-]{2}(VD[MO],.*)\*[0-9A-F]{2}/;
const START_S = Date.UTC(2024, 0, 1) / 1000;
const SENTENCES_A_SECOND = 100;
/** A receiver numbers its messages of several parts 0 to 9 and round again. */
const SEQUENCE_NUMBERS = 10;

/** Two files of the same sentences: `tagged` tells the time of each in a tag block, `bare` has nothing else. */
export interface AisLogInput {
  readonly tagged: string;
  readonly bare: string;
}

/**
 * So many sentences: those of the Danish stream of 2010 (its `$PGHP` lines left out), over and over, a hundred to the
 * second from 1 January 2024. All are given the talker AI with its checksum, since some peers read no other.
 */
export function aisLogInput(sentences: number): AisLogInput {
  const real = realSentences();
  function* bare(): Generator<string> {
    for (let i = 0; i < sentences; i++) yield real[i % real.length]!;
  }
  function* tagged(): Generator<string> {
    let i = 0;
    for (const text of bare()) yield tagBlock(START_S + Math.floor(i++ / SENTENCES_A_SECOND)) + text;
  }
  return {
    tagged: lineFile(`ais-${sentences}-tagged.nmea`, tagged),
    bare: lineFile(`ais-${sentences}-bare.nmea`, bare),
  };
}

/**
 * So many messages of two parts, those of the stream over and over under numbers of their own: ten first parts,
 * then the ten second parts backwards, as a busy receiver may give them.
 */
export function pairedLogInput(messages: number): AisLogInput {
  const real = realPairs();
  function* bare(): Generator<string> {
    for (let from = 0; from < messages; from += SEQUENCE_NUMBERS) {
      const count = Math.min(SEQUENCE_NUMBERS, messages - from);
      const ten = Array.from({ length: count }, (_, n) => renumbered(real[(from + n) % real.length]!, n));
      yield* ten.map(([first]) => first);
      yield* ten.reverse().map(([, second]) => second);
    }
  }
  function* tagged(): Generator<string> {
    for (const text of bare()) yield tagBlock(START_S) + text;
  }
  return {
    tagged: lineFile(`ais-${messages}-pairs-tagged.nmea`, tagged),
    bare: lineFile(`ais-${messages}-pairs-bare.nmea`, bare),
  };
}

type Pair = readonly [first: string, second: string];

function realSentences(): string[] {
  const log = readFileSync(join(FIXTURES_FOLDER, 'nmea/dma-aislib/stream_example.txt'), 'latin1');
  const bodies = log.split('\n').map(line => SENTENCE.exec(line)?.[1]);
  return bodies.filter(body => body !== undefined).map(body => `!${withChecksum(`AI${body}`)}`);
}

/** Voyage messages (type 5) whose two parts follow each other in the stream and have their length of 71 characters. */
function realPairs(): Pair[] {
  const sentences = realSentences();
  return sentences.flatMap((first, i): Pair[] => {
    const second = sentences[i + 1] ?? '';
    const [, , , number] = first.split(',');
    const isPair = first.startsWith('!AIVDM,2,1,') && second.startsWith(`!AIVDM,2,2,${number},`);
    const payload = (first.split(',')[5] ?? '') + (second.split(',')[5] ?? '');
    return isPair && payload.startsWith('5') && payload.length === 71 ? [[first, second]] : [];
  });
}

function renumbered(pair: Pair, sequence: number): Pair {
  const [first, second] = pair.map(sentence => {
    const fields = sentence.slice(1, sentence.indexOf('*')).split(',');
    fields[3] = String(sequence);
    return `!${withChecksum(fields.join(','))}`;
  });
  return [first!, second!];
}

function tagBlock(epochS: number): string {
  return `\\${withChecksum(`c:${epochS}`)}\\`;
}

function withChecksum(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum ^= body.charCodeAt(i);
  return `${body}*${sum.toString(16).toUpperCase().padStart(2, '0')}`;
}
