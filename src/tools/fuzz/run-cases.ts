import { caseSeed, Dice } from './dice.ts';
import { cutChunks, mutate, rawBytes } from './mutate.ts';
import { compareOutcomes, Fault, type Outcome } from './outcome.ts';
import { shrink } from './shrink.ts';
import type { Subject, Trial } from './subject.ts';

const encoder = new TextEncoder();
/** Of a hundred cases so many are raw bytes, and so many are files left as written. */
const RAW_PERCENT = 10;
const UNCHANGED_PERCENT = 15;
const SEALED_PERCENT = 60;
/** A case that takes longer hangs. Inputs are some hundred bytes, which take microseconds. */
const HANG_MS = 10_000;

/** A case for which something does not hold. */
export interface Failure {
  readonly subject: string;
  readonly runSeed: number;
  readonly index: number;
  /** Options of the reading. */
  readonly options: string;
  readonly fault: string;
  /** The input as it was made, and the smallest found that fails in the same way. */
  readonly bytes: Uint8Array;
  readonly smallest: Uint8Array;
}

/** What came of the cases of one subject. */
export interface SubjectRun {
  readonly subject: string;
  readonly cases: number;
  /** Cases of which something was used: how deep the cases go. */
  readonly used: number;
  readonly seconds: number;
  readonly slowestMs: number;
  /** One for each kind of fault. */
  readonly failures: readonly Failure[];
}

/** A case, made anew for each use: chance runs on where options were chosen. */
interface Case {
  readonly bytes: Uint8Array;
  readonly trial: Trial;
  /** Seed of the places where the bytes are cut; null where they are not. */
  readonly cutSeed: number | null;
}

/** Runs the cases of a subject from `first` on. Stops at so many kinds of fault as can be told apart at a glance. */
export async function runCases(
  subject: Subject,
  runSeed: number,
  first: number,
  count: number,
): Promise<SubjectRun> {
  const tokens = subject.tokens.map(token => encoder.encode(token));
  const failures = new Map<string, Failure>();
  const started = performance.now();
  let used = 0;
  let slowestMs = 0;
  for (let index = first; index < first + count; index++) {
    const before = performance.now();
    const current = makeCase(subject, tokens, runSeed, index);
    const fault = await faultOf(current, outcome => {
      if (outcome.used > 0) used++;
    });
    const ms = performance.now() - before;
    slowestMs = Math.max(slowestMs, ms);
    const found = fault ?? (ms > HANG_MS ? new Fault('hangs', `${Math.round(ms)} ms`) : null);
    if (found === null || failures.has(found.kind)) continue;
    failures.set(found.kind, await failureOf(subject, runSeed, index, current, found));
  }
  const seconds = (performance.now() - started) / 1000;
  return { subject: subject.name, cases: count, used, seconds, slowestMs, failures: [...failures.values()] };
}

/** What is wrong with a reading of these bytes with options by this seed; null where nothing is. */
export async function faultOfBytes(subject: Subject, bytes: Uint8Array, seed: number): Promise<Fault | null> {
  const dice = new Dice(seed);
  return faultOf({ bytes, trial: subject.open(dice), cutSeed: subject.isWhole ? null : seed }, () => {});
}

function makeCase(subject: Subject, tokens: readonly Uint8Array[], runSeed: number, index: number): Case {
  const seed = caseSeed(runSeed, subject.name, index);
  const dice = new Dice(seed);
  const trial = subject.open(dice);
  const cutSeed = subject.isWhole ? null : seed;
  if (dice.percent(RAW_PERCENT)) return { bytes: rawBytes(tokens, dice), trial, cutSeed };
  const written = subject.write(dice);
  const sound = typeof written === 'string' ? encoder.encode(written) : written;
  if (dice.percent(UNCHANGED_PERCENT)) return { bytes: sound, trial, cutSeed };
  const mutated = mutate(sound, tokens, dice);
  const bytes = subject.seal && dice.percent(SEALED_PERCENT) ? subject.seal(mutated) : mutated;
  return { bytes, trial, cutSeed };
}

/** Reads the bytes whole and cut. The array of bytes must come out as it went in. */
async function faultOf(
  { bytes, trial, cutSeed }: Case,
  onRead: (outcome: Outcome) => void,
): Promise<Fault | null> {
  try {
    const whole = await outcomeOf(trial, [bytes]);
    onRead(whole);
    if (cutSeed === null) return null;
    compareOutcomes(whole, await outcomeOf(trial, cutChunks(bytes, new Dice(cutSeed))));
    return null;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** Most trials answer at once; to wait for them all the same would cost as much as they do. */
function outcomeOf(trial: Trial, chunks: readonly Uint8Array[]): Outcome | Promise<Outcome> {
  return trial.read(chunks);
}

async function failureOf(
  subject: Subject,
  runSeed: number,
  index: number,
  { bytes, trial, cutSeed }: Case,
  fault: Fault,
): Promise<Failure> {
  const smallest = await shrink(bytes, async candidate => {
    const found = await faultOf({ bytes: candidate, trial, cutSeed }, () => {});
    return found?.kind === fault.kind;
  });
  const told = (await faultOf({ bytes: smallest, trial, cutSeed }, () => {})) ?? fault;
  return {
    subject: subject.name,
    runSeed,
    index,
    options: trial.options,
    fault: told.message,
    bytes,
    smallest,
  };
}
