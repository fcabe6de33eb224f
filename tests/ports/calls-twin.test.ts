import { expect, test } from 'vitest';
import { type Call, findCalls, Gazetteer } from '../../src/core/ports/index.ts';
import { randomWorld } from '../events/random-world.ts';
import { judgedFleetOf } from '../track/reports.ts';
import { type NaiveCall, naiveCalls } from './calls-naive.ts';

const WORLDS = 120;

function plain(call: Call): NaiveCall {
  const { vessel, port, arrival, departure, confidence, support, berth, longestGapMs } = call;
  return { vessel: vessel.id, port: port.id, arrival, departure, confidence, support, berth, longestGapMs };
}

function sorted(calls: readonly NaiveCall[]): NaiveCall[] {
  const key = ({ vessel, port, arrival }: NaiveCall) => `${arrival.before} ${vessel} ${port}`;
  return calls.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

test(`calls of ${WORLDS} random worlds equal those of a search through all ports`, () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { reports, ports } = randomWorld(seed);
    const fleet = judgedFleetOf(reports);
    const calls = findCalls(fleet, new Gazetteer(ports)).map(plain);
    expect(sorted(calls), `seed ${seed}`).toEqual(sorted(naiveCalls(fleet, ports)));
    for (const { confidence, support, berth, arrival } of calls) {
      seen.add(String(confidence)).add(support).add(berth).add(arrival.basis);
    }
  }
  // The worlds must hold every kind of call, else their agreement would say little.
  expect(seen).toEqual(
    new Set(['2', '3', '4', 'stop', 'gap', 'alongside', 'anchored', 'unknown', 'observed', 'bounded']),
  );
}, 60_000);
