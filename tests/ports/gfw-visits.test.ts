import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Call, findGfwVisits, Gazetteer, type Port } from '../../src/core/ports/index.ts';
import { HOUR_MS } from '../../src/core/time/index.ts';
import { portAt } from '../events/port-at.ts';
import { fleetOf, type Report } from '../track/reports.ts';

type EventType = 'PORT_ENTRY' | 'PORT_EXIT' | 'PORT_STOP_BEGIN' | 'PORT_STOP_END';

interface PortEvent {
  readonly event_type: EventType;
  readonly anchorage_id: string;
  readonly lat: number;
  readonly lon: number;
  readonly seg_id: number;
  readonly timestamp: number;
}

interface VisitCase {
  readonly case: number;
  readonly events: readonly PortEvent[];
  readonly expectedVisits: readonly {
    readonly start_timestamp: number;
    readonly end_timestamp: number;
    readonly confidence: number;
    readonly events: readonly PortEvent[];
  }[];
}

const file = new URL('../../fixtures/gfw/port_visit_cases.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly VisitCase[] };

const MMSI = 412_424_227;
/** Between two events a fix is given so often that no silence counts. */
const FILL_MS = HOUR_MS;

/** Fixes for which the state machine gives just these events: each at its anchorage, an exit away from all. */
function trackOf(events: readonly PortEvent[]): Report[] {
  return events.flatMap((event, index): Report[] => {
    const t = event.timestamp * 1000;
    const { lat, lon } = event;
    const previous = events[index - 1];
    const inPort = previous && previous.event_type !== 'PORT_EXIT' && previous.seg_id === event.seg_id;
    const fill = inPort ? fillBetween(previous, t) : [];
    const fix = { mmsi: MMSI, t, lat, lon, sog: event.event_type === 'PORT_STOP_BEGIN' ? 0 : 5 };
    if (event.event_type === 'PORT_ENTRY') return [{ ...fix, t: t - 500, lat: lat + 0.2 }, fix];
    if (event.event_type === 'PORT_EXIT')
      return [...fill, { ...fix, t: t - 500 }, { ...fix, lat: lat + 0.2 }];
    return inPort ? [...fill, fix] : [{ ...fix, t: t - 500, sog: 5 }, fix];
  });
}

function fillBetween({ event_type, timestamp, lat, lon }: PortEvent, end: number): Report[] {
  const sog = event_type === 'PORT_STOP_BEGIN' ? 0 : 5;
  const count = Math.max(0, Math.ceil((end - timestamp * 1000) / FILL_MS) - 1);
  return Array.from({ length: count }, (_, i) => ({
    mmsi: MMSI,
    t: timestamp * 1000 + (i + 1) * FILL_MS,
    lat,
    lon,
    sog,
  }));
}

function anchoragesOf(events: readonly PortEvent[]): Port[] {
  const byId = new Map(
    events.map(({ anchorage_id, lon, lat }) => [anchorage_id, portAt(anchorage_id, lon, lat)]),
  );
  return [...byId.values()];
}

/** The case's own segments are kept: they jump where no hull could, and are not ours to judge here. */
function visitsOf(reports: readonly Report[], segmentFrom: number, ports: readonly Port[]): Call[] {
  const fleet = fleetOf(reports);
  const { store } = fleet;
  store.segment.set(store.t.map(t => Number(t >= segmentFrom)));
  return findGfwVisits(fleet, new Gazetteer(ports));
}

describe('visits from events, as the pipeline itself is tested', () => {
  test('there are four cases', () => {
    expect(cases.map(given => given.case)).toEqual([1, 2, 3, 4]);
  });

  test.each(cases)('case $case', ({ events, expectedVisits }) => {
    const second = events.find(({ seg_id }) => seg_id !== events[0]!.seg_id);
    const segmentFrom = second ? second.timestamp * 1000 - HOUR_MS : Number.POSITIVE_INFINITY;
    const visits = visitsOf(trackOf(events), segmentFrom, anchoragesOf(events));
    expect(
      visits.map(({ arrival, departure, confidence, port }) => ({
        start: arrival.before! / 1000,
        end: departure.before! / 1000,
        confidence,
        port: port.id,
      })),
    ).toEqual(
      expectedVisits.map(visit => ({
        start: visit.start_timestamp,
        end: visit.end_timestamp,
        confidence: visit.confidence,
        port: visit.events.find(({ event_type }) => event_type === 'PORT_STOP_BEGIN')!.anchorage_id,
      })),
    );
  });
});

describe('segments and ends of tracks', () => {
  const t0 = Date.parse('2024-03-07T00:00:00Z');
  const here = portAt('HERE', 130, 42);
  const atRest = (hour: number, { lon, lat }: Port): Report => ({
    mmsi: MMSI,
    t: t0 + hour * HOUR_MS,
    lon,
    lat,
    sog: 0,
  });
  const moving = (hour: number, port: Port): Report => ({ ...atRest(hour, port), sog: 3 });

  test.each([
    ['50 nm apart are one visit', portAt('THERE', 130, 42 + 50 / 60), 1],
    ['70 nm apart are two', portAt('THERE', 130, 42 + 70 / 60), 2],
  ])('stays in two segments %s', (_, there, count) => {
    // Late in the day, so that no silence is put at the end of a segment.
    const track = [moving(21, here), atRest(21.5, here), moving(22, there), atRest(22.5, there)];
    expect(visitsOf(track, t0 + 21.75 * HOUR_MS, [here, there])).toHaveLength(count);
  });

  test('an exit ends a visit: what another segment has in port later opens one', () => {
    const away = { ...here, lat: here.lat + 0.2 };
    const track = [
      moving(20.2, here),
      atRest(20.4, here),
      moving(20.6, away),
      moving(21, here),
      atRest(21.5, here),
    ];
    const visits = visitsOf(track, t0 + 20.8 * HOUR_MS, [here]);
    expect(visits.map(({ confidence }) => confidence)).toEqual([3, 2]);
  });

  test.each([
    ['19:59', 19 + 59 / 60, 1, 'gap'],
    ['20:01', 20 + 1 / 60, 0, null],
  ])(
    'a track that ends inside at %s of a day, four hours before midnight or not',
    (_, end, count, support) => {
      const track = [moving(end - 0.5, here), moving(end, here)];
      const visits = visitsOf(track, Number.POSITIVE_INFINITY, [here]);
      expect(visits).toHaveLength(count);
      if (count > 0) expect(visits[0]).toMatchObject({ confidence: 2, support });
    },
  );

  test('a stop begins at 0.2 kn and ends at 0.5 kn', () => {
    const track = [3, 0.2, 0.4, 0.5].map((sog, hour) => ({ ...moving(hour, here), sog }));
    const [visit] = visitsOf(track, Number.POSITIVE_INFINITY, [here]);
    expect(visit).toMatchObject({ support: 'stop', arrival: { before: t0 + HOUR_MS } });
    const slow = [3, 0.3, 0.4, 0.5].map((sog, hour) => ({ ...moving(hour, here), sog }));
    expect(visitsOf(slow, Number.POSITIVE_INFINITY, [here]).map(({ support }) => support)).toEqual(['gap']);
  });

  test('fixes without speed, or faster than 102.2 kn, and later ones of one instant are left out', () => {
    const track = [
      moving(0, here),
      { ...atRest(1, here), sog: Number.NaN },
      { ...atRest(2, here), sog: 102.3 },
      moving(3, here),
      { ...moving(3, here), lon: here.lon + 1 },
      moving(4, here),
      moving(21, here),
    ];
    const visits = visitsOf(track, Number.POSITIVE_INFINITY, [here]);
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({ confidence: 2, support: 'gap' });
  });
});
