import { expand } from '../engine/content.ts';
import type { Engine, LoadedFile, LoadOptions, NamedFile, Progress } from '../engine/engine.ts';
import { InputError } from '../formats/input-error.ts';
import { ColumnMemory, type KeptTexts } from './column-memory.ts';
import { type FileAddress, readFileAddress } from './file-address.ts';
import { type ImportJob, type ImportState, isUnderWay, likeness, type Question } from './import-job.ts';
import { AS_THE_FILE_SAYS, inReadingOrder, isGuess, said, type Work, workOf } from './import-work.ts';
import { atMostEvery, secondsLeft } from './pace.ts';
import type { Notice, Store } from './store.ts';
import type { TaskQueue } from './task-queue.ts';

/** How a file is fetched: what it is asked for, how far it is, and how it is stopped. */
export interface FetchControl {
  readonly signal: AbortSignal;
  /** `totalBytes` is null where the server doesn't say. */
  readonly onProgress: (bytes: number, totalBytes: number | null) => void;
}

/** What lies outside of the page's own memory. */
export interface Outside {
  /** Where answers are kept across visits; null keeps them for this one. */
  readonly texts: KeptTexts | null;
  /** Address of the page. */
  readonly pageUrl: string;
  /** Fetches a file, without credentials. Rejects with an error whose message says in a few words why it can't be had. */
  readonly fetchFile: (address: FileAddress, control: FetchControl) => Promise<Blob>;
}

/** What the case does for its imports. */
export interface CaseActs {
  /** Works out the case anew. */
  readonly analyse: () => Promise<void>;
  readonly notify: (notice: Omit<Notice, 'id'>) => void;
}

/** What became of an address. */
export type AddressAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'bad'; readonly why: string }
  /** Another server, which the user has not yet allowed to be asked. */
  | { readonly kind: 'ask leave'; readonly origin: string };

/** More files at once than this are asked about: a folder dropped by mistake holds a hundred thousand. */
const MOST_UNASKED = 1000;
/** Progress reaches the page at most so often, milliseconds. */
const PROGRESS_EVERY_MS = 100;
const NOTHING_SEEN = { table: null };

/**
 * Files on their way into the case and out of it: each method is one act of the user. Files are read one after the
 * other; one that fails, or is refused until a question is answered, leaves the case as it was.
 */
export class Imports {
  readonly #engine: Engine;
  readonly #store: Store;
  readonly #tasks: TaskQueue;
  readonly #acts: CaseActs;
  readonly #now: () => number;
  readonly #outside: Outside;
  readonly #memory: ColumnMemory;
  #nextId = 1;
  readonly #works = new Map<number, Work>();
  readonly #running = new Map<number, AbortController>();
  /** How each input of the case was read. */
  readonly #sources = new Map<number, Work>();
  /** Answers for all files alike, until the files at hand are through. */
  readonly #standing = new Map<string, LoadOptions>();
  readonly #allowedOrigins = new Set<string>();
  #held: readonly NamedFile[] = [];
  /** Files came in since the case was worked out. */
  #isStale = false;

  constructor(
    engine: Engine,
    store: Store,
    tasks: TaskQueue,
    acts: CaseActs,
    /** Monotonic milliseconds. */
    now: () => number,
    outside: Outside,
  ) {
    this.#engine = engine;
    this.#store = store;
    this.#tasks = tasks;
    this.#acts = acts;
    this.#now = now;
    this.#outside = outside;
    this.#memory = new ColumnMemory(outside.texts);
  }

  // --- Adding ---

  /** Reads files into the case. Of more than a thousand the user is asked first. */
  add(files: readonly NamedFile[]): void {
    if (files.length === 0) return;
    this.#store.dispatch({ type: 'dialog', dialog: 'import' });
    if (files.length > MOST_UNASKED) this.#hold(files);
    else this.#enlist(files);
  }

  /** The answer to so many files: reads them, or leaves them. */
  takeHeld(isWanted: boolean): void {
    const files = this.#held;
    this.#hold([]);
    if (isWanted) this.#enlist(files);
  }

