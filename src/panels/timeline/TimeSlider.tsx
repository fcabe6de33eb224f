import type { KeyboardEvent, Ref } from 'react';
import { formatMinute } from '../../core/time/index.ts';
import { useClock, useWorkbench } from '../../state/hooks.ts';
import { instantForKey } from './lane-keys.ts';
import type { TimeSpan } from './time-scale.ts';
import { useClockValue } from './use-clock-value.ts';
import { useShowInstant } from './use-show-instant.ts';

interface TimeSliderProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly limits: TimeSpan;
  /** Whose lanes it covers, in words. */
  readonly ships: string;
}

/** While the clock runs, a screen reader on it hears it this often. */
const SAID_EVERY_MS = 1000;

/** The time as a slider over the lanes, for keys and screen readers; pointers on it are the lanes' own. */
export function TimeSlider({ ref, limits, ships }: TimeSliderProps) {
  const { clock } = useWorkbench();
  const playing = useClockValue('playing');
  const { time } = useClock(playing ? SAID_EVERY_MS : 0);
  const showInstant = useShowInstant();
  const onKeyDown = (event: KeyboardEvent): void => {
    const t = instantForKey(event, clock.time, limits);
    if (t === null) return;
    event.preventDefault();
    event.stopPropagation();
    showInstant(t);
  };
  return (
    <div
      ref={ref}
      className="timeline-slider"
      role="slider"
      tabIndex={0}
      aria-label={`Time, lanes of ${ships}`}
      aria-valuemin={limits.from}
      aria-valuemax={limits.to}
      aria-valuenow={time}
      aria-valuetext={formatMinute(time)}
      onKeyDown={onKeyDown}
    />
  );
}
