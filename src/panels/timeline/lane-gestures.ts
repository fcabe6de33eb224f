import type { Instant } from '../../core/time/index.ts';
import { msPerPx, type TimeScale, type TimeSpan, timeAt, xOf } from './time-scale.ts';
import { panSpan, pinchSpan, zoomSpan } from './zoom.ts';

/** A point of the lanes, CSS pixels from their upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What gestures ask for and act on. Asked anew at each event, so that it may change meanwhile. */
export interface GestureTarget {
  /** Null while there is nothing to move. */
  scale(): TimeScale | null;
  /** First and last instant that may be shown. */
  limits(): TimeSpan;
  clock(): Instant;
  show(span: TimeSpan): void;
  scrub(t: Instant): void;
  /** Moves the lanes down by so many pixels. */
  scroll(px: number): void;
  press(point: Point, presses: 1 | 2): void;
  /** The pointer rests or moves at a point, null when it has left or holds something. */
  hover(point: Point | null): void;
}

type Drag =
  | { readonly kind: 'pan'; readonly start: Point; readonly span: TimeSpan; lastY: number; moved: boolean }
  | { readonly kind: 'scrub' }
  | { readonly kind: 'pinch'; readonly a: Grip; readonly b: Grip };

/** A finger and the instant that it holds. */
interface Grip {
  readonly pointer: number;
  readonly t: Instant;
}

/** A pointer that moves less than this is a press, CSS pixels. */
const PRESS_PX = 4;
/** Two presses within this are a double press, milliseconds. */
const DOUBLE_PRESS_MS = 400;
/** The playhead is held within this. */
export const PLAYHEAD_SLOP_PX = { mouse: 5, touch: 14 };
/** Zoom for a pixel of the wheel; a pinch on a trackpad sends few of them. */
const WHEEL_ZOOM = 0.0016;
const PINCH_ZOOM = 0.012;
const WHEEL_LINE_PX = 16;

/**
 * Turns pointers and wheel over the lanes into acts: drag pans (and scrolls the lanes), a drag on the playhead scrubs,
 * two fingers and the wheel zoom about where they are, shift and wheel pans.
 */
export class LaneGestures {
  readonly #element: HTMLElement;
  readonly #target: GestureTarget;
  readonly #pointers = new Map<number, Point>();
  readonly #listeners = new AbortController();
  #drag: Drag | null = null;
  #lastPress: { readonly point: Point; readonly ms: number } | null = null;

  constructor(element: HTMLElement, target: GestureTarget) {
    this.#element = element;
    this.#target = target;
    const { signal } = this.#listeners;
    element.addEventListener('pointerdown', event => this.#down(event), { signal });
    element.addEventListener('pointermove', event => this.#move(event), { signal });
    element.addEventListener('pointerup', event => this.#up(event), { signal });
    element.addEventListener('pointercancel', event => this.#drop(event), { signal });
    element.addEventListener('pointerleave', () => this.#target.hover(null), { signal });
    element.addEventListener('wheel', event => this.#wheel(event), { signal, passive: false });
  }

  detach(): void {
    this.#listeners.abort();
  }

  #down(event: PointerEvent): void {
    const scale = this.#target.scale();
    if (!scale || event.button !== 0) return;
    this.#element.setPointerCapture(event.pointerId);
    const point = this.#pointOf(event);
    this.#pointers.set(event.pointerId, point);
    this.#target.hover(null);
    if (this.#pointers.size === 2) {
      const [a, b] = [...this.#pointers].map(([pointer, { x }]) => ({ pointer, t: timeAt(scale, x) }));
      this.#drag = { kind: 'pinch', a: a!, b: b! };
      return;
    }
    if (this.#pointers.size > 2) return;
    const slopPx = event.pointerType === 'touch' ? PLAYHEAD_SLOP_PX.touch : PLAYHEAD_SLOP_PX.mouse;
    const onPlayhead = Math.abs(point.x - xOf(scale, this.#target.clock())) <= slopPx;
    const span = { from: scale.from, to: scale.to };
    this.#drag = onPlayhead
      ? { kind: 'scrub' }
      : { kind: 'pan', start: point, span, lastY: point.y, moved: false };
  }

  #move(event: PointerEvent): void {
    const scale = this.#target.scale();
    if (!scale) return;
    const point = this.#pointOf(event);
    if (!this.#pointers.has(event.pointerId)) {
      this.#target.hover(point);
      return;
    }
    this.#pointers.set(event.pointerId, point);
    const drag = this.#drag;
    if (drag?.kind === 'scrub') this.#target.scrub(timeAt(scale, point.x));
    if (drag?.kind === 'pinch') this.#pinch(drag.a, drag.b, scale);
    if (drag?.kind === 'pan') this.#pan(drag, point, scale);
  }

  #pan(drag: Extract<Drag, { kind: 'pan' }>, point: Point, scale: TimeScale): void {
    const dx = point.x - drag.start.x;
    drag.moved ||= Math.hypot(dx, point.y - drag.start.y) >= PRESS_PX;
    if (!drag.moved) return;
    this.#target.show(panSpan(drag.span, -dx * msPerPx({ ...scale, ...drag.span }), this.#target.limits()));
    this.#target.scroll(drag.lastY - point.y);
    drag.lastY = point.y;
  }

  #pinch(a: Grip, b: Grip, { widthPx }: TimeScale): void {
    const shareOf = ({ pointer, t }: Grip) => ({ t, share: this.#pointers.get(pointer)!.x / widthPx });
    this.#target.show(pinchSpan(shareOf(a), shareOf(b), this.#target.limits()));
  }

  #up(event: PointerEvent): void {
    const drag = this.#drag;
    const point = this.#pointOf(event);
    this.#drop(event);
    if (drag?.kind !== 'pan' || drag.moved) return;
    const last = this.#lastPress;
    const near = last !== null && Math.hypot(point.x - last.point.x, point.y - last.point.y) < 2 * PRESS_PX;
    const double = near && event.timeStamp - last.ms < DOUBLE_PRESS_MS;
    this.#lastPress = double ? null : { point, ms: event.timeStamp };
    this.#target.press(point, double ? 2 : 1);
  }

  /** A finger that leaves ends the gesture; the other one starts none of its own. */
  #drop(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    this.#drag = null;
  }

  #wheel(event: WheelEvent): void {
    const scale = this.#target.scale();
    if (!scale) return;
    event.preventDefault();
    const unitPx = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PX : 1;
    const dx = event.deltaX * unitPx;
    const dy = event.deltaY * unitPx;
    const limits = this.#target.limits();
    if (event.shiftKey || Math.abs(dx) > Math.abs(dy)) {
      this.#target.show(panSpan(scale, (dx === 0 ? dy : dx) * msPerPx(scale), limits));
      return;
    }
    const factor = Math.exp(dy * (event.ctrlKey ? PINCH_ZOOM : WHEEL_ZOOM));
    this.#target.show(zoomSpan(scale, timeAt(scale, this.#pointOf(event).x), factor, limits));
  }

  #pointOf(event: MouseEvent): Point {
    const { left, top } = this.#element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}
