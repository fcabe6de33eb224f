import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shipRows } from '../engine/case-files.ts';
import { ANALYSIS, type AnalysisDocument } from './analysis-shape.ts';
import { misfits } from './shape.ts';
import { buildOnce, jsonOf, ROOT, wakeline } from './wakeline.ts';

const CASE = 'fixtures/rajin-shuttle/positions.csv';
const LADY_R = 'imo-9161003';
const MARIA = 'imo-8517839';

const folder = mkdtempSync(join(tmpdir(), 'wakeline-'));
const shipFile = join(folder, 'lady-r.csv');

function tempFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const analyse = (...args: readonly string[]): Promise<AnalysisDocument> => jsonOf('analyse', ...args);

let whole: AnalysisDocument;
let ship: AnalysisDocument;
let shipText: string;

beforeAll(async () => {
  buildOnce();
  writeFileSync(shipFile, shipRows(9161003));
  whole = await analyse(CASE);
  shipText = (await wakeline('analyse', shipFile)).stdout;
  ship = JSON.parse(shipText);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the JSON of an analysis', () => {
  test('has every key that is promised, of its kind', () => {
    expect(misfits(whole, ANALYSIS)).toEqual([]);
    for (const list of [whole.calls, whole.silences, whole.darkCalls, whole.findings, whole.vessels])
      expect(list.length).toBeGreaterThan(0);
  });

  test('names the input by its path and the SHA-256 of its bytes, and accounts for its rows', () => {
    const bytes = readFileSync(join(ROOT, CASE));
    const [input] = whole.inputs;
    expect(input).toMatchObject({
      path: CASE,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      rows: bytes.toString('utf8').trimEnd().split('\n').length - 1,
    });
    const rejected = Object.values(input!.rejected).reduce((sum, rows) => sum + rows, 0);
    expect(input!.accepted + rejected).toBe(input!.rows);
  });

  test('refers by ids that are there, each once', () => {
    const vessels = new Set(whole.vessels.map(({ id }) => id));
    const events = [...whole.calls, ...whole.silences, ...whole.darkCalls].map(({ id }) => id);
    expect(new Set(events).size).toBe(events.length);
    const silences = new Set(whole.silences.map(({ id }) => id));
    for (const { vessel } of [...whole.calls, ...whole.darkCalls, ...whole.findings])
      expect(vessels).toContain(vessel);
    for (const { silence } of whole.darkCalls) expect(silences).toContain(silence);
    for (const finding of whole.findings) expect(events).toEqual(expect.arrayContaining([...finding.events]));
  });
});

describe('the Rajin shuttle', () => {
  test('has findings on all four ships, none of them observed: all is reconstructed', () => {
    expect([...new Set(whole.findings.map(({ vessel }) => vessel))].sort()).toEqual([
      MARIA,
      LADY_R,
      'imo-9179842',
      'imo-9358010',
    ]);
    expect(whole.findings.filter(({ claim }) => claim === 'observed')).toEqual([]);
  });

  test("LADY R's dark call at Rajin in March 2024 is supported by the published sighting", () => {
    const calls = whole.darkCalls.filter(
      ({ vessel, port, earliest, latest }) =>
        vessel === LADY_R && port.id === 'KPRJN' && earliest < '2024-03-12T24' && latest > '2024-03-12T00',
    );
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ level: 'supported' });
    expect(calls[0]!.sightings.length).toBeGreaterThan(0);
    const finding = whole.findings.find(
      ({ rule, events }) => rule === 'dprk-dark-call' && events.includes(calls[0]!.id),
    );
    expect(finding?.at.slice(0, 10)).toBe('2024-03-12');
    const korean = finding?.designations.find(({ authority }) => authority === 'KR');
    expect(korean).toMatchObject({ status: 'not yet', since: '2024-04-03T00:00:00Z' });
  });

  test('LADY R is on the Korean list by mid-April 2024', () => {
    const later = whole.findings.filter(({ vessel, at }) => vessel === LADY_R && at >= '2024-04-03');
    expect(later.length).toBeGreaterThan(0);
    for (const { designations } of later)
      expect(designations.find(({ entry }) => entry === 'KR-9161003')).toMatchObject({ status: 'in force' });
  });

  test('MARIA has no American designation before 12 December 2023', () => {
    const statuses = whole.findings
      .filter(({ vessel }) => vessel === MARIA)
      .flatMap(({ at, designations }) =>
        designations
          .filter(({ entry }) => entry === '46773')
          .map(({ status }) => [at < '2023-12-12', status]),
      );
    expect(new Set(statuses.map(item => item.join()))).toEqual(new Set(['true,not yet', 'false,in force']));
  });
});

