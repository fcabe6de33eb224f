import { useMemo } from 'react';
import type { CaseData } from '../../state/case-data.ts';
import { useSelect } from '../../state/hooks.ts';
import { AxisStrip } from './AxisStrip.tsx';
import { LaneEvents } from './LaneEvents.tsx';
import { LaneField } from './LaneField.tsx';
import { COMPACT_LANE } from './lane-layout.ts';
import { Playhead } from './Playhead.tsx';
import type { LanesPicture } from './paint-lanes.ts';
import { useLaneColours } from './use-lane-colours.ts';
import { useLanes } from './use-lanes.ts';
import { usePageForward } from './use-page-forward.ts';
import { useSize } from './use-size.ts';
import { clampSpan } from './zoom.ts';

/** The lane of the chosen ship, or of the first, with its axis: the timeline of a phone. */
export function CompactStage({ data }: { readonly data: CaseData }) {
  const shown = useSelect(state => state.window);
  const { lanes, chosenLane, chosenEvents } = useLanes(data);
  const colours = useLaneColours();
  const [box, { widthPx }] = useSize<HTMLDivElement>();
  usePageForward(data);

  const lane = lanes[Math.max(0, chosenLane)]!;
  const scale = useMemo(() => ({ ...clampSpan(shown, data), widthPx }), [shown, data, widthPx]);
  const picture = useMemo(
    (): LanesPicture => ({
      store: data.store,
      lanes: [lane],
      metrics: COMPACT_LANE,
      scale,
      heightPx: COMPACT_LANE.laneHeight,
      listedHeight: 0,
      scrollTop: 0,
      listings: [],
      ships: data.order.length,
      chosen: chosenEvents,
    }),
    [data, lane, scale, chosenEvents],
  );
  return (
    <div className="timeline-stage">
      <div className="timeline-lanes" ref={box}>
        <LaneEvents lane={lane} />
        {widthPx > 0 && <LaneField colours={colours} data={data} scroller={null} picture={picture} />}
        {widthPx > 0 && <Playhead scale={scale} />}
      </div>
      {widthPx > 0 && <AxisStrip colours={colours} scale={scale} words={null} />}
    </div>
  );
}
