import { useMemo } from 'react';
import { formatDuration, formatMinute, MINUTE_MS } from '../../core/time/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useClock } from '../../state/hooks.ts';
import { CopyLinkButton } from './CopyLinkButton.tsx';
import { ExportButton } from './ExportButton.tsx';
import { IdentityBars } from './IdentityBars.tsx';
import { Listings } from './Listings.tsx';
import { RawFixesButton } from './RawFixesButton.tsx';
import { Section } from './Section.tsx';
import { StaysTable } from './StaysTable.tsx';
import { staysOfVessel } from './stays.ts';
import { VesselFindings } from './VesselFindings.tsx';
import { VesselHead } from './VesselHead.tsx';
import { VesselIdentity } from './VesselIdentity.tsx';

interface VesselViewProps {
  readonly vessel: Vessel;
  readonly data: CaseData;
  readonly onCopyLink: () => void;
}

/** A ship as it stands at the clock: identity, lists, calls, silences, findings. */
export function VesselView({ vessel, data, onCopyLink }: VesselViewProps) {
  const { time } = useClock(250);
  const minute = Math.floor(time / MINUTE_MS) * MINUTE_MS;
  const designations = useMemo(() => data.designationsAt(vessel, minute), [data, vessel, minute]);
  const stays = useMemo(() => staysOfVessel(data, vessel), [data, vessel]);
  return (
    <>
      <VesselHead vessel={vessel} data={data} time={time} />
      <div className="inspector-body scroll">
        <VesselIdentity vessel={vessel} designations={designations} />
        <IdentityBars vessel={vessel} designations={designations} time={minute} />
        <Listings at={minute} vessel={vessel} designations={designations} />
        <StaysTable
          title="Calls"
          stays={stays}
          data={data}
          names="ports"
          none="No call, and no silence that leaves room for one in the DPRK."
        />
        <Silences vessel={vessel} data={data} />
        <VesselFindings vessel={vessel} data={data} />
      </div>
      <div className="inspector-actions">
        <span className="inspector-takes">
          <CopyLinkButton onCopyLink={onCopyLink} />
          <RawFixesButton />
          <ExportButton />
        </span>
      </div>
    </>
  );
}

function Silences({ vessel, data }: { readonly vessel: Vessel; readonly data: CaseData }) {
  const silences = data.silencesOf.get(vessel) ?? [];
  const open = data.analysis.openSilences.find(silence => silence.vessel.id === vessel.id);
  const longest = silences.reduce((most, silence) => Math.max(most, silence.to - silence.from), 0);
  const { silenceHours } = data.analysis.method.parameters;
  return (
    <Section title="Silences" aside={`of ${silenceHours} h and more`}>
      <p className="inspector-fits">
        {silences.length === 0 ? 'None' : `${silences.length}, the longest ${formatDuration(longest)}`}.
        {open && ` Not heard again after ${formatMinute(open.from)}, though its source goes on.`}
      </p>
    </Section>
  );
}
