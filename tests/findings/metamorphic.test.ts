import { describe, expect, test } from 'vitest';
import {
  type Analysis,
  type AnalysisContext,
  analyse,
  type CallRules,
  DEFAULT_METHOD,
  RULES,
} from '../../src/core/findings/index.ts';
import { Gazetteer, type Port } from '../../src/core/ports/index.ts';
import { type Designation, DesignationIndex, type DesignationList } from '../../src/core/sanctions/index.ts';
import { DAY_MS } from '../../src/core/time/index.ts';
import { randomWorld } from '../events/random-world.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { listOf } from '../sanctions/designations.ts';
import { fleetOf, type Report } from '../track/reports.ts';
import { readDemonstration } from './demonstration-case.ts';
import { type Leeway, outline } from './outline.ts';

/** Reports and everything they are held against. */
interface Case {
  readonly reports: readonly Report[];
  readonly lists: readonly DesignationList[];
  readonly context: AnalysisContext;
}

/** A change of the input after which the analysis must be the same, but for the leeway. */
interface Change {
  readonly title: string;
  readonly apply: (given: Case, random: () => number) => Case;
  readonly leeway?: Leeway;
  /** Leaves out all but one of a ship's reports of one instant: they are put in order by place. */
  readonly movesPlaces?: boolean;
}

const SHIFT_MS = 366 * DAY_MS;
/** Half of a turn, less what lies between the middle of the ships' waters and 0: puts them on 180 degrees. */
const TO_ANTIMERIDIAN_DEG = 48;

const CHANGES: readonly Change[] = [
  {
    title: 'longitudes a turn further',
    apply: given => moved(given, report => ({ ...report, lon: report.lon! + 360 })),
  },
  {
    title: 'on the antimeridian',
    apply: given =>
      moved(
        given,
        report => ({ ...report, lon: report.lon! + TO_ANTIMERIDIAN_DEG }),
        port => ({ ...port, lon: port.lon + TO_ANTIMERIDIAN_DEG }),
      ),
    movesPlaces: true,
  },
  {
    title: 'north and south mirrored',
    apply: given =>
      moved(
        given,
        report => ({ ...report, lat: -report.lat! }),
        port => ({ ...port, lat: -port.lat }),
      ),
    movesPlaces: true,
  },
  { title: 'a leap year later', apply: given => later(given, SHIFT_MS), leeway: { shiftMs: SHIFT_MS } },
  {
    title: 'rows in any order',
    apply: (given, random) => ({ ...given, reports: shuffled(given.reports, random) }),
  },
  { title: 'rows in reverse', apply: given => ({ ...given, reports: given.reports.toReversed() }) },
  {
    title: 'a file written in reverse',
    apply: given => ({ ...given, reports: renumbered(given.reports.toReversed()) }),
    leeway: { anyRows: true },
  },
  {
    title: 'every row twice',
    apply: given => ({ ...given, reports: given.reports.flatMap(report => [report, { ...report }]) }),
    leeway: { anyRows: true },
  },
  {
    title: 'every file twice',
    apply: given => ({
      ...given,
      reports: [...given.reports, ...given.reports.map(report => ({ ...report, source: 1 }))],
      context: { ...given.context, feeds: [0, 0] },
    }),
    leeway: { anyRows: true },
  },
  {
    title: 'one file in four',
    apply: (given, random) => ({
      ...given,
      reports: given.reports.map(report => ({ ...report, source: Math.floor(4 * random()) })),
      context: { ...given.context, feeds: [0, 0, 0, 0] },
    }),
    leeway: { anyRows: true },
  },
  {
    title: 'a file a day',
    apply: given => {
      const dayOf = ({ t }: Report) => Math.floor(t / DAY_MS) % 1000;
      return {
        ...given,
        reports: given.reports.map(report => ({ ...report, source: dayOf(report) })),
        context: { ...given.context, feeds: new Array(1000).fill(0) },
      };
    },
    leeway: { anyRows: true },
  },
];

