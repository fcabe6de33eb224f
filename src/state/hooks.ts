import { createContext, use, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Clock, ClockReading } from './clock.ts';
import type { Session } from './session.ts';
import type { Action, State, Store } from './store.ts';

/** What the panels work with. Made once in the composition root. */
export interface Workbench {
  readonly store: Store;
  readonly clock: Clock;
  readonly session: Session;
}

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  if (!workbench) throw new Error('useWorkbench outside of WorkbenchContext');
  return workbench;
}

export function useDispatch(): (action: Action) => void {
  const { store } = useWorkbench();
  return action => store.dispatch(action);
}

/** A part of the state. `select` must give the same value for the same state: a field, or something remembered. */
export function useSelect<T>(select: (state: State) => T): T {
  const { store } = useWorkbench();
  return useSyncExternalStore(
    listener => store.subscribe(listener),
    () => select(store.state),
  );
}

/** The clock, read at most every `everyMs` while it runs and at once when it stands. */
export function useClock(everyMs = 100): ClockReading {
  const { clock } = useWorkbench();
  const [reading, setReading] = useState(clock.reading);
  const lastMs = useRef(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = (): void => {
      timer = null;
      lastMs.current = performance.now();
      setReading(clock.reading);
    };
    const listen = (): void => {
      if (timer !== null) return;
      const waitMs = everyMs - (performance.now() - lastMs.current);
      if (waitMs <= 0) read();
      else timer = setTimeout(read, waitMs);
    };
    read();
    const unsubscribe = clock.subscribe(listen);
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [clock, everyMs]);
  return reading;
}
