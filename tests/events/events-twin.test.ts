import { expect, test } from 'vitest';
import {
  type DarkCall,
  type Fix,
  findDarkCalls,
  findSilences,
  type Silence,
} from '../../src/core/events/index.ts';
import { Gazetteer } from '../../src/core/ports/index.ts';
import { judgedFleetOf } from '../track/reports.ts';
import {
  type NaiveDarkCall,
  type NaiveSilence,
  naiveDarkCalls,
  naiveSilences,
  reportsOf,
} from './events-naive.ts';
import { randomWorld } from './random-world.ts';

const WORLDS = 120;

function plainFix(fix: Fix | null) {
  return fix && { t: fix.t, lon: fix.lon, lat: fix.lat };
}

function plainSilence(silence: Silence): NaiveSilence {
  const { vessel, from, to, control, reconstructed, reportsBefore, lastFix, nextFix } = silence;
  const ends = { lastFix: plainFix(lastFix), nextFix: plainFix(nextFix) };
  return { vessel: vessel.id, from, to, control, reconstructed, reportsBefore, ...ends };
}

function plainDarkCall(darkCall: DarkCall): NaiveDarkCall {
  const { vessel, silence, port, level, otherPorts, otherPortsOfConcern } = darkCall;
  return {
    vessel: vessel.id,
    from: silence.from,
    port: port.id,
    level,
    earliest: Math.round(darkCall.earliest / 1000),
    latest: Math.round(darkCall.latest / 1000),
    otherPorts,
    otherPortsOfConcern,
    sightings: darkCall.sightings.map(({ id }) => id),
  };
}

function sorted<T extends { vessel: string; from: number; port?: string }>(events: readonly T[]): T[] {
  const key = ({ vessel, from, port }: T) => `${from} ${vessel} ${port}`;
  return events.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

test(`silences and dark calls of ${WORLDS} random worlds equal those of a search through everything`, () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { reports, ports, sightings } = randomWorld(seed);
    const inTwoInputs = reports.map((report, i) => ({ ...report, source: i % 5 === 0 ? 1 : 0 }));
    const fleet = judgedFleetOf(seed % 2 ? reports : inTwoInputs);
    const { silences } = findSilences(fleet);
    const heard = reportsOf(fleet);
    const naive = naiveSilences(heard);
    expect(sorted(silences.map(plainSilence)), `seed ${seed}`).toEqual(sorted(naive));
    const darkCalls = findDarkCalls(fleet, silences, new Gazetteer(ports), sightings);
    expect(sorted(darkCalls.map(plainDarkCall)), `seed ${seed}`).toEqual(
      sorted(naiveDarkCalls(heard, naive, ports, sightings)),
    );
    for (const { control } of silences) seen.add(control);
    for (const { level } of darkCalls) seen.add(level);
  }
  // The worlds must hold every kind of silence and level, else their agreement would say little.
  expect(seen).toEqual(
    new Set([
      'others heard',
      'nobody heard',
      'feed down',
      "can't tell",
      'possible',
      'consistent',
      'supported',
    ]),
  );
}, 60_000);