function moved(given: Case, move: (report: Report) => Report, movePort = (port: Port) => port): Case {
  const { gazetteer } = given.context;
  return {
    ...given,
    reports: given.reports.map(report => (report.lon === undefined ? report : move(report))),
    context: {
      ...given.context,
      gazetteer: new Gazetteer(gazetteer.ports.map(movePort), gazetteer.unplaced),
    },
  };
}

function later(given: Case, ms: number): Case {
  const dayLater = (day: number | null) => (day === null ? null : day + ms);
  const designationLater = (entry: Designation): Designation => ({
    ...entry,
    announced: dayLater(entry.announced),
    effective: dayLater(entry.effective),
    ended: dayLater(entry.ended),
  });
  const lists = given.lists.map(list => ({ ...list, designations: list.designations.map(designationLater) }));
  const { sightings } = given.context;
  return {
    reports: given.reports.map(report => ({ ...report, t: report.t + ms })),
    lists,
    context: {
      ...given.context,
      designations: new DesignationIndex(lists),
      sightings: sightings.map(sighting => ({ ...sighting, from: sighting.from + ms, to: sighting.to + ms })),
    },
  };
}

function shuffled(reports: readonly Report[], random: () => number): Report[] {
  const ranked = reports.map(report => ({ report, rank: random() }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ report }) => report);
}

function oneAnInstant(given: Case): Case {
  const byInstant = new Map(
    given.reports.map(report => [`${report.mmsi} ${report.imo} ${report.t}`, report]),
  );
  return { ...given, reports: [...byInstant.values()] };
}

function renumbered(reports: readonly Report[]): Report[] {
  return reports.map((report, index) => ({ ...report, row: index + 1 }));
}

function analysisOf({ reports, context }: Case): Analysis {
  return analyse(fleetOf(reports), context);
}

function worldCase(seed: number, rules: CallRules): Case {
  const { reports, ports, sightings, designations } = randomWorld(seed);
  const lists = [listOf('list', ...designations)];
  const context = {
    gazetteer: new Gazetteer(ports),
    designations: new DesignationIndex(lists),
    sightings,
    method: { ...DEFAULT_METHOD, rules },
  };
  return { reports, lists, context };
}

/** A case with its analysis, and another with one report an instant. */
function prepared(given: Case) {
  const thinned = oneAnInstant(given);
  return {
    whole: { given, analysis: analysisOf(given) },
    thinned: { given: thinned, analysis: analysisOf(thinned) },
  };
}

/** Holds the analysis of a changed case against that of the case itself. */
function expectSame(both: ReturnType<typeof prepared>, change: Change, seed: number): void {
  const { apply, leeway = {}, movesPlaces } = change;
  const { given, analysis } = movesPlaces ? both.thinned : both.whole;
  const after = analysisOf(apply(given, seededRandom(seed)));
  const { anyRows = false } = leeway;
  expect(outline(after, leeway), `seed ${seed}`).toEqual(outline(analysis, { anyRows }));
}

describe.each<[CallRules, number]>([
  ['standard', 20],
  ['gfw', 5],
])('events and findings of random worlds, by %s rules, stay', (rules, count) => {
  const worlds = Array.from({ length: count }, (_, i) => prepared(worldCase(i + 1, rules)));

  test('and they hold findings of every rule', () => {
    const met = new Set(worlds.flatMap(({ whole }) => whole.analysis.findings.map(({ rule }) => rule)));
    expect(met).toEqual(new Set(RULES.map(({ id }) => id)));
  });

  test.each(CHANGES)('with $title', change => {
    worlds.forEach((world, i) => {
      expectSame(world, change, i + 1);
    });
  });
});

describe('events and findings of the demonstration stay', () => {
  const demonstration = prepared(readDemonstration());

  test.each(CHANGES)('with $title', change => {
    expectSame(demonstration, change, 1);
  });
});
