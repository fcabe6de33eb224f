import { lastAtOrBefore } from '../core/track/index.ts';
import type { CaseData } from './case-data.ts';
import type { Selection } from './store.ts';

export type ReportSelection = Extract<Selection, { kind: 'report' }>;

/** The choice of the report in a row of the store. It finds the same report after another analysis. */
export function reportSelection({ store, vessels }: CaseData, row: number): ReportSelection {
  const vessel = lastAtOrBefore(store.starts, 0, vessels.length, row);
  return {
    kind: 'report',
    id: vessels[vessel]!.id,
    input: store.source[row]!,
    row: store.row[row]!,
    at: store.t[row]!,
  };
}

/** Row in the store of a chosen report; -1 if the case has no such report any more. */
export function rowOfReport({ store, vessels }: CaseData, { id, input, row, at }: ReportSelection): number {
  const vessel = vessels.find(other => other.id === id);
  if (!vessel) return -1;
  const start = store.starts[vessel.index]!;
  const last = lastAtOrBefore(store.t, start, store.starts[vessel.index + 1]!, at);
  for (let i = last; i >= start && store.t[i] === at; i--) {
    if (store.row[i] === row && store.source[i] === input) return i;
  }
  return -1;
}
