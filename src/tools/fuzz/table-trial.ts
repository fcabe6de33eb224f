import type { Designation } from '../../core/sanctions/index.ts';
import { readListFiles } from '../../formats/list-files.ts';
import { readPortsCsv } from '../../formats/ports-csv.ts';
import { readSightingsCsv } from '../../formats/sightings-csv.ts';
import { sniff } from '../../formats/sniff.ts';
import { Fault, FILE, Outcome, refusalOf } from './outcome.ts';
import type { Trial } from './subject.ts';

const encoder = new TextEncoder();
/** Stands beside OFAC's other files, which can't be read without it. */
const SDN = {
  file: `${FILE}-sdn.csv`,
  bytes: encoder.encode('1571,LADY R,vessel,CUBA,-0- ,CL2192,Tug,-0- ,212,Cuba,OWNER,-0- \r\n'),
};

/** Reads a file of designations, whatever of the kinds it is. */
export function listTrial(): Trial {
  return tableTrial((bytes, outcome) => readLists(bytes, outcome, false));
}

/** The same beside an SDN file. */
export function ofacPartTrial(): Trial {
  return tableTrial((bytes, outcome) => readLists(bytes, outcome, true));
}

/** Reads published sightings. */
export function sightingsTrial(): Trial {
  return tableTrial((bytes, outcome) => {
    const { sightings, tally } = readSightingsCsv(bytes, FILE);
    for (const { id, from, to, vessel, imo, place, line } of sightings) {
      check(Number.isFinite(from) && to >= from, 'a sighting ends before it begins', `${from} to ${to}`);
      checkImo(imo);
      check(place !== '' && line >= 1, 'a sighting has no place or line', line);
      outcome.add(id, from, to, vessel, imo, place);
    }
    outcome.addTally(tally.rows, tally.accepted, tally.setAside);
  });
}

/** Reads a user's ports. */
export function portsTrial(): Trial {
  return tableTrial((bytes, outcome) => {
    const ports = readPortsCsv(bytes, FILE);
    for (const { id, lat, lon, radiusM, country } of ports) {
      check(Math.abs(lat) <= 90 && Math.abs(lon) <= 180, 'a port has an impossible place', `${lat}, ${lon}`);
      check(radiusM > 0 && radiusM <= 100_000, 'a port has an impossible radius', radiusM);
      outcome.add(id, lat, lon, radiusM, country);
    }
    checkIds(ports);
    outcome.used = ports.length;
  });
}

/** Tells what a file is. */
export function sniffTrial(): Trial {
  return tableTrial((bytes, outcome) => {
    const what = sniff(bytes, FILE);
    outcome.add(JSON.stringify(what));
    outcome.used = 1;
  });
}

function readLists(bytes: Uint8Array, outcome: Outcome, isPart: boolean): void {
  const files = [{ file: FILE, bytes }, ...(isPart ? [SDN] : [])];
  for (const { list, tally } of readListFiles(files)) {
    outcome.addTally(tally.rows, tally.accepted, tally.setAside);
    list.designations.forEach(checkDesignation);
    checkIds(list.designations);
    const vessels = list.designations.filter(({ subject }) => subject.kind === 'vessel').length;
    check(vessels === list.vessels, 'ships are lost', `${list.vessels} of ${vessels}`);
    outcome.add(JSON.stringify(list));
  }
}

function checkDesignation({ line, subject, announced, effective, ended }: Designation): void {
  for (const date of [announced, effective, ended]) {
    check(date === null || Number.isFinite(date), 'a designation has an impossible date', date);
  }
  checkImo(subject.imo);
  checkImo(subject.companyImo);
  check(Number.isInteger(line) && line >= 1, 'a designation has no line', line);
  check(
    subject.mmsi >= 0 && subject.mmsi <= 999_999_999,
    'a designation has an impossible MMSI',
    subject.mmsi,
  );
}

function tableTrial(read: (bytes: Uint8Array, outcome: Outcome) => void): Trial {
  return {
    options: '',
    read: chunks => {
      const outcome = new Outcome();
      outcome.refusal = refusalOf(() => read(joined(chunks), outcome));
      return outcome;
    },
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  return chunks.length === 1 ? only! : new Uint8Array(chunks.flatMap(chunk => [...chunk]));
}

function check(isSound: boolean, fault: string, found: string | number | null): void {
  if (!isSound) throw new Fault(fault, String(found));
}

function checkImo(imo: number): void {
  check(imo === 0 || (imo >= 1_000_000 && imo <= 9_999_999), 'an impossible IMO number', imo);
}

function checkIds(items: readonly { readonly id: string }[]): void {
  check(new Set(items.map(({ id }) => id)).size === items.length, 'an id comes twice', items.length);
}
