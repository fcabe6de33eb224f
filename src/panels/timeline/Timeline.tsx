import { useDeferredValue } from 'react';
import { useSelect } from '../../state/hooks.ts';
import { CompactStage } from './CompactStage.tsx';
import { CompactTools } from './CompactTools.tsx';
import { LaneStage } from './LaneStage.tsx';
import { ToolRow } from './ToolRow.tsx';
import './timeline.css';
import { useSize } from './use-size.ts';

/** Narrower than this there is one lane, for a phone, CSS pixels. */
const COMPACT_BELOW_PX = 600;

/**
 * The timeline: transport controls, a lane for each ship, the axis in UTC and the whole case in a strip. Fills the
 * box that it is given; folded or without ships it shows its controls only.
 */
export function Timeline() {
  // A new case is laid out after the page has taken it in: thousands of lanes would hold it up.
  const data = useDeferredValue(useSelect(state => state.data));
  const folded = useSelect(state => state.folded.timeline);
  const phase = useSelect(state => state.phase.kind);
  const [ref, { widthPx }] = useSize<HTMLElement>();
  const compact = widthPx < COMPACT_BELOW_PX;
  const opened = data && data.order.length > 0 ? data : null;
  return (
    <section className="timeline" aria-label="Timeline" ref={ref} data-compact={compact || undefined}>
      {widthPx > 0 && (compact ? <CompactTools limits={opened} /> : <ToolRow data={opened} />)}
      {widthPx > 0 &&
        !folded &&
        opened &&
        (compact ? <CompactStage data={opened} /> : <LaneStage data={opened} />)}
      {!folded && !opened && (
        <p className="timeline-empty">
          {phase === 'starting'
            ? 'Opening the case…'
            : 'No ships yet. Drop a file of AIS positions to fill the lanes.'}
        </p>
      )}
    </section>
  );
}
