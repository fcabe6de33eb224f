import { DEFAULT_METHOD, type Finding, type Method } from '../core/findings/index.ts';
import { type Box, boxOf } from '../core/geo/index.ts';
import type { Port } from '../core/ports/index.ts';
import { decodeViewLink, encodeViewLink, type ViewSnapshot } from '../core/snapshot/index.ts';
import { HOUR_MS, type Instant } from '../core/time/index.ts';
import { firstAfter, lastAtOrBefore } from '../core/track/index.ts';
import { breathe } from '../engine/breathe.ts';
import type { Engine, ExportRequest, NamedFile, RawRow, Reference, TaskControl } from '../engine/engine.ts';
import { type CaseData, toCaseData } from './case-data.ts';
import type { Clock } from './clock.ts';
import { Imports, type Outside } from './imports.ts';
import { linkFaultText, restoreView, snapshotView, verifyPins } from './link.ts';
import { visibleFindings } from './selectors.ts';
import type { Notice, Store, Undo } from './store.ts';
import { TaskQueue } from './task-queue.ts';

/** A camera and the chart that it was seen on. */
type Look = Pick<ViewSnapshot, 'camera' | 'chartPx'>;

/** Where the chart looks, and how to move it. Given by the map once it is there. */
export interface ChartControl {
  getCamera(): ViewSnapshot['camera'];
  getSizePx(): ViewSnapshot['chartPx'];
  jumpTo(camera: ViewSnapshot['camera']): void;
  fit(box: Box): void;
}

/** What a case starts with. */
export interface CaseFiles {
  readonly name: string;
  readonly reference: Reference;
  readonly files: readonly NamedFile[];
}

/** Where a link looks that is made before the chart is there. */
const DEFAULT_CAMERA = { lon: 131.5, lat: 42.6, zoom: 7, bearingDeg: 0 };
/** Margin of time shown around a chosen event. */
const EVENT_MARGIN_MS = 36 * HOUR_MS;

/**
 * What the user can do, in one place: each method is one act. It asks the engine, moves the clock and the chart,
 * and tells the store; panels and keys call it.
 */
export class Session {
  #chart: ChartControl | null = null;
  /** What to show once the chart is there. */
  #pending: Look | Box | null = null;
  #caseName = '';
  #method: Method = DEFAULT_METHOD;
  #nextId = 1;
  readonly #tasks = new TaskQueue();
  /** Files on their way into the case and out of it. */
  readonly imports: Imports;

  constructor(
    private readonly engine: Engine,
    private readonly store: Store,
    private readonly clock: Clock,
    /** Monotonic milliseconds. */
    now: () => number,
    outside: Outside,
  ) {
    const acts = {
      analyse: () => this.#analyse(),
      notify: (notice: Omit<Notice, 'id'>) => this.#notify(notice.text, notice.tone, notice.undo),
    };
    this.imports = new Imports(engine, store, this.#tasks, acts, now, outside);
  }

  // --- The case ---

  /** Opens a case from files, then, if `link` holds one, the view in it. */
  start(files: CaseFiles, link: string): Promise<void> {
    return this.#tasks.add(() => this.#open(files, link));
  }

  async #open(files: CaseFiles, link: string): Promise<void> {
    this.#caseName = files.name;
    try {
      await this.engine.loadReference(files.reference);
      for (const file of files.files) {
        this.imports.keep(await this.engine.load(file, { zoneMinutes: null }), file);
      }
      await this.#analyse();
    } catch (error) {
      this.store.dispatch({
        type: 'start failed',
        what: `The case “${files.name}” could not be opened`,
        detail: messageOf(error),
      });
      return;
    }
    if (link !== '') this.openLink(link);
    else this.#showFirst();
  }

  rows(input: number, lines: readonly number[]): Promise<readonly RawRow[]> {
    return this.engine.rows(input, lines);
  }

  exportCase(request: ExportRequest, control: TaskControl): Promise<Blob> {
    return this.engine.export(request, control);
  }

  async #analyse(): Promise<void> {
    const first = this.store.state.data === null;
    this.store.dispatch({ type: 'analysing', on: true });
    try {
      const data = toCaseData(this.#caseName, await this.engine.analyse(this.#method));
      // Making it and showing it are two tasks, so that neither holds up the page.
      await breathe();
      this.#moveInto(data);
      this.store.dispatch({ type: 'case ready', data });
    } catch (error) {
      this.store.dispatch({ type: 'analysing', on: false });
      if (first) throw error;
      this.#notify(messageOf(error), 'fault');
    }
  }

