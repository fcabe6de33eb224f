import { useLayoutEffect, useRef } from 'react';
import { useWorkbench } from '../../state/hooks.ts';
import { type TimeScale, xOf } from './time-scale.ts';

/** A line that stands at the clock. It is moved by the clock itself: nothing renders while time runs. */
export function Playhead({ scale }: { readonly scale: TimeScale }) {
  const { clock } = useWorkbench();
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const move = (): void => {
      const line = ref.current;
      if (!line) return;
      const x = xOf(scale, clock.time);
      line.hidden = x < 0 || x > scale.widthPx;
      line.style.transform = `translateX(${x}px)`;
    };
    move();
    return clock.subscribe(move);
  }, [clock, scale]);
  return (
    <div className="timeline-playhead" aria-hidden="true" style={{ width: scale.widthPx }}>
      <i ref={ref} />
    </div>
  );
}
