import { useId } from 'react';

/** One of several, each with a word on what it is for. */
interface ChoicesProps<T extends string> {
  readonly title: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly note?: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A question with its answers as radio buttons. */
export function Choices<T extends string>({ title, options, value, onChange }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className="export-choices">
      <legend>{title}</legend>
      {options.map(option => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className="export-label">
            <bdi>{option.label}</bdi> {option.note && <span className="export-note">{option.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
