import type { Sighting } from '../../core/ports/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { Name } from '../parts/Name.tsx';
import { Section } from './Section.tsx';
import { Source } from './Source.tsx';

interface SightingsProps {
  readonly sightings: readonly Sighting[];
  readonly data: CaseData;
}

/** Where the sightings under a finding were published, each with its line in the file; nothing if there is none. */
export function Sightings({ sightings, data }: SightingsProps) {
  if (sightings.length === 0) return null;
  const files = data.inputs.filter(({ kind }) => kind === 'sightings');
  const file = files.length === 1 ? files[0]!.name : 'sightings';
  return (
    <Section
      title="Published"
      aside={sightings.length === 1 ? '1 sighting' : `${sightings.length} sightings`}
    >
      <ul className="inspector-sightings">
        {sightings.map(({ id, line, source }) => (
          <li key={id}>
            <span className="mono">
              <Name text={`${file}:${line}`} />
            </span>
            <Source text={source} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
