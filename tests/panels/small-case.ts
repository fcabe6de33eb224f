import { analyse, DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import { Gazetteer, type Port, type Sighting } from '../../src/core/ports/index.ts';
import { type Designation, DesignationIndex, type DesignationList } from '../../src/core/sanctions/index.ts';
import { type Instant, MINUTE_MS, parseDay, parseTime } from '../../src/core/time/index.ts';
import { Collector } from '../../src/core/track/index.ts';
import { type CaseData, toCaseData } from '../../src/state/case-data.ts';

export const IMO = 9161003;
const OTHER_MMSI = 273_000_001;

const RAJIN: Port = {
  id: 'KPRJN',
  name: 'Rajin',
  aliases: [],
  code: 'RJN',
  locode: 'KPRJN',
  country: 'KP',
  controlledBy: null,
  lon: 130.3,
  lat: 42.23333,
  radiusM: 3000,
  basis: 'test',
  uncertaintyM: 100,
  concern: true,
};
const VOSTOCHNY: Port = {
  ...RAJIN,
  id: 'RUVYP',
  name: 'Vostochny',
  locode: 'RUVYP',
  country: 'RU',
  lon: 133.06,
  lat: 42.74,
};

export function at(text: string): Instant {
  const time = parseTime(text);
  if (time.kind !== 'instant') throw new RangeError(`no instant: ${text}`);
  return time.t;
}

/**
 * Two ships whose rows alternate in one file. The listed one sails east of Rajin, is silent from 9 Mar 18:00 to
 * 12 Mar 12:00, is heard again, and lies at Vostochny from 13 Mar 00:00 to 14 Mar 00:00. A sighting puts it at
 * Rajin on 11 Mar.
 */
export function smallCase(): CaseData {
  const collector = new Collector();
  let row = 1;
  const report = (t: Instant, lon: number, lat: number, speedKn: number): void => {
    collector.report(0, IMO, t, lon, lat, speedKn, 90, 90, 0, 0, 0, ++row);
    collector.statics(0, IMO, t, { name: 'LADY R' }, false, 0, 0, row);
    collector.report(OTHER_MMSI, 0, t, 131.6, 42.6, 0, 0, 0, 1, 0, 0, ++row);
  };
  const leg = (
    from: string,
    to: string,
    fromLon: number,
    toLon: number,
    lat: number,
    speedKn: number,
  ): void => {
    const [start, end] = [at(from), at(to)];
    for (let t = start; t <= end; t += 10 * MINUTE_MS) {
      report(t, fromLon + ((toLon - fromLon) * (t - start)) / (end - start), lat, speedKn);
    }
  };
  leg('2024-03-09T12:00Z', '2024-03-09T18:00Z', 132, 131, 42.5, 8);
  leg('2024-03-12T12:00Z', '2024-03-12T23:50Z', 132, 133, 42.6, 8);
  leg('2024-03-13T00:00Z', '2024-03-14T00:00Z', 133.06, 133.06, 42.74, 0);
  leg('2024-03-14T00:10Z', '2024-03-14T04:00Z', 133.16, 133.6, 42.6, 10);
  const fleet = collector.finish();
  const gazetteer = new Gazetteer([RAJIN, VOSTOCHNY]);
  const lists = [list()];
  const sightings = [sighting()];
  const analysis = analyse(fleet, {
    gazetteer,
    designations: new DesignationIndex(lists),
    sightings,
    method: DEFAULT_METHOD,
  });
  return toCaseData('small', {
    analysis,
    vessels: fleet.vessels,
    tracks: fleet.store.buffer,
    inputs: [],
    references: [],
    lists,
    sightings,
    ports: gazetteer.ports,
  });
}

function sighting(): Sighting {
  return {
    id: 'sighting/2',
    from: parseDay('2024-03-11'),
    to: parseDay('2024-03-12'),
    vessel: 'LADY R',
    imo: IMO,
    place: 'Rajin',
    kind: 'port',
    note: 'at the pier',
    source: 'https://example.org/report',
    line: 2,
  };
}

/** A listing of the ship by an authority, in force from a day; others as given. */
export function listing(
  authority: string,
  effective: string | null,
  others: Partial<Designation> = {},
): Designation {
  return {
    id: `test:${authority}`,
    list: 'test',
    entry: `${authority}-1`,
    line: 2,
    authority,
    programme: '',
    instrument: '',
    subject: {
      kind: 'vessel',
      names: [{ text: 'LADY R', kind: 'name' }],
      imo: IMO,
      companyImo: 0,
      mmsi: 0,
      callSign: '',
      flag: 'Russia',
      vesselType: 'Ro-ro',
      owners: [],
    },
    announced: null,
    effective: effective === null ? null : parseDay(effective),
    ended: null,
    verified: true,
    datedBy: null,
    source: 'test',
    note: '',
    ...others,
  };
}

function list(): DesignationList {
  const designations = [
    listing('EU', '2024-06-25'),
    listing('KR', '2024-04-03'),
    listing('US', '2022-05-08'),
  ];
  return {
    id: 'test',
    title: 'Test',
    authority: 'EU',
    edition: '',
    sha256: '0'.repeat(64),
    kind: 'list',
    designations,
    vessels: designations.length,
  };
}
