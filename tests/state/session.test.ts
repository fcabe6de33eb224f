import { describe, expect, test } from 'vitest';
import type { Box } from '../../src/core/geo/index.ts';
import { decodeViewLink, encodeViewLink, type ViewSnapshot } from '../../src/core/snapshot/index.ts';
import type { NamedFile } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import type { CaseData } from '../../src/state/case-data.ts';
import { Clock } from '../../src/state/clock.ts';
import { type ChartControl, Session } from '../../src/state/session.ts';
import { type ImportJob, type State, Store } from '../../src/state/store.ts';
import {
  DEMONSTRATION,
  fixture,
  referenceFiles,
  SlowFile,
  shipRows,
  textFile,
} from '../engine/case-files.ts';

/** Two lists of the five: enough to find something, and quick to read. */
const REFERENCE = referenceFiles('ofac-sdn-2026-excerpt', 'notices');
const NOAA = fixture('noaa/test_data_noaa_20230101.csv');
const LADY_R = textFile('lady-r.csv', shipRows(9161003));

/** A chart that keeps what it is asked to show. */
class ChartStub implements ChartControl {
  camera: ViewSnapshot['camera'] = { lon: 10, lat: 20, zoom: 3, bearingDeg: 0 };
  readonly boxes: Box[] = [];
  getCamera(): ViewSnapshot['camera'] {
    return this.camera;
  }
  size = { width: 676, height: 596 };
  getSizePx(): ViewSnapshot['chartPx'] {
    return this.size;
  }
  jumpTo(camera: ViewSnapshot['camera']): void {
    this.camera = camera;
  }
  fit(box: Box): void {
    this.boxes.push(box);
  }
}

/** A session over the real engine in this thread. */
class Page {
  readonly store = new Store();
  readonly clock = new Clock();
  readonly engine = new LocalEngine();
  readonly chart = new ChartStub();
  readonly session: Session;
  #ms = 0;

