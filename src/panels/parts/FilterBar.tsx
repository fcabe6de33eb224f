import type { KeyboardEvent } from 'react';
import { Icon } from './Icon.tsx';
import './filter-bar.css';

interface FilterBarProps<S extends string> {
  /** What can be typed; also the label. */
  readonly prompt: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly sort?: SortChoice<S>;
}

interface SortChoice<S extends string> {
  readonly value: S;
  readonly options: readonly (readonly [value: S, word: string])[];
  readonly onChange: (value: S) => void;
}

/** The line above a list: a field that filters it, and the order of its rows. Escape empties the field. */
export function FilterBar<S extends string = never>({ prompt, text, onText, sort }: FilterBarProps<S>) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || text === '') return;
    event.preventDefault();
    onText('');
  };
  return (
    <div className="filter-bar">
      <label className="filter-bar-field">
        <Icon name="filter" />
        <input
          type="text"
          aria-label={prompt}
          placeholder={prompt}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={event => onText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      {text !== '' && (
        <button
          type="button"
          className="icon-button"
          aria-label="Empty the filter"
          onClick={() => onText('')}
        >
          <Icon name="close" sizePx={12} />
        </button>
      )}
      {sort && <SortMenu sort={sort} />}
    </div>
  );
}

function SortMenu<S extends string>({ sort }: { readonly sort: SortChoice<S> }) {
  const chosen = sort.options.find(([value]) => value === sort.value);
  return (
    <span className="filter-bar-sort">
      <span aria-hidden="true">{chosen?.[1]}</span>
      <Icon name="down" sizePx={12} />
      <select
        aria-label="Order"
        value={sort.value}
        onChange={event => {
          const option = sort.options.find(([value]) => value === event.target.value);
          if (option) sort.onChange(option[0]);
        }}
      >
        {sort.options.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}
