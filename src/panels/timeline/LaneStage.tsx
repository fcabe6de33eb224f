import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CaseData } from '../../state/case-data.ts';
import { useSelect } from '../../state/hooks.ts';
import { AxisStrip } from './AxisStrip.tsx';
import { LaneField } from './LaneField.tsx';
import { LaneLabels } from './LaneLabels.tsx';
import { LANE } from './lane-layout.ts';
import { OverviewStrip } from './OverviewStrip.tsx';
import { Playhead } from './Playhead.tsx';
import type { LanesPicture } from './paint-lanes.ts';
import { useLaneColours } from './use-lane-colours.ts';
import { useLanes } from './use-lanes.ts';
import { usePageForward } from './use-page-forward.ts';
import { useSize } from './use-size.ts';
import { clampSpan } from './zoom.ts';

/** Width of the names and height of the row of listings, as in timeline.css. */
const LABELS_PX = 144;
const LISTED_PX = 20;

/** Lanes, axis and overview of a case over one scale of time. */
export function LaneStage({ data }: { readonly data: CaseData }) {
  const shown = useSelect(state => state.window);
  const { lanes, listings, chosenLane, chosenEvents } = useLanes(data);
  const colours = useLaneColours();
  const [scroller, { widthPx, heightPx }] = useSize<HTMLDivElement>();
  const [scrollTop, setScrollTop] = useState(0);
  usePageForward(data);
  useLaneInView(scroller, chosenLane);

  const fieldPx = Math.max(0, widthPx - LABELS_PX);
  const scale = useMemo(() => ({ ...clampSpan(shown, data), widthPx: fieldPx }), [shown, data, fieldPx]);
  const picture = useMemo(
    (): LanesPicture => ({
      store: data.store,
      lanes,
      metrics: LANE,
      scale,
      heightPx: heightPx + LISTED_PX,
      listedHeight: LISTED_PX,
      scrollTop,
      listings,
      ships: data.order.length,
      chosen: chosenEvents,
    }),
    [data, lanes, scale, heightPx, scrollTop, listings, chosenEvents],
  );
  return (
    <div className="timeline-stage">
      <div className="timeline-lanes">
        <span className="timeline-listed">Listed from</span>
        <div
          className="timeline-scroll"
          ref={scroller}
          onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
        >
          <LaneLabels lanes={lanes} chosenLane={chosenLane} scrollTop={scrollTop} heightPx={heightPx} />
        </div>
        {fieldPx > 0 && <LaneField colours={colours} data={data} scroller={scroller} picture={picture} />}
        {fieldPx > 0 && <Playhead scale={scale} />}
      </div>
      {fieldPx > 0 && (
        <AxisStrip colours={colours} scale={scale} words={{ reconstructed: data.reconstructed }} />
      )}
      {fieldPx > 0 && (
        <OverviewStrip colours={colours} data={data} lanes={lanes} listings={listings} shown={scale} />
      )}
    </div>
  );
}

/** Scrolls a lane into view when it is another one than before; -1 for none. */
function useLaneInView(scroller: { readonly current: HTMLElement | null }, index: number): void {
  const shown = useRef(-1);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || index === shown.current) return;
    shown.current = index;
    if (index < 0) return;
    const top = index * LANE.laneHeight;
    if (top >= element.scrollTop && top + LANE.laneHeight <= element.scrollTop + element.clientHeight) return;
    element.scrollTop = top - (element.clientHeight - LANE.laneHeight) / 2;
  }, [scroller, index]);
}
