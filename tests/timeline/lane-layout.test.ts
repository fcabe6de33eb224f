import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../src/core/time/index.ts';
import { eventAt, isBlock, markAt } from '../../src/panels/timeline/hit-test.ts';
import { COMPACT_LANE, LANE, type LaneLayout, layOutLane } from '../../src/panels/timeline/lane-layout.ts';
import { type Lane, lanesOf } from '../../src/panels/timeline/lanes.ts';
import type { TimeScale } from '../../src/panels/timeline/time-scale.ts';
import { seededRandom } from '../map/seeded-random.ts';
import {
  at,
  type CaseParts,
  call,
  caseOf,
  darkCall,
  finding,
  port,
  sighting,
  silence,
  vessel,
} from './case.ts';

const LADY_R = vessel('LADY R', 0, 9161003);
const RAJIN = port('RJN', 'KP');
const VLADIVOSTOK = port('VVO', 'RU');
/** Ten pixels a day from 1 March 2024. */
const SCALE: TimeScale = { from: at('2024-03-01'), to: at('2024-05-30'), widthPx: 900 };
const CODE_PX = 22;
const measure = (text: string): number => (text.length * CODE_PX) / 3;

function laneOf(parts: Omit<CaseParts, 'vessels'>): Lane {
  return lanesOf(caseOf({ vessels: [LADY_R], ...parts }))[0]!;
}

function layOut(parts: Omit<CaseParts, 'vessels'>): LaneLayout {
  return layOutLane(laneOf(parts), SCALE, measure);
}

const stay = (from: string, to: string) => call(LADY_R, VLADIVOSTOK, from, to);

describe('codes of blocks', () => {
  test('stand inside from 26 px, in the middle of a short block and at the start of a long one', () => {
    const { blocks } = layOut({
      calls: [stay('2024-03-04', '2024-03-07'), stay('2024-03-20', '2024-04-20')],
    });
    expect(blocks.map(({ x0, x1, label }) => [x0, x1, label])).toEqual([
      [30, 60, { text: 'VVO', x: 34, widthPx: 22, inside: true }],
      [190, 500, { text: 'VVO', x: 196, widthPx: 22, inside: true }],
    ]);
  });

  test('stand inside the part that is in view', () => {
    const { blocks } = layOut({ calls: [stay('2024-02-01', '2024-03-05')] });
    expect(blocks[0]).toMatchObject({ x0: -290, x1: 40, label: { x: 9, inside: true } });
  });

  test('stand right of a narrow block, else left, else nowhere', () => {
    const { blocks } = layOut({
      calls: [
        stay('2024-03-11', '2024-03-12'),
        stay('2024-03-21', '2024-03-22'),
        stay('2024-03-23', '2024-03-24'),
        stay('2024-03-25', '2024-03-26'),
      ],
    });
    expect(blocks.map(({ label }) => label && [label.x, label.inside])).toEqual([
      [115, false],
      [173, false],
      null,
      [255, false],
    ]);
  });

  test('say that no day was given where that fits', () => {
    const gap = silence(LADY_R, '2024-04-01', '2024-05-01');
    const dark = darkCall(gap, RAJIN, 'supported', [sighting(2, 9161003, '2024-04-01', '2024-05-01')]);
    const parts = {
      silences: [gap],
      darkCalls: [dark],
      findings: [finding('dprk-dark-call', LADY_R, [gap.id, dark.id])],
    };
    expect(layOut(parts).blocks[0]!.label!.text).toBe('RJN, day not given');
    const far = { ...SCALE, to: at('2026-05-30') };
    expect(layOutLane(laneOf(parts), far, measure).blocks[0]!.label!.text).toBe('RJN');
  });

  test('touch no other block, code or edge', () => {
    const seed = 31;
    const random = seededRandom(seed);
    for (let run = 0; run < 300; run++) {
      const calls = Array.from({ length: 25 }, () => {
        const from = at('2024-02-20') + random() * 100 * DAY_MS;
        const iso = (t: number) => new Date(t).toISOString().slice(0, 16).replace('T', ' ');
        return stay(iso(from), iso(from + random() ** 3 * 12 * DAY_MS));
      });
      const { blocks } = layOut({ calls });
      const labels = blocks.flatMap(({ label }) => label ?? []);
      const why = `seed ${seed}, run ${run}`;
      for (const { x, widthPx, inside } of labels) {
        if (inside) continue;
        const touches = blocks.some(({ x0, x1 }) => x0 < x + widthPx && x1 > x);
        expect(touches, why).toBe(false);
        expect(x >= 0 && x + widthPx <= SCALE.widthPx, why).toBe(true);
        expect(labels.filter(other => other.x < x + widthPx && other.x + other.widthPx > x).length, why).toBe(
          1,
        );
      }
    }
  });
});

