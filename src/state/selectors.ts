import { type Finding, portText, SEVERITIES } from '../core/findings/index.ts';
import { vesselLabel } from '../core/vessel/index.ts';
import type { CaseData } from './case-data.ts';
import type { Filters, State } from './store.ts';

/** Findings that pass the filters, in the chosen order, dismissed ones left out. */
export function visibleFindings({
  data,
  filters,
  dismissed,
}: Pick<State, 'data' | 'filters' | 'dismissed'>): Finding[] {
  if (!data) return [];
  const shown = data.analysis.findings.filter(
    finding => !dismissed.has(finding.id) && passes(finding, filters),
  );
  if (filters.sort === 'time') return shown.sort((a, b) => a.at - b.at);
  if (filters.sort === 'ship') {
    return shown.sort((a, b) => vesselLabel(a.vessel).localeCompare(vesselLabel(b.vessel)) || a.at - b.at);
  }
  return shown;
}

function passes(finding: Finding, filters: Filters): boolean {
  if (filters.severities.length > 0 && !filters.severities.includes(finding.severity)) return false;
  if (filters.rules.length > 0 && !filters.rules.includes(finding.rule)) return false;
  if (filters.vessels.length > 0 && !filters.vessels.includes(finding.vessel.id)) return false;
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = searchText(finding);
  return words.every(word => text.includes(word));
}

function searchText(finding: Finding): string {
  const { vessel, port, rule, claim, severity, designations, text } = finding;
  const listed = designations.map(({ designation, status }) => `${designation.authority} ${status}`);
  return [text, vesselLabel(vessel), vessel.imo, port ? portText(port) : '', rule, claim, severity, ...listed]
    .join(' ')
    .toLowerCase();
}

/** Number of findings of each severity, dismissed ones left out. */
export function severityCounts(data: CaseData, dismissed: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>(SEVERITIES.map(severity => [severity, 0]));
  for (const { id, severity } of data.analysis.findings) {
    if (!dismissed.has(id)) counts.set(severity, counts.get(severity)! + 1);
  }
  return counts;
}

/** The chosen finding; null if none is chosen or the case no longer has it. */
export function selectedFinding({ data, selection }: Pick<State, 'data' | 'selection'>): Finding | null {
  return selection.kind === 'finding' ? (data?.findingById.get(selection.id) ?? null) : null;
}
