import { useState } from 'react';
import type { Control, DarkCall } from '../../core/events/index.ts';
import { formatDuration } from '../../core/time/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { portCountry } from '../parts/port-tally.ts';
import { Section } from './Section.tsx';

/** So many ports a country are named at first. */
const NAMED = 3;

/** Other ports that the same silence leaves room for: the more there are, the less this one means. */
export function WhatElseFits({ darkCall, data }: { readonly darkCall: DarkCall; readonly data: CaseData }) {
  const { silence, otherPorts, otherPortsOfConcern } = darkCall;
  const others = (data.darkCallsOf.get(darkCall.vessel) ?? [])
    .filter(other => other.silence.id === silence.id && other.id !== darkCall.id)
    .sort((a, b) => b.maxDwellMs - a.maxDwellMs);
  const rest = otherPorts - otherPortsOfConcern;
  return (
    <Section
      title="What else fits"
      aside={otherPorts === 1 ? '1 other port' : `${otherPorts.toLocaleString('en')} other ports`}
    >
      {groupByCountry(others).map(([country, ports]) => (
        <PortsThatFit key={country} country={country} ports={ports} />
      ))}
      {rest > 0 && (
        <p className="inspector-fits">
          Not of concern: {rest.toLocaleString('en')} {rest === 1 ? 'port' : 'ports'}.
        </p>
      )}
      <p className="inspector-fits">{controlText(silence.control, silence.reconstructed)}</p>
    </Section>
  );
}

function PortsThatFit({ country, ports }: { readonly country: string; readonly ports: readonly DarkCall[] }) {
  const { session } = useWorkbench();
  const [all, setAll] = useState(false);
  const shown = all ? ports : ports.slice(0, NAMED);
  const more = ports.length - shown.length;
  return (
    <p className="inspector-fits">
      {country} {ports.length}:{' '}
      {shown.map(({ id, port, maxDwellMs }, index) => (
        <span key={id} className="inspector-fit-item">
          {index > 0 && ', '}
          <button
            type="button"
            className="inspector-fit"
            title={`Up to ${formatDuration(maxDwellMs)} at ${port.name}`}
            onClick={() => session.openPort(port.id)}
          >
            {port.name}
          </button>{' '}
          {formatDuration(maxDwellMs)}
        </span>
      ))}
      {more > 0 && (
        <>
          {', '}
          <button type="button" className="text-button" onClick={() => setAll(true)}>
            {more} more
          </button>
        </>
      )}
      .
    </p>
  );
}

/** By country of law, the DPRK first, then by number of ports. */
function groupByCountry(darkCalls: readonly DarkCall[]): [string, DarkCall[]][] {
  const groups = new Map<string, DarkCall[]>();
  for (const darkCall of darkCalls) {
    const country = portCountry(darkCall.port);
    groups.set(country, [...(groups.get(country) ?? []), darkCall]);
  }
  return [...groups].sort(
    ([a, x], [b, y]) =>
      Number(b === 'DPRK') - Number(a === 'DPRK') || y.length - x.length || a.localeCompare(b),
  );
}

function controlText(control: Control, reconstructed: boolean): string {
  switch (control) {
    case 'others heard':
      return 'Other ships were heard near by while this one was not.';
    case 'nobody heard':
      return 'No other ship was heard near by either: it may be the receivers.';
    case 'feed down':
      return 'The source heard nobody anywhere in that time: it was down.';
    case "can't tell":
      return reconstructed
        ? "Others heard: can't tell, a reconstruction has no receivers."
        : "Others heard: can't tell, no other ship is ever heard there.";
  }
}
