import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Finding, identityOf, type RuleId } from '../../src/core/findings/index.ts';
import { DesignationIndex, isInForce } from '../../src/core/sanctions/index.ts';
import { TrackStore } from '../../src/core/track/index.ts';
import { analyseDemonstration } from './demonstration-case.ts';
import { goldenText } from './demonstration-golden.ts';

const LADY_R = 'imo-9161003';
const ANGARA = 'imo-9179842';
const MAIA_1 = 'imo-9358010';
const MARIA = 'imo-8517839';

const MARIA_LISTED = Date.parse('2023-12-12T00:00:00Z');

const { analysis, vessels, lists, tracks, inputs } = await analyseDemonstration();
const { findings, darkCalls, calls, silences } = analysis;
const index = new DesignationIndex(lists);

/** How an authority's listings of a ship stand at noon of a day. */
function statusOn(vesselId: string, authority: string, day: string): string[] {
  const vessel = vessels.find(({ id }) => id === vesselId)!;
  const standing = index.designationsAt(identityOf(vessel), Date.parse(`${day}T12:00:00Z`));
  const own = standing.filter(
    ({ designation, via, strength }) =>
      designation.authority === authority && designation.verified && via === null && strength === 'exact',
  );
  return own.map(({ status }) => status);
}

function findingsOf(vesselId: string, ...rules: readonly RuleId[]): Finding[] {
  return findings.filter(
    ({ vessel, rule }) => vessel.id === vesselId && (rules.length === 0 || rules.includes(rule)),
  );
}

test('events and findings are those of the golden file', async () => {
  await expect(goldenText(analysis)).toMatchFileSnapshot('../../fixtures/golden/rajin-shuttle.json');
});

describe('what the case shows', () => {
  test('four ships, and findings on each', () => {
    expect(vessels.map(({ id }) => id).sort()).toEqual([MARIA, LADY_R, ANGARA, MAIA_1].sort());
    for (const { id } of vessels) expect(findingsOf(id).length, id).toBeGreaterThan(0);
  });

  test("LADY R's dark call at Rajin in March 2024 is supported, and leaves room on the days it was seen", () => {
    const [march] = darkCalls.filter(
      ({ vessel, port, earliest }) =>
        vessel.id === LADY_R && port.id === 'KPRJN' && new Date(earliest).toISOString().startsWith('2024-03'),
    );
    expect(march).toMatchObject({ level: 'supported', sightings: [{ imo: 9_161_003, place: 'Rajin' }] });
    expect(march!.earliest).toBeLessThan(Date.parse('2024-03-10T12:00:00Z'));
    expect(march!.latest).toBeGreaterThan(Date.parse('2024-03-12T12:00:00Z'));
    expect(findingsOf(LADY_R, 'dprk-dark-call').some(({ events }) => events.includes(march!.id))).toBe(true);
  });

  test('Seoul had not listed LADY R on 12 March 2024, and had on 14 April', () => {
    expect(statusOn(LADY_R, 'KR', '2024-03-12')).toEqual(['not yet']);
    expect(statusOn(LADY_R, 'KR', '2024-04-14')).toEqual(['in force']);
    const statuses = findingsOf(LADY_R, 'dprk-dark-call').map(({ at, designations }) => [
      new Date(at).toISOString().slice(0, 10),
      designations.find(({ designation }) => designation.authority === 'KR')!.status,
    ]);
    expect(statuses).toContainEqual(['2024-03-12', 'not yet']);
    expect(statuses).toContainEqual(['2024-04-14', 'in force']);
  });

  test('Washington had not listed MARIA before 12 December 2023', () => {
    expect(statusOn(MARIA, 'US', '2022-05-08')).not.toContain('in force');
    expect(statusOn(MARIA, 'US', '2023-12-11')).not.toContain('in force');
    expect(statusOn(MARIA, 'US', '2023-12-11')).toContain('not yet');
    expect(statusOn(MARIA, 'US', '2023-12-12')).toContain('in force');
  });

  test('no finding on MARIA from before that day counts Washington in', () => {
    const early = findingsOf(MARIA).filter(({ at }) => at < MARIA_LISTED);
    expect(early.length).toBeGreaterThan(0);
    for (const { id, designations, text } of early) {
      const american = designations.filter(({ designation }) => designation.authority === 'US');
      expect(american.some(isInForce), id).toBe(false);
      expect(text, id).not.toContain('listed by');
    }
  });

  test('a ship is listed by its own IMO number or not at all: no namesake counts', () => {
    for (const { id, designations, vessel } of findings) {
      for (const { designation } of designations.filter(isInForce)) {
        expect(designation.subject.imo, id).toBe(vessel.imo);
      }
    }
  });
});

