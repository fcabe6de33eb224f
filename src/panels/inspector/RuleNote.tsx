import { RULES, type RuleId } from '../../core/findings/index.ts';
import { formatDate, parseDay } from '../../core/time/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { Section } from './Section.tsx';

/** The rule under a finding: what it is called, what it needs, what it rests on and since when. */
export function RuleNote({ id, data }: { readonly id: RuleId; readonly data: CaseData }) {
  const rule = RULES.find(other => other.id === id);
  if (!rule) throw new RangeError(`no rule ${id}`);
  const { version, rules } = data.analysis.method;
  return (
    <Section title="Rule" aside={`method ${version}, ${rules === 'gfw' ? 'GFW' : 'standard'} calls`}>
      <p className="inspector-rule-title">{rule.title}</p>
      <p className="inspector-rule-needs">{rule.needs}</p>
      <ul className="inspector-basis">
        {rule.basis.map(({ text, since }) => (
          <li key={text}>
            {text}
            {since !== null && <span> Since {formatDate(parseDay(since))}.</span>}
          </li>
        ))}
      </ul>
      <p className="inspector-rule-id mono">{id}</p>
    </Section>
  );
}
