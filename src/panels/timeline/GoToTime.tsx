import { useCallback, useRef, useState } from 'react';
import { formatUtc } from '../../core/time/index.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { readInstant } from './read-instant.ts';
import { TypedField } from './TypedField.tsx';
import type { TimeSpan } from './time-scale.ts';
import { useShowInstant } from './use-show-instant.ts';

/** A button that becomes a field for a typed time. Enter goes there, Escape and leaving the field close it. */
export function GoToTime({ limits }: { readonly limits: TimeSpan | null }) {
  const { clock } = useWorkbench();
  const showInstant = useShowInstant();
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const field = useRef<HTMLInputElement | null>(null);
  const returning = useRef(false);
  // Button and field take each other's place: the focus goes with them.
  const onField = useCallback((element: HTMLInputElement | null) => {
    field.current = element;
    element?.focus();
    element?.select();
  }, []);
  const onButton = useCallback((element: HTMLButtonElement | null) => {
    if (returning.current) element?.focus();
    returning.current = false;
  }, []);
  const type = (text: string | null): void => {
    setDraft(text);
    setRefusal(null);
  };
  const close = (): void => {
    returning.current = document.activeElement === field.current;
    type(null);
  };
  const enter = (): void => {
    if (draft === null || !limits) return;
    const read = readInstant(draft, limits);
    if (read.kind === 'refused') {
      setRefusal(read.why);
      return;
    }
    showInstant(read.t);
    close();
  };
  if (draft === null) {
    return (
      <button
        ref={onButton}
        type="button"
        className="timeline-word"
        disabled={!limits}
        onClick={() => type(formatUtc(clock.time, 'yyyy-MM-dd HH:mm'))}
      >
        Go to time
      </button>
    );
  }
  return (
    <TypedField
      ref={onField}
      className="timeline-typed-time"
      label="Go to time"
      unit="UTC"
      value={draft}
      refusal={refusal}
      onType={type}
      onEnter={enter}
      onLeave={close}
    />
  );
}
