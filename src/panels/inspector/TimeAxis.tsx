import type { CSSProperties, ReactNode } from 'react';
import { formatDate, type Instant } from '../../core/time/index.ts';
import { useClock } from '../../state/hooks.ts';
import { timeTicks } from './time-ticks.ts';

/** A stretch of time laid over the width of a box. */
export interface TimeSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** Left edge and width of an interval within a span, cut at its ends; CSS percentages. */
export function spanStyle(span: TimeSpan, from: Instant, to: Instant): CSSProperties {
  const left = shareOf(span, from);
  return { left: percent(left), width: percent(shareOf(span, to) - left) };
}

function isWithin({ from, to }: TimeSpan, at: Instant): boolean {
  return at >= from && at <= to;
}

/** The clock as an accent stroke over a bar; nothing where it lies outside. */
export function ClockStroke({ span }: { readonly span: TimeSpan }) {
  const { time } = useClock(100);
  if (!isWithin(span, time)) return null;
  return <i className="inspector-clock" style={{ left: percent(shareOf(span, time)) }} />;
}

/** Hairlines at the ticks of the axis, under what is drawn. */
export function TickLines({ span, most }: { readonly span: TimeSpan; readonly most: number }) {
  return timeTicks(span.from, span.to, most).map(({ at }) => (
    <i key={at} className="inspector-tick" style={{ left: percent(shareOf(span, at)) }} />
  ));
}

interface TimeAxisProps {
  readonly span: TimeSpan;
  readonly most: number;
  /** Shows the clock's day among the labels. */
  readonly withClock?: boolean;
}

/** Labels of the ticks; those that the clock's own label would cover are left out. */
export function TimeAxis({ span, most, withClock = false }: TimeAxisProps): ReactNode {
  const { time } = useClock(500);
  const clockShare = withClock && isWithin(span, time) ? shareOf(span, time) : null;
  return (
    <div className="inspector-axis" aria-hidden="true">
      {timeTicks(span.from, span.to, most)
        .map(({ at, label }) => ({ at, label, share: shareOf(span, at) }))
        .filter(({ share }) => clockShare === null || Math.abs(share - clockShare) > 0.17)
        .map(({ at, label, share }) => (
          <span key={at} style={placed(share)}>
            {label}
          </span>
        ))}
      {clockShare !== null && (
        <b className="inspector-axis-clock" style={placed(clockShare)}>
          {formatDate(time)}
        </b>
      )}
    </div>
  );
}

/** Labels stand on their place, but within the box at both ends. */
function placed(share: number): CSSProperties {
  if (share < 0.06) return { left: 0 };
  if (share > 0.94) return { right: 0 };
  return { left: percent(share), transform: 'translateX(-50%)' };
}

/** Place of an instant within a span, 0 to 1; the ends for those outside. */
export function shareOf({ from, to }: TimeSpan, at: Instant): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

function percent(share: number): string {
  return `${share * 100}%`;
}
