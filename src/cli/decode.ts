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
  const file = await openFile(files[0]!);
  let lines: string[] = [];
  const decoder = new LogDecoder(file.name, message => lines.push(`${JSON.stringify(message)}\n`));
  const reader = file.data.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    decoder.push(part.value);
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
