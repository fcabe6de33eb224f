import { type PointerEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { formatUtc } from '../../core/time/index.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { ReconstructedMark } from '../parts/ReconstructedMark.tsx';
import { openCanvas } from './canvas.ts';
import type { LaneColours } from './lane-colours.ts';
import { paintAxis } from './paint-axis.ts';
import { ticksOf } from './ticks.ts';
import { type TimeScale, timeAt, xOf } from './time-scale.ts';

interface AxisStripProps {
  readonly colours: LaneColours;
  readonly scale: TimeScale;
  /** What stands before the axis; null for nothing. */
  readonly words: { readonly reconstructed: boolean } | null;
}

const HEIGHT_PX = 18;
const LABELS_APART_PX = 64;

/** The axis under the lanes, in UTC, with the clock on it. Dragging along it moves the clock. */
export function AxisStrip({ colours, scale, words }: AxisStripProps) {
  const { clock } = useWorkbench();
  const canvas = useRef<HTMLCanvasElement>(null);
  const ticks = useMemo(() => ticksOf(scale, LABELS_APART_PX), [scale]);
  useLayoutEffect(() => {
    let painted = '';
    const paint = (): void => {
      const x = xOf(scale, clock.time);
      const label = formatUtc(clock.time, 'd MMM HH:mm');
      const look = `${Math.round(x)} ${label}`;
      if (look === painted || !canvas.current) return;
      painted = look;
      const size = { widthPx: scale.widthPx, heightPx: HEIGHT_PX };
      const context = openCanvas(canvas.current, size);
      const inView = x >= 0 && x <= scale.widthPx;
      if (context) paintAxis(context, colours, size, ticks, inView ? { x, label } : null);
    };
    paint();
    return clock.subscribe(paint);
  }, [clock, scale, ticks, colours]);
  const scrub = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    clock.set(timeAt(scale, event.clientX - event.currentTarget.getBoundingClientRect().left));
  };
  return (
    <div className="timeline-axis">
      {words && (
        <span className="timeline-axis-words">
          {words.reconstructed && <ReconstructedMark />}
          <span>UTC</span>
        </span>
      )}
      <canvas
        ref={canvas}
        style={{ width: scale.widthPx, height: HEIGHT_PX }}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          clock.setPlaying(false);
          scrub(event);
        }}
        onPointerMove={scrub}
      />
    </div>
  );
}
