import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import { TrackStore } from '../../src/core/track/index.ts';
import { EngineClient, type WorkerPort } from '../../src/engine/client.ts';
import type { CaseAnalysis, Engine, Progress } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import type { ToPage, ToWorker } from '../../src/engine/protocol.ts';
import { type Port, serveEngine } from '../../src/engine/serve.ts';
import { InputError } from '../../src/formats/input-error.ts';
import { DEMONSTRATION, fixture, referenceFiles, SlowFile, shipRows, textFile } from './case-files.ts';

const NO_ZONE = { zoneMinutes: null };
const LADY_R = textFile('lady-r.csv', shipRows(9161003));
const REPLAY = fixture('nmea/dma-aislib/replay_dump.txt');

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close();
    port2.close();
  }
});

/** The engine behind a real message channel, as a worker has it. */
function overChannel(engine: Engine = new LocalEngine()): EngineClient {
  const channel = new MessageChannel();
  channels.push(channel);
  serveEngine(engine, channel.port1 as unknown as Port);
  return new EngineClient(channel.port2 as unknown as WorkerPort);
}

/** An engine with some of its methods changed. */
function engineBut(engine: Engine, changed: Partial<Engine>): Engine {
  return {
    preview: file => engine.preview(file),
    load: (file, options, control) => engine.load(file, options, control),
    loadReference: reference => engine.loadReference(reference),
    remove: input => engine.remove(input),
    analyse: (method, control) => engine.analyse(method, control),
    rows: (input, lines) => engine.rows(input, lines),
    export: (request, control) => engine.export(request, control),
    ...changed,
  };
}

/** Two ports whose messages the test hands over when it likes; each is cloned on its way. */
class HeldWire {
  readonly toWorker: ToWorker[] = [];
  readonly toPage: ToPage[] = [];
  readonly page: WorkerPort = {
    postMessage: message => this.toWorker.push(message),
    onmessage: null,
    onerror: null,
  };
  readonly worker: Port = {
    postMessage: (message, transfer) =>
      this.toPage.push(structuredClone(message, { transfer: transfer ?? [] })),
    onmessage: null,
  };

  tellWorker(): void {
    for (const data of this.toWorker.splice(0)) this.worker.onmessage?.({ data } as MessageEvent<ToWorker>);
  }

  tellPage(): void {
    for (const data of this.toPage.splice(0)) this.page.onmessage?.({ data } as MessageEvent<ToPage>);
  }
}

/** Time enough for a promise that could settle to do so. */
const moment = (ms = 20): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

describe('over the wire', () => {
  test('a whole case gives the answers that the engine itself gives', async () => {
    const answersOf = async (engine: Engine) => {
      await engine.loadReference(referenceFiles());
      const files = [...DEMONSTRATION, REPLAY];
      const loaded = await Promise.all(files.map(file => engine.load(file, NO_ZONE)));
      const first = await engine.analyse(DEFAULT_METHOD);
      const rows = await engine.rows(0, [2, 1, 999_999]);
      await engine.remove(1);
      return { loaded, first, rows, second: await engine.analyse(DEFAULT_METHOD) };
    };
    const here = await answersOf(new LocalEngine());
    const { first, second, ...there } = await answersOf(overChannel());
    const withoutGroundwork = ({ groundwork: _, ...answer }: CaseAnalysis): CaseAnalysis => answer;
    expect({
      ...there,
      first: withoutGroundwork(first),
      second: withoutGroundwork(second),
    }).toEqual(here);
    expect(here.first.analysis.findings.length).toBeGreaterThan(20);
    expect(here.second.vessels.length).toBeLessThan(here.first.vessels.length);
    expect(here.rows).toHaveLength(2);
  });

  test('a finding, its ship and its port are the same objects on the other side', async () => {
    const engine = overChannel();
    await engine.loadReference(referenceFiles());
    await engine.load(LADY_R, NO_ZONE);
    const { analysis, vessels, ports, tracks } = await engine.analyse(DEFAULT_METHOD);
    for (const finding of analysis.findings) {
      expect(vessels).toContain(finding.vessel);
      if (finding.port) expect(ports).toContain(finding.port);
    }
    expect(TrackStore.from(tracks).length).toBe(vessels[0]!.reports);
  });

  test('the track store is handed over and not copied', async () => {
    const wire = new HeldWire();
    const local = new LocalEngine();
    await local.load(LADY_R, NO_ZONE);
    const sent: ArrayBuffer[] = [];
    const analyse: Engine['analyse'] = async method => {
      const answer = await local.analyse(method);
      sent.push(answer.tracks);
      return answer;
    };
    serveEngine(engineBut(local, { analyse }), wire.worker);
    void new EngineClient(wire.page).analyse(DEFAULT_METHOD);
    wire.tellWorker();
    await vi.waitFor(() => expect(wire.toPage.filter(({ type }) => type === 'answer')).toHaveLength(1), {
      timeout: 30_000,
    });
    expect(sent[0]!.byteLength).toBe(0);
    expect((await local.analyse(DEFAULT_METHOD)).tracks.byteLength).toBeGreaterThan(0);
  });

  test('progress comes through, for its own call alone', async () => {
    const engine = overChannel();
    const seen: Progress[][] = [[], []];
    await Promise.all(
      [DEMONSTRATION[0]!, REPLAY].map((file, i) =>
        engine.load(file, NO_ZONE, { onProgress: progress => seen[i]!.push(progress) }),
      ),
    );
    expect(new Set(seen[0]!.map(({ file }) => file))).toEqual(new Set(['positions.csv']));
    expect(new Set(seen[1]!.map(({ file }) => file))).toEqual(new Set(['replay_dump.txt']));
    expect(seen[0]!.at(-1)).toMatchObject({ bytes: DEMONSTRATION[0]!.data.size });
  });
});

