import type { Clock } from '../state/clock.ts';

/** Ticks the clock once a frame while it plays, and asks for no frame while it stands. */
export function runFrames(clock: Clock): void {
  let asked = false;
  const frame = (wallMs: number): void => {
    asked = false;
    clock.tick(wallMs);
    ask();
  };
  const ask = (): void => {
    if (asked || !clock.reading.playing) return;
    asked = true;
    requestAnimationFrame(frame);
  };
  clock.subscribe(ask);
}
