import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/formats/input-error.ts';
import { Fault, FILE, Outcome, refusalOf } from '../../src/tools/fuzz/outcome.ts';
import { faultOfBytes, runCases } from '../../src/tools/fuzz/run-cases.ts';
import type { Subject } from '../../src/tools/fuzz/subject.ts';
import { SUBJECTS } from '../../src/tools/fuzz/subjects.ts';
import { ROOT } from '../cli/wakeline.ts';

const MINUTE_MS = 60_000;
const CASES = 1_000_000;
const SEED = 37_059;
/** Old space of the process that reads long inputs, MB: room for one file of JSON, and for no second one. */
const LONG_HEAP_MB = 512;
const REGRESSIONS = new URL('../../fixtures/faults/fuzz/', import.meta.url);
/** Each regression is read with so many choices of options and of places to cut. */
const READINGS = 50;

/** Runs the fuzz as a command, and gives what it printed; a command that ends with 1 rejects with that. */
function fuzz(nodeFlags: readonly string[], ...args: readonly string[]): Promise<string> {
  const command = [...nodeFlags, 'src/cli/run.mjs', '--entry', 'src/tools/fuzz.ts', ...args];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: ROOT, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${args.join(' ')}\n${stdout}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

/** A reader that breaks at the letters `ab`, and one that loses a byte between two chunks. */
const BROKEN: Subject = {
  name: 'broken',
  share: 1,
  tokens: ['a', 'b', 'c'],
  write: dice => Array.from({ length: 30 }, () => dice.pick(['a', 'b', 'c'])).join(''),
  open: () => ({
    options: 'none',
    read: chunks => {
      const outcome = new Outcome();
      if (Buffer.concat(chunks).includes('ab')) throw new Fault('breaks', 'ab');
      outcome.used = 1;
      return outcome;
    },
  }),
};
const FORGETFUL: Subject = {
  ...BROKEN,
  open: () => ({
    options: '',
    read: chunks => {
      const outcome = new Outcome();
      outcome.add(chunks.reduce((sum, chunk) => sum + chunk.length - (chunk[0] === 0x63 ? 1 : 0), 0));
      return outcome;
    },
  }),
};

describe('the fuzz itself', () => {
  test('finds a fault, tells which case it was and makes its input as small as can be', async () => {
    const { failures, used } = await runCases(BROKEN, 1, 0, 200);
    expect(failures).toHaveLength(1);
    const { fault, smallest, index, bytes } = failures[0]!;
    expect([fault, Buffer.from(smallest).toString()]).toEqual(['breaks: ab', 'ab']);
    const again = await runCases(BROKEN, 1, index, 1);
    expect(again.failures[0]!.bytes).toEqual(bytes);
    expect(used).toBeGreaterThan(0);
    expect((await runCases(BROKEN, 2, index, 1)).failures[0]?.bytes).not.toEqual(bytes);
  });

  test('finds what depends on where the bytes are cut', async () => {
    const { failures } = await runCases(FORGETFUL, 1, 0, 200);
    expect(failures.map(({ fault }) => fault.split(':')[0])).toEqual(['another outcome when cut']);
  });

  test('finds lost rows, errors that are none of ours, and refusals that are not one line', () => {
    const kindOf = (read: () => unknown): string => {
      try {
        read();
        return 'none';
      } catch (error) {
        return error instanceof Fault ? error.kind : 'no fault';
      }
    };
    const aside = new Map([['blank', { rows: 1, examples: [] }]]);
    expect(kindOf(() => new Outcome().addTally(2, 1, aside))).toBe('none');
    expect(kindOf(() => new Outcome().addTally(3, 1, aside))).toBe('rows are lost');
    expect(kindOf(() => refusalOf(throwing(new TypeError('x'))))).toMatch(/^threw TypeError at /);
    expect(kindOf(() => refusalOf(throwing(new InputError('other.csv', 1, 'a', 'b'))))).toMatch(
      /^the refusal is/,
    );
    expect(kindOf(() => refusalOf(throwing(new InputError(FILE, 1, 'a', 'b\n\u0000c'))))).toBe('none');
  });
});

function throwing(error: Error): () => never {
  return () => {
    throw error;
  };
}

describe('what the fuzz found before', () => {
  const files = readdirSync(REGRESSIONS);

  test('is there', () => expect(files.length).toBeGreaterThan(0));

  test.each(files)('%s', async name => {
    const subject = SUBJECTS.find(other => name.startsWith(`${other.name}.`))!;
    const bytes = new Uint8Array(readFileSync(new URL(name, REGRESSIONS)));
    for (let seed = 0; seed < READINGS; seed++) {
      expect(await faultOfBytes(subject, bytes, seed), `seed ${seed}`).toBeNull();
    }
  });
});

test(`a million cases over all readers, seed ${SEED}`, { timeout: 30 * MINUTE_MS }, async () => {
  const printed = await fuzz(['--max-semi-space-size=64'], '--cases', String(CASES), '--seed', String(SEED));
  expect(printed).toMatch(/^\d{7} cases in [\d.]+ s, 0 faults$/m);
});

test('64 MiB of one line, field or element stay in bounded memory', { timeout: 10 * MINUTE_MS }, async () => {
  const printed = await fuzz(['--expose-gc', `--max-old-space-size=${LONG_HEAP_MB}`], '--long');
  expect(printed.split('\n').length).toBeGreaterThan(20);
});
