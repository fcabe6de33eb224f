import { describe, expect, test } from 'vitest';
import {
  type AnalysisContext,
  analyse,
  DEFAULT_METHOD,
  type Finding,
  type ParameterName,
  RULES,
  SEVERITIES,
  withParameters,
} from '../../src/core/findings/index.ts';
import { Gazetteer, type Port, type Sighting } from '../../src/core/ports/index.ts';
import { type Designation, DesignationIndex } from '../../src/core/sanctions/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/time/index.ts';
import { Flag } from '../../src/core/track/index.ts';
import { portAt } from '../events/port-at.ts';
import { designation, listOf } from '../sanctions/designations.ts';
import { fleetOf, type Report } from '../track/reports.ts';

const LADY_R = 9_161_003;
const SHIP = 273_000_001;
const T0 = Date.parse('2024-03-01T00:00:00Z');

const rajin = portAt('KPRJN', 130.25, 42.25, { country: 'KP', name: 'Rajin' });
const vostochny = portAt('RUVYP', 133, 42.75, { name: 'Vostochny' });
const quiet = portAt('RUXXX', 131, 42.5, { concern: false, name: 'Quiet' });
const busan = portAt('KRPUS', 129, 35, { country: 'KR', concern: false, name: 'Busan' });
const kerch = portAt('UAKEH', 36.5, 45.25, { country: 'UA', controlledBy: 'RU', name: 'Kerch' });
const PORTS = [rajin, vostochny, quiet, busan, kerch];

/** In from the east, three hours at rest, out again, from an hour of the case on. */
function stay(port: Port, startHour: number, more: Partial<Report> = {}): Report[] {
  const kms = [30, 20, 10, 1, ...Array(18).fill(0), 1, 10, 20, 30];
  return kms.map((km, i) => ({
    mmsi: SHIP,
    imo: LADY_R,
    t: T0 + startHour * HOUR_MS + i * 10 * MINUTE_MS,
    lon: port.lon + km / 82,
    lat: port.lat,
    sog: km === 0 ? 0 : 12,
    ...more,
  }));
}

function listed(given: Partial<Designation>, imo = LADY_R): Designation {
  return designation({ effective: T0 - DAY_MS, ...given }, { imo });
}

interface Given {
  readonly designations?: readonly Designation[];
  readonly sightings?: readonly Sighting[];
  readonly rules?: 'standard' | 'gfw';
  readonly ports?: readonly Port[];
  readonly thresholds?: readonly [ParameterName, number][];
}

function findingsOf(reports: readonly Report[], given: Given = {}): readonly Finding[] {
  const context: AnalysisContext = {
    gazetteer: new Gazetteer(given.ports ?? PORTS),
    designations: new DesignationIndex([listOf('list', ...(given.designations ?? []))]),
    sightings: given.sightings ?? [],
    method: withParameters(
      { ...DEFAULT_METHOD, rules: given.rules ?? 'standard' },
      new Map(given.thresholds ?? []),
    ),
  };
  return analyse(fleetOf(reports), context).findings;
}

function rulesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ rule }) => rule);
}

describe('nothing to find', () => {
  test('in a stay at a port of no concern, by any ship', () => {
    expect(findingsOf(stay(quiet, 0), { designations: [listed({})] })).toEqual([]);
  });

  test('in a stay at a Russian or South Korean port by a ship that nobody lists', () => {
    expect(findingsOf([...stay(vostochny, 0), ...stay(busan, 5, { mmsi: SHIP + 1, imo: 0 })])).toEqual([]);
  });

  test('in a silence that leaves room for no DPRK port, of a ship that nobody lists', () => {
    const far = { lon: 10, lat: 60 };
    const reports = [0, 40].map(hour => ({ mmsi: SHIP, t: T0 + hour * HOUR_MS, ...far, sog: 10 }));
    expect(findingsOf(reports)).toEqual([]);
  });

  test('in a passage, though the rules of Global Fishing Watch tell it', () => {
    const passing = stay(rajin, 0).map(report => ({ ...report, sog: 12 }));
    expect(findingsOf(passing, { designations: [listed({})], rules: 'gfw' })).toEqual([]);
  });

  test('of no report', () => {
    expect(findingsOf([])).toEqual([]);
  });
});

