import { useMemo } from 'react';
import { placeText } from '../../core/geo/index.ts';
import { countryName, type Port } from '../../core/ports/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { counted } from '../parts/counted.ts';
import { PortGlyph } from '../parts/PortGlyph.tsx';
import { portCountry } from '../parts/port-tally.ts';
import { CopyLinkButton } from './CopyLinkButton.tsx';
import { type Fact, Facts } from './Facts.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { Section } from './Section.tsx';
import { StaysTable } from './StaysTable.tsx';
import { staysAtPort } from './stays.ts';

interface PortViewProps {
  readonly port: Port;
  readonly data: CaseData;
  readonly onCopyLink: () => void;
}

/** A port: where it is and how surely, whose it is by law and in fact, who called and who had room to. */
export function PortView({ port, data, onCopyLink }: PortViewProps) {
  const { session } = useWorkbench();
  const stays = useMemo(() => staysAtPort(data, port), [data, port]);
  return (
    <>
      <InspectorHead onClose={() => session.closeSelection()}>
        <PortGlyph country={port.country} />
        <strong>Port</strong>
        <span>{port.concern ? 'of concern' : 'not of concern'}</span>
      </InspectorHead>
      <div className="inspector-body scroll">
        <PortIdentity port={port} />
        <StaysTable
          title="Who called when"
          stays={stays}
          data={data}
          names="ships"
          none={
            port.concern
              ? 'No call, and no dark call that more than a silence speaks for.'
              : 'No call in this case.'
          }
        />
        {port.concern && <PossibleDarkCalls port={port} data={data} />}
      </div>
      <div className="inspector-actions">
        <CopyLinkButton onCopyLink={onCopyLink} />
      </div>
    </>
  );
}

function PortIdentity({ port }: { readonly port: Port }) {
  const { name, aliases, locode, id, controlledBy, lon, lat, basis, uncertaintyM, radiusM } = port;
  const facts: readonly Fact[] = [
    ['Country', controlledBy === null ? portCountry(port) : `${portCountry(port)} by law`],
    ['Control', controlledBy === null ? '' : `${countryName(controlledBy)}, occupied`],
    ['Code', locode === '' ? `${id}, no UN/LOCODE` : `${locode} (UN/LOCODE)`],
    ['Also', aliases.join(', ')],
    ['Position', `${placeText(lon, lat, 'DDM')}, good to ${uncertaintyM.toLocaleString('en')} m`],
    ['Area', `${(radiusM / 1000).toFixed(1)} km around it`],
    ['Basis', basis],
  ];
  return (
    <div className="inspector-sentence">
      <h2>{name}</h2>
      <Facts facts={facts} />
    </div>
  );
}

/** Silences that leave time for the port and nothing more: a number, for a list of them would say too much. */
function PossibleDarkCalls({ port, data }: { readonly port: Port; readonly data: CaseData }) {
  const possible = data.analysis.darkCalls.filter(
    call => call.port.id === port.id && call.level === 'possible',
  );
  const ships = new Set(possible.map(({ vessel }) => vessel.id)).size;
  return (
    <Section title="Merely possible">
      <p className="inspector-fits">
        {possible.length === 0
          ? 'No other silence leaves time for a call here.'
          : `${counted(possible.length, 'silence')} of ${counted(ships, 'ship')} ${possible.length === 1 ? 'leaves' : 'leave'} time for a call here. Nothing else speaks for it.`}
      </p>
    </Section>
  );
}
