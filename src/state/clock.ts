import type { Instant } from '../core/time/index.ts';

/** Least and greatest replay speed: seconds of the case for each second of the wall. */
export const SPEED_RANGE = [1, 86_400] as const;
/** Speeds that the keys < and > step through. */
export const SPEED_STEPS = [1, 10, 60, 300, 600, 1800, 3600, 14_400, 43_200, 86_400] as const;

export interface ClockReading {
  readonly time: Instant;
  readonly playing: boolean;
  readonly speed: number;
  readonly loop: boolean;
}

/**
 * The one clock of the case. It lives outside React: every frame calls `tick`, listeners move the map, and panels
 * read it at their own pace. It never leaves its range; at the end it stops, or starts again if it loops.
 */
export class Clock {
  #time: Instant = 0;
  #from: Instant = 0;
  #to: Instant = 0;
  #playing = false;
  #speed = 600;
  #loop = false;
  #lastWallMs: number | null = null;
  #reading: ClockReading | null = null;
  readonly #listeners = new Set<() => void>();

  /** The present reading; the same object until something changes. */
  get reading(): ClockReading {
    this.#reading ??= { time: this.#time, playing: this.#playing, speed: this.#speed, loop: this.#loop };
    return this.#reading;
  }

  get time(): Instant {
    return this.#time;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sets the first and last instant; the time is moved into them. Both must be known, else nothing is set. */
  setRange(from: Instant, to: Instant): void {
    if (!Number.isFinite(from) || !Number.isFinite(to)) return;
    this.#from = from;
    this.#to = Math.max(from, to);
    this.set(this.#time);
  }

  /** Moves to an instant, or as near as the range lets. NaN is not moved to. */
  set(time: Instant): void {
    if (Number.isNaN(time)) return;
    this.#time = Math.min(this.#to, Math.max(this.#from, time));
    this.#changed();
  }

  step(ms: number): void {
    this.set(this.#time + ms);
  }

  /** Starts or stops; starting at the end begins again. */
  setPlaying(playing: boolean): void {
    if (playing && this.#time >= this.#to) this.#time = this.#from;
    this.#playing = playing;
    this.#lastWallMs = null;
    this.#changed();
  }

  setSpeed(speed: number): void {
    if (!Number.isFinite(speed)) return;
    this.#speed = Math.min(SPEED_RANGE[1], Math.max(SPEED_RANGE[0], speed));
    this.#changed();
  }

  /** To the next step above (`by` 1) or below (-1) the present speed. */
  shiftSpeed(by: 1 | -1): void {
    const next =
      by > 0
        ? SPEED_STEPS.find(step => step > this.#speed)
        : SPEED_STEPS.findLast(step => step < this.#speed);
    if (next !== undefined) this.setSpeed(next);
  }

  setLoop(loop: boolean): void {
    this.#loop = loop;
    this.#changed();
  }

  /** One frame. `wallMs` is a monotonic wall clock; a pause of the page counts for at most a quarter second, a step back for none. */
  tick(wallMs: number): void {
    if (!this.#playing || Number.isNaN(wallMs)) return;
    const sinceMs = this.#lastWallMs === null ? 0 : wallMs - this.#lastWallMs;
    const elapsedMs = Math.min(250, Math.max(0, sinceMs));
    this.#lastWallMs = wallMs;
    const next = this.#time + elapsedMs * this.#speed;
    if (next < this.#to) {
      this.#time = next;
    } else if (this.#loop) {
      this.#time = this.#from;
    } else {
      this.#time = this.#to;
      this.#playing = false;
    }
    this.#changed();
  }

  #changed(): void {
    this.#reading = null;
    for (const listener of this.#listeners) listener();
  }
}
