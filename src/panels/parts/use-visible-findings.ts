import { useMemo } from 'react';
import type { Finding } from '../../core/findings/index.ts';
import { useSelect } from '../../state/hooks.ts';
import { visibleFindings } from '../../state/selectors.ts';

/** Findings that pass the filters, in the chosen order; the same array until one of these changes. */
export function useVisibleFindings(): readonly Finding[] {
  const data = useSelect(state => state.data);
  const filters = useSelect(state => state.filters);
  const dismissed = useSelect(state => state.dismissed);
  return useMemo(() => visibleFindings({ data, filters, dismissed }), [data, filters, dismissed]);
}
