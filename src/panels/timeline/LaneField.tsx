import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { openCanvas } from './canvas.ts';
import { type EventText, eventText, listingEventText } from './event-text.ts';
import { HoverLabel } from './HoverLabel.tsx';
import { isBlock, type LaidOutLanes, type Mark, markAt } from './hit-test.ts';
import type { LaneColours } from './lane-colours.ts';
import { PLAYHEAD_SLOP_PX, type Point } from './lane-gestures.ts';
import { type LanesPicture, paintLanes } from './paint-lanes.ts';
import { TimeSlider } from './TimeSlider.tsx';
import { xOf } from './time-scale.ts';
import { useLaneGestures } from './use-lane-gestures.ts';

interface LaneFieldProps {
  readonly colours: LaneColours;
  readonly data: CaseData;
  /** The same object as long as nothing in it changes: a new one is painted. */
  readonly picture: LanesPicture;
  /** What scrolls the lanes; null where they don't scroll. */
  readonly scroller: RefObject<HTMLElement | null> | null;
}

interface Hover extends Point {
  readonly text: EventText;
}

/** The lanes themselves: a canvas under a slider of time that answers to pointers, wheel and keys. */
export function LaneField({ colours, data, picture, scroller }: LaneFieldProps) {
  const { clock } = useWorkbench();
  const slider = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<LaidOutLanes | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const { heightPx } = picture;
  const { widthPx } = picture.scale;

  useLayoutEffect(() => {
    const context = canvas.current && openCanvas(canvas.current, { widthPx, heightPx });
    if (context) painted.current = paintLanes(context, colours, picture);
  }, [colours, picture, widthPx, heightPx]);

  const markUnder = ({ x, y }: Point): Mark | null => painted.current && markAt(painted.current, x, y);
  const onHover = (point: Point | null): void => {
    const mark = point && markUnder(point);
    setHover(point && mark ? { ...point, text: markText(mark) } : null);
    if (!point || !slider.current) return;
    const onPlayhead = Math.abs(point.x - xOf(picture.scale, clock.time)) <= PLAYHEAD_SLOP_PX.mouse;
    slider.current.style.cursor = onPlayhead ? 'ew-resize' : isBlock(mark) ? 'pointer' : 'default';
  };
  useLaneGestures({ field: slider, scroller, data, widthPx, markUnder, onHover });

  return (
    <div className="timeline-field" style={{ width: widthPx, height: heightPx }}>
      <canvas ref={canvas} style={{ width: widthPx, height: heightPx }} />
      <TimeSlider ref={slider} limits={data} ships={shipsText(picture)} />
      {hover && <HoverLabel text={hover.text} x={hover.x} y={hover.y} />}
    </div>
  );
}

function markText(mark: Mark): EventText {
  return mark.kind === 'listing' ? listingEventText(mark.listing) : eventText(mark.event);
}

function shipsText({ lanes }: LanesPicture): string {
  return lanes.length === 1 ? vesselLabel(lanes[0]!.vessel) : `${lanes.length} ships`;
}
