import type { Method } from '../core/findings/index.ts';
import { AnswerAssembly, type AnswerPart } from './answer-parts.ts';
import type {
  CaseAnalysis,
  Engine,
  ExportRequest,
  FilePreview,
  LoadedFile,
  LoadOptions,
  NamedFile,
  RawRow,
  Reference,
  TaskControl,
} from './engine.ts';
import { type CallName, type Calls, fromFault, type ToPage, type ToWorker } from './protocol.ts';

/** The page's end of a message channel, as far as it is used here. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  onmessage: ((event: MessageEvent<ToPage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Pending {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly control: TaskControl;
  readonly onPart: (part: AnswerPart) => void;
}

/**
 * The engine in a worker. Calls go over as messages; an aborted call rejects at once with the signal's reason, and
 * the worker stops at its next chunk. If the worker itself fails, all calls under way and all later ones reject.
 */
export class EngineClient implements Engine {
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  /** Why the worker answers no more; null while it does. */
  #failure: Error | null = null;

  constructor(private readonly port: WorkerPort) {
    port.onmessage = ({ data }) => this.#receive(data);
    port.onerror = event => this.#fail(new Error(event.message || 'the engine could not be started'));
  }

  preview(file: NamedFile): Promise<FilePreview> {
    return this.#call('preview', [file]);
  }

  load(file: NamedFile, options: LoadOptions, control: TaskControl = {}): Promise<LoadedFile> {
    return this.#call('load', [file, options], control);
  }

  loadReference(reference: Reference): Promise<undefined> {
    return this.#call('loadReference', [reference]);
  }

  remove(input: number): Promise<undefined> {
    return this.#call('remove', [input]);
  }

  async analyse(method: Method, control: TaskControl = {}): Promise<CaseAnalysis> {
    const assembly = new AnswerAssembly();
    await this.#call('analyse', [method], control, part => assembly.add(part));
    return assembly.whole();
  }

  rows(input: number, lines: readonly number[]): Promise<readonly RawRow[]> {
    return this.#call('rows', [input, lines]);
  }

  export(request: ExportRequest, control: TaskControl = {}): Promise<Blob> {
    return this.#call('export', [request], control);
  }

  #call<N extends CallName>(
    name: N,
    ask: Calls[N]['ask'],
    control: TaskControl = {},
    onPart: (part: AnswerPart) => void = () => {},
  ): Promise<Calls[N]['answer']> {
    const id = this.#nextId++;
    const { signal } = control;
    return new Promise((resolve, reject) => {
      if (this.#failure || signal?.aborted) {
        reject(this.#failure ?? signal?.reason);
        return;
      }
      const onAbort = (): void => {
        this.#pending.delete(id);
        this.port.postMessage({ type: 'abort', id });
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      const settled = (): void => signal?.removeEventListener('abort', onAbort);
      this.#pending.set(id, {
        resolve: answer => {
          settled();
          resolve(answer);
        },
        reject: error => {
          settled();
          reject(error);
        },
        control,
        onPart,
      });
      this.port.postMessage({ type: 'call', id, name, ask } as ToWorker);
    });
  }

  #receive(message: ToPage): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    switch (message.type) {
      case 'progress':
        pending.control.onProgress?.(message.progress);
        return;
      case 'part':
        pending.onPart(message.part);
        return;
      case 'answer':
        this.#pending.delete(message.id);
        pending.resolve(message.answer as never);
        return;
      case 'fault':
        this.#pending.delete(message.id);
        pending.reject(fromFault(message.fault));
    }
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
