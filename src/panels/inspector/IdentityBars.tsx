import { useMemo } from 'react';
import type { DesignationAt } from '../../core/sanctions/index.ts';
import type { Instant } from '../../core/time/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import { visibleText } from '../parts/visible-text.ts';
import { type ClaimRow, identityChart, type ListingRow } from './identity-bars.ts';
import { Section } from './Section.tsx';
import { ClockStroke, shareOf, spanStyle, TickLines, TimeAxis, type TimeSpan } from './TimeAxis.tsx';

const MOST_TICKS = 5;
/** Words before a bar need this share of the axis. */
const ROOM_SHARE = 0.42;
/** Of a field that changes all the time, the latest values are drawn. */
const MOST_BARS = 60;

interface IdentityBarsProps {
  readonly vessel: Vessel;
  /** Its listings at the clock. */
  readonly designations: readonly DesignationAt[];
  /** The clock. */
  readonly time: Instant;
}

/** Names, call signs and flags that a ship gave, and its listings, over time. */
export function IdentityBars({ vessel, designations, time }: IdentityBarsProps) {
  const chart = useMemo(() => identityChart(vessel, designations), [vessel, designations]);
  if (chart.claims.length + chart.listings.length === 0) return null;
  return (
    <Section title="Identity and lists over time" aside="UTC">
      <div className="inspector-identity">
        {chart.claims.map(row => (
          <ClaimBars key={row.label} row={row} span={chart} />
        ))}
        {chart.listings.map((row, index) => (
          <ListingBar
            key={row.listing.authority}
            row={row}
            span={chart}
            time={time}
            first={index === 0 && chart.claims.length > 0}
          />
        ))}
        <div className="inspector-identity-over">
          <ClockStroke span={chart} />
        </div>
      </div>
      <div className="inspector-identity-axis">
        <TimeAxis span={chart} most={MOST_TICKS} withClock />
      </div>
    </Section>
  );
}

function ClaimBars({ row, span }: { readonly row: ClaimRow; readonly span: TimeSpan }) {
  return (
    <div className="inspector-identity-row">
      <span>{row.label}</span>
      <div>
        <TickLines span={span} most={MOST_TICKS} />
        {row.claims.slice(-MOST_BARS).map(({ text, from, to }) => (
          <span
            key={from}
            className="inspector-claim"
            style={spanStyle(span, from, to)}
            title={visibleText(text)}
          >
            <bdi>{visibleText(text)}</bdi>
          </span>
        ))}
      </div>
    </div>
  );
}

interface ListingBarProps {
  readonly row: ListingRow;
  readonly span: TimeSpan;
  /** The clock. */
  readonly time: Instant;
  /** A hairline parts it from the claims above. */
  readonly first: boolean;
}

/** The words stand in the bar, or before it and before the clock where the bar begins late enough to leave room. */
function ListingBar({ row: { listing, text, bar }, span, time, first }: ListingBarProps) {
  const start = bar ? shareOf(span, bar.from) : 0;
  const before = start > ROOM_SHARE;
  const clock = shareOf(span, time);
  const end = clock > ROOM_SHARE ? Math.min(clock, start) : start;
  return (
    <div className={first ? 'inspector-identity-row first-listing' : 'inspector-identity-row'}>
      <strong className="inspector-identity-authority">{listing.authority}</strong>
      <div>
        <TickLines span={span} most={MOST_TICKS} />
        {bar && (
          <span
            className="inspector-listing-bar"
            data-mark={listing.mark}
            style={spanStyle(span, bar.from, bar.to)}
          >
            {!before && text}
          </span>
        )}
        {(!bar || before) && (
          <span
            className="inspector-listing-text"
            style={before ? { right: `calc(${(1 - end) * 100}% + 6px)` } : { left: 4 }}
          >
            {text}
          </span>
        )}
      </div>
    </div>
  );
}
