import { runSubject, SubjectError } from './run-subject.ts';
import type { Outcome } from './subject.ts';
import type { SubjectName } from './subjects.ts';

/** One that takes part: `units` is the size of its input, in sentences or rows. */
export interface Contender {
  readonly title: string;
  readonly subject: SubjectName;
  readonly path: string;
  readonly units: number;
}

/** Least, middle and greatest of several measurements. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly greatest: number;
}

export interface ContestResult {
  readonly ours: Contender;
  readonly peer: Contender;
  readonly oursPerSecond: Spread;
  readonly peerPerSecond: Spread;
  /** How many times as quick we are, of runs that follow each other. */
  readonly ratio: Spread;
  /** Items that came out of the last run. */
  readonly ourItems: number;
  readonly peerItems: number;
}

/** A peer that could not be measured, and why. */
export interface NoContest {
  readonly peer: Contender;
  readonly reason: string;
}

/**
 * Measures us and a peer in turns, each run in a process of its own, `repeats` times; each of our runs is compared
 * with the peer's run after it.
 */
export async function contest(
  ours: Contender,
  peer: Contender,
  repeats: number,
): Promise<ContestResult | NoContest> {
  const pairs: { own: Outcome; other: Outcome }[] = [];
  for (let i = 0; i < repeats; i++) {
    const own = await runSubject(ours.subject, ours.path);
    try {
      pairs.push({ own, other: await runSubject(peer.subject, peer.path) });
    } catch (error) {
      if (!(error instanceof SubjectError)) throw error;
      return { peer, reason: error.message };
    }
  }
  const oursPerSecond = pairs.map(({ own }) => ours.units / own.seconds);
  const peerPerSecond = pairs.map(({ other }) => peer.units / other.seconds);
  const last = pairs.at(-1)!;
  return {
    ours,
    peer,
    oursPerSecond: spreadOf(oursPerSecond),
    peerPerSecond: spreadOf(peerPerSecond),
    ratio: spreadOf(oursPerSecond.map((own, i) => own / peerPerSecond[i]!)),
    ourItems: last.own.items,
    peerItems: last.other.items,
  };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { least: sorted[0]!, median, greatest: sorted.at(-1)! };
}