  constructor() {
    this.session = new Session(this.engine, this.store, this.clock, () => (this.#ms += 1000));
    this.session.attachChart(this.chart);
  }

  static async open(files: readonly NamedFile[] = [LADY_R], link = ''): Promise<Page> {
    const page = new Page();
    await page.session.start({ name: 'Test', reference: REFERENCE, files }, link);
    return page;
  }

  get state(): State {
    return this.store.state;
  }

  get data(): CaseData {
    return this.state.data!;
  }

  get job(): ImportJob {
    return this.state.imports.at(-1)!;
  }

  /** Drops files and waits until each has come to an end and the case was analysed. */
  async drop(...files: readonly NamedFile[]): Promise<void> {
    this.session.addFiles(files);
    await this.settled();
  }

  settled(): Promise<void> {
    const isSettled = ({ imports, analysing }: State): boolean =>
      !analysing && imports.every(({ state }) => state.kind !== 'waiting' && state.kind !== 'reading');
    return this.until(isSettled);
  }

  /** Waits until the state is as wanted, and for what follows at once. */
  async until(wanted: (state: State) => boolean): Promise<void> {
    await new Promise<void>(resolve => {
      const look = (): void => {
        if (!wanted(this.state)) return;
        stop();
        resolve();
      };
      const stop = this.store.subscribe(look);
      look();
    });
    await new Promise(resolve => setTimeout(resolve));
    if (!wanted(this.state)) await this.until(wanted);
  }
}

describe('the start', () => {
  test('opens the case, chooses the worst finding and sets clock, lanes and chart to it', async () => {
    const page = await Page.open(DEMONSTRATION);
    const { state, data, clock } = page;
    const [worst] = data.analysis.findings;
    expect(state.phase).toEqual({ kind: 'ready' });
    expect(state.analysing).toBe(false);
    expect(data.name).toBe('Test');
    expect(state.selection).toEqual({ kind: 'finding', id: worst!.id });
    expect(clock.reading).toMatchObject({ time: worst!.at, playing: false });
    expect(state.window.from).toBeLessThanOrEqual(worst!.from);
    expect(state.window.to).toBeGreaterThanOrEqual(worst!.to);
    const box = page.chart.boxes.at(-1)!;
    expect(box.west).toBeLessThan(worst!.port!.lon);
    expect(box.north).toBeGreaterThan(worst!.port!.lat);
    clock.set(Number.NEGATIVE_INFINITY);
    expect(clock.time).toBe(data.from);
    clock.set(Number.POSITIVE_INFINITY);
    expect(clock.time).toBe(data.to);
  });

  test('shows all ships where nothing is found', async () => {
    const page = await Page.open([NOAA]);
    expect(page.state.selection).toEqual({ kind: 'none' });
    expect(page.chart.boxes).toHaveLength(1);
    expect(page.state.window).toEqual({ from: page.data.from, to: page.data.to });
  });

  test('that fails says what could not be opened and why, and a good file dropped then opens', async () => {
    const page = await Page.open([fixture('bad-input/no-time.csv')]);
    expect(page.state.phase).toMatchObject({ kind: 'failed', what: 'The case “Test” could not be opened' });
    expect(page.state.phase).toHaveProperty(
      'detail',
      expect.stringMatching(/no-time\.csv:1: expected a time column/),
    );
    expect(page.state.data).toBeNull();
    await page.drop(LADY_R);
    expect(page.state.phase).toEqual({ kind: 'ready' });
    expect(page.data.vessels.map(({ imo }) => imo)).toEqual([9161003]);
  });

  test('files dropped while the case opens wait for it', async () => {
    const page = new Page();
    const started = page.session.start({ name: 'Test', reference: REFERENCE, files: [LADY_R] }, '');
    page.session.addFiles([fixture('nmea/dma-aislib/replay_dump.txt')]);
    await started;
    expect(page.data.inputs.map(({ name }) => name)).toEqual(['lady-r.csv']);
    await page.settled();
    expect(page.data.inputs.map(({ name, input }) => [name, input])).toEqual([
      ['lady-r.csv', 0],
      ['replay_dump.txt', 1],
    ]);
  });

  test('a chart that comes late is shown what was chosen before', async () => {
    const page = new Page();
    page.session.attachChart(null);
    await page.session.start({ name: 'Test', reference: REFERENCE, files: [LADY_R] }, '');
    expect(page.chart.boxes).toEqual([]);
    page.session.attachChart(page.chart);
    expect(page.chart.boxes).toHaveLength(1);
  });
});

describe('files dropped', () => {
  test('are read one after the other, then analysed once', async () => {
    const page = await Page.open();
    const kinds: string[] = [];
    page.store.subscribe(() => kinds.push(page.state.imports.map(({ state }) => state.kind).join(' ')));
    const before = page.data;
    await page.drop(NOAA, fixture('nmea/dma-aislib/replay_dump.txt'));
    expect(page.state.dialog).toBe('import');
    expect([...new Set(kinds)].filter(Boolean)).toEqual([
      'waiting',
      'waiting waiting',
      'reading waiting',
      'done waiting',
      'done reading',
      'done done',
    ]);
    const [noaa] = page.state.imports;
    expect(noaa).toMatchObject({
      name: 'test_data_noaa_20230101.csv',
      bytes: 114_515,
      state: { file: { kind: 'positions', format: 'noaa-csv', rows: 1000, input: 1 } },
    });
    expect(page.data.vessels.length).toBeGreaterThan(before.vessels.length + 900);
    expect(page.data.inputs.map(({ input }) => input)).toEqual([0, 1, 2]);
  });

  test('one that fails leaves the case as it was and says why; the others are read', async () => {
    const page = await Page.open();
    const { data } = page;
    await page.drop(fixture('bad-input/no-good-row.csv'));
    expect(page.state.data).toBe(data);
    expect(page.job.state).toEqual({
      kind: 'failed',
      message: expect.stringMatching(/^no-good-row\.csv: expected rows with positions, found none in 3 rows/),
      remedy: null,
    });
    await page.drop(fixture('bad-input/prose.txt'), NOAA, fixture('bad-input/empty.csv'));
    expect(page.state.imports.map(({ state }) => state.kind)).toEqual(['failed', 'failed', 'done', 'failed']);
    expect(page.data.inputs).toHaveLength(2);
    expect(page.data.inputs[0]).toEqual(data.inputs[0]);
  });

  test('half read before it fails, a file leaves no row behind', async () => {
    const page = await Page.open();
    await page.drop(
      textFile('half.csv', 'mmsi,time,lat,lon\n273210440,2024-03-12T00:00:00Z,42.7,131.9\n"open'),
    );
    expect(page.job.state.kind).toBe('failed');
    await page.drop(fixture('nmea/dma-aislib/replay_dump.txt'));
    expect(page.data.vessels.flatMap(({ mmsi }) => mmsi)).not.toContain(273_210_440);
  });

  test('whose times name no zone ask for it, and are read with the one that is given', async () => {
    const page = await Page.open();
    await page.drop(fixture('bad-input/no-zone.csv'));
    expect(page.job.state).toMatchObject({ kind: 'failed', remedy: 'zone' });
    const { id } = page.job;
    page.session.retry(id, { zoneMinutes: 540 });
    expect(page.job.state.kind).toBe('waiting');
    await page.settled();
    expect(page.job).toMatchObject({ id, state: { kind: 'done' } });
    const vessel = page.data.vessels.find(({ mmsi }) => mmsi.includes(273_210_440));
    expect(vessel?.from).toBe(Date.UTC(2024, 2, 11, 15));
  });

  test('that are cut off are refused, and read as far as they go where that is wanted', async () => {
    const page = await Page.open();
    const { data } = page;
    await page.drop(fixture('bad-input/last-line-cut.nmea'));
    expect(page.job.state).toMatchObject({ kind: 'failed', remedy: 'partial' });
    expect(page.state.data).toBe(data);
    page.session.retry(page.job.id, { zoneMinutes: null, partial: true });
    await page.settled();
    expect(page.job.state).toMatchObject({ kind: 'done', file: { rows: 20, accepted: 18 } });
    expect(page.data.vessels.length).toBeGreaterThan(data.vessels.length);
  });

  test('a file read or unknown is not read again', async () => {
    const page = await Page.open();
    await page.drop(NOAA);
    const { imports } = page.state;
    page.session.retry(page.job.id, { zoneMinutes: 0 });
    page.session.retry(999, { zoneMinutes: 0 });
    page.session.cancelImport(page.job.id);
    page.session.cancelImport(999);
    expect(page.state.imports).toBe(imports);
  });

  test("OFAC's files go together whatever the order they are dropped in", async () => {
    const page = await Page.open();
    const lists = page.data.lists.length;
    await page.drop(...['add', 'alt', 'sdn'].map(part => fixture(`designations/ofac-2022-01/${part}.csv`)));
    expect(page.state.imports.map(({ name, state }) => [name, state.kind])).toEqual([
      ['sdn.csv', 'done'],
      ['add.csv', 'done'],
      ['alt.csv', 'done'],
    ]);
    expect(page.data.lists).toHaveLength(lists + 1);
  });

  test('no file at all opens no dialog', async () => {
    const page = await Page.open();
    page.session.addFiles([]);
    expect(page.state.dialog).toBeNull();
  });
});

describe('an import cancelled', () => {
  test('in its midst leaves the case as it was, and the next file is read', async () => {
    const page = await Page.open();
    const { data } = page;
    const slow = new SlowFile(await NOAA.data.text(), 8);
    slow.onPart = part => {
      if (part === 4) page.session.cancelImport(page.state.imports[0]!.id);
    };
    await page.drop({ name: 'slow.csv', data: slow });
    expect(page.job.state).toEqual({ kind: 'cancelled' });
    expect(page.state.data).toBe(data);
    await page.drop(fixture('nmea/dma-aislib/replay_dump.txt'));
    expect(page.data.inputs.map(({ name, input }) => [name, input])).toEqual([
      ['lady-r.csv', 0],
      ['replay_dump.txt', 1],
    ]);
  });

  test('while it waits is never read', async () => {
    const page = await Page.open();
    page.session.addFiles([NOAA, fixture('nmea/dma-aislib/replay_dump.txt')]);
    page.session.cancelImport(page.job.id);
    await page.settled();
    expect(page.state.imports.map(({ state }) => state.kind)).toEqual(['done', 'cancelled']);
    expect(page.data.inputs).toHaveLength(2);
  });
});

describe('an input taken out', () => {
  test('goes with its ships, and says so', async () => {
    const page = await Page.open([LADY_R, NOAA]);
    const noaa = page.data.inputs[1]!;
    page.session.removeInput(noaa);
    await page.until(({ notice }) => notice !== null);
    expect(page.state.notice).toMatchObject({ tone: 'plain', text: expect.stringContaining(noaa.name) });
    expect(page.data.vessels.map(({ imo }) => imo)).toEqual([9161003]);
    expect(page.data.inputs.map(({ input }) => input)).toEqual([0]);
  });

  test('as the last one leaves an empty case that can be worked on, and the clock where it was', async () => {
    const page = await Page.open();
    const { time } = page.clock;
    page.session.removeInput(page.data.inputs[0]!);
    await page.until(({ data }) => data?.vessels.length === 0);
    expect(page.clock.time).toBe(time);
    page.session.stepEvent(1);
    page.session.stepReport(-1);
    page.session.stepFinding(1);
    page.session.setWindow(0, 1);
    expect(page.clock.time).toBe(time);
    expect(decodeViewLink(page.session.viewLink('night')!).ok).toBe(true);
    await page.drop(NOAA);
    expect(page.data.vessels.length).toBeGreaterThan(900);
    expect(page.clock.time).toBe(page.data.to);
    expect(page.state.window).toEqual({ from: page.data.from, to: page.data.to });
  });

  test('that the engine does not know is told, and the case goes on', async () => {
    const page = await Page.open();
    page.session.removeInput({ ...page.data.inputs[0]!, input: 7 });
    await page.until(({ notice }) => notice !== null);
    expect(page.state.notice).toMatchObject({ tone: 'fault', text: 'no input 7 among 1' });
    await page.drop(NOAA);
    expect(page.job.state.kind).toBe('done');
  });
});

describe('a link', () => {
  test('opens the same view on the same data, paused, and says that they are identical', async () => {
    const page = await Page.open();
    page.session.openVessel('imo-9161003');
    page.store.dispatch({ type: 'filter', filters: { severities: ['alert'], text: 'rajin' } });
    page.store.dispatch({ type: 'tab', tab: 'ports' });
    page.session.setWindow(page.data.from + 1e9, page.data.to - 1e9);
    page.clock.set(page.data.from + 123_456_789);
    page.clock.setSpeed(3600);
    page.chart.camera = { lon: 131.25, lat: 42.5, zoom: 8.25, bearingDeg: 30 };
    const link = page.session.viewLink('day')!;

    const other = await Page.open([LADY_R], link);
    expect(other.state.opened).toEqual({ verdict: 'identical', details: [] });
    expect(other.clock.reading).toMatchObject({ time: page.clock.time, speed: 3600, playing: false });
    expect(other.chart.camera).toEqual(page.chart.camera);
    const { selection, tab, filters, window } = page.state;
    expect(other.state).toMatchObject({ selection, tab, filters, window, theme: 'day' });
    expect(other.session.viewLink('day')).toBe(link);
  });

  test('shows on a smaller chart all that was seen, by zooming out', async () => {
    const page = await Page.open();
    page.chart.camera = { lon: 131.25, lat: 42.5, zoom: 8, bearingDeg: 0 };
    page.chart.size = { width: 800, height: 600 };
    const link = page.session.viewLink('day')!;
    const phone = await Page.open();
    phone.chart.size = { width: 200, height: 300 };
    phone.session.openLink(link);
    expect(phone.chart.camera).toEqual({ ...page.chart.camera, zoom: 6 });
    phone.chart.size = { width: 1600, height: 1200 };
    phone.session.openLink(link);
    expect(phone.chart.camera).toEqual(page.chart.camera);
  });

  test('on other data says which differ or are missing', async () => {
    const link = (await Page.open()).session.viewLink('night')!;
    const other = await Page.open([textFile('lady-r.csv', shipRows(9179842))], link);
    expect(other.state.opened?.verdict).toBe('different');
    expect(other.state.opened?.details).toEqual([expect.stringMatching(/^data lady-r\.csv differs: /)]);
    const third = await Page.open([NOAA], link);
    expect(third.state.opened?.verdict).toBe('missing');
    expect(third.state.opened?.details).toHaveLength(2);
  });

  test('to an hour outside of the case goes to the nearest one', async () => {
    const page = await Page.open();
    const read = decodeViewLink(page.session.viewLink('night')!);
    if (!read.ok) throw new Error(read.fault.kind);
    page.session.openLink(encodeViewLink({ ...read.snapshot, time: Date.UTC(2999, 0) }));
    expect(page.clock.time).toBe(page.data.to);
  });

  test.each([
    ['cut off', (link: string) => link.slice(0, -3), /damaged/],
    ['of a newer version', (link: string) => `2${link.slice(1)}`, /newer Wakeline.*2/],
  ])('%s opens the case as without one, and says why', async (_, spoil, words) => {
    const link = spoil((await Page.open()).session.viewLink('night')!);
    const page = await Page.open([LADY_R], link);
    expect(page.state.notice).toMatchObject({ tone: 'fault', text: expect.stringMatching(words) });
    expect(page.state.opened).toBeNull();
    expect(page.state.selection).toEqual({ kind: 'finding', id: page.data.analysis.findings[0]!.id });
  });

  test('is not there before a case is, and is not opened either', () => {
    const page = new Page();
    page.session.openLink('1.AAAA');
    expect(page.session.viewLink('night')).toBeNull();
    expect(page.state.notice).toBeNull();
  });
});

describe('steps', () => {
  test('by event go through every moment of the case, there and back', async () => {
    const page = await Page.open();
    const { moments } = page.data;
    page.clock.set(page.data.from - 1);
    page.clock.setPlaying(true);
    const forth: number[] = [page.clock.time];
    for (let i = 0; i < moments.length + 2; i++) {
      page.session.stepEvent(1);
      if (page.clock.time !== forth.at(-1)) forth.push(page.clock.time);
    }
    expect(forth.filter(t => moments.includes(t))).toEqual(moments);
    expect(page.clock.reading.playing).toBe(false);
    const back: number[] = [page.clock.time];
    for (let i = 0; i < moments.length + 2; i++) {
      page.session.stepEvent(-1);
      if (page.clock.time !== back.at(-1)) back.push(page.clock.time);
    }
    expect(back).toEqual(moments.toReversed());
  });

  test('by event bring a moment outside of the lanes into view', async () => {
    const page = await Page.open();
    page.session.setWindow(page.data.from, page.data.from + 3_600_000);
    for (let i = 0; i < page.data.moments.length; i++) {
      page.session.stepEvent(1);
      const { from, to } = page.state.window;
      expect(page.clock.time).toBeGreaterThanOrEqual(from);
      expect(page.clock.time).toBeLessThanOrEqual(to);
    }
  });

  test('by report go along the chosen ship alone, else along all', async () => {
    const page = await Page.open(DEMONSTRATION);
    const { store, vessels } = page.data;
    const vessel = vessels.find(({ imo }) => imo === 9161003)!;
    const own = [...new Set(store.t.subarray(store.starts[vessel.index], store.starts[vessel.index + 1]))];
    page.session.openVessel(vessel.id);
    page.clock.set(own[10]!);
    page.session.stepReport(1);
    expect(page.clock.time).toBe(own[11]);
    page.session.stepReport(-1);
    page.session.stepReport(-1);
    expect(page.clock.time).toBe(own[9]);
    page.session.closeSelection();
    const all = [...new Set(store.t)].sort((a, b) => a - b);
    page.session.stepReport(1);
    expect(page.clock.time).toBe(all[all.indexOf(own[9]!) + 1]);
    page.clock.set(page.data.to);
    page.session.stepReport(1);
    expect(page.clock.time).toBe(page.data.to);
  });

  test('by finding go round those shown, in their order', async () => {
    const page = await Page.open();
    page.store.dispatch({ type: 'filter', filters: { sort: 'time' } });
    const shown = [...page.data.analysis.findings].sort((a, b) => a.at - b.at);
    page.session.closeSelection();
    const met: string[] = [];
    for (let i = 0; i <= shown.length; i++) {
      page.session.stepFinding(1);
      const { selection } = page.state;
      if (selection.kind === 'finding') met.push(selection.id);
    }
    expect(met).toEqual([...shown, shown[0]!].map(({ id }) => id));
    page.session.stepFinding(-1);
    expect(page.state.selection).toEqual({ kind: 'finding', id: shown.at(-1)!.id });
    expect(page.clock.time).toBe(shown.at(-1)!.at);
    page.store.dispatch({ type: 'filter', filters: { text: 'xyzzy' } });
    page.session.stepFinding(1);
    expect(page.state.selection).toEqual({ kind: 'finding', id: shown.at(-1)!.id });
  });
});

describe('choosing', () => {
  test('a ship shows its track, a port the waters around it, a thing unknown nothing', async () => {
    const page = await Page.open();
    const shown = page.chart.boxes.length;
    page.session.openVessel('imo-9161003');
    page.session.openPort('KPRJN');
    page.session.openVessel('imo-0000000');
    page.session.openPort('XXXXX');
    expect(page.chart.boxes).toHaveLength(shown + 2);
    const rajin = page.data.portById.get('KPRJN')!;
    const box = page.chart.boxes.at(-1)!;
    expect([(box.west + box.east) / 2, (box.south + box.north) / 2]).toEqual([
      expect.closeTo(rajin.lon, 9),
      expect.closeTo(rajin.lat, 9),
    ]);
    expect(page.state.selection).toEqual({ kind: 'port', id: 'KPRJN' });
    expect(page.session.chosenVessel()).toBeNull();
  });

  test('a finding chooses its ship too', async () => {
    const page = await Page.open();
    page.session.stepFinding(1);
    expect(page.session.chosenVessel()?.imo).toBe(9161003);
    page.session.closeSelection();
    expect(page.session.chosenVessel()).toBeNull();
  });

  test('a finding dismissed can be had back from the notice', async () => {
    const page = await Page.open();
    const { id } = page.data.analysis.findings[0]!;
    page.session.dismiss(id, 'seen elsewhere');
    expect(page.state.dismissed.get(id)).toBe('seen elsewhere');
    page.store.dispatch(page.state.notice!.undo!);
    expect(page.state.dismissed.has(id)).toBe(false);
  });

  test('rows under a finding are the lines of the file', async () => {
    const page = await Page.open();
    const { input, first } = page.data.analysis.findings[0]!.receipts[0]!;
    const lines = (await LADY_R.data.text()).split('\n');
    expect(await page.session.rows(input, [first, 1])).toEqual([
      { line: 1, text: lines[0] },
      { line: first, text: lines[first - 1] },
    ]);
  });
});

describe('the lanes', () => {
  test.each([
    ['inside', 1e9, 2e9, 1e9, 2e9],
    ['before the case', -5e9, -4e9, 0, 1e9],
    ['of no length', 1e9, 1e9, 1e9, 1e9 + 600_000],
    ['the wrong way round', 2e9, 1e9, 2e9, 2e9 + 600_000],
  ])('set to a stretch %s stay in the case', async (_, from, to, expectedFrom, expectedTo) => {
    const page = await Page.open();
    const start = page.data.from;
    page.session.setWindow(start + from, start + to);
    expect(page.state.window).toEqual({ from: start + expectedFrom, to: start + expectedTo });
  });

  test('set to more than the case show the case', async () => {
    const page = await Page.open();
    page.session.setWindow(0, 8e15);
    expect(page.state.window).toEqual({ from: page.data.from, to: page.data.to });
  });

  test('stay where they are when what is chosen is in view already', async () => {
    const page = await Page.open();
    const finding = page.data.analysis.findings[0]!;
    page.session.openFinding(finding);
    const { window } = page.state;
    page.session.openFinding(finding);
    expect(page.state.window).toBe(window);
  });
});
