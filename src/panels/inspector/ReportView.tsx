import { useQuery } from '@tanstack/react-query';
import { placeText } from '../../core/geo/index.ts';
import { formatUtc } from '../../core/time/index.ts';
import { lastAtOrBefore } from '../../core/track/index.ts';
import { type Vessel, vesselLabel } from '../../core/vessel/index.ts';
import type { LoadedFile } from '../../engine/engine.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { ShipBar } from '../parts/ShipBar.tsx';
import { visibleText } from '../parts/visible-text.ts';
import { type Fact, Facts } from './Facts.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { originText, statusText, verdictWords } from './report-words.ts';
import { Section } from './Section.tsx';

interface ReportViewProps {
  /** Row in the store. */
  readonly row: number;
  readonly data: CaseData;
}

/** One report: its verdict and why, all its fields, and the very row of its file. */
export function ReportView({ row, data }: ReportViewProps) {
  const { clock, session } = useWorkbench();
  const { store, vessels } = data;
  const vessel = vessels[lastAtOrBefore(store.starts, 0, vessels.length, row)]!;
  const first = store.starts[vessel.index]!;
  const end = store.starts[vessel.index + 1]!;
  const { word, reason } = verdictWords(store, row, first, end);
  const input = data.inputs.find(other => other.input === store.source[row]);
  const place = `${(row - first + 1).toLocaleString('en')} of ${(end - first).toLocaleString('en')}`;
  return (
    <>
      <InspectorHead onClose={() => session.openVessel(vessel.id)}>
        <ShipBar hue={data.hues[vessel.index]!} />
        <strong>Report</strong>
        <span>{place}</span>
      </InspectorHead>
      <div className="inspector-body scroll">
        <div className="inspector-sentence">
          <h2>{word}</h2>
          <p>{reason}</p>
          <Facts facts={factsOf(data, row, vessel)} />
        </div>
        <Section title="Source" aside={input?.provider ? visibleText(input.provider) : 'provider not given'}>
          <RawRow data={data} row={row} input={input} />
        </Section>
      </div>
      <div className="inspector-actions">
        <span className="inspector-takes">
          <button type="button" className="button" onClick={() => clock.set(store.t[row]!)}>
            Set the clock
          </button>
          <button type="button" className="button" onClick={() => session.openVessel(vessel.id)}>
            Open the ship
          </button>
        </span>
      </div>
    </>
  );
}

function factsOf({ store }: CaseData, row: number, vessel: Vessel): Fact[] {
  const { t, lon, lat, sog, cog, heading, status, flags } = store;
  const hasPlace = !Number.isNaN(lon[row]!) && !Number.isNaN(lat[row]!);
  return [
    ['Ship', vesselLabel(vessel)],
    ['Time', `${formatUtc(t[row]!, 'd MMM yyyy HH:mm:ss')} UTC`],
    ['Position', hasPlace ? placeText(lon[row]!, lat[row]!, 'DDM') : 'not given'],
    ['Speed', measure(sog[row]!, 1, 'kn')],
    ['Course', measure(cog[row]!, 1, '°')],
    ['Heading', measure(heading[row]!, 0, '°')],
    ['Status', statusText(status[row]!) || 'not given'],
    ['Kind', originText(flags[row]!)],
  ];
}

function measure(value: number, decimals: number, unit: string): string {
  if (Number.isNaN(value)) return 'not given';
  return unit === '°' ? `${value.toFixed(decimals)}${unit}` : `${value.toFixed(decimals)} ${unit}`;
}

interface RawRowProps {
  readonly data: CaseData;
  readonly row: number;
  readonly input: LoadedFile | undefined;
}

/** File and line, and the line itself, read from the file again. */
function RawRow({ data, row, input }: RawRowProps) {
  const { session } = useWorkbench();
  const line = data.store.row[row]!;
  const source = data.store.source[row]!;
  const rows = useQuery({
    queryKey: ['rows', input?.sha256, source, [line]],
    queryFn: () => session.rows(source, [line]),
  });
  const name = visibleText(input?.name ?? `input ${source}`);
  const text = rows.data?.[0]?.text;
  return (
    <>
      <p className="inspector-fits">
        {name}, line {line.toLocaleString('en')}
      </p>
      {rows.isError ? (
        <p className="inspector-fault" role="alert">
          The row could not be read: {rows.error.message}{' '}
          <button type="button" className="text-button" onClick={() => rows.refetch()}>
            Try again
          </button>
        </p>
      ) : (
        <pre className="inspector-raw mono scroll" aria-busy={rows.isPending}>
          {rows.isPending ? 'reading…' : text === undefined ? 'no such line in the file' : visibleText(text)}
        </pre>
      )}
    </>
  );
}
