import { DAY_MS, formatDate, type Instant } from '../time/index.ts';
import type { Designation } from './designation.ts';

export type Status = 'not yet' | 'in force' | 'ended' | 'date unknown';

/** How a designation stands at an instant. */
export interface Standing {
  readonly status: Status;
  /** Its day of effect; null where that is not known. */
  readonly since: Instant | null;
  /** Its last instant and a day no longer in force; null where it has no known end. */
  readonly until: Instant | null;
  /** While `not yet`: calendar days, UTC. The least number of them where only the announcement is dated. Else null. */
  readonly daysToGo: number | null;
  /** One clause that says why, with the dates it rests on. */
  readonly why: string;
}

/**
 * How a designation stands at `at`. It is in force from midnight UTC at the start of its day of effect to
 * midnight UTC at the start of the day it ends; an authority's own midnight is up to half a day away from
 * that, and within a day of either `why` says so. Without a day of effect it is `not yet` before the
 * announcement, for it can't have effect before, and `date unknown` from there on. Without any date it is
 * `date unknown`. Throws `RangeError` where `at` is no instant.
 */
export function statusAt(designation: Designation, at: Instant): Standing {
  if (!Number.isFinite(at)) throw new RangeError(`status of ${designation.id} at ${at}`);
  const { announced, effective: since, ended: until } = designation;
  const known = { since, until, daysToGo: null };
  if (until !== null && at >= until) {
    const from = since === null ? '' : `in force from ${formatDate(since)}, `;
    return {
      ...known,
      status: 'ended',
      why: `${from}ended ${formatDate(until)}${caveats(designation, at, until)}`,
    };
  }
  if (since !== null && at >= since) {
    const end = until === null ? '' : ` to ${formatDate(until)}`;
    const caveat = caveats(designation, at, since, until);
    return { ...known, status: 'in force', why: `in force since ${formatDate(since)}${end}${caveat}` };
  }
  if (since !== null) {
    const daysToGo = daysBetween(at, since);
    const first = announced === null ? '' : `announced ${formatDate(announced)}, `;
    const why = `${first}in force from ${formatDate(since)}: ${days(daysToGo)} to go${caveats(designation, at, since)}`;
    return { ...known, status: 'not yet', daysToGo, why };
  }
  return withoutEffect(designation, at);
}

function withoutEffect(designation: Designation, at: Instant): Standing {
  const { announced, ended: until, source } = designation;
  const known = { since: null, until, daysToGo: null };
  if (announced === null)
    return { ...known, status: 'date unknown', why: `listed without a date: ${source}` };
  const why = `announced ${formatDate(announced)}; date of effect not public`;
  if (at >= announced)
    return { ...known, status: 'date unknown', why: `${why}${caveats(designation, at, announced)}` };
  const daysToGo = daysBetween(at, announced);
  const caveat = caveats(designation, at, announced);
  return { ...known, status: 'not yet', daysToGo, why: `${why}: at least ${days(daysToGo)} to go${caveat}` };
}

/** What qualifies the dates: the notice they come from, and a day near `at` that began elsewhere at another hour. */
function caveats({ datedBy }: Designation, at: Instant, ...dates: readonly (Instant | null)[]): string {
  const notice = datedBy === null ? '' : ` (date from notice ${datedBy})`;
  const near = dates.some(date => date !== null && Math.abs(at - date) < DAY_MS);
  return near ? `${notice}; days begin at midnight UTC here, up to half a day off the authority's` : notice;
}

function daysBetween(from: Instant, to: Instant): number {
  return Math.floor(to / DAY_MS) - Math.floor(from / DAY_MS);
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
