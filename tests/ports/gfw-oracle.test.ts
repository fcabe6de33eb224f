import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findCalls, findGfwVisits, Gazetteer } from '../../src/core/ports/index.ts';
import { formatIso } from '../../src/core/time/index.ts';
import { portAt } from '../events/port-at.ts';
import { judgedFleetOf, type Report } from '../track/reports.ts';

interface OracleVisit {
  readonly start: string;
  readonly end: string;
  readonly startPort: string;
  readonly endPort: string;
  readonly confidence: number;
}

interface OracleCase {
  readonly id: string;
  readonly why: string;
  readonly track: readonly { t: string; lat: number; lon: number; sog: number }[];
  readonly expectedVisits: readonly OracleVisit[];
}

interface GoldenCase {
  readonly id: string;
  readonly why: string;
  readonly calls: readonly unknown[];
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'));
}

const oracle = readJson<{
  ports: readonly { id: string; lat: number; lon: number }[];
  cases: readonly OracleCase[];
}>('gfw/port_visits_oracle.json');
const golden = readJson<{ cases: readonly GoldenCase[] }>('golden/oracle-calls.json');

const gazetteer = new Gazetteer(oracle.ports.map(({ id, lon, lat }) => portAt(id, lon, lat)));

function fleetOfCase({ track }: OracleCase) {
  return judgedFleetOf(
    track.map(({ t, lat, lon, sog }): Report => ({ mmsi: 273_000_001, t: Date.parse(t), lat, lon, sog })),
  );
}

test('the oracle has its nine tracks, and each has golden calls', () => {
  expect(oracle.cases).toHaveLength(9);
  expect(golden.cases.map(({ id }) => id)).toEqual(oracle.cases.map(({ id }) => id));
});

describe('visits by the rules of Global Fishing Watch', () => {
  test.each(oracle.cases)('$id: $why', oracleCase => {
    const visits = findGfwVisits(fleetOfCase(oracleCase), gazetteer).map(visit => ({
      start: formatIso(visit.arrival.before),
      end: formatIso(visit.departure.before),
      port: visit.port.id,
      confidence: visit.confidence,
    }));
    expect(visits).toEqual(
      oracleCase.expectedVisits.map(({ start, end, startPort, confidence }) => ({
        start,
        end,
        port: startPort,
        confidence,
      })),
    );
  });

  test('no visit of the oracle ends at another port than it starts, so that one port tells all', () => {
    for (const { startPort, endPort } of oracle.cases.flatMap(({ expectedVisits }) => expectedVisits)) {
      expect(endPort).toBe(startPort);
    }
  });
});

describe('calls by the standard rules', () => {
  test.each(golden.cases)('$id: $why', ({ id, calls }) => {
    const oracleCase = oracle.cases.find(candidate => candidate.id === id)!;
    const found = findCalls(fleetOfCase(oracleCase), gazetteer).map(call => ({
      port: call.port.id,
      arrival: [formatIso(call.arrival.after), formatIso(call.arrival.before), call.arrival.basis],
      departure: [formatIso(call.departure.after), formatIso(call.departure.before), call.departure.basis],
      confidence: call.confidence,
      support: call.support,
      longestGapMin: call.longestGapMs / 60_000,
    }));
    expect(found).toEqual(calls);
  });
});
