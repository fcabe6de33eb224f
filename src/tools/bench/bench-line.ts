import { type Contender, type ContestResult, contest, type NoContest, type Spread } from './contest.ts';
import type { BenchLine } from './section.ts';

/** How a contest is named and what it should come to. */
export interface Match {
  readonly what: string;
  readonly ours: Contender;
  readonly peer: Contender;
  readonly target?: string;
}

/** Measures one after the other; `items` names what comes out, to be told where we and the peer differ. */
export async function matchLines(
  matches: readonly Match[],
  repeats: number,
  items: string,
): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const { what, ours, peer, target = '' } of matches) {
    process.stderr.write(`${what}: ${peer.title}\n`);
    const result = await contest(ours, peer, repeats);
    lines.push(
      'reason' in result ? absentLine(what, result, target) : measuredLine(what, result, target, items),
    );
  }
  return lines;
}

export function rateText(perSecond: number): string {
  return perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(2)} M/s` : `${Math.round(perSecond / 1e3)} k/s`;
}

export function spreadText({ least, median, greatest }: Spread): string {
  const text = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
  return `${text(median)} (${text(least)} to ${text(greatest)})`;
}

export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

function measuredLine(what: string, result: ContestResult, target: string, items: string): BenchLine {
  const { ourItems, peerItems, peer } = result;
  const isSame = ourItems === peerItems;
  const told = (count: number): string => (isSame ? '' : `, ${countText(count)} ${items}`);
  return {
    what,
    ours: rateText(result.oursPerSecond.median) + told(ourItems),
    peer: peer.title,
    theirs: rateText(result.peerPerSecond.median) + told(peerItems),
    ratio: spreadText(result.ratio),
    target,
  };
}

function absentLine(what: string, { peer, reason }: NoContest, target: string): BenchLine {
  return { what, ours: '', peer: peer.title, theirs: reason, ratio: '', target };
}
