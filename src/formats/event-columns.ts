import type { Receipt } from '../core/track/index.ts';
import { vesselLabel } from '../core/vessel/index.ts';
import type { EventRow } from './event-rows.ts';
import type { ExportColumn } from './export-column.ts';
import { type ExportedCase, exportInputs, methodText } from './export-manifest.ts';

type Column = ExportColumn<EventRow>;

/** Several texts in one field. */
const BETWEEN = '; ';

/** Columns that need nothing but the row. `to_lat` and `to_lon` are where a ship was heard again. */
const OWN_COLUMNS: readonly Column[] = [
  { name: 'kind', type: 'text', of: ({ kind }) => kind },
  { name: 'id', type: 'text', of: ({ id }) => id },
  { name: 'rule', type: 'text', of: ({ rule }) => rule || null },
  { name: 'severity', type: 'text', of: ({ severity }) => severity || null },
  { name: 'claim', type: 'text', of: ({ claim }) => claim },
  { name: 'ship', type: 'text', of: ({ vessel }) => vesselLabel(vessel) },
  { name: 'imo', type: 'int', of: ({ vessel }) => vessel.imo || null },
  { name: 'mmsi', type: 'text', of: ({ vessel }) => vessel.mmsi.join(' ') || null },
  { name: 'port', type: 'text', of: ({ port }) => port?.name ?? null },
  { name: 'country', type: 'text', of: ({ port }) => port?.country ?? null },
  { name: 'from', type: 'time', of: ({ from }) => from },
  { name: 'to', type: 'time', of: ({ to }) => to },
  { name: 'text', type: 'text', of: ({ text }) => text },
  {
    name: 'reconstructed',
    type: 'text',
    of: ({ reconstructed }) => (reconstructed ? 'reconstructed' : null),
  },
  { name: 'vessel', type: 'text', of: ({ vessel }) => vessel.id },
  { name: 'port_id', type: 'text', of: ({ port }) => port?.id ?? null },
  { name: 'lat', type: 'float64', of: ({ places }) => places[0]?.[1] ?? null },
  { name: 'lon', type: 'float64', of: ({ places }) => places[0]?.[0] ?? null },
  { name: 'to_lat', type: 'float64', of: ({ places }) => places[1]?.[1] ?? null },
  { name: 'to_lon', type: 'float64', of: ({ places }) => places[1]?.[0] ?? null },
  { name: 'arrival_after', type: 'time', of: ({ arrival }) => arrival.after },
  { name: 'arrival_before', type: 'time', of: ({ arrival }) => arrival.before },
  { name: 'departure_after', type: 'time', of: ({ departure }) => departure.after },
  { name: 'departure_before', type: 'time', of: ({ departure }) => departure.before },
  { name: 'level', type: 'text', of: ({ level }) => level || null },
  { name: 'listings', type: 'text', of: ({ listings }) => listings.join(BETWEEN) || null },
  { name: 'events', type: 'text', of: ({ events }) => events.join(BETWEEN) || null },
];

/**
 * Columns of a table of events, beside a manifest: `receipts` name the rows under an event by file
 * (`positions.csv:12-40`), both ends included.
 */
export function eventColumns({ inputs }: Pick<ExportedCase, 'inputs'>): readonly Column[] {
  const labels = new Map(exportInputs(inputs).map(({ input, label }) => [input, label]));
  const receiptText = ({ input, first, last }: Receipt): string => {
    const rows = first === last ? String(first) : `${first}-${last}`;
    return `${labels.get(input) ?? `input ${input}`}:${rows}`;
  };
  return [
    ...OWN_COLUMNS,
    { name: 'receipts', type: 'text', of: ({ receipts }) => receipts.map(receiptText).join(BETWEEN) || null },
  ];
}

/** Columns of a table of events that stands for itself: with the digests of the files and the method in each row. */
export function eventTableColumns(document: Pick<ExportedCase, 'inputs' | 'analysis'>): readonly Column[] {
  const method = methodText(document.analysis.method);
  const files = new Map(
    exportInputs(document.inputs).map(({ input, label, sha256 }) => [input, `${label} sha256 ${sha256}`]),
  );
  const sourcesOf = ({ receipts }: EventRow): string | null =>
    receipts.flatMap(({ input }) => files.get(input) ?? []).join(BETWEEN) || null;
  return [
    ...eventColumns(document),
    { name: 'sources', type: 'text', of: sourcesOf },
    { name: 'method', type: 'text', of: () => method },
  ];
}
