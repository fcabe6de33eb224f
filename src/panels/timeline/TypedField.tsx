import { type KeyboardEvent, type Ref, useId } from 'react';

interface TypedFieldProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly className: string;
  readonly label: string;
  /** Shown behind the value. */
  readonly unit: string;
  readonly value: string;
  /** Why what was typed is not taken; null while nothing is wrong. */
  readonly refusal: string | null;
  readonly disabled?: boolean;
  readonly onType: (text: string) => void;
  readonly onEnter: () => void;
  /** Escape, or the focus has left. */
  readonly onLeave: () => void;
}

/** A typed value with its unit. A refusal is said under the field and to screen readers. */
export function TypedField(props: TypedFieldProps) {
  const { ref, className, label, unit, value, refusal, disabled, onType, onEnter, onLeave } = props;
  const messageId = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') onLeave();
    if (event.key !== 'Enter') return;
    // Else the key would go on to press whatever has the focus then.
    event.preventDefault();
    onEnter();
  };
  return (
    <span className={`timeline-typed ${className}`}>
      <input
        ref={ref}
        className="field"
        aria-label={label}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : messageId}
        value={value}
        disabled={disabled}
        onChange={event => onType(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <span aria-hidden="true">{unit}</span>
      {refusal !== null && (
        <span className="timeline-refused" id={messageId} role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}
