import { useId, useRef, useState } from 'react';
import { useWorkbench } from '../../state/hooks.ts';
import type { AddressAnswer } from '../../state/imports.ts';

/** Fetches a file by its address; before another server is asked for the first time, the user is. */
export function UrlField({ onTaken }: { readonly onTaken: () => void }) {
  const { session } = useWorkbench();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<AddressAnswer | null>(null);
  const submit = (): void => {
    const given = session.imports.addAddress(text);
    setAnswer(given);
    if (given.kind === 'taken') onTaken();
    if (given.kind === 'bad') field.current?.focus();
  };
  return (
    <form
      className="import-section"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>
        <label htmlFor={id}>Or a URL</label>
      </h3>
      <div className="import-url">
        <input
          ref={field}
          id={id}
          className="field"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          value={text}
          aria-describedby={`${id}-note`}
          aria-invalid={answer?.kind === 'bad'}
          onChange={event => {
            setText(event.target.value);
            setAnswer(null);
          }}
        />
        {answer?.kind !== 'ask leave' && (
          <button type="submit" className="button">
            Fetch
          </button>
        )}
      </div>
      <div id={`${id}-note`} role={answer ? 'alert' : undefined} className="import-note">
        {answer === null && <p>A file on the web. Before another server is asked, you are.</p>}
        {answer?.kind === 'bad' && <p className="import-problem">{answer.why}</p>}
        {answer?.kind === 'ask leave' && (
          <Leave
            origin={answer.origin}
            onYes={() => {
              session.imports.allowOrigin(answer.origin);
              submit();
            }}
            onNo={() => {
              setAnswer(null);
              field.current?.focus();
            }}
          />
        )}
      </div>
    </form>
  );
}

interface LeaveProps {
  readonly origin: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Leave({ origin, onYes, onNo }: LeaveProps) {
  return (
    <div className="import-leave">
      <p>
        <strong>
          Fetch from <bdi>{origin}</bdi>?
        </strong>{' '}
        Only the address is sent: the server sees your network address and that you asked. Nothing of the case
        goes there.
      </p>
      <div className="import-acts">
        <button type="button" className="button primary" onClick={onYes}>
          Fetch it
        </button>
        <button type="button" className="button" onClick={onNo}>
          Don’t
        </button>
      </div>
    </div>
  );
}
