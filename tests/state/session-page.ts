import type { Box } from '../../src/core/geo/index.ts';
import type { ViewSnapshot } from '../../src/core/snapshot/index.ts';
import type { NamedFile } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import type { CaseData } from '../../src/state/case-data.ts';
import { Clock } from '../../src/state/clock.ts';
import type { FileAddress } from '../../src/state/file-address.ts';
import { type ImportJob, isUnderWay, type Question } from '../../src/state/import-job.ts';
import type { FetchControl } from '../../src/state/imports.ts';
import { type ChartControl, Session } from '../../src/state/session.ts';
import { type State, Store } from '../../src/state/store.ts';
import { fixture, referenceFiles, shipRows, textFile } from '../engine/case-files.ts';

/** Two lists of the five: enough to find something, and quick to read. */
export const REFERENCE = referenceFiles('ofac-sdn-2026-excerpt', 'notices');
export const NOAA = fixture('noaa/test_data_noaa_20230101.csv');
export const LADY_R = textFile('lady-r.csv', shipRows(9161003));

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

/** Texts as a browser keeps them. */
export class KeptStub {
  readonly texts = new Map<string, string>();
  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.texts.set(key, value);
  }
}

/** A session over the real engine in this thread. */
export class Page {
  readonly store = new Store();
  readonly clock = new Clock();
  readonly engine = new LocalEngine();
  readonly chart = new ChartStub();
  readonly session: Session;
  /** What the web answers. */
  fetchFile: (address: FileAddress, control: FetchControl) => Promise<Blob> = () =>
    Promise.reject(new Error('no network.'));
  #ms = 0;

  constructor(kept: KeptStub | null = null) {
    this.session = new Session(this.engine, this.store, this.clock, () => (this.#ms += 1000), {
      texts: kept,
      pageUrl: 'https://wakeline.example/app/index.html',
      fetchFile: (address, control) => this.fetchFile(address, control),
    });
    this.session.attachChart(this.chart);
  }

  static async open(
    files: readonly NamedFile[] = [LADY_R],
    { link = '', kept = null }: { link?: string; kept?: KeptStub | null } = {},
  ): Promise<Page> {
    const page = new Page(kept);
    await page.session.start({ name: 'Test', reference: REFERENCE, files }, link);
    return page;
  }

  get imports() {
    return this.session.imports;
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

  /** The question that the last file asks. */
  get question(): Question {
    const { state } = this.job;
    if (state.kind !== 'asking') throw new Error(`the last file is ${state.kind}: ${JSON.stringify(state)}`);
    return state.question;
  }

  /** What each file on the list is at, by name. */
  get kinds(): [string, ImportJob['state']['kind']][] {
    return this.state.imports.map(({ name, state }) => [name, state.kind]);
  }

  /** Drops files and waits until each has come to an end and the case was analysed. */
  async drop(...files: readonly NamedFile[]): Promise<void> {
    this.imports.add(files);
    await this.settled();
  }

  settled(): Promise<void> {
    return this.until(({ imports, analysing }) => !analysing && !imports.some(isUnderWay));
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
