import { csvLine, readTable, type TableRow } from './table.ts';

/** The four ships of the case; only these get an IMO number here. */
const IMO_OF_SHIP: ReadonlyMap<string, string> = new Map([
  ['ANGARA', '9179842'],
  ['LADY R', '9161003'],
  ['MAIA-1', '9358010'],
  ['MARIA', '8517839'],
]);

/** Spellings of the sources, and the one used here. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['anchorage E of Vladivostok', 'east of Vladivostok'],
  ['Zhangjiagang (Daxin terminal)', 'Zhangjiagang'],
  ['Zhoushan Xinya shipyard', 'Zhoushan'],
]);

/** First that fits names the kind of a timeline row about one ship. */
const KINDS: readonly (readonly [kind: string, fits: (place: string, event: string) => boolean])[] = [
  ['count', (_, event) => event.startsWith('>')],
  ['transit', (_, event) => event.startsWith('passed')],
  ['voyage', place => place.includes('->')],
  ['departure', (_, event) => event.startsWith('departed')],
  ['anchorage', (place, event) => /anchor/i.test(place) || event.startsWith('anchored')],
  ['at sea', (_, event) => event.startsWith('last AIS') || event.startsWith('sighted')],
];

const HEADER = ['date_start', 'date_end', 'vessel', 'imo', 'place', 'kind', 'note', 'source'];

interface Sighting {
  readonly start: string;
  readonly end: string;
  readonly vessel: string;
  readonly place: string;
  readonly kind: string;
  readonly notes: readonly string[];
  readonly sources: readonly string[];
}

/**
 * The published sightings as a sightings file, from the texts of `timeline.csv` and
 * `rajin_shuttle_observations.csv`. Every row of both goes in: rows of one vessel at one place whose days touch
 * become one sighting with both notes and both sources; a row about two named ships at one place becomes one
 * sighting each; a row about no one ship, or about a number of voyages, is a `count` without an IMO number.
 */
export function compileSightings(timeline: string, observations: string): string {
  const found = [
    ...readTable(observations, 'rajin_shuttle_observations.csv', [
      'date_start',
      'date_end',
      'vessel',
      'place',
      'kind',
      'note',
      'source',
    ]).map(fromObservation),
    ...readTable(timeline, 'timeline.csv', [
      'start',
      'end',
      'ship',
      'place',
      'event',
      'ais',
      'basis',
      'source',
    ]).flatMap(fromTimeline),
  ];
  const merged: Sighting[] = [];
  for (const sighting of found) {
    const same = merged.findIndex(other => isSame(other, sighting));
    if (same < 0) merged.push(sighting);
    else merged[same] = join(merged[same]!, sighting);
  }
  const lines = merged.sort(inOrder).map(toLine);
  return `${[csvLine(HEADER), ...lines].join('\n')}\n`;
}

function fromObservation(row: TableRow): Sighting {
  const [, vessel, detail] = /^(.+?)(?: \((.*)\))?$/.exec(row.field('vessel'))!;
  return {
    start: row.field('date_start'),
    end: row.field('date_end') || row.field('date_start'),
    vessel: spellVessel(vessel!),
    place: PLACES.get(row.field('place')) ?? row.field('place'),
    kind: row.field('kind'),
    notes: [row.field('note'), ...(detail === undefined ? [] : [detail])],
    sources: [row.field('source')],
  };
}

/** Names of the four ships in capitals, as AIS has them; other words as they are. */
function spellVessel(given: string): string {
  const capitals = given.toUpperCase();
  return capitals.split('+').every(name => IMO_OF_SHIP.has(name)) ? capitals : given;
}

function fromTimeline(row: TableRow): Sighting[] {
  const given = row.field('place');
  const event = row.field('event');
  const place = PLACES.get(given) ?? given;
  const start = row.field('start');
  const named = row.field('ship').split(', ');
  const isVague = /[+(]| or /.test(row.field('ship'));
  const kind = isVague ? 'count' : (KINDS.find(([, fits]) => fits(given, event))?.[0] ?? 'port');
  const ais = row.field('ais') === '' ? [] : [`AIS ${row.field('ais')}`];
  const spelt = place === given ? [] : [given];
  return named.map(vessel => ({
    start: firstDay(start),
    end: lastDay(row.field('end') || start),
    vessel,
    place,
    kind,
    notes: [event, ...spelt, `basis: ${row.field('basis')}`, ...ais],
    sources: [row.field('source')],
  }));
}

function firstDay(date: string): string {
  return date.length === 7 ? `${date}-01` : date.slice(0, 10);
}

/** The day itself, or the last of a month that is given without a day. */
function lastDay(date: string): string {
  if (date.length > 7) return date.slice(0, 10);
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
}

function isSame(a: Sighting, b: Sighting): boolean {
  const touch = a.start <= b.end && b.start <= a.end;
  return touch && a.vessel === b.vessel && a.place === b.place && a.kind === b.kind;
}

function join(a: Sighting, b: Sighting): Sighting {
  return {
    ...a,
    start: [a.start, b.start].sort()[0]!,
    end: [a.end, b.end].sort()[1]!,
    notes: [...a.notes, ...b.notes],
    sources: [...a.sources, ...b.sources],
  };
}

function inOrder(a: Sighting, b: Sighting): number {
  const [keyA, keyB] = [a, b].map(({ start, end, vessel, place }) => [start, end, vessel, place].join('\n'));
  return keyA! < keyB! ? -1 : 1;
}

function toLine({ start, end, vessel, place, kind, notes, sources }: Sighting): string {
  const imo = kind === 'count' ? '' : (IMO_OF_SHIP.get(vessel) ?? '');
  return csvLine([start, end, vessel, imo, place, kind, distinct(notes), distinct(sources)]);
}

/** Each text once; a text that another one holds is left out. */
function distinct(texts: readonly string[]): string {
  const once = [...new Set(texts)];
  return once.filter(text => !once.some(other => other !== text && other.includes(text))).join('; ');
}