describe('a call at a DPRK port', () => {
  test('is an alert for any ship', () => {
    const [finding, ...others] = findingsOf(stay(rajin, 0));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'dprk-call',
      severity: 'alert',
      claim: 'observed',
      reconstructed: false,
      at: T0 + 30 * MINUTE_MS,
      events: ['call/imo-9161003/KPRJN/2024-03-01T00:30:00Z'],
      designations: [],
    });
  });

  test('is critical for a listed ship, and says by whom', () => {
    const designations = [listed({ authority: 'US' }), listed({ id: 'list:2', authority: 'EU' })];
    const [finding] = findingsOf(stay(rajin, 0), { designations });
    expect(finding).toMatchObject({ rule: 'dprk-call-designated', severity: 'critical' });
    expect(finding!.text).toContain('while listed by EU, US');
  });

  test.each<[string, Designation]>([
    ['not yet in force', listed({ effective: T0 + DAY_MS })],
    ['ended', listed({ ended: T0 - HOUR_MS })],
    ['without a date', listed({ effective: null })],
    ['not verified', listed({ verified: false })],
    ['of another ship', listed({}, 9_179_842)],
    [
      'of a ship with this name',
      designation({ effective: T0 - DAY_MS }, { names: [{ text: 'LADY R', kind: 'name' }] }),
    ],
  ])('is no more than an alert under a listing %s', (_, entry) => {
    const reports = stay(rajin, 0, { statics: { name: 'LADY R' } });
    expect(rulesOf(findingsOf(reports, { designations: [entry] }))).toEqual(['dprk-call']);
  });

  test('is held against the listing at the hour of arrival', () => {
    const midnight = T0 + DAY_MS;
    const designations = [listed({ effective: midnight })];
    expect(rulesOf(findingsOf(stay(rajin, 23), { designations }))).toEqual(['dprk-call']);
    expect(rulesOf(findingsOf(stay(rajin, 23.6), { designations }))).toEqual(['dprk-call-designated']);
  });

  test('of which only a silence speaks is inferred, and tells how long it was', () => {
    const inAndAway = stay(rajin, 0).filter((_, i) => i <= 3 || i > 22);
    const later = inAndAway.map((report, i) => (i > 3 ? { ...report, t: report.t + 5 * HOUR_MS } : report));
    const [finding] = findingsOf(later);
    expect(finding).toMatchObject({ rule: 'dprk-call', claim: 'inferred' });
    expect(finding!.text).toContain('was in the port area of');
    expect(finding!.statements.map(({ claim }) => claim)).toEqual(['observed', 'inferred']);
    expect(finding!.statements[1]!.text).toContain('8 h 20 m');
  });

  test('of which only a silence speaks tells its length by the rules of Global Fishing Watch too', () => {
    const inAndAway = stay(rajin, 0).filter((_, i) => i <= 3 || i > 22);
    const later = inAndAway.map((report, i) => (i > 3 ? { ...report, t: report.t + 5 * HOUR_MS } : report));
    const [finding] = findingsOf(later, { rules: 'gfw' });
    expect(finding!.statements[1]!.text).toContain('8 h 20 m');
  });

  test('on made-up reports is reconstructed in all it says', () => {
    for (const flags of [Flag.reconstructed, Flag.synthetic]) {
      const [finding] = findingsOf(stay(rajin, 0, { flags }));
      expect(finding).toMatchObject({ claim: 'reconstructed', reconstructed: true });
      expect(new Set(finding!.statements.map(({ claim }) => claim))).toEqual(new Set(['reconstructed']));
    }
  });
});

describe('a call of a listed ship', () => {
  const designations = [listed({})];

  test('at a Russian port of concern is an alert, at another none', () => {
    expect(findingsOf(stay(vostochny, 0), { designations })).toMatchObject([
      { rule: 'ru-call-designated', severity: 'alert', port: { id: 'RUVYP' } },
    ]);
    expect(findingsOf(stay(quiet, 0), { designations })).toEqual([]);
  });

  test('at an occupied port counts as Russian, and is named as what it is', () => {
    const [finding] = findingsOf(stay(kerch, 0), { designations });
    expect(finding!.rule).toBe('ru-call-designated');
    expect(finding!.text).toContain('Kerch (Ukraine, occupied by Russia)');
  });

  test("in South Korea is critical from the day of Seoul's listing, and only by that", () => {
    const seoul = [listed({ authority: 'KR', announced: T0, effective: T0 + 2 * DAY_MS })];
    expect(findingsOf(stay(busan, 0), { designations: seoul })).toEqual([]);
    expect(findingsOf(stay(busan, 48), { designations: seoul })).toMatchObject([
      { rule: 'kr-entry-designated', severity: 'critical' },
    ]);
    expect(findingsOf(stay(busan, 48), { designations })).toEqual([]);
  });
});

