import { SEVERITIES, type Severity } from '../../core/findings/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useDispatch, useSelect } from '../../state/hooks.ts';
import { severityCounts } from '../../state/selectors.ts';
import { SeverityMark } from '../parts/SeverityMark.tsx';

/** One switch a severity, with the number of its findings; none pressed shows all. */
export function SeverityToggles({ data }: { readonly data: CaseData }) {
  const dispatch = useDispatch();
  const severities = useSelect(state => state.filters.severities);
  const dismissed = useSelect(state => state.dismissed);
  const counts = severityCounts(data, dismissed);
  const toggle = (severity: Severity): void => {
    const rest = severities.filter(other => other !== severity);
    const next = rest.length < severities.length ? rest : [...severities, severity];
    dispatch({ type: 'filter', filters: { severities: next.length === SEVERITIES.length ? [] : next } });
  };
  return (
    <fieldset className="findings-severities">
      <legend className="unseen">Severities shown</legend>
      {SEVERITIES.map(severity => (
        <button
          key={severity}
          type="button"
          aria-pressed={severities.includes(severity)}
          onClick={() => toggle(severity)}
        >
          <SeverityMark severity={severity} />
          {severity}
          <span className="findings-count">{counts.get(severity)}</span>
        </button>
      ))}
    </fieldset>
  );
}