  /** Fetches a file into the case. Another server than the page's own is asked with the user's leave only. */
  addAddress(text: string): AddressAnswer {
    const address = readFileAddress(text, this.#outside.pageUrl);
    if (typeof address === 'string') return { kind: 'bad', why: address };
    const { origin } = address.url;
    if (!address.isOwn && !this.#allowedOrigins.has(origin)) return { kind: 'ask leave', origin };
    const { name } = address;
    void this.#fetch(this.#newWork({ ...workOf(name), address }), address);
    return { kind: 'taken' };
  }

  /** Lets a server be asked, for this visit. */
  allowOrigin(origin: string): void {
    this.#allowedOrigins.add(origin);
  }

  /** Remembers how a file was read that came with the case. */
  keep(loaded: LoadedFile, file: NamedFile): void {
    if (loaded.input >= 0) this.#sources.set(loaded.input, { ...workOf(file.name), file });
  }

  // --- Questions ---

  /** Reads files as the user says. `forAlike` holds for those too that ask the same later on. */
  answer(ids: readonly number[], options: LoadOptions, forAlike: boolean): void {
    for (const id of ids) {
      const work = this.#works.get(id);
      const state = this.#job(id)?.state;
      if (!work || state?.kind !== 'asking') continue;
      const { preview } = state.question;
      if (forAlike) this.#standing.set(likeness(state.question), options);
      this.#works.set(id, { ...work, options, preview, header: preview?.table?.header ?? null });
      this.#enqueue(id, 'soon');
    }
  }

  /** Asks how to read a file of the case in another way than it was. Resolves to the job, null for an unknown input. */
  async readDifferently(input: number): Promise<number | null> {
    const source = this.#sources.get(input);
    if (!source?.file) return null;
    const preview = await this.#engine.preview(source.file).catch(() => null);
    const id = this.#doneJobOf(input) ?? this.#nextId++;
    this.#works.set(id, { ...source, replaces: input });
    this.#put(id, {
      kind: 'asking',
      question: {
        remedy: null,
        message: '',
        found: '',
        preview,
        answers: source.options,
        isAsLastTime: false,
      },
    });
    return id;
  }

  /** Forgets what was said of files with this header. */
  forget(header: readonly string[]): void {
    this.#memory.forget(header);
  }

  // --- Stopping ---

  /** Stops a file that is on its way; nothing of it is kept. */
  cancel(id: number): void {
    const job = this.#job(id);
    if (!job || !isUnderWay(job)) return;
    this.#running.get(id)?.abort();
    this.#put(id, { kind: 'cancelled' });
  }

  cancelAll(): void {
    for (const { id } of this.#store.state.imports) this.cancel(id);
  }

  /** Takes a file up again that was cancelled, or that a server didn't give. */
  retry(id: number): void {
    const work = this.#works.get(id);
    const state = this.#job(id)?.state;
    if (!work || !(state?.kind === 'cancelled' || (state?.kind === 'failed' && state.canRetry))) return;
    if (work.file) this.#enqueue(id, 'soon');
    else if (work.address) void this.#fetch(id, work.address);
  }

  /** Takes a file off the list that isn't on its way. What is in the case stays there. */
  putAway(id: number): void {
    const job = this.#job(id);
    if (!job || isUnderWay(job)) return;
    this.#setJobs(this.#store.state.imports.filter(other => other.id !== id));
    if (job.state.kind !== 'removed') this.#works.delete(id);
  }

  /** Takes those off the list that need nothing more. */
  tidy(): void {
    for (const { id, state } of this.#store.state.imports) {
      if (state.kind === 'done' || state.kind === 'cancelled' || state.kind === 'removed') this.putAway(id);
    }
  }

  // --- Taking out ---

  /** Takes an input out of the case; list and notice offer to put it back. */
  async remove(file: LoadedFile): Promise<void> {
    const { input, name } = file;
    const id = this.#doneJobOf(input) ?? this.#nextId++;
    this.#works.set(id, this.#sources.get(input) ?? workOf(name));
    this.#put(id, { kind: 'removed', file });
    try {
      await this.#tasks.add(() => this.#engine.remove(input), 'soon');
    } catch (error) {
      this.putAway(id);
      this.#tellFault(error);
      return;
    }
    this.#sources.delete(input);
    const undo = { type: 'put back', job: id } as const;
    this.#acts.notify({ tone: 'plain', text: `${name} was taken out of the case.`, undo });
    await this.#tasks.add(() => this.#analyse(), 'soon');
  }

  /** Reads a file again that was taken out, as it was read before. */
  putBack(id: number): void {
    const state = this.#job(id)?.state;
    if (this.#works.get(id)?.file && (!state || state.kind === 'removed')) this.#enqueue(id, 'soon');
  }

  // --- The list ---

  #hold(files: readonly NamedFile[]): void {
    this.#held = files;
    this.#store.dispatch({ type: 'held files', count: files.length });
  }

  #enlist(files: readonly NamedFile[]): void {
    const ids = inReadingOrder(files).map(file => this.#newWork({ ...workOf(file.name), file }));
    this.#setJobs([...this.#store.state.imports, ...ids.map(id => this.#jobIn(id, { kind: 'waiting' }))]);
    for (const id of ids) this.#run(id, 'later');
  }

  #newWork(work: Work): number {
    const id = this.#nextId++;
    this.#works.set(id, work);
    return id;
  }

