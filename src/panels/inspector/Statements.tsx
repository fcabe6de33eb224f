import type { Finding, Statement } from '../../core/findings/index.ts';
import type { Sighting } from '../../core/ports/index.ts';
import { visibleText } from '../parts/visible-text.ts';

/** What supports a finding: one sentence a line, each after the one kind of support it has. */
export function Statements({ finding }: { readonly finding: Finding }) {
  const statements = new Map(finding.statements.map(statement => [keyOf(statement), statement]));
  return (
    <dl className="inspector-facts">
      {[...statements].map(([key, { claim, text }]) => (
        <div key={key}>
          <dt>{claim}</dt>
          <dd>{keepUnits(visibleText(withoutSource(text, finding.sightings)))}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The two ends of a shuttle may rest on one sighting: it is told once. */
function keyOf({ claim, text }: Statement): string {
  return `${claim} ${text}`;
}

/** No line breaks between a number and its unit. */
function keepUnits(text: string): string {
  return text.replace(/(\d) (?=(?:[dhm]|kn|nm|UTC)\b)/g, '$1\u00a0');
}

/** Sources are told apart, under `Published`, where they can be followed. */
function withoutSource(text: string, sightings: readonly Sighting[]): string {
  const ending = sightings.map(({ source }) => ` (${source}).`).find(source => text.endsWith(source));
  return ending === undefined ? text : `${text.slice(0, -ending.length)}.`;
}