describe('silences', () => {
  const ends = (hours: number, more: Partial<Report> = {}): Report[] =>
    [0, hours].map(hour => ({
      mmsi: SHIP,
      imo: LADY_R,
      t: T0 + hour * HOUR_MS,
      lon: vostochny.lon + (hour ? 0.5 : 1),
      lat: vostochny.lat - 0.5,
      sog: 12,
      ...more,
    }));
  const witnesses: Report[] = Array.from({ length: 20 }, (_, i) => ({
    mmsi: SHIP + 5,
    t: T0 + i * 5 * HOUR_MS,
    lon: vostochny.lon + 1,
    lat: vostochny.lat - 0.5,
    sog: 0,
  }));
  const sighting: Sighting = {
    id: 'sighting/2',
    from: T0 + DAY_MS,
    to: T0 + 2 * DAY_MS,
    vessel: 'LADY R',
    imo: LADY_R,
    place: 'Rajin',
    kind: 'port',
    note: 'unloading',
    source: 'a newspaper',
    line: 2,
  };

  test('with room for a DPRK port are a watch, an alert where nothing simpler explains them', () => {
    expect(findingsOf(ends(96))).toMatchObject([
      { rule: 'dprk-dark-call', severity: 'watch', claim: 'inferred' },
    ]);
    expect(findingsOf([...ends(96), ...witnesses])).toMatchObject([
      { rule: 'dprk-dark-call', severity: 'alert', claim: 'inferred', port: { id: 'KPRJN' } },
    ]);
  });

  test('with a sighting are an alert that reads the listings on the last day seen', () => {
    const [finding] = findingsOf(ends(96), { sightings: [sighting] });
    expect(finding).toMatchObject({ severity: 'alert', at: T0 + 1.5 * DAY_MS, sightings: [{ line: 2 }] });
    expect(finding!.statements.map(({ claim }) => claim)).toEqual(['observed', 'inferred', 'reported']);
  });

  test('of a listed ship, with no room for a DPRK port, are told for what they are', () => {
    const designations = [listed({})];
    expect(findingsOf(ends(12), { designations })).toMatchObject([
      {
        rule: 'silence-listed',
        severity: 'info',
        claim: 'observed',
        port: null,
        events: [expect.stringMatching(/^silence/)],
      },
    ]);
    expect(findingsOf(ends(12, { flags: Flag.reconstructed }), { designations })[0]!.claim).toBe(
      'reconstructed',
    );
    expect(rulesOf(findingsOf(ends(96), { designations }))).toEqual(['dprk-dark-call']);
    expect(findingsOf(ends(12))).toEqual([]);
  });

  test('are one finding each, however many DPRK ports are in reach', () => {
    const near = portAt('KPSBG', 130.4, 42.35, { country: 'KP', name: 'Sonbong' });
    const [finding, ...others] = findingsOf(ends(96), { ports: [rajin, near, vostochny] });
    expect(others).toEqual([]);
    expect(finding!.text).toContain('1 other DPRK port');
    const supported = findingsOf(ends(96), { ports: [rajin, near, vostochny], sightings: [sighting] });
    expect(supported).toHaveLength(1);
    expect(supported[0]!.text).toContain('Rajin (DPRK)');
  });

  describe('in a shuttle', () => {
    const voyage = [...ends(96), ...stay(vostochny, 110)];

    test('take part where a sighting or the control speaks for them', () => {
      expect(rulesOf(findingsOf(voyage))).toEqual(['dprk-dark-call']);
      expect(rulesOf(findingsOf([...voyage, ...witnesses]))).toContain('dprk-ru-shuttle');
      const [shuttle] = findingsOf(voyage, { sightings: [sighting] });
      expect(shuttle).toMatchObject({
        rule: 'dprk-ru-shuttle',
        severity: 'critical',
        claim: 'inferred',
        port: { id: 'RUVYP' },
        at: T0 + 1.5 * DAY_MS,
      });
      expect(shuttle!.events.map(id => id.split('/')[0])).toEqual(['silence', 'dark', 'call']);
    });

    test('have receipts that count each row of the ship once', () => {
      const [shuttle] = findingsOf(voyage, { sightings: [sighting] });
      // The two ends of the silence, and the rows up to the first outside the Russian port.
      expect(shuttle!.receipts).toEqual([{ input: 0, first: 1, last: 2 + 24, rows: 26 }]);
    });
  });
});