  #enqueue(id: number, when: 'soon' | 'later'): void {
    this.#put(id, { kind: 'waiting' });
    this.#run(id, when);
  }

  #run(id: number, when: 'soon' | 'later'): void {
    void this.#tasks.add(async () => {
      if (this.#job(id)?.state.kind === 'waiting') await this.#read(id);
      await this.#settle();
    }, when);
  }

  #job(id: number): ImportJob | undefined {
    return this.#store.state.imports.find(job => job.id === id);
  }

  #doneJobOf(input: number): number | undefined {
    const jobs = this.#store.state.imports;
    return jobs.find(({ state }) => state.kind === 'done' && state.file.input === input)?.id;
  }

  #jobIn(id: number, state: ImportState): ImportJob {
    const work = this.#works.get(id);
    return { id, name: work?.name ?? '', bytes: work?.file?.data.size ?? 0, state };
  }

  #put(id: number, state: ImportState): void {
    this.#store.dispatch({ type: 'import', job: this.#jobIn(id, state) });
  }

  #setJobs(imports: readonly ImportJob[]): void {
    this.#store.dispatch({ type: 'imports', imports });
  }

  // --- Reading ---

  async #fetch(id: number, address: FileAddress): Promise<void> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    const startedMs = this.#now();
    const mayTell = atMostEvery(PROGRESS_EVERY_MS, this.#now);
    const onProgress = (bytes: number, totalBytes: number | null): void => {
      if (controller.signal.aborted || !mayTell()) return;
      const leftS = secondsLeft(bytes, totalBytes, this.#now() - startedMs);
      this.#put(id, { kind: 'fetching', bytes, totalBytes, leftS });
    };
    this.#put(id, { kind: 'fetching', bytes: 0, totalBytes: null, leftS: null });
    try {
      const data = await this.#outside.fetchFile(address, { signal: controller.signal, onProgress });
      if (controller.signal.aborted) return;
      this.#works.set(id, { ...this.#works.get(id)!, file: { name: address.name, data } });
      this.#enqueue(id, 'later');
    } catch (error) {
      if (controller.signal.aborted) return;
      const message = `${address.url.href} could not be fetched: ${messageOf(error)}`;
      this.#put(id, { kind: 'failed', message, canRetry: true });
    } finally {
      if (this.#running.get(id) === controller) this.#running.delete(id);
    }
  }

  async #read(id: number): Promise<void> {
    const work = this.#works.get(id);
    if (!work?.file) return;
    const controller = new AbortController();
    this.#running.set(id, controller);
    this.#put(id, { kind: 'reading', progress: null, rowsPerSecond: 0, leftS: null });
    try {
      await this.#readInto(id, work, work.file, controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) await this.#refuse(id, error, controller.signal);
    } finally {
      if (this.#running.get(id) === controller) this.#running.delete(id);
    }
  }

  async #readInto(id: number, work: Work, file: NamedFile, signal: AbortSignal): Promise<void> {
    const parts = await expand(file);
    signal.throwIfAborted();
    if (parts.length > 1) {
      this.#split(id, parts);
      return;
    }
    const knownHeader = await this.#knownHeader(work, file);
    const columns = knownHeader && this.#memory.recall(knownHeader)?.columns;
    const options = columns ? { ...work.options, columns } : work.options;
    const loaded = await this.#engine.load(file, options, { signal, onProgress: this.#teller(id, signal) });
    this.#running.delete(id);
    if (work.replaces !== null && this.#sources.delete(work.replaces)) {
      await this.#engine.remove(work.replaces);
    }
    this.#remember(work);
    const done = { ...work, options, replaces: null };
    this.#works.set(id, done);
    if (loaded.input >= 0) this.#sources.set(loaded.input, done);
    this.#isStale = true;
    this.#put(id, { kind: 'done', file: loaded, knownHeader });
  }

  /** Tells the page how far the reading of a file is, not too often. */
  #teller(id: number, signal: AbortSignal): (progress: Progress) => void {
    const startedMs = this.#now();
    const mayTell = atMostEvery(PROGRESS_EVERY_MS, this.#now);
    return progress => {
      if (signal.aborted || !mayTell()) return;
      const elapsedMs = Math.max(1, this.#now() - startedMs);
      const rowsPerSecond = (progress.rows / elapsedMs) * 1000;
      const leftS = secondsLeft(progress.bytes, progress.totalBytes, elapsedMs);
      this.#put(id, { kind: 'reading', progress, rowsPerSecond, leftS });
    };
  }

  /** Puts the files of an archive in its place. */
  #split(id: number, parts: readonly NamedFile[]): void {
    this.#works.delete(id);
    const ids = inReadingOrder(parts).map(file => this.#newWork({ ...workOf(file.name), file }));
    const jobs = ids.map(part => this.#jobIn(part, { kind: 'waiting' }));
    this.#setJobs(this.#store.state.imports.flatMap(job => (job.id === id ? jobs : [job])));
    for (const part of ids) this.#run(part, 'soon');
  }

  /** A refusal that an answer can mend becomes a question, unless it is answered already for all files alike. */
  async #refuse(id: number, error: unknown, signal: AbortSignal): Promise<void> {
    const work = this.#works.get(id);
    if (!work?.file || !(error instanceof InputError) || error.remedy === null) {
      this.#put(id, { kind: 'failed', message: messageOf(error), canRetry: false });
      return;
    }
    const { remedy, message, found } = error;
    const preview = await this.#engine.preview(work.file).catch(() => null);
    if (signal.aborted) return;
    const known = preview?.table ? this.#memory.recall(preview.table.header) : null;
    const question: Question = {
      remedy,
      message,
      found,
      preview,
      answers: { ...AS_THE_FILE_SAYS, ...said(known ?? {}), ...said(work.options) },
      isAsLastTime: known !== null,
    };
    const standing = this.#standing.get(likeness(question));
    if (!standing || standing === work.options) {
      this.#put(id, { kind: 'asking', question });
      return;
    }
    this.#works.set(id, { ...work, options: standing, preview });
    await this.#read(id);
  }

  /** The header of a file whose columns the user named the last time and doesn't name now; null for others. */
  async #knownHeader({ options, preview }: Work, file: NamedFile): Promise<readonly string[] | null> {
    if (options.columns || this.#memory.isEmpty) return null;
    const { table } = preview ?? (await this.#engine.preview(file).catch(() => NOTHING_SEEN));
    return table && this.#memory.recall(table.header)?.columns ? table.header : null;
  }

  #remember({ header, options, preview }: Work): void {
    if (!header) return;
    const { columns = null, zoneMinutes, timeFormat = null } = options;
    const answers = { columns: isGuess(columns, preview) ? null : columns, zoneMinutes, timeFormat };
    if (Object.values(answers).every(answer => answer === null)) this.#memory.forget(header);
    else this.#memory.remember(header, answers);
  }

  /** Works the case out anew once the last of the files at hand is through. */
  async #settle(): Promise<void> {
    if (this.#store.state.imports.some(({ state }) => state.kind === 'waiting')) return;
    this.#standing.clear();
    if (this.#isStale) await this.#analyse();
  }

  async #analyse(): Promise<void> {
    this.#isStale = false;
    await this.#acts.analyse().catch(error => this.#tellFault(error));
  }

  #tellFault(error: unknown): void {
    this.#acts.notify({ tone: 'fault', text: messageOf(error), undo: null });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
