import type { ReactNode } from 'react';
import { visibleText } from '../parts/visible-text.ts';

/** A name and what is known under it; an empty text is left out. */
export type Fact = readonly [name: string, text: string];

interface FactsProps {
  readonly facts: readonly Fact[];
  /** More of them, which are not mere text: `div` with `dt` and `dd`. */
  readonly children?: ReactNode;
}

/** Names and texts, line by line. */
export function Facts({ facts, children }: FactsProps) {
  return (
    <dl className="inspector-facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{visibleText(text)}</dd>
          </div>
        ))}
      {children}
    </dl>
  );
}