describe('options', () => {
  test('--set changes a threshold, and the analysis says so', async () => {
    const maia = tempFile('maia-1.csv', shipRows(9358010));
    const document = await analyse(maia, '--set', 'silenceHours=48', '--set', 'radiusKm=5');
    expect(document.method.parameters).toMatchObject({ silenceHours: 48, radiusKm: 5, portGapMin: 240 });
    expect(whole.method.parameters).toMatchObject({ silenceHours: 6, radiusKm: 3, portGapMin: 240 });
    const before = whole.silences.filter(({ vessel }) => vessel === 'imo-9358010');
    const kept = before.filter(({ hours }) => hours >= 48);
    expect(document.silences.map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
    expect(kept.length).toBeLessThan(before.length);
  });

  test('--rules gfw gives visits with a start and an end, at the ports of --ports alone', async () => {
    const ports = tempFile(
      'ports.csv',
      'id,name,country,lat,lon\nrajin,Rajin,KP,42.23,130.30\nvvo,Vladivostok,RU,43.1,131.9\n',
    );
    const document = await analyse(shipFile, '--rules', 'gfw', '--ports', ports);
    expect(misfits(document, ANALYSIS)).toEqual([]);
    expect([ship.method.rules, document.method.rules]).toEqual(['standard', 'gfw']);
    for (const { arrival, departure } of document.calls)
      expect(Date.parse(departure.before!)).toBeGreaterThanOrEqual(Date.parse(arrival.before));
    expect(new Set(document.calls.map(({ port }) => port.id))).toEqual(new Set(['vvo']));
    expect(new Set(document.darkCalls.map(({ port }) => port.id))).toEqual(new Set(['rajin', 'vvo']));
    expect(Math.max(...document.darkCalls.map(({ otherPorts }) => otherPorts))).toBe(1);
    expect(document.references.map(({ path }) => path)).toContain(ports);
  });

  test('--sightings and --lists take the place of the bundled ones', async () => {
    const noSightings = 'fixtures/bad-input/sightings-header-only.csv';
    const lists = ['fixtures/designations/eu-833-2014-cut.csv', 'public/lists/notices.csv'];
    const document = await analyse(shipFile, '--sightings', noSightings, '--lists', ...lists);
    const supported = ({ darkCalls }: AnalysisDocument): number =>
      darkCalls.filter(({ level }) => level === 'supported').length;
    expect([supported(ship) > 0, supported(document)]).toEqual([true, 0]);
    expect(document.references.map(({ path }) => path)).toContain(noSightings);
    expect(document.lists.map(({ id }) => id)).toEqual(['eu-833-2014-cut', 'notices']);
    expect(ship.lists).toHaveLength(5);
    const listed = document.findings.flatMap(({ designations }) => designations.map(({ list }) => list));
    expect(listed).toContain('notices');
    expect(listed).not.toContain('ofac-sdn-2026-excerpt');
  });

  test('--from and --to keep what reaches into the time, and the tracks whole', async () => {
    const cut = await analyse(shipFile, '--from', '2024-03-01', '--to', '2024-03-11T12:00:00Z');
    const [from, to] = [Date.parse('2024-03-01T00:00:00Z'), Date.parse('2024-03-11T12:00:00Z')];
    const reaches = (start: string, end: string): boolean =>
      Date.parse(end) >= from && Date.parse(start) <= to;
    expect(cut.silences).toEqual(ship.silences.filter(event => reaches(event.from, event.to)));
    expect(cut.findings).toEqual(ship.findings.filter(finding => reaches(finding.from, finding.to)));
    expect(cut.darkCalls).toEqual(ship.darkCalls.filter(event => reaches(event.earliest, event.latest)));
    expect(cut.calls).toEqual(
      ship.calls.filter(({ arrival, departure }) =>
        reaches(arrival.after ?? arrival.before, departure.before ?? departure.after),
      ),
    );
    expect(cut.calls.length).toBeGreaterThan(0);
    expect(cut.findings.length).toBeLessThan(ship.findings.length);
    expect(cut.vessels).toEqual(ship.vessels);
  });

  test('--zone is the zone of times that name none', async () => {
    const document = await analyse('fixtures/bad-input/no-zone.csv', '--zone=+09:00');
    expect(document.vessels[0]!.from).toBe('2024-03-11T15:00:00Z');
  });

  test('several files are one case; --partial reads what is there of a log that is cut off', async () => {
    const noaa = 'fixtures/noaa/test_data_noaa_20230101.csv';
    const cut = 'fixtures/bad-input/last-line-cut.nmea';
    const document = await analyse('--partial', noaa, cut);
    expect(document.inputs.map(({ path }) => path)).toEqual([noaa, cut]);
    expect(document.inputs[1]).toMatchObject({ rows: 20, accepted: 18, rejected: { checksum: 1 } });
    expect(document.vessels.length).toBeGreaterThan(900);
  });
});

describe('formats', () => {
  test('ndjson is the same, one object a line', async () => {
    const { stdout } = await wakeline('analyse', shipFile, '--format', 'ndjson');
    expect(stdout.endsWith('\n')).toBe(true);
    const items = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { kind: string });
    const { vessels, calls, silences, darkCalls, findings } = ship;
    const groups = {
      vessel: vessels,
      call: calls,
      silence: silences,
      darkCall: darkCalls,
      finding: findings,
    };
    for (const [kind, group] of Object.entries(groups)) {
      expect(items.filter(item => item.kind === kind)).toEqual(group.map(item => ({ kind, ...item })));
    }
  });

  test('csv has a line for each event and finding', async () => {
    const { stdout } = await wakeline('analyse', shipFile, '--format', 'csv');
    const [header, ...rows] = stdout.trimEnd().split('\r\n');
    expect(header).toMatch(
      /^kind,id,rule,severity,claim,ship,imo,mmsi,port,country,from,to,text,reconstructed,.*,sources,method$/,
    );
    const { calls, silences, darkCalls, findings } = ship;
    expect(rows).toHaveLength(calls.length + silences.length + darkCalls.length + findings.length);
    expect(rows.every(row => row.includes('LADY R'))).toBe(true);
  });

  test('geojson has a feature for each event and finding', async () => {
    const { type, features } = await jsonOf<{ type: string; features: { properties: { id: string } }[] }>(
      'analyse',
      shipFile,
      '--format',
      'geojson',
    );
    const { calls, silences, darkCalls, findings } = ship;
    expect(type).toBe('FeatureCollection');
    expect(new Set(features.map(({ properties }) => properties.id))).toEqual(
      new Set([...calls, ...silences, ...darkCalls, ...findings].map(({ id }) => id)),
    );
  });

  test('--out writes the very bytes into a file that are printed else, and prints nothing', async () => {
    const out = join(folder, 'analysis.json');
    expect(await wakeline('analyse', shipFile, '--out', out)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8') === shipText).toBe(true);
  });
});