describe('faults', () => {
  test.each([
    ['no-zone.csv', { line: 2, remedy: 'zone' }],
    ['no-time.csv', { line: 1, remedy: 'columns' }],
    ['empty.csv', { line: 0, remedy: null }],
  ])('bad input (%s) arrives as the InputError that it was', async (name, fields) => {
    const file = fixture(`bad-input/${name}`);
    const [here, there] = await Promise.all(
      [new LocalEngine(), overChannel()].map(engine => engine.load(file, NO_ZONE).catch((e: unknown) => e)),
    );
    expect(there).toBeInstanceOf(InputError);
    expect(there).toMatchObject({ ...fields, file: name });
    const { file: at, line, expected, found, message, remedy } = here as InputError;
    expect(there).toMatchObject({ file: at, line, expected, found, message, remedy });
  });

  test('a bug arrives with what it said and where it came from', async () => {
    const error = await overChannel()
      .remove(7)
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      message: 'no input 7 among 0',
      cause: expect.stringContaining('local.ts'),
    });
  });

  test('something thrown that is no error arrives as one', async () => {
    const odd = engineBut(new LocalEngine(), { rows: () => Promise.reject('odd') });
    await expect(overChannel(odd).rows(0, [])).rejects.toThrow(new Error('odd'));
  });
});

describe('a load stopped over the wire', () => {
  test('rejects at once with the reason of the signal, though the worker is not heard', async () => {
    const wire = new HeldWire();
    const engine = new EngineClient(wire.page);
    const controller = new AbortController();
    const load = engine.load(LADY_R, NO_ZONE, { signal: controller.signal });
    controller.abort();
    await expect(load).rejects.toMatchObject({ name: 'AbortError' });
    expect(wire.toWorker.map(({ type }) => type)).toEqual(['call', 'abort']);
  });

  test('before it is asked for is not asked for', async () => {
    const wire = new HeldWire();
    const reason = new Error('enough');
    const load = new EngineClient(wire.page).load(LADY_R, NO_ZONE, { signal: AbortSignal.abort(reason) });
    await expect(load).rejects.toBe(reason);
    expect(wire.toWorker).toEqual([]);
  });

  test('in its midst leaves no row, and what was asked for meanwhile is answered', async () => {
    const local = new LocalEngine();
    const slow = new SlowFile(shipRows(9179842), 10);
    const controller = new AbortController();
    slow.onPart = async part => {
      if (part === 5) controller.abort();
      if (part >= 5) await moment(1);
    };
    const load: Engine['load'] = (file, options, control) =>
      local.load(file.name === 'slow.csv' ? { ...file, data: slow } : file, options, control);
    const engine = overChannel(engineBut(local, { load }));
    const placeholder = textFile('slow.csv', 'handed over in its place');
    const stopped = engine.load(placeholder, NO_ZONE, { signal: controller.signal });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    const loaded = await engine.load(LADY_R, NO_ZONE);
    const { vessels } = await engine.analyse(DEFAULT_METHOD);
    expect(loaded.input).toBe(0);
    expect(vessels.map(({ imo }) => imo)).toEqual([9161003]);
  });

  test('while its answer is on the way leaves no row either', async () => {
    const wire = new HeldWire();
    const local = new LocalEngine();
    serveEngine(local, wire.worker);
    const engine = new EngineClient(wire.page);
    const controller = new AbortController();
    const load = engine.load(REPLAY, NO_ZONE, { signal: controller.signal });
    wire.tellWorker();
    while (!wire.toPage.some(({ type }) => type === 'answer')) await moment(1);
    controller.abort();
    await expect(load).rejects.toMatchObject({ name: 'AbortError' });
    wire.tellPage();
    wire.tellWorker();
    const { inputs, vessels } = await local.analyse(DEFAULT_METHOD);
    expect([inputs, vessels]).toEqual([[], []]);
  });

  test('after it has ended changes nothing', async () => {
    const local = new LocalEngine();
    const engine = overChannel(local);
    const controller = new AbortController();
    await engine.load(LADY_R, NO_ZONE, { signal: controller.signal });
    controller.abort();
    await moment();
    expect((await engine.analyse(DEFAULT_METHOD)).inputs).toHaveLength(1);
  });
});

describe('a worker that fails', () => {
  const failed = (message: string) => ({ message }) as ErrorEvent;

  test('rejects the calls under way and all later ones', async () => {
    const wire = new HeldWire();
    const engine = new EngineClient(wire.page);
    const calls = [engine.load(LADY_R, NO_ZONE), engine.analyse(DEFAULT_METHOD), engine.rows(0, [1])];
    wire.page.onerror?.(failed('out of memory'));
    for (const call of calls) await expect(call).rejects.toThrow(new Error('out of memory'));
    await expect(engine.remove(0)).rejects.toThrow(new Error('out of memory'));
    expect(wire.toWorker).toHaveLength(3);
  });

  test('before the first call rejects that one: nothing waits for ever', async () => {
    const wire = new HeldWire();
    const engine = new EngineClient(wire.page);
    wire.page.onerror?.(failed(''));
    await expect(engine.loadReference(referenceFiles())).rejects.toThrow('the engine could not be started');
  });

  test('messages for a call that is over are passed by', () => {
    const wire = new HeldWire();
    void new EngineClient(wire.page);
    wire.toPage.push({ type: 'answer', id: 99, answer: undefined });
    wire.toPage.push({ type: 'fault', id: 99, fault: { kind: 'aborted', message: '' } });
    expect(() => wire.tellPage()).not.toThrow();
  });
});
