import { shipColour } from '../parts/ShipBar.tsx';
import type { Interval, IntervalChart, IntervalRow } from './intervals.ts';
import { Section } from './Section.tsx';
import { ClockStroke, spanStyle, TickLines, TimeAxis, type TimeSpan } from './TimeAxis.tsx';

const MOST_TICKS = 7;

/** Intervals in words and as bars on one axis. The bars repeat the words, so screen readers pass over them. */
export function Intervals({ chart, hue }: { readonly chart: IntervalChart; readonly hue: number | null }) {
  return (
    <Section title="Intervals" aside="UTC">
      <ul className="inspector-intervals">
        {chart.rows.map(row => (
          <li key={row.label}>
            <IntervalWords row={row} />
            <div className="inspector-bar" aria-hidden="true">
              <TickLines span={chart} most={MOST_TICKS} />
              {row.intervals.map(interval => (
                <IntervalBar
                  key={`${interval.mark} ${interval.from}`}
                  span={chart}
                  interval={interval}
                  hue={hue}
                />
              ))}
              <ClockStroke span={chart} />
            </div>
          </li>
        ))}
      </ul>
      <TimeAxis span={chart} most={MOST_TICKS} />
    </Section>
  );
}

function IntervalWords({ row }: { readonly row: IntervalRow }) {
  return (
    <p className="inspector-interval-words">
      <span title={row.label}>{row.label}</span>
      <span title={row.text}>{row.text}</span>
      <span>{row.known}</span>
    </p>
  );
}

interface IntervalBarProps {
  readonly span: TimeSpan;
  readonly interval: Interval;
  readonly hue: number | null;
}

function IntervalBar({ span, interval: { mark, from, to }, hue }: IntervalBarProps) {
  if (to < span.from || from > span.to) return null;
  const colour = mark === 'solid' ? { background: shipColour(hue) } : {};
  return <i className={`inspector-interval ${mark}`} style={{ ...spanStyle(span, from, to), ...colour }} />;
}
