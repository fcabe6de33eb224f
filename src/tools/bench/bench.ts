import { writeFileSync } from 'node:fs';
import { describeMachine, machineText } from './machine.ts';
import { installPeers } from './peers.ts';
import type { BenchLine, BenchOptions, Section } from './section.ts';
import { AIVDM } from './sections/aivdm.ts';
import { BROWSER } from './sections/browser.ts';
import { CSV } from './sections/csv.ts';
import { MEMORY } from './sections/memory.ts';
import { PAIRS } from './sections/pairs.ts';
import { PARQUET } from './sections/parquet.ts';
import { printOutcome } from './subjects.ts';
import { tableText } from './table.ts';

const SECTIONS: readonly Section[] = [AIVDM, PAIRS, CSV, MEMORY, PARQUET, BROWSER];
const USAGE = `bench [${SECTIONS.map(({ name }) => name).join('] [')}] [--repeats N] [--size N] [--json FILE]`;

const args = process.argv.slice(2);
if (args[0] === 'subject') await printOutcome(args[1] ?? '', args[2] ?? '');
else await bench(args);

/** Runs the sections named, or all, and prints their tables. */
async function bench(words: readonly string[]): Promise<void> {
  const { names, repeats, size, json } = readArguments(words);
  const sections = names.length === 0 ? SECTIONS : names.map(sectionNamed);
  installPeers();
  const machine = describeMachine();
  process.stdout.write(`${machineText(machine)}\n`);
  const results: { section: string; lines: readonly BenchLine[] }[] = [];
  for (const section of sections) {
    const lines = await section.run({ repeats, size });
    results.push({ section: section.name, lines });
    process.stdout.write(`\n${section.title}\n\n${tableText(lines)}`);
  }
  if (json) writeFileSync(json, `${JSON.stringify({ machine, repeats, size, results }, null, 2)}\n`);
}

function readArguments(words: readonly string[]): BenchOptions & { names: string[]; json: string | null } {
  const options = new Map([
    ['--repeats', '5'],
    ['--size', '1000000'],
    ['--json', ''],
  ]);
  const names: string[] = [];
  for (let i = 0; i < words.length; i++) {
    if (options.has(words[i]!)) options.set(words[i]!, words[++i] ?? '');
    else names.push(words[i]!);
  }
  const json = options.get('--json') || null;
  return { names, json, repeats: count(options.get('--repeats')!), size: count(options.get('--size')!) };
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${text || 'nothing'} is no whole number above 0; ${USAGE}`);
}

function sectionNamed(name: string): Section {
  const section = SECTIONS.find(known => known.name === name);
  if (!section) throw new Error(`no section ${name}; ${USAGE}`);
  return section;
}
