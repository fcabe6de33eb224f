import { formatDay } from '../../core/time/index.ts';
import { vesselLabel } from '../../core/vessel/index.ts';
import type { ExportRequest } from '../../engine/engine.ts';
import type { CaseData } from '../../state/case-data.ts';

const NAME_CHARACTERS = 40;

/**
 * `rajin-shuttle-lady-r-2024-03-01-to-2024-03-31-tracks-reconstructed.csv`: the case, its ship where there is one,
 * first and last day in UTC, what it holds, and whether any of it was not received.
 */
export function exportFileName(data: CaseData, request: ExportRequest): string {
  const vessels = data.vessels.filter(({ id }) => request.ships.length === 0 || request.ships.includes(id));
  const [only] = request.ships.length === 1 ? vessels : [];
  const first = vessels.reduce((least, { from }) => Math.min(least, from), data.to);
  const last = vessels.reduce((most, { to }) => Math.max(most, to), data.from);
  const from = formatDay(Math.max(request.from, first));
  const to = formatDay(Math.min(request.to, last));
  const words = [
    plain(data.name) || 'case',
    only ? plain(vesselLabel(only)) || only.id : '',
    from === to ? from : `${from}-to-${to}`,
    request.what,
    request.clean ? 'clean' : '',
    vessels.some(({ reconstructed }) => reconstructed) ? 'reconstructed' : '',
  ];
  return `${words.filter(Boolean).join('-')}.${request.format}`;
}

/** Letters and digits in lower case, with dashes for all between. */
function plain(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words.join('-')].slice(0, NAME_CHARACTERS).join('').replace(/-$/, '');
}
