import { MessageChannel } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import { EngineClient, type WorkerPort } from '../../src/engine/client.ts';
import type { CaseAnalysis, ExportRequest, Progress } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { type Port, serveEngine } from '../../src/engine/serve.ts';
import { caseWith, engineWith, fixture, shipRows, textFile } from './case-files.ts';

const LADY_R = textFile('lady-r.csv', shipRows(9161003));
const ANGARA = textFile('angara.csv', shipRows(9179842));
const SIGHTINGS = fixture('rajin-shuttle/sightings.csv');

const TRACKS: ExportRequest = {
  what: 'tracks',
  format: 'csv',
  ships: [],
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  clean: false,
  method: DEFAULT_METHOD,
  madeAt: null,
};
const EVENTS: ExportRequest = { ...TRACKS, what: 'events', format: 'geojson' };

/** Calls, silences and findings of a case, without the rows that they rest on. */
function outline({ analysis }: CaseAnalysis) {
  const { calls, silences, darkCalls, findings } = analysis;
  return {
    calls: calls.map(({ id, arrival, departure, support, reconstructed }) => ({
      id,
      arrival,
      departure,
      support,
      reconstructed,
    })),
    silences: silences.map(({ id, control, reconstructed }) => ({ id, control, reconstructed })),
    darkCalls: darkCalls.map(({ id, level }) => ({ id, level })),
    findings: findings.map(({ id, claim, text, reconstructed }) => ({ id, claim, text, reconstructed })),
  };
}

describe('an export of tracks', { timeout: 30_000 }, () => {
  test.each(['csv', 'geojson', 'kml', 'gpx', 'parquet'] as const)(
    'as %s is a case with the same findings',
    async format => {
      const engine = await caseWith(LADY_R, SIGHTINGS);
      const data = await engine.export({ ...TRACKS, format });
      const again = await caseWith({ name: `lady-r.${format}`, data }, SIGHTINGS);
      const [before, after] = [await engine.analyse(DEFAULT_METHOD), await again.analyse(DEFAULT_METHOD)];
      expect(outline(before).findings.length).toBeGreaterThan(5);
      expect(outline(after)).toEqual(outline(before));
      expect(after.inputs[0]).toMatchObject({ reconstructed: true, rows: before.inputs[0]!.rows });
    },
  );

  test('names the file that each row came from, also when another was taken out', async () => {
    const engine = await engineWith(ANGARA, LADY_R);
    await engine.remove(0);
    const [, row] = (await (await engine.export(TRACKS)).text()).split('\r\n');
    const { inputs } = await engine.analyse(DEFAULT_METHOD);
    expect(row).toContain(`lady-r.csv,${inputs[0]!.sha256},`);
  });

  test('tells how far it is, up to the last row', async () => {
    const engine = await engineWith(LADY_R);
    const told: Progress[] = [];
    const blob = await engine.export(TRACKS, { onProgress: progress => told.push(progress) });
    const rows = told.map(progress => progress.rows);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    const written = (await blob.text()).trimEnd().split('\r\n').length - 1;
    expect(told.at(-1)).toEqual({
      file: 'tracks.csv',
      bytes: blob.size,
      totalBytes: blob.size,
      rows: written,
    });
    expect(blob.type).toBe('text/csv');
  });

  test('stops at the signal, and the case is as it was', async () => {
    const engine = await engineWith(LADY_R);
    const whole = await (await engine.export(TRACKS)).text();
    const controller = new AbortController();
    const stopped = engine.export(TRACKS, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await (await engine.export(TRACKS)).text()).toBe(whole);
  });
});

describe('an export of events', { timeout: 30_000 }, () => {
  test('holds what the analysis holds, with its sources and its method', async () => {
    const engine = await caseWith(LADY_R, SIGHTINGS);
    const { analysis, inputs, references, lists } = await engine.analyse(DEFAULT_METHOD);
    const { features, wakeline } = JSON.parse(await (await engine.export(EVENTS)).text());
    const ids = features.map(({ properties }: { properties: { id: string } }) => properties.id);
    const { findings, calls, darkCalls, silences, openSilences } = analysis;
    expect(ids).toEqual(
      [...findings, ...calls, ...darkCalls, ...silences, ...openSilences].map(({ id }) => id),
    );
    expect(wakeline).toMatchObject({
      reconstructed: true,
      inputs: inputs.map(({ name, sha256 }) => ({ name, sha256 })),
      references: references.map(({ name, sha256 }) => ({ name, sha256 })),
      lists: lists.map(({ id, sha256 }) => ({ id, sha256 })),
      method: DEFAULT_METHOD,
    });
  });

  test('of a ship and a time holds no others, intervals included', async () => {
    const engine = await caseWith(LADY_R, ANGARA);
    const { analysis } = await engine.analyse(DEFAULT_METHOD);
    const call = analysis.calls.find(
      ({ arrival }) => arrival.after !== null && arrival.after < arrival.before!,
    )!;
    const between = call.arrival.after! + 1;
    const request = { ...EVENTS, ships: [call.vessel.id], from: between, to: between };
    const { features } = JSON.parse(await (await engine.export(request)).text());
    const properties = features.map((feature: { properties: unknown }) => feature.properties) as {
      id: string;
      vessel: string;
    }[];
    expect(properties.map(({ id }) => id)).toContain(call.id);
    expect(new Set(properties.map(({ vessel }) => vessel))).toEqual(new Set([call.vessel.id]));
    expect(properties.length).toBeLessThan(10);
  });

  test('can not be dropped as a track', async () => {
    const engine = await caseWith(LADY_R);
    for (const format of ['csv', 'geojson', 'kml', 'gpx', 'parquet'] as const) {
      const data = await engine.export({ ...EVENTS, format });
      await expect(new LocalEngine().load({ name: 'events', data }, { zoneMinutes: null })).rejects.toThrow(
        'events: expected reports of ships, found an export of events',
      );
    }
  });
});

test('over the wire comes the same file, and it can be stopped', async () => {
  const { port1, port2 } = new MessageChannel();
  const engine = await engineWith(LADY_R);
  serveEngine(engine, port1 as unknown as Port);
  const client = new EngineClient(port2 as unknown as WorkerPort);
  try {
    const [there, here] = [await client.export(TRACKS), await engine.export(TRACKS)];
    expect(await there.text()).toBe(await here.text());
    const controller = new AbortController();
    const stopped = client.export(TRACKS, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  } finally {
    port1.close();
    port2.close();
  }
});
