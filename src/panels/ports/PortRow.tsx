import { memo } from 'react';
import { countryName, type Port } from '../../core/ports/index.ts';
import { Name } from '../parts/Name.tsx';
import { PortGlyph } from '../parts/PortGlyph.tsx';
import { eventCounts, type PortEvents, portCountry } from '../parts/port-tally.ts';

/** Name and country, control apart where it is another's; then calls by how they are known. */
export const PortRow = memo(function PortRow({
  port,
  events,
}: {
  readonly port: Port;
  readonly events: PortEvents;
}) {
  const counts = eventCounts(events);
  return (
    <>
      <span className="row-mark">
        <PortGlyph country={port.country} />
      </span>
      <div className="row-first">
        <span className="row-title">
          <strong>
            <Name text={port.name} />
          </strong>
          <span className="ports-code">{port.locode}</span>
        </span>
        <span className="row-end">
          {portCountry(port)}
          {port.controlledBy !== null && `, held by ${countryName(port.controlledBy)}`}
        </span>
      </div>
      <div className="row-second">
        <span className={counts === '' ? 'ports-blank' : 'ports-counts'}>
          {counts || 'no call in this case'}
        </span>
        {events.calls.length > 0 && (
          <span className="ports-calls">
            {events.calls.length} {events.calls.length === 1 ? 'call' : 'calls'}
          </span>
        )}
      </div>
    </>
  );
});
