import type { Instant } from '../../core/time/index.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { spanAround } from './zoom.ts';

/** Sets the clock and brings it into view. */
export function useShowInstant(): (t: Instant) => void {
  const { clock, session, store } = useWorkbench();
  return t => {
    clock.set(t);
    const { data, window } = store.state;
    const span = data ? spanAround(window, clock.time, data) : null;
    if (span) session.setWindow(span.from, span.to);
  };
}
