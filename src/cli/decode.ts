import { openContent } from '../engine/content.ts';
import { LogDecoder } from '../formats/decode.ts';
import { type OptionKinds, parseArguments } from './arguments.ts';
import { openFile } from './files.ts';
import { UsageError } from './usage.ts';

const OPTIONS: OptionKinds = { format: 'one' };

/** `decode FILE`: a line of JSON for each message; the last line on standard error accounts for every line read. */
export async function runDecode(args: readonly string[]): Promise<void> {
  const { files, options } = parseArguments(args, OPTIONS);
  if (files.length !== 1) throw new UsageError(`decode takes one file, got ${files.length}`);
  const format = options.get('format')?.[0] ?? 'ndjson';
  if (format !== 'ndjson') throw new UsageError(`--format is ndjson, got ${format}`);
  const content = await openContent(await openFile(files[0]!));
  let lines: string[] = [];
  const decoder = new LogDecoder(content.label, message => lines.push(`${JSON.stringify(message)}\n`));
  for await (const chunk of content.chunks()) {
    decoder.push(chunk);
    await write(lines.join(''));
    lines = [];
  }
  const summary = decoder.end();
  await write(lines.join(''));
  process.stderr.write(`${JSON.stringify(summary)}\n`);
}

/** Waits where the receiver is slower than we are, so that nothing piles up. */
async function write(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise(resolve => process.stdout.once('drain', resolve));
}
