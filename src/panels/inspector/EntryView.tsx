import { useMemo } from 'react';
import type { Designation } from '../../core/sanctions/index.ts';
import { formatDate, type Instant } from '../../core/time/index.ts';
import { type Vessel, vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { ShipBar } from '../parts/ShipBar.tsx';
import { visibleText } from '../parts/visible-text.ts';
import { CopyLinkButton } from './CopyLinkButton.tsx';
import { type Fact, Facts } from './Facts.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { Section } from './Section.tsx';
import { Source } from './Source.tsx';

interface EntryViewProps {
  readonly entry: Designation;
  readonly data: CaseData;
  readonly onCopyLink: () => void;
}

/** An entry of a list: whom it names, since when, on what ground, and which ships of the case it is or isn't. */
export function EntryView({ entry, data, onCopyLink }: EntryViewProps) {
  const { session } = useWorkbench();
  const { subject, authority, verified } = entry;
  return (
    <>
      <InspectorHead onClose={() => session.closeSelection()}>
        <strong>{authority}</strong>
        <span>{KIND_WORDS[subject.kind]}</span>
        {!verified && <span>unconfirmed</span>}
      </InspectorHead>
      <div className="inspector-body scroll">
        <div className="inspector-sentence">
          <h2>
            <bdi>{visibleText(subject.names[0]?.text ?? 'No name given')}</bdi>
          </h2>
          <Facts facts={subjectFacts(entry)} />
        </div>
        <Section title="Dates" aside={verified ? 'confirmed' : 'unconfirmed, counted by no rule'}>
          <Facts facts={dateFacts(entry)} />
        </Section>
        <Section title="Ground and source">
          <Facts facts={groundFacts(entry, data)}>
            {entry.source !== '' && (
              <div>
                <dt>Source</dt>
                <dd>
                  <Source text={entry.source} />
                </dd>
              </div>
            )}
          </Facts>
        </Section>
        <ShipsNamed entry={entry} data={data} />
      </div>
      <div className="inspector-actions">
        <CopyLinkButton onCopyLink={onCopyLink} />
      </div>
    </>
  );
}

const KIND_WORDS = { vessel: 'ship', organisation: 'company', person: 'person' } as const;

function subjectFacts({ subject }: Designation): Fact[] {
  const { imo, companyImo, mmsi, callSign, flag, vesselType, owners, names } = subject;
  return [
    ['IMO', imo > 0 ? String(imo) : companyImo > 0 ? `${companyImo} (company)` : ''],
    ['MMSI', mmsi > 0 ? String(mmsi) : ''],
    ['Call sign', callSign],
    ['Flag', flag],
    ['Type', vesselType],
    ['Owner', owners.join(', ')],
    [
      'Also',
      names
        .slice(1)
        .map(({ text, kind }) => `${text} (${kind})`)
        .join(', '),
    ],
  ];
}

function dateFacts({ announced, effective, ended, datedBy }: Designation): Fact[] {
  const day = (at: Instant | null): string => (at === null ? 'not given' : formatDate(at));
  return [
    ['Announced', day(announced)],
    ['In force', effective === null ? 'from a day not given' : `from ${formatDate(effective)}`],
    ['Ended', ended === null ? '' : formatDate(ended)],
    ['Dated by', datedBy === null ? '' : `notice ${datedBy}`],
  ];
}

function groundFacts(
  { programme, instrument, list, entry, line, note }: Designation,
  data: CaseData,
): Fact[] {
  const title = data.lists.find(({ id }) => id === list)?.title ?? list;
  return [
    ['Programme', programme],
    ['Act', instrument],
    ['List', title],
    ['Entry', `${entry}, line ${line}`],
    ['Note', note],
  ];
}

interface NamedShip {
  readonly vessel: Vessel;
  readonly reason: string;
  readonly word: 'is this ship' | 'a lead' | 'another ship';
}

/** Ships of the case that share something with the entry, and whether that makes them the ship listed. */
function ShipsNamed({ entry, data }: { readonly entry: Designation; readonly data: CaseData }) {
  const { session } = useWorkbench();
  const ships = useMemo(
    () => data.order.flatMap(vessel => shipNamed(entry, vessel, data) ?? []),
    [entry, data],
  );
  return (
    <Section title="Ships of this case">
      {ships.length === 0 && <p className="inspector-quiet">None shares a number or a name with it.</p>}
      <ul className="inspector-named">
        {ships.map(({ vessel, reason, word }) => (
          <li key={vessel.id}>
            <button
              type="button"
              className="inspector-named-ship"
              onClick={() => session.openVessel(vessel.id)}
            >
              <ShipBar hue={data.hues[vessel.index]!} />
              <bdi>{visibleText(vesselLabel(vessel))}</bdi>
              <span className="inspector-named-word">{word}</span>
            </button>
            <p>{visibleText(reason)}.</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function shipNamed(entry: Designation, vessel: Vessel, data: CaseData): NamedShip | null {
  const match = data.matches(vessel).find(({ designation }) => designation.id === entry.id);
  if (match)
    return { vessel, reason: match.reason, word: match.strength === 'exact' ? 'is this ship' : 'a lead' };
  const lookalike = data.lookalikes(vessel).find(({ designation }) => designation.id === entry.id);
  if (lookalike) return { vessel, reason: lookalike.reason, word: 'another ship' };
  if (entry.subject.imo === 0 || entry.subject.imo !== vessel.imo) return null;
  return {
    vessel,
    reason: `IMO ${vessel.imo} equals the notice's; its dates are shown with the entry of its list`,
    word: 'is this ship',
  };
}
