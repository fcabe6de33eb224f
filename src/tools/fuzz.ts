import { parseArgs } from 'node:util';
import { LONG_INPUTS, readLong } from './fuzz/long-inputs.ts';
import { type Failure, runCases, type SubjectRun } from './fuzz/run-cases.ts';
import type { Subject } from './fuzz/subject.ts';
import { SUBJECTS } from './fuzz/subjects.ts';

/**
 * Reads made-up, damaged and hostile files with every reader, and tells where something does not hold that must:
 *   npm run -s make -- src/tools/fuzz.ts [--cases 1000000] [--seed 1] [--format csv,gpx] [--case 123]
 *   npm run -s make -- src/tools/fuzz.ts --long
 *
 * The same seed gives the same cases on every machine. `--case` runs that one case alone, of one format. Ends with 1
 * where a case failed; each is printed with what runs it again, and with the smallest input that fails likewise.
 * `--long` reads files of 64 MiB that are one line, one field or one element, and ends with 1 where a reader takes more
 * memory than it may; run it with `--expose-gc` or a small `--max-old-space-size`, so that garbage isn't counted.
 */

/** Longest input that is printed as text too. */
const SHOWN_BYTES = 600;
/** Of so many cases one at least must be read to its end. */
const LEAST_CASES = 100;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string' },
    case: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
});

// Most cases end in an error; its trace costs more than the case and is shown for one line alone.
Error.stackTraceLimit = 1;

const seed = wholeNumber('seed', values.seed);
process.exitCode = (values.long ? runLong() : await runFuzz()) ? 0 : 1;

async function runFuzz(): Promise<boolean> {
  const subjects = chosenSubjects(values.format);
  if (values.case !== undefined) {
    const { failures } = await runCases(onlySubject(subjects), seed, wholeNumber('case', values.case), 1);
    for (const failure of failures) printFailure(failure);
    return failures.length === 0;
  }
  const runs = await runAll(subjects, wholeNumber('cases', values.cases));
  const failures = runs.flatMap(run => run.failures);
  for (const failure of failures) printFailure(failure);
  const shallow = runs.filter(({ cases, used }) => cases >= LEAST_CASES && used === 0);
  for (const { subject } of shallow)
    console.log(`\n${subject}: no case was read, so that nothing was tested`);
  return failures.length + shallow.length === 0;
}

function runLong(): boolean {
  console.log('reader      one                      read MiB  peak MiB   cap MiB         s');
  const runs = LONG_INPUTS.map(input => {
    globalThis.gc?.();
    const { readMib, peakMib, seconds } = readLong(input);
    const numbers = [readMib, peakMib, input.capMib, seconds].map(value => value.toFixed(1).padStart(9));
    console.log(`${input.format.padEnd(12)}${input.what.padEnd(24)}${numbers.join(' ')}`);
    return peakMib <= input.capMib;
  });
  return runs.every(Boolean);
}

async function runAll(chosen: readonly Subject[], cases: number): Promise<SubjectRun[]> {
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  console.log(`seed ${seed}, ${cases} cases`);
  console.log('reader           cases   read %   cases/s   slowest ms');
  const done: SubjectRun[] = [];
  for (const subject of chosen) {
    const run = await runCases(subject, seed, 0, Math.ceil((cases * subject.share) / shares));
    printRun(run);
    done.push(run);
  }
  const total = done.reduce((sum, run) => sum + run.cases, 0);
  const seconds = done.reduce((sum, run) => sum + run.seconds, 0);
  console.log(
    `${total} cases in ${seconds.toFixed(1)} s, ${done.flatMap(run => run.failures).length} faults`,
  );
  return done;
}

function printRun({ subject, cases, used, seconds, slowestMs }: SubjectRun): void {
  const columns = [
    subject.padEnd(12),
    String(cases).padStart(9),
    ((100 * used) / cases).toFixed(0).padStart(8),
    (cases / seconds).toFixed(0).padStart(9),
    slowestMs.toFixed(1).padStart(12),
  ];
  console.log(columns.join(' '));
}

function printFailure({ subject, runSeed, index, options, fault, bytes, smallest }: Failure): void {
  console.log(`\n${subject}: ${fault}`);
  console.log(`  run again: --seed ${runSeed} --format ${subject} --case ${index}`);
  if (options !== '') console.log(`  options: ${options}`);
  console.log(`  smallest input, ${smallest.length} of ${bytes.length} bytes, base64:`);
  console.log(`  ${Buffer.from(smallest).toString('base64')}`);
  if (smallest.length <= SHOWN_BYTES) console.log(`  ${JSON.stringify(Buffer.from(smallest).toString())}`);
}

function chosenSubjects(names: string | undefined): readonly Subject[] {
  if (names === undefined) return SUBJECTS;
  return names.split(',').map(name => {
    const subject = SUBJECTS.find(other => other.name === name);
    if (subject) return subject;
    throw new RangeError(`--format must be of ${SUBJECTS.map(other => other.name).join(', ')}, is ${name}`);
  });
}

function onlySubject([only, ...others]: readonly Subject[]): Subject {
  if (only && others.length === 0) return only;
  throw new RangeError('--case needs --format with one format');
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new RangeError(`--${name} must be a whole number, is ${text}`);
}
