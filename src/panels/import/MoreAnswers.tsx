import { useId } from 'react';
import type { MadeUp } from '../../engine/engine.ts';
import { useSelect } from '../../state/hooks.ts';
import type { Draft } from './draft.ts';

const ORIGINS: readonly (readonly [madeUp: MadeUp | null, word: string])[] = [
  [null, 'received, unless the file says otherwise'],
  ['reconstructed', 'reconstructed from publications'],
  ['synthetic', 'synthetic: made for a test or an exercise'],
];

interface MoreAnswersProps {
  /** Name of the radio group. */
  readonly name: string;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** What may be said of any file: who received it, and whether anybody did. */
export function MoreAnswers({ name, draft, onChange }: MoreAnswersProps) {
  const id = useId();
  const data = useSelect(state => state.data);
  const providers = [...new Set((data?.inputs ?? []).map(({ provider }) => provider))].filter(Boolean);
  const isSaid = draft.provider !== '' || draft.madeUp !== null;
  return (
    <details className="import-section import-more" open={isSaid}>
      <summary>More: provider, how the reports came about</summary>
      <div className="import-field">
        <label htmlFor={id}>Provider</label>
        <input
          id={id}
          className="field"
          autoComplete="off"
          placeholder="who received the reports"
          list={`${id}-providers`}
          value={draft.provider}
          onChange={event => onChange({ provider: event.target.value })}
        />
        <datalist id={`${id}-providers`}>
          {providers.map(provider => (
            <option key={provider} value={provider} />
          ))}
        </datalist>
      </div>
      <p className="import-note">
        Files of one provider count as one feed when it is asked whether others were heard during a silence.
      </p>
      <fieldset className="import-choices">
        <legend>The reports were</legend>
        {ORIGINS.map(([madeUp, word]) => (
          <label key={word}>
            <input
              type="radio"
              name={name}
              checked={draft.madeUp === madeUp}
              onChange={() => onChange({ madeUp })}
            />
            <span>{word}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
