import { useWorkbench } from '../../state/hooks.ts';
import { ToolButton } from './ToolButton.tsx';
import type { TimeSpan } from './time-scale.ts';
import { useClockValue } from './use-clock-value.ts';
import { useShowInstant } from './use-show-instant.ts';

/** Previous event, play or pause, next event; with `ends` also to the first and last instant of the case. */
export function Transport({ limits, ends }: { readonly limits: TimeSpan | null; readonly ends: boolean }) {
  const { clock, session } = useWorkbench();
  const playing = useClockValue('playing');
  const showInstant = useShowInstant();
  const disabled = limits === null;
  return (
    <fieldset className="timeline-transport" aria-label="Replay">
      {ends && (
        <ToolButton
          icon="event-back"
          label="To the start"
          shortcut="Home"
          disabled={disabled}
          onPress={() => limits && showInstant(limits.from)}
        />
      )}
      <ToolButton
        icon={ends ? 'step-back' : 'event-back'}
        label="Previous event"
        shortcut="["
        disabled={disabled}
        onPress={() => session.stepEvent(-1)}
      />
      <ToolButton
        icon={playing ? 'pause' : 'play'}
        label={playing ? 'Pause' : 'Play'}
        shortcut="Space"
        accent
        disabled={disabled}
        onPress={() => clock.setPlaying(!playing)}
      />
      <ToolButton
        icon={ends ? 'step-forward' : 'event-forward'}
        label="Next event"
        shortcut="]"
        disabled={disabled}
        onPress={() => session.stepEvent(1)}
      />
      {ends && (
        <ToolButton
          icon="event-forward"
          label="To the end"
          shortcut="End"
          disabled={disabled}
          onPress={() => limits && showInstant(limits.to)}
        />
      )}
    </fieldset>
  );
}
