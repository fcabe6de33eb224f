import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface DismissFormProps {
  readonly onDismiss: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why. Without a reason nothing is dismissed; Escape leaves it as it is. */
export function DismissForm({ onDismiss, onCancel }: DismissFormProps) {
  const [reason, setReason] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  return (
    <form
      className="inspector-dismiss"
      onKeyDown={onKeyDown}
      onSubmit={event => {
        event.preventDefault();
        if (reason.trim() !== '') onDismiss(reason.trim());
      }}
    >
      <label htmlFor="dismiss-reason">Why is this no finding?</label>
      <input
        ref={field}
        id="dismiss-reason"
        className="field"
        type="text"
        required
        maxLength={500}
        placeholder="The reason is kept with it"
        autoComplete="off"
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <div>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="button primary" disabled={reason.trim() === ''}>
          Dismiss
        </button>
      </div>
    </form>
  );
}
