import type { DarkCall } from '../../core/events/index.ts';
import { type Finding, type RuleId, sightingDays } from '../../core/findings/index.ts';
import { DAY_MS, formatDate, formatUtc, type Instant } from '../../core/time/index.ts';
import type { CaseData } from '../../state/case-data.ts';

const YEAR_MS = 365 * DAY_MS;

/** What a rule finds, in a word or two. */
export const KIND_WORDS: Readonly<Record<RuleId, string>> = {
  'dprk-call-designated': 'call',
  'dprk-call': 'call',
  'dprk-dark-call': 'dark call',
  'ru-call-designated': 'call',
  'dprk-ru-shuttle': 'shuttle',
  'kr-entry-designated': 'entry',
  'silence-listed': 'silence',
};

/** `dark call, Rajin`; `shuttle to Vostochny`; `silence`. Stands after the ship's name. */
export function findingWhat({ rule, port }: Finding): string {
  const kind = KIND_WORDS[rule];
  if (!port) return kind;
  return rule === 'dprk-ru-shuttle' ? `${kind} to ${port.name}` : `${kind}, ${port.name}`;
}

/** Days from the first to the last instant, both included: `10–12 Mar 2024`. */
export function daysOf(from: Instant, to: Instant): string {
  return sightingDays(from, to + 1);
}

/**
 * The same in a tight place: a start in the year before is told without its year (`21 Dec–19 Jan 2024`), a stretch
 * of a year and more by its months.
 */
export function shortDaysOf(from: Instant, to: Instant): string {
  if (to - from >= YEAR_MS) return `${formatUtc(from, 'MMM yyyy')}–${formatUtc(to, 'MMM yyyy')}`;
  const end = formatDate(to);
  if (formatDate(from) === end) return end;
  return `${formatUtc(from, formatUtc(from, 'yyyyMM') === formatUtc(to, 'yyyyMM') ? 'd' : 'd MMM')}–${end}`;
}

/** The dark call that a dark-call finding is about; null for findings of other rules. */
export function darkCallOf(data: CaseData, { rule, events }: Finding): DarkCall | null {
  if (rule !== 'dprk-dark-call') return null;
  const id = events.find(event => data.darkCallById.has(event));
  return id === undefined ? null : data.darkCallById.get(id)!;
}