describe('a shuttle seen', () => {
  test('from the DPRK to a Russian port of concern within thirty days, each leg counted', () => {
    const seen = (days: number) =>
      findingsOf([...stay(rajin, 0), ...stay(vostochny, 24 * days)]).filter(
        ({ rule }) => rule === 'dprk-ru-shuttle',
      );
    expect(seen(30)).toMatchObject([{ claim: 'observed', severity: 'critical' }]);
    expect(seen(31)).toEqual([]);
    const twice = [...stay(rajin, 0), ...stay(vostochny, 24), ...stay(rajin, 48), ...stay(vostochny, 72)];
    const legs = findingsOf(twice).filter(({ rule }) => rule === 'dprk-ru-shuttle');
    expect(legs.map(({ text }) => text.split(': ')[1])).toEqual([
      'leg 1 of 2 in this case.',
      'leg 2 of 2 in this case.',
    ]);
  });

  test('is not the way there, nor that of two ships, nor by a port of no concern', () => {
    const there = [...stay(vostochny, 0), ...stay(rajin, 24)];
    const ofTwo = [...stay(rajin, 0), ...stay(vostochny, 24, { mmsi: SHIP + 1, imo: 9_179_842 })];
    const elsewhere = [...stay(rajin, 0), ...stay(quiet, 24)];
    for (const reports of [there, ofTwo, elsewhere]) {
      const rules = rulesOf(findingsOf(reports));
      expect(rules).toContain('dprk-call');
      expect(rules).not.toContain('dprk-ru-shuttle');
    }
  });

  test('says that it is reconstructed where one of its calls is', () => {
    const reports = [...stay(rajin, 0), ...stay(vostochny, 24, { flags: Flag.reconstructed })];
    const shuttle = findingsOf(reports).find(({ rule }) => rule === 'dprk-ru-shuttle')!;
    expect(shuttle).toMatchObject({ claim: 'reconstructed', reconstructed: true });
    expect(shuttle.statements.map(({ claim }) => claim)).toEqual(['observed', 'reconstructed']);
  });
});

describe('thresholds', () => {
  const offshore = (km: number) => stay(portAt('X', rajin.lon, rajin.lat - km / 111.195), 0);

  test('of a port area hold for ports that have none of their own', () => {
    const own = { ...rajin, radiusM: 3500 };
    const at = (thresholds: [ParameterName, number][], port: Port) =>
      rulesOf(findingsOf(offshore(4.5), { thresholds, ports: [port] }));
    expect(at([], rajin)).toEqual([]);
    expect(at([['radiusKm', 5]], rajin)).toEqual(['dprk-call']);
    expect(at([['radiusKm', 5]], own)).toEqual([]);
    expect(rulesOf(findingsOf(offshore(3.2), { ports: [own] }))).toEqual(['dprk-call']);
  });

  test('of silences and reach are those given', () => {
    const ends = [0, 20].map(hour => ({ mmsi: SHIP, t: T0 + hour * HOUR_MS, lon: 130.5, lat: 42, sog: 12 }));
    const at = (...thresholds: [ParameterName, number][]) => rulesOf(findingsOf(ends, { thresholds }));
    expect(at()).toEqual(['dprk-dark-call']);
    expect(at(['silenceHours', 21])).toEqual([]);
    expect(at(['minDwellHours', 19])).toEqual([]);
    expect(at(['reachMinSpeedKn', 1], ['reachMaxSpeedKn', 1])).toEqual([]);
  });
});

describe('rules as data', () => {
  test('have severities, a basis and a need, each its own id', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { id, severities, basis, needs, title } of RULES) {
      expect(severities.length && basis.length && needs && title, id).toBeTruthy();
    }
  });

  test('findings stand worst first, then in time, with the severities that their rules name', () => {
    const reports = [...stay(vostochny, 0), ...stay(rajin, 24), ...stay(vostochny, 48), ...stay(rajin, 72)];
    const findings = findingsOf(reports, { designations: [listed({})] });
    const ranks = findings.map(({ severity, at }) => [SEVERITIES.indexOf(severity), at] as const);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
    expect(new Set(findings.map(({ severity }) => severity)).size).toBeGreaterThan(1);
    for (const { rule, severity } of findings) {
      expect(RULES.find(({ id }) => id === rule)!.severities).toContain(severity);
    }
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });
});
