import { SEVERITIES } from '../../core/findings/index.ts';
import { formatMinute } from '../../core/time/index.ts';
import type { LoadedFile } from '../../engine/engine.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useSelect } from '../../state/hooks.ts';
import { severityCounts } from '../../state/selectors.ts';
import { Name } from '../parts/Name.tsx';
import { ReconstructedMark } from '../parts/ReconstructedMark.tsx';
import { SeverityMark } from '../parts/SeverityMark.tsx';
import { visibleText } from '../parts/visible-text.ts';
import { ExportButton } from './ExportButton.tsx';
import { type Fact, Facts } from './Facts.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { Section } from './Section.tsx';

/** The case while nothing of it is chosen: what it holds, from which files and lists, and what was found. */
export function CaseView({ data }: { readonly data: CaseData }) {
  const { analysis } = data;
  const facts: readonly Fact[] = [
    ['Ships', data.vessels.length.toLocaleString('en')],
    ['Reports', data.reports.toLocaleString('en')],
    ['From', formatMinute(data.from)],
    ['To', formatMinute(data.to)],
    ['Calls', analysis.calls.length.toLocaleString('en')],
    ['Silences', analysis.silences.length.toLocaleString('en')],
    ['Method', `${analysis.method.version}, ${analysis.method.rules === 'gfw' ? 'GFW' : 'standard'} calls`],
  ];
  return (
    <>
      <InspectorHead>
        <strong>Case</strong>
        {data.reconstructed && <ReconstructedMark />}
      </InspectorHead>
      <div className="inspector-body scroll">
        <div className="inspector-sentence">
          <h2>
            <bdi>{visibleText(data.name)}</bdi>
          </h2>
          <Facts facts={facts} />
        </div>
        <FindingCounts data={data} />
        <Inputs inputs={data.inputs} />
        <Lists data={data} />
        <p className="inspector-hint">Choose a finding, a ship or a port, here or on the chart.</p>
      </div>
      <div className="inspector-actions">
        <ExportButton />
      </div>
    </>
  );
}

function FindingCounts({ data }: { readonly data: CaseData }) {
  const dismissed = useSelect(state => state.dismissed);
  const counts = severityCounts(data, dismissed);
  return (
    <Section title="Findings" aside={dismissed.size > 0 ? `${dismissed.size} dismissed` : undefined}>
      <ul className="inspector-counts">
        {SEVERITIES.map(severity => (
          <li key={severity}>
            <SeverityMark severity={severity} />
            {counts.get(severity)} {severity}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Inputs({ inputs }: { readonly inputs: readonly LoadedFile[] }) {
  return (
    <Section title="Files" aside="SHA-256">
      {inputs.length === 0 && (
        <p className="inspector-quiet">None yet. Drop AIS positions anywhere on this page.</p>
      )}
      <ul className="inspector-files">
        {inputs.map(({ name, sha256, rows, accepted, kind }) => (
          <li key={`${sha256} ${name}`}>
            <Name text={name} />
            <span>{rowsText(kind, rows, accepted)}</span>
            <Digest sha256={sha256} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function rowsText(kind: LoadedFile['kind'], rows: number, accepted: number): string {
  const read = `${accepted.toLocaleString('en')} ${kind === 'positions' ? 'rows' : kind}`;
  return rows === accepted ? read : `${read}, ${(rows - accepted).toLocaleString('en')} set aside`;
}

function Lists({ data }: { readonly data: CaseData }) {
  return (
    <Section title="Lists" aside="SHA-256">
      <ul className="inspector-files">
        {data.lists.map(({ id, title, edition, sha256, vessels }) => (
          <li key={id}>
            <Name text={title} />
            <span>
              {edition && `${edition}, `}
              {vessels.toLocaleString('en')} ships
            </span>
            <Digest sha256={sha256} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Digest({ sha256 }: { readonly sha256: string }) {
  return (
    <span className="mono inspector-digest-start" title={`SHA-256 ${sha256}`}>
      {sha256.slice(0, 8)}
    </span>
  );
}
