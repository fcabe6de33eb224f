import type { Finding } from '../../core/findings/index.ts';
import { vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useSelect, useWorkbench } from '../../state/hooks.ts';
import { darkCallOf } from '../parts/finding-words.ts';
import { ShipBar } from '../parts/ShipBar.tsx';
import { visibleText } from '../parts/visible-text.ts';
import { FindingActions } from './FindingActions.tsx';
import { FindingHead } from './FindingHead.tsx';
import { Intervals } from './Intervals.tsx';
import { findingIntervals } from './intervals.ts';
import { LevelStrip } from './LevelStrip.tsx';
import { Listings } from './Listings.tsx';
import { Receipts } from './Receipts.tsx';
import { RuleNote } from './RuleNote.tsx';
import { Section } from './Section.tsx';
import { Sentence } from './Sentence.tsx';
import { Sightings } from './Sightings.tsx';
import { Statements } from './Statements.tsx';
import { WhatElseFits } from './WhatElseFits.tsx';

interface FindingViewProps {
  readonly finding: Finding;
  readonly data: CaseData;
  readonly onCopyLink: () => void;
}

/** A finding: its sentence, what supports it, when, who had listed the ship then, the rows under it, and the rule. */
export function FindingView({ finding, data, onCopyLink }: FindingViewProps) {
  const { vessel, at, designations, sightings, rule } = finding;
  const darkCall = darkCallOf(data, finding);
  const hue = data.hues[vessel.index]!;
  return (
    <>
      <FindingHead finding={finding} />
      <div className="inspector-body scroll">
        <div className="inspector-sentence">
          <h2>
            <Sentence name={vesselLabel(vessel)} text={finding.text} />
          </h2>
          <Statements finding={finding} />
          {darkCall && <LevelStrip level={darkCall.level} />}
          <ShipAndPort finding={finding} hue={hue} />
        </div>
        <Dismissal id={finding.id} />
        <Intervals chart={findingIntervals(data, finding)} hue={hue} />
        <Listings at={at} vessel={vessel} designations={designations} />
        <Receipts finding={finding} data={data} />
        <Sightings sightings={sightings} data={data} />
        {darkCall && <WhatElseFits darkCall={darkCall} data={data} />}
        <RuleNote id={rule} data={data} />
      </div>
      <FindingActions id={finding.id} onCopyLink={onCopyLink} />
    </>
  );
}

/** The way to the ship and to the port. */
function ShipAndPort({ finding, hue }: { readonly finding: Finding; readonly hue: number | null }) {
  const { session } = useWorkbench();
  const { vessel, port } = finding;
  return (
    <p className="inspector-links">
      <button type="button" className="text-button" onClick={() => session.openVessel(vessel.id)}>
        <ShipBar hue={hue} />
        <bdi>{visibleText(vesselLabel(vessel))}</bdi>
      </button>
      {port && (
        <button type="button" className="text-button" onClick={() => session.openPort(port.id)}>
          {port.name}
        </button>
      )}
    </p>
  );
}

function Dismissal({ id }: { readonly id: string }) {
  const reason = useSelect(state => state.dismissed.get(id));
  if (reason === undefined) return null;
  return (
    <Section title="Dismissed">
      <p className="inspector-reason">{visibleText(reason)}</p>
    </Section>
  );
}