describe('marks of a lane', () => {
  test('out of view are left out', () => {
    const layout = layOut({
      calls: [stay('2024-01-01', '2024-01-05')],
      silences: [silence(LADY_R, '2024-06-01', '2024-06-09')],
      sightings: [sighting(2, 9161003, '2023-03-10', '2023-03-11')],
    });
    expect(layout).toEqual({ silences: [], blocks: [], brackets: [] });
  });

  test('a call of an hour is still three pixels wide', () => {
    const [block] = layOut({ calls: [stay('2024-03-11 10:00', '2024-03-11 11:00')] }).blocks;
    expect(block!.x1 - block!.x0).toBe(3);
  });

  test('brackets stand around the days seen, at least seven pixels wide, once for the same days', () => {
    const { brackets } = layOut({
      sightings: [
        sighting(2, 9161003, '2024-03-10', '2024-03-11'),
        sighting(3, 9161003, '2024-03-10', '2024-03-11'),
        sighting(4, 9161003, '2024-03-20', '2024-03-25'),
      ],
    });
    expect(brackets.map(({ x0, x1 }) => [x0, x1])).toEqual([
      [91.5, 98.5],
      [192, 238],
    ]);
  });
});

describe('what a pointer is on', () => {
  const gap = silence(LADY_R, '2024-03-09', '2024-03-13');
  const dark = darkCall(gap, RAJIN, 'supported');
  const seen = sighting(2, 9161003, '2024-03-10', '2024-03-11');
  const long = stay('2024-03-20', '2024-04-20');
  const short = stay('2024-03-25', '2024-03-26');
  const lane = laneOf({
    silences: [gap],
    darkCalls: [dark],
    findings: [finding('dprk-dark-call', LADY_R, [gap.id, dark.id])],
    sightings: [seen],
    calls: [long, short],
  });
  const layout = layOutLane(lane, SCALE, measure);

  test.each([
    ['the block', 100, 10, dark.id],
    ['its edge, two pixels off', 118.6 + 2, 10, dark.id],
    ['the bracket below it', 95, 20, seen.id],
    ['the silence beside it', 80.2 - 3, 10, null],
    ['the shortest of two blocks', 245, 10, short.id],
    ['the longer one', 300, 10, long.id],
    ['between the lanes', 300, 24, null],
    ['nothing', 600, 10, null],
  ] as const)('%s', (_, x, y, id) => {
    expect(eventAt(layout, LANE, x, y)?.id ?? null).toBe(id);
  });

  test('a silence where no block is', () => {
    const only = layOutLane(laneOf({ silences: [gap] }), SCALE, measure);
    expect(eventAt(only, LANE, 100, 10)?.id).toBe(gap.id);
    expect(eventAt(only, LANE, 121, 10)).toBeNull();
  });

  test('no sighting where a lane has no zone for them', () => {
    expect(eventAt(layout, COMPACT_LANE, 95, 26)).toBeNull();
    expect(eventAt(layout, COMPACT_LANE, 95, 20)?.id).toBe(dark.id);
  });

  test('the lane under the point, and above the lanes the day of a listing', () => {
    const listing = { authority: 'KR', at: at('2024-04-03'), vessels: [LADY_R] };
    const laidOut = {
      metrics: LANE,
      listedHeight: 20,
      listings: { earlier: '', ticks: [{ listing, x: 330, label: null }], later: '', laterX: 900 },
      lanes: [
        { vessel: vessel('OTHER', 1, 8517839), top: 15, layout: { silences: [], blocks: [], brackets: [] } },
        { vessel: LADY_R, top: 40, layout },
      ],
    };
    expect(markAt(laidOut, 100, 50)).toMatchObject({ kind: 'event', vessel: LADY_R, event: { id: dark.id } });
    expect(isBlock(markAt(laidOut, 100, 50))).toBe(true);
    expect(isBlock(markAt(laidOut, 95, 60))).toBe(false);
    expect(markAt(laidOut, 100, 25)).toBeNull();
    expect(markAt(laidOut, 100, 90)).toBeNull();
    expect(markAt(laidOut, 334, 10)).toEqual({ kind: 'listing', listing });
    expect(markAt(laidOut, 340, 10)).toBeNull();
  });
});
