import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { requirePeer } from './peers.ts';
import { type Outcome, timed } from './subject.ts';

/** What the packages give, as far as it is looked at. */
interface GgDecoder {
  AisDecode: new (sentence: string, session: object) => { readonly valid: boolean };
}
type AisParser = new (options: {
  checksum: boolean;
}) => {
  parse(
    sentence: string,
  ): { readonly valid: string; readonly supportedValues: object } & Record<string, unknown>;
};
interface StreamDecoder {
  default: new (options: { silent: boolean }) => NodeJS.ReadWriteStream;
}

/** ais-decoder and ggencoder, which share an author and an interface: one object for each sentence. */
export function ggDecode(name: 'ais-decoder' | 'ggencoder', path: string): Promise<Outcome> {
  const { AisDecode } = requirePeer<GgDecoder>(name);
  return timed(() => {
    const session = {};
    let messages = 0;
    for (const sentence of linesOf(path)) if (new AisDecode(sentence, session).valid) messages++;
    return messages;
  });
}

/** aisparser decodes a field when it is asked for, so each message is asked for all it has. */
export function aisParser(path: string): Promise<Outcome> {
  const Parser = requirePeer<AisParser>('aisparser');
  return timed(() => {
    const parser = new Parser({ checksum: true });
    let messages = 0;
    for (const sentence of linesOf(path)) {
      const message = parser.parse(sentence);
      if (message.valid !== 'VALID') continue;
      const fields = new Map<string, unknown>();
      for (const field of Object.keys(message.supportedValues)) fields.set(field, message[field]);
      if (fields.size > 0) messages++;
    }
    return messages;
  });
}

export function aisStreamDecoder(path: string): Promise<Outcome> {
  const { default: Decoder } = requirePeer<StreamDecoder>('ais-stream-decoder');
  return timed(async () => {
    const decoder = new Decoder({ silent: true });
    let messages = 0;
    // Several messages may come at once.
    decoder.on('data', (text: string) => {
      messages += text.split('{"type":').length - 1;
    });
    for (const sentence of linesOf(path)) if (!decoder.write(sentence)) await once(decoder, 'drain');
    decoder.end();
    await once(decoder, 'end');
    return messages;
  });
}

/** gpsd's own program, from Debian's gpsd-clients, writing JSON. */
export function gpsDecode(path: string): Promise<Outcome> {
  return timed(async () => {
    const child = spawn('gpsdecode', ['-j'], { stdio: [openSync(path, 'r'), 'pipe', 'ignore'] });
    let messages = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) messages++;
    });
    await Promise.race([
      once(child, 'close'),
      once(child, 'error').then(() => {
        throw new Error('gpsdecode is not installed (apt-get install gpsd-clients)');
      }),
    ]);
    return messages;
  });
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'latin1').split('\n');
}
