import { distanceM, M_PER_NM } from '../../core/geo/index.ts';
import { formatDuration, HOUR_MS } from '../../core/time/index.ts';
import { Flag, type TrackStore, Verdict } from '../../core/track/index.ts';

/** What became of a report: a word, and the reason in a sentence. */
export interface VerdictWords {
  readonly word: string;
  readonly reason: string;
}

/** The verdict on a row of a ship's reports in words. `first` is the ship's first row, `end` one past its last. */
export function verdictWords(store: TrackStore, row: number, first: number, end: number): VerdictWords {
  switch (store.verdict[row]) {
    case Verdict.noPosition:
      return {
        word: 'No position',
        reason: 'The ship was heard, but this report gives no position. It counts as heard and makes no fix.',
      };
    case Verdict.duplicate:
      return {
        word: 'Duplicate',
        reason: `Same time, place and motion as ${sameAs(store, row)}. It is counted once.`,
      };
    case Verdict.placeholder:
      return {
        word: 'Shared MMSI',
        reason: 'Many transponders send this number, so that its reports make no track of one ship.',
      };
    case Verdict.unreachable:
      return { word: 'Unreachable', reason: unreachableReason(store, row, first, end) };
    case Verdict.coarse:
      return {
        word: 'Coarse',
        reason: 'A long-range report, good to a tenth of a minute of arc, close in time to a finer one.',
      };
    default:
      return { word: 'Used', reason: 'The track goes through this fix.' };
  }
}

/** The row that a duplicate repeats: it stands before it, since equal rows stand next to each other. */
function sameAs({ verdict, source, row }: TrackStore, duplicate: number): string {
  let first = duplicate - 1;
  while (first > 0 && verdict[first] === Verdict.duplicate) first--;
  if (first < 0) return 'another row';
  const isSameFile = source[first] === source[duplicate];
  return isSameFile ? `row ${row[first]!.toLocaleString('en')}` : 'a row of another file';
}

/** How far off the fixes around it are, and what speed it would take. */
function unreachableReason(store: TrackStore, row: number, first: number, end: number): string {
  const before = usable(store, row, -1, first - 1);
  const after = usable(store, row, 1, end);
  const legs = [
    before < 0 ? '' : legWords(store, before, row, 'from the fix before it', 'earlier'),
    after < 0 ? '' : legWords(store, row, after, 'from the next', 'later'),
  ].filter(Boolean);
  const far = legs.length > 0 ? ` It lies ${legs.join(', and ')}.` : '';
  return `No hull of this track can have been here.${far}`;
}

/** `28.4 nm from the next, 3 m later (568 kn)`. */
function legWords(
  { t, lon, lat }: TrackStore,
  from: number,
  to: number,
  whence: string,
  when: 'earlier' | 'later',
): string {
  const nm = distanceM(lon[from]!, lat[from]!, lon[to]!, lat[to]!) / M_PER_NM;
  const elapsedMs = t[to]! - t[from]!;
  const speed = elapsedMs > 0 ? ` (${Math.round(nm / (elapsedMs / HOUR_MS)).toLocaleString('en')} kn)` : '';
  return `${nm.toFixed(1)} nm ${whence}, ${formatDuration(elapsedMs)} ${when}${speed}`;
}

/** The nearest usable row on one side, not past `stop`; -1 where there is none. */
function usable({ verdict }: TrackStore, row: number, by: 1 | -1, stop: number): number {
  for (let i = row + by; i !== stop; i += by) if (verdict[i] === Verdict.ok) return i;
  return -1;
}

/** What the flags of a report say of how it came about; empty where they say nothing. */
export function originText(flags: number): string {
  const words: readonly (readonly [number, string])[] = [
    [Flag.reconstructed, 'reconstructed'],
    [Flag.synthetic, 'synthetic'],
    [Flag.classB, 'class B transponder'],
    [Flag.longRange, 'long-range report (type 27)'],
  ];
  return words
    .filter(([flag]) => (flags & flag) !== 0)
    .map(([, word]) => word)
    .join(', ');
}

/** Navigational status by ITU-R M.1371 table 45; empty where not given or reserved. */
export function statusText(status: number): string {
  return STATUS_WORDS[status] ?? '';
}

const STATUS_WORDS: readonly string[] = [
  'under way using engine',
  'at anchor',
  'not under command',
  'restricted manoeuvrability',
  'constrained by her draught',
  'moored',
  'aground',
  'engaged in fishing',
  'under way sailing',
];
