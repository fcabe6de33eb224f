import { useState } from 'react';
import { SPEED_RANGE } from '../../state/clock.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { readSpeed, speedWords } from './speed-text.ts';
import { ToolButton } from './ToolButton.tsx';
import { TypedField } from './TypedField.tsx';
import { useClockValue } from './use-clock-value.ts';

const REFUSAL = `A whole number from ${SPEED_RANGE[0]} to ${SPEED_RANGE[1].toLocaleString('en')}.`;

/** Replay speed: steps, a typed number and what it means. Enter sets it, Escape takes the typing back. */
export function SpeedField({ disabled }: { readonly disabled: boolean }) {
  const { clock } = useWorkbench();
  const speed = useClockValue('speed');
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const type = (text: string | null): void => {
    setDraft(text);
    setRefusal(null);
  };
  const enter = (): void => {
    if (draft === null) return;
    const read = readSpeed(draft);
    if (read === null) {
      setRefusal(REFUSAL);
      return;
    }
    clock.setSpeed(read);
    type(null);
  };
  return (
    <div className="timeline-speed">
      <ToolButton
        icon="minus"
        label="Slower"
        shortcut="<"
        disabled={disabled}
        onPress={() => clock.shiftSpeed(-1)}
      />
      <TypedField
        className="timeline-typed-speed"
        label="Speed, times real time"
        unit="×"
        value={draft ?? String(speed)}
        refusal={refusal}
        disabled={disabled}
        onType={type}
        onEnter={enter}
        onLeave={() => type(null)}
      />
      <ToolButton
        icon="plus"
        label="Faster"
        shortcut=">"
        disabled={disabled}
        onPress={() => clock.shiftSpeed(1)}
      />
      <span className="timeline-speed-words">{speedWords(speed)}</span>
    </div>
  );
}
