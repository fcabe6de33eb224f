import { useState } from 'react';

const ZONES: readonly { readonly name: string; readonly minutes: number }[] = [
  { name: 'UTC', minutes: 0 },
  { name: 'Moscow, UTC+3', minutes: 180 },
  { name: 'China, UTC+8', minutes: 480 },
  { name: 'Korea or Japan, UTC+9', minutes: 540 },
  { name: 'Vladivostok, UTC+10', minutes: 600 },
];

/** Asks which clock wrote times that name no zone; they are never guessed. */
export function ZoneQuestion({ onZone }: { onZone: (minutes: number) => void }) {
  const [minutes, setMinutes] = useState(0);
  return (
    <fieldset className="import-zone">
      <legend>The times name no zone. Which clock wrote them?</legend>
      {ZONES.map(zone => (
        <label key={zone.minutes}>
          <input
            type="radio"
            name="zone"
            checked={zone.minutes === minutes}
            onChange={() => setMinutes(zone.minutes)}
          />
          {zone.name}
        </label>
      ))}
      <button type="button" className="button primary" onClick={() => onZone(minutes)}>
        Read it again
      </button>
    </fieldset>
  );
}
