import { describe, expect, test } from 'vitest';
import { decodeViewLink, encodeViewLink } from '../../src/core/snapshot/index.ts';
import { DEMONSTRATION, fixture, shipRows, textFile } from '../engine/case-files.ts';
import { LADY_R, NOAA, Page, REFERENCE } from './session-page.ts';

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
    page.imports.add([fixture('nmea/dma-aislib/replay_dump.txt')]);
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

    const other = await Page.open([LADY_R], { link });
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
    const other = await Page.open([textFile('lady-r.csv', shipRows(9179842))], { link });
    expect(other.state.opened?.verdict).toBe('different');
    expect(other.state.opened?.details).toEqual([expect.stringMatching(/^data lady-r\.csv differs: /)]);
    const third = await Page.open([NOAA], { link });
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
    const page = await Page.open([LADY_R], { link });
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
    page.session.undo(page.state.notice!.undo!);
    expect(page.state.notice).toBeNull();
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
