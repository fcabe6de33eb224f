import type { EventRow } from './event-rows.ts';
import {
  type ExportChoice,
  type ExportedCase,
  type ExportManifest,
  exportManifest,
} from './export-manifest.ts';

/** The manifest of an export of these events. */
export function eventManifest(
  document: ExportedCase,
  rows: readonly EventRow[],
  { from, to, madeAt }: Pick<ExportChoice, 'from' | 'to' | 'madeAt'>,
): ExportManifest {
  const counts: Record<string, number> = {};
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
  const named = new Set(rows.map(({ vessel }) => vessel));
  const vessels = document.vessels.filter(vessel => named.has(vessel));
  return exportManifest(document, { what: 'events', vessels, from, to, clean: false, counts, madeAt });
}
