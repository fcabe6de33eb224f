import { formatUtc, MINUTE_MS } from '../../core/time/index.ts';
import { type Draft, type Needs, readZone } from './draft.ts';
import { zoneText } from './import-words.ts';

const ZONES: readonly (readonly [minutes: number, place: string])[] = [
  [0, ''],
  [180, 'Moscow'],
  [480, 'China'],
  [540, 'Korea, Japan'],
  [600, 'Vladivostok'],
];

interface ZoneQuestionProps {
  /** Name of the radio group. */
  readonly name: string;
  readonly needs: Needs;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Asks which clock wrote times that name no zone, with what the first of them is then in UTC. Never guessed. */
export function ZoneQuestion({ name, needs, draft, onChange }: ZoneQuestionProps) {
  const { otherZone, zoneMinutes } = draft;
  const isListed = ZONES.some(([minutes]) => minutes === zoneMinutes);
  const other = otherZone ?? (zoneMinutes === null || isListed ? null : zoneText(zoneMinutes));
  return (
    <fieldset className="import-section import-choices">
      <legend>The times name no zone. Which clock wrote them?</legend>
      <p className="import-choices-head" aria-hidden="true">
        <span>so the first report is, UTC</span>
      </p>
      {ZONES.map(([minutes, place]) => (
        <label key={minutes}>
          <input
            type="radio"
            name={name}
            checked={other === null && minutes === zoneMinutes}
            onChange={() => onChange({ zoneMinutes: minutes, otherZone: null })}
          />
          <span>{place === '' ? 'UTC' : `${place}, ${zoneText(minutes)}`}</span>
          <span className="import-reading">{firstReport(needs, draft, minutes)}</span>
        </label>
      ))}
      <label>
        <input
          type="radio"
          name={name}
          checked={other !== null}
          onChange={() => onChange({ otherZone: other ?? '' })}
        />
        <span>Another</span>
        <span className="import-reading">{other !== null && firstReport(needs, draft, readZone(other))}</span>
      </label>
      {other !== null && (
        <input
          className="field import-other-zone"
          aria-label="Offset from UTC"
          placeholder="+05:30"
          value={other}
          onChange={event => onChange({ otherZone: event.target.value })}
        />
      )}
    </fieldset>
  );
}

/** What the first time of the file would be in UTC; empty where it can't be told yet. */
function firstReport({ times, example }: Needs, { timeFormat }: Draft, minutes: number): string {
  const sample = times.samples.find(({ namesZone }) => !namesZone) ?? example;
  if (!sample || Number.isNaN(minutes)) return '';
  const { readings } = sample;
  const t = readings.size === 1 ? [...readings.values()][0] : timeFormat && readings.get(timeFormat);
  return t ? formatUtc(t - minutes * MINUTE_MS, 'd MMM yyyy HH:mm:ss') : '';
}
