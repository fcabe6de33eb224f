import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { CaseData } from '../../state/case-data.ts';
import { useDispatch, useWorkbench } from '../../state/hooks.ts';
import { isBlock, type Mark } from './hit-test.ts';
import { LaneGestures, type Point } from './lane-gestures.ts';
import { timeAt } from './time-scale.ts';
import { clampSpan } from './zoom.ts';

interface LaneGesturesOptions {
  readonly field: RefObject<HTMLElement | null>;
  /** What scrolls the lanes; null where they don't scroll. */
  readonly scroller: RefObject<HTMLElement | null> | null;
  readonly data: CaseData;
  readonly widthPx: number;
  /** The mark at a point of the field as it is painted now. */
  readonly markUnder: (point: Point) => Mark | null;
  readonly onHover: (point: Point | null) => void;
}

/** A block that is shown alone has this much of its length on either side. */
const ZOOM_MARGIN = 0.4;

/** Lets pointers and wheel move the window, the clock and the selection. */
export function useLaneGestures({
  field,
  scroller,
  data,
  widthPx,
  markUnder,
  onHover,
}: LaneGesturesOptions): void {
  const { clock, session, store } = useWorkbench();
  const dispatch = useDispatch();
  const scaleNow = () => ({ ...clampSpan(store.state.window, data), widthPx });
  const press = (point: Point): Mark | null => {
    const mark = markUnder(point);
    if (mark?.kind !== 'event' || !isBlock(mark)) clock.set(timeAt(scaleNow(), point.x));
    else if (mark.event.finding) session.openFinding(mark.event.finding);
    else {
      clock.set(mark.event.from);
      dispatch({ type: 'select', selection: { kind: 'vessel', id: mark.vessel.id } });
    }
    return mark;
  };
  const showAlone = (mark: Mark | null): void => {
    if (mark?.kind !== 'event') return;
    const { from, to } = mark.event;
    const marginMs = (to - from) * ZOOM_MARGIN;
    session.setWindow(from - marginMs, Math.min(to, data.to) + marginMs);
  };

  const scaleEvent = useEffectEvent(scaleNow);
  const pressEvent = useEffectEvent(press);
  const showAloneEvent = useEffectEvent(showAlone);
  const hoverEvent = useEffectEvent(onHover);
  useEffect(() => {
    if (!field.current) return;
    // Pressing once may move the window: the second press of two is about the mark that the first was on.
    let pressed: Mark | null = null;
    const gestures = new LaneGestures(field.current, {
      scale: () => scaleEvent(),
      limits: () => data,
      clock: () => clock.time,
      show: ({ from, to }) => session.setWindow(from, to),
      scrub: t => {
        clock.setPlaying(false);
        clock.set(t);
      },
      scroll: px => scroller?.current?.scrollBy(0, px),
      press: (point, presses) => {
        if (presses === 2) showAloneEvent(pressed);
        else pressed = pressEvent(point);
      },
      hover: point => hoverEvent(point),
    });
    return () => gestures.detach();
  }, [field, scroller, clock, data, session]);
}
