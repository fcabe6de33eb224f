import { type PointerEvent, useLayoutEffect, useMemo, useRef } from 'react';
import type { CaseData } from '../../state/case-data.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { FIGURE_FONT, measureIn, openCanvas } from './canvas.ts';
import type { LaneColours } from './lane-colours.ts';
import type { Lane } from './lanes.ts';
import type { Listing } from './listings.ts';
import { overviewOf, placeListingDays } from './overview.ts';
import { Playhead } from './Playhead.tsx';
import { paintOverview } from './paint-overview.ts';
import { monthsText } from './span-text.ts';
import { msPerPx, type TimeScale, type TimeSpan, timeAt, xOf } from './time-scale.ts';
import { clampSpan, panSpan, resizeSpan } from './zoom.ts';

interface OverviewStripProps {
  readonly colours: LaneColours;
  readonly data: CaseData;
  readonly lanes: readonly Lane[];
  readonly listings: readonly Listing[];
  /** Scale of the lanes, as wide as the strip: its span is the brush. */
  readonly shown: TimeScale;
}

const HEIGHT_PX = 25;
/** The edges of the window are held within this, CSS pixels. */
const EDGE_SLOP_PX = 5;
/** A window narrower than this is drawn so wide. */
const LEAST_BRUSH_PX = 4;

interface BrushDrag {
  readonly hold: 'from' | 'to' | 'all';
  readonly x: number;
  readonly span: TimeSpan;
}

/** The whole case in a strip, with the window of the lanes as a brush: drag it, or its edges. */
export function OverviewStrip({ colours, data, lanes, listings, shown }: OverviewStripProps) {
  const { session } = useWorkbench();
  const { widthPx } = shown;
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<BrushDrag | null>(null);
  const scale = useMemo(() => ({ ...clampSpan(data, data), widthPx }), [data, widthPx]);
  const overview = useMemo(
    () => overviewOf(data.store, data.outline.heard, lanes, scale),
    [data, lanes, scale],
  );
  useLayoutEffect(() => {
    const size = { widthPx, heightPx: HEIGHT_PX };
    const context = canvas.current && openCanvas(canvas.current, size);
    if (!context) return;
    const measure = measureIn(context, FIGURE_FONT);
    const days = placeListingDays(listings, scale, shown, data.order.length, measure);
    paintOverview(context, colours, size, overview, days);
  }, [data, colours, overview, listings, scale, shown, widthPx]);

  const left = xOf(scale, shown.from);
  const right = Math.max(xOf(scale, shown.to), left + LEAST_BRUSH_PX);
  const show = ({ from, to }: TimeSpan): void => session.setWindow(from, to);
  const positionOf = (event: PointerEvent<HTMLElement>): number =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  const hold = (event: PointerEvent<HTMLElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const x = positionOf(event);
    const grip = gripAt(x, left, right);
    const span = { from: shown.from, to: shown.to };
    drag.current = { hold: grip ?? 'all', x, span: grip ? span : centredAt(span, timeAt(scale, x), data) };
    if (!grip) show(drag.current.span);
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const held = drag.current;
    const x = positionOf(event);
    if (!held) {
      const grip = gripAt(x, left, right);
      event.currentTarget.style.cursor = grip === 'all' ? 'grab' : grip ? 'ew-resize' : 'pointer';
      return;
    }
    if (held.hold === 'all') show(panSpan(held.span, (x - held.x) * msPerPx(scale), data));
    else show(resizeSpan(held.span, held.hold, timeAt(scale, x), data));
  };
  const release = (): void => {
    drag.current = null;
  };
  return (
    <div className="timeline-overview">
      <span className="timeline-overview-words">{monthsText(data)}</span>
      <div
        className="timeline-brush"
        style={{ width: widthPx }}
        onPointerDown={hold}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
      >
        <i style={{ left, width: right - left }} />
        <canvas ref={canvas} style={{ width: widthPx, height: HEIGHT_PX }} />
        <Playhead scale={scale} />
      </div>
    </div>
  );
}

function gripAt(x: number, left: number, right: number): BrushDrag['hold'] | null {
  const wide = right - left > 3 * EDGE_SLOP_PX;
  if (Math.abs(x - left) <= EDGE_SLOP_PX && (wide || x < left)) return 'from';
  if (Math.abs(x - right) <= EDGE_SLOP_PX && (wide || x > right)) return 'to';
  return x >= left && x <= right ? 'all' : null;
}

function centredAt(span: TimeSpan, t: number, limits: TimeSpan): TimeSpan {
  return panSpan(span, t - (span.from + span.to) / 2, limits);
}
