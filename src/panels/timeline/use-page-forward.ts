import { useEffect } from 'react';
import { useWorkbench } from '../../state/hooks.ts';
import type { TimeSpan } from './time-scale.ts';
import { nextPage } from './zoom.ts';

/** Turns the page while the clock plays and leaves the window. */
export function usePageForward(limits: TimeSpan): void {
  const { clock, session, store } = useWorkbench();
  useEffect(() => {
    let previous = clock.time;
    return clock.subscribe(() => {
      const { time, playing } = clock.reading;
      const page = playing ? nextPage(store.state.window, previous, time, limits) : null;
      previous = time;
      if (page) session.setWindow(page.from, page.to);
    });
  }, [clock, session, store, limits]);
}
