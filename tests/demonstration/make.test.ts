import { expect, test } from 'vitest';
import { playPlan, SEED } from '../../src/tools/demonstration/demonstration.ts';
import { compileSightings } from '../../src/tools/demonstration/sightings.ts';
import { writePositions } from '../../src/tools/demonstration/write-positions.ts';
import { readCaseChart, readCaseFile, readCasePlan } from './read-case.ts';

const plan = readCasePlan();
const chart = readCaseChart();

test('the plan and the seed give the written positions, byte for byte', () => {
  const made = writePositions(playPlan(plan, chart, SEED));
  expect(made === readCaseFile('positions.csv')).toBe(true);
});

test('another seed gives another file', () => {
  const short = plan.slice(0, 3);
  expect(writePositions(playPlan(short, chart, 'other'))).not.toBe(
    writePositions(playPlan(short, chart, SEED)),
  );
});

test('a change to one row leaves the others as they were', () => {
  const whole = playPlan(plan.slice(0, 6), chart, SEED);
  const part = playPlan(plan.slice(2, 6), chart, SEED);
  expect(part.map(([, reports]) => reports)).toEqual(whole.slice(2).map(([, reports]) => reports));
});

test('a leg over land is refused with its ship and the place', () => {
  const leg = plan.find(row => row.kind === 'under way')!;
  if (leg.kind !== 'under way') throw new Error(leg.kind);
  const inland = { ...leg.places[0]!, lon: 132, lat: 43.2 };
  const through = { ...leg, places: [leg.places[0]!, inland] };
  expect(() => playPlan([through], chart, SEED)).toThrow(
    /^ANGARA from 2023-08-12T04:00.*land at 43\.\d+ 1\d\d\./,
  );
});

test('the sources give the written sightings, byte for byte', () => {
  const made = compileSightings(
    readCaseFile('sources/timeline.csv'),
    readCaseFile('sources/rajin_shuttle_observations.csv'),
  );
  expect(made).toBe(readCaseFile('sightings.csv'));
});
