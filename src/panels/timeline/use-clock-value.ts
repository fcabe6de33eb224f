import { useSyncExternalStore } from 'react';
import type { ClockReading } from '../../state/clock.ts';
import { useWorkbench } from '../../state/hooks.ts';

/** One value of the clock that changes seldom (playing, speed, loop): nothing renders while only the time runs. */
export function useClockValue<K extends Exclude<keyof ClockReading, 'time'>>(name: K): ClockReading[K] {
  const { clock } = useWorkbench();
  return useSyncExternalStore(
    listener => clock.subscribe(listener),
    () => clock.reading[name],
  );
}
