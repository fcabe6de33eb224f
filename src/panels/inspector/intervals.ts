import type { DarkCall, Silence } from '../../core/events/index.ts';
import { type Finding, sightingDays } from '../../core/findings/index.ts';
import type { Bound, Call, Sighting } from '../../core/ports/index.ts';
import { formatDate, formatUtc, HOUR_MS, type Instant } from '../../core/time/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';

/** Ink for what was heard, hatch for silence, an open box for bounds, brackets for what was reported. */
export type IntervalMark = 'solid' | 'hatch' | 'open' | 'seen';

/** A mark from one instant to another. */
export interface Interval {
  readonly mark: IntervalMark;
  readonly from: Instant;
  readonly to: Instant;
}

/** One line of the drawing: a name, the times in words, how they are known, and the marks. */
export interface IntervalRow {
  readonly label: string;
  readonly text: string;
  readonly known: string;
  readonly intervals: readonly Interval[];
}

/** The rows from top to bottom, and the time they are drawn over. */
export interface IntervalChart {
  readonly from: Instant;
  readonly to: Instant;
  readonly rows: readonly IntervalRow[];
}

/** Times drawn on either side of what a finding speaks of: this share of it, and not less than six hours. */
const MARGIN_SHARE = 0.18;
const LEAST_MARGIN_MS = 6 * HOUR_MS;

/** What a finding rests on, drawn over time: when the ship was heard, when it can have come and gone, when it was seen. */
export function findingIntervals(data: CaseData, finding: Finding): IntervalChart {
  const { vessel, events, sightings } = finding;
  const silences = (data.silencesOf.get(vessel) ?? []).filter(({ id }) => events.includes(id));
  const calls = (data.callsOf.get(vessel) ?? []).filter(({ id }) => events.includes(id));
  const darkCalls = events.flatMap(id => data.darkCallById.get(id) ?? []);
  const { from, to } = withMargin(finding, [...silences, ...calls.map(outerTimes)]);
  const several = calls.length + darkCalls.length > 1;
  const minDwellMs = data.analysis.method.parameters.minDwellHours * HOUR_MS;
  return {
    from,
    to,
    rows: [
      heardRow(data, vessel, { from, to }, silences, finding.reconstructed),
      ...darkCalls.flatMap(darkCall =>
        several ? [windowRow(darkCall)] : darkCallRows(darkCall, minDwellMs),
      ),
      ...calls.flatMap(call => (several ? [stayRow(call, call.port.name)] : callRows(call))),
      ...seenRows(sightings),
    ],
  };
}

function withMargin(
  { from, to }: { readonly from: Instant; readonly to: Instant },
  others: readonly { readonly from: Instant; readonly to: Instant }[],
): { from: Instant; to: Instant } {
  const first = Math.min(from, ...others.map(other => other.from));
  const last = Math.max(to, ...others.map(other => other.to));
  const marginMs = Math.max(LEAST_MARGIN_MS, (last - first) * MARGIN_SHARE);
  return { from: first - marginMs, to: last + marginMs };
}

function outerTimes({ arrival, departure }: Call): { from: Instant; to: Instant } {
  return { from: arrival.after ?? arrival.before!, to: departure.before ?? departure.after! };
}

function heardRow(
  data: CaseData,
  vessel: Vessel,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  silences: readonly Silence[],
  reconstructed: boolean,
): IntervalRow {
  const all = (data.silencesOf.get(vessel) ?? []).filter(silence => silence.to > from && silence.from < to);
  const ends = [
    Math.max(from, vessel.from),
    ...all.flatMap(silence => [silence.from, silence.to]),
    Math.min(to, vessel.to),
  ];
  const heard: Interval[] = [];
  for (let i = 0; i + 1 < ends.length; i += 2) {
    if (ends[i + 1]! > ends[i]!) heard.push({ mark: 'solid', from: ends[i]!, to: ends[i + 1]! });
  }
  const silent = all.map((silence): Interval => ({ mark: 'hatch', from: silence.from, to: silence.to }));
  const [only] = silences;
  return {
    label: 'Heard',
    text:
      only && silences.length === 1
        ? `to ${timeText(only.from, only.to)}, from ${timeText(only.to, only.from)}`
        : all.length === 0
          ? 'without a silence'
          : `with ${all.length} ${all.length === 1 ? 'silence' : 'silences'}`,
    known: reconstructed ? 'reconstructed' : 'observed',
    intervals: [...heard, ...silent],
  };
}

/** Earliest and latest arrival and departure of a dark call that stays the method's least time. */
function darkCallRows({ earliest, latest }: DarkCall, minDwellMs: number): IntervalRow[] {
  return [
    boxRow('Arrival', earliest, latest - minDwellMs),
    boxRow('Departure', earliest + minDwellMs, latest),
  ];
}

function windowRow({ port, earliest, latest }: DarkCall): IntervalRow {
  return boxRow(port.name, earliest, latest);
}

function boxRow(label: string, from: Instant, to: Instant): IntervalRow {
  return { label, text: rangeText(from, to), known: 'inferred', intervals: [{ mark: 'open', from, to }] };
}

function callRows(call: Call): IntervalRow[] {
  return [
    boundRow('Arrival', call.arrival, call),
    stayRow(call, 'Stay'),
    boundRow('Departure', call.departure, call),
  ];
}

function boundRow(label: string, { after, before, basis }: Bound, { reconstructed }: Call): IntervalRow {
  const known = basis === 'bounded' ? 'bounded' : reconstructed ? 'reconstructed' : 'observed';
  if (after === null || before === null) {
    const text = after === null ? `before ${timeText(before!, before!)}` : `after ${timeText(after, after)}`;
    return { label, text, known, intervals: [] };
  }
  const mark = basis === 'observed' ? 'solid' : 'open';
  return { label, text: rangeText(after, before), known, intervals: [{ mark, from: after, to: before }] };
}

function stayRow({ arrival, departure, support, reconstructed }: Call, label: string): IntervalRow {
  const from = arrival.before!;
  const to = departure.after!;
  const inferred = support === 'gap';
  return {
    label,
    text: rangeText(from, to),
    known: inferred ? 'inferred' : reconstructed ? 'reconstructed' : 'observed',
    intervals: [{ mark: inferred ? 'open' : 'solid', from, to }],
  };
}

/** All sightings in one row, each by its days. */
function seenRows(sightings: readonly Sighting[]): IntervalRow[] {
  if (sightings.length === 0) return [];
  const days = sightings.map(({ from, to }) => sightingDays(from, to));
  return [
    {
      label: 'Seen',
      text: `${[...new Set(days)].join(' and ')}, to the day`,
      known: 'reported',
      intervals: sightings.map(({ from, to }) => ({ mark: 'seen', from, to })),
    },
  ];
}

function rangeText(from: Instant, to: Instant): string {
  if (formatDate(from) === formatDate(to)) return `${timeText(from, to)} to ${formatUtc(to, 'HH:mm')}`;
  return `${timeText(from, to)} to ${timeText(to, from)}`;
}

/** `9 Mar 18:12`, with the year where the other end lies in another one. */
function timeText(t: Instant, other: Instant): string {
  const sameYear = formatUtc(t, 'yyyy') === formatUtc(other, 'yyyy');
  return formatUtc(t, sameYear ? 'd MMM HH:mm' : 'd MMM yyyy HH:mm');
}