describe('how far the case goes', () => {
  test('every report is reconstructed, and no finding or statement claims to be observed', () => {
    expect(vessels.every(({ reconstructed }) => reconstructed)).toBe(true);
    for (const { id, claim, reconstructed, statements } of findings) {
      expect(reconstructed, id).toBe(true);
      expect([claim, ...statements.map(statement => statement.claim)], id).not.toContain('observed');
    }
  });

  test('of made-up reports no control is told, so that only a sighting raises a dark call', () => {
    expect(new Set(silences.map(({ control }) => control))).toEqual(new Set(["can't tell"]));
    for (const { level, sightings } of darkCalls) {
      expect(level).toBe(sightings.length > 0 ? 'supported' : 'possible');
    }
  });

  test('no ship was heard in a North Korean port: what there is there is inferred', () => {
    expect(calls.filter(({ port }) => port.country === 'KP')).toEqual([]);
    expect(findings.some(({ rule }) => rule === 'dprk-call' || rule === 'dprk-call-designated')).toBe(false);
  });

  test('a shuttle rests on a sighting of each ship it names', () => {
    const shuttles = findings.filter(({ rule }) => rule === 'dprk-ru-shuttle');
    expect(shuttles.length).toBeGreaterThan(0);
    for (const { id, sightings, vessel } of shuttles) {
      expect(sightings.length, id).toBeGreaterThan(0);
      for (const { imo } of sightings) expect(imo, id).toBe(vessel.imo);
    }
  });
});

describe('receipts', () => {
  const store = TrackStore.from(tracks);
  const text = readFileSync(new URL('../../fixtures/rajin-shuttle/positions.csv', import.meta.url), 'utf8');
  const lines = text.trimEnd().split('\n');
  const imoOfLine = (line: number) => Number(lines[line - 1]!.split(',')[0]);
  const input = inputs.find(({ kind }) => kind === 'positions')!.input;

  test('of every finding name rows that exist and begin and end with its ship', () => {
    for (const { id, vessel, receipts } of findings) {
      expect(receipts, id).toHaveLength(1);
      const [{ first, last, input: named }] = receipts as [(typeof receipts)[number]];
      expect(named, id).toBe(input);
      expect(first >= 2 && first <= last && last <= lines.length, id).toBe(true);
      expect([imoOfLine(first), imoOfLine(last)], id).toEqual([vessel.imo, vessel.imo]);
    }
  });

  test('count all rows of the ship between the first and the last', () => {
    for (const { id, vessel, receipts } of [...findings, ...calls, ...silences]) {
      const { first, last, rows } = receipts[0]!;
      const between = lines.slice(first - 1, last).filter(line => Number(line.split(',')[0]) === vessel.imo);
      expect(rows, id).toBe(between.length);
    }
  });

  test('of silences are their two ends', () => {
    for (const { from, to, receipts, vessel } of silences) {
      const own = [...store.t.keys()].slice(store.starts[vessel.index]!, store.starts[vessel.index + 1]!);
      const rows = own.filter(i => store.t[i] === from || store.t[i] === to).map(i => store.row[i]!);
      expect(receipts[0]).toMatchObject({ first: Math.min(...rows), last: Math.max(...rows), rows: 2 });
    }
  });
});