  /** Brings the clock and the lanes into the times of a case. One without ships has none, and moves nothing. */
  #moveInto({ vessels, from, to }: CaseData): void {
    if (vessels.length === 0) return;
    this.clock.setRange(from, to);
    const { window } = this.store.state;
    const isInView = window.from < to && window.to > from;
    if (!isInView) this.store.dispatch({ type: 'window', from, to });
  }

  #showFirst(): void {
    const { data } = this.store.state;
    if (!data) return;
    const [finding] = data.analysis.findings;
    if (finding) this.openFinding(finding);
    else this.#show(boxOf(data.store.lon, data.store.lat));
  }

  // --- Choosing ---

  /** Chooses a finding, sets the clock to its hour, and shows its ship and port. */
  openFinding(finding: Finding): void {
    this.store.dispatch({ type: 'select', selection: { kind: 'finding', id: finding.id } });
    this.clock.setPlaying(false);
    this.clock.set(finding.at);
    this.showTimes(finding.from, finding.to);
    const { data } = this.store.state;
    if (data) this.#show(boxOfFinding(data, finding));
  }

  /** The next (1) or previous (-1) of the findings shown, from the chosen one. */
  stepFinding(by: 1 | -1): void {
    const { state } = this.store;
    const findings = visibleFindings(state);
    if (findings.length === 0) return;
    const chosen = state.selection.kind === 'finding' ? state.selection.id : '';
    const at = findings.findIndex(({ id }) => id === chosen);
    const next = at < 0 ? (by > 0 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length;
    this.openFinding(findings[next]!);
  }

  openVessel(id: string): void {
    const { data } = this.store.state;
    const vessel = data?.vessels.find(other => other.id === id);
    if (!data || !vessel) return;
    this.store.dispatch({ type: 'select', selection: { kind: 'vessel', id } });
    this.setWindow(vessel.from, vessel.to);
    const start = data.store.starts[vessel.index]!;
    const end = data.store.starts[vessel.index + 1]!;
    this.#show(boxOf(data.store.lon.subarray(start, end), data.store.lat.subarray(start, end)));
  }

  openPort(id: string): void {
    const port = this.store.state.data?.portById.get(id);
    if (!port) return;
    this.store.dispatch({ type: 'select', selection: { kind: 'port', id } });
    const margin = 0.4;
    this.#show({
      west: port.lon - margin,
      east: port.lon + margin,
      south: port.lat - margin * 0.7,
      north: port.lat + margin * 0.7,
    });
  }

  showBox(box: Box): void {
    this.#show(box);
  }

  closeSelection(): void {
    this.store.dispatch({ type: 'select', selection: { kind: 'none' } });
  }

  dismiss(id: string, reason: string): void {
    this.store.dispatch({ type: 'dismiss', id, reason });
    this.#notify('Finding dismissed.', 'plain', { type: 'restore', id });
  }

  // --- Time ---

  /** To the next (1) or previous (-1) event of the case: an arrival, a departure, an end of a silence, a finding. */
  stepEvent(by: 1 | -1): void {
    const { data } = this.store.state;
    if (!data) return;
    const { moments } = data;
    const { time } = this.clock;
    const next =
      by > 0
        ? firstAfter(moments, 0, moments.length, time)
        : lastAtOrBefore(moments, 0, moments.length, time - 1);
    this.#goTo(moments[next]);
  }

  /** To the next or previous report of the chosen ship, or of any ship if none is chosen. */
  stepReport(by: 1 | -1): void {
    const { data } = this.store.state;
    if (!data) return;
    const chosen = this.chosenVessel();
    const ranges = (chosen ? [chosen] : data.vessels).map(({ index }) => [
      data.store.starts[index]!,
      data.store.starts[index + 1]!,
    ]);
    const times = ranges.flatMap(([start, end]) => {
      const { t } = data.store;
      const i =
        by > 0
          ? firstAfter(t, start!, end!, this.clock.time)
          : lastAtOrBefore(t, start!, end!, this.clock.time - 1);
      return i >= start! && i < end! ? [t[i]!] : [];
    });
    const nearer = by > 0 ? Math.min : Math.max;
    if (times.length > 0) this.#goTo(times.reduce((nearest, time) => nearer(nearest, time)));
  }

  /** Shows a stretch of time in the lanes with some margin, if it isn't in view already at a readable width. */
  showTimes(from: Instant, to: Instant): void {
    const { data, window } = this.store.state;
    if (!data) return;
    const span = Math.max(to - from, EVENT_MARGIN_MS);
    const inView = from >= window.from && to <= window.to && window.to - window.from <= span * 12;
    if (inView) return;
    const margin = span * 2;
    this.setWindow(from - margin, to + margin);
  }

  /** Sets the stretch of time shown, kept within the case and at least ten minutes long. */
  setWindow(from: Instant, to: Instant): void {
    const { data } = this.store.state;
    if (!data) return;
    const span = Math.min(Math.max(to - from, 600_000), Math.max(data.to - data.from, 600_000));
    const start = Math.min(Math.max(from, data.from), Math.max(data.from, data.to - span));
    this.store.dispatch({ type: 'window', from: start, to: start + span });
  }

  chosenVessel(): CaseData['vessels'][number] | null {
    const { data, selection } = this.store.state;
    if (!data) return null;
    if (selection.kind === 'vessel' || selection.kind === 'report')
      return data.vessels.find(({ id }) => id === selection.id) ?? null;
    return selection.kind === 'finding' ? (data.findingById.get(selection.id)?.vessel ?? null) : null;
  }

  #goTo(time: Instant | undefined): void {
    if (time === undefined) return;
    this.clock.setPlaying(false);
    this.clock.set(time);
    const { window } = this.store.state;
    if (time < window.from || time > window.to) {
      const span = window.to - window.from;
      this.setWindow(time - span / 2, time + span / 2);
    }
  }

  // --- The chart ---

  /** Called by the chart once it is there, with null when it goes. */
  attachChart(chart: ChartControl | null): void {
    this.#chart = chart;
    const pending = this.#pending;
    this.#pending = null;
    if (chart) this.#show(pending);
  }

  #show(target: Look | Box | null): void {
    if (!target) return;
    if (!this.#chart) this.#pending = target;
    else if ('camera' in target) this.#chart.jumpTo(fittedCamera(target, this.#chart.getSizePx()));
    else this.#chart.fit(target);
  }

  // --- Links ---

  /** Text after the `#` of a link to what is on screen; null before there is a case. */
  viewLink(theme: ViewSnapshot['theme']): string | null {
    const { state } = this.store;
    if (!state.data) return null;
    const look = {
      camera: this.#chart?.getCamera() ?? DEFAULT_CAMERA,
      chartPx: this.#chart?.getSizePx() ?? { width: 0, height: 0 },
    };
    return encodeViewLink(snapshotView(state, state.data, this.clock.reading, look, theme));
  }

  /** Restores the view that a link holds, paused, and says whether the data behind it are the same. */
  openLink(text: string): void {
    const { data } = this.store.state;
    if (!data) return;
    const read = decodeViewLink(text);
    if (!read.ok) {
      this.#notify(linkFaultText(read.fault), 'fault');
      this.#showFirst();
      return;
    }
    const { snapshot } = read;
    this.clock.setPlaying(false);
    this.clock.set(snapshot.time);
    this.clock.setSpeed(snapshot.speed);
    for (const action of restoreView(snapshot)) this.store.dispatch(action);
    this.store.dispatch({ type: 'opened link', opened: verifyPins(snapshot, data) });
    this.#show(snapshot);
  }

  notify(text: string): void {
    this.#notify(text, 'plain');
  }

  /** Undoes what a notice offers to undo. */
  undo(undo: Undo): void {
    if (undo.type === 'put back') this.imports.putBack(undo.job);
    else this.store.dispatch(undo);
    this.store.dispatch({ type: 'notice', notice: null });
  }

  #notify(text: string, tone: 'plain' | 'fault', undo: Undo | null = null): void {
    this.store.dispatch({ type: 'notice', notice: { id: this.#nextId++, tone, text, undo } });
  }
}

/** A chart this much of the other's size or more shows the very same camera; the bar above an opened link takes some. */
const SAME_SIZE_SHARE = 0.85;

/** The camera on a chart of another size: on a clearly smaller one it zooms out until all that was seen is seen. */
function fittedCamera({ camera, chartPx }: Look, size: ViewSnapshot['chartPx']): ViewSnapshot['camera'] {
  const share = Math.min(size.width / chartPx.width, size.height / chartPx.height);
  if (!(share > 0 && share < SAME_SIZE_SHARE)) return camera;
  return { ...camera, zoom: camera.zoom + Math.log2(share) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The finding's port, and those of the calls and dark calls that it rests on. */
function portsOf({ analysis }: CaseData, { port, events }: Finding): Port[] {
  const stays = [...analysis.calls, ...analysis.darkCalls].filter(({ id }) => events.includes(id));
  return [...(port ? [port] : []), ...stays.map(stay => stay.port)];
}

/** Ship's fixes in the finding's time, and its ports, with room around. */
function boxOfFinding(data: CaseData, finding: Finding): Box | null {
  const { store } = data;
  const start = store.starts[finding.vessel.index]!;
  const end = store.starts[finding.vessel.index + 1]!;
  const first = Math.max(start, lastAtOrBefore(store.t, start, end, finding.from));
  const last = Math.min(end - 1, firstAfter(store.t, start, end, finding.to));
  const lon = Array.from(store.lon.subarray(first, last + 1));
  const lat = Array.from(store.lat.subarray(first, last + 1));
  for (const port of portsOf(data, finding)) {
    lon.push(port.lon);
    lat.push(port.lat);
  }
  const box = boxOf(lon, lat);
  if (!box) return null;
  const margin = Math.max(0.15, (box.east - box.west) * 0.15, (box.north - box.south) * 0.15);
  return {
    west: box.west - margin,
    east: box.east + margin,
    south: box.south - margin,
    north: box.north + margin,
  };
}
