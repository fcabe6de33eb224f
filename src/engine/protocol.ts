import type { Method } from '../core/findings/index.ts';
import { InputError, type Remedy } from '../formats/input-error.ts';
import type { AnswerPart } from './answer-parts.ts';
import type {
  ExportRequest,
  FilePreview,
  LoadedFile,
  LoadOptions,
  NamedFile,
  Progress,
  RawRow,
  Reference,
} from './engine.ts';

/** What the page asks of the worker: name of the call to its arguments and its answer. */
export interface Calls {
  preview: { ask: [file: NamedFile]; answer: FilePreview };
  load: { ask: [file: NamedFile, options: LoadOptions]; answer: LoadedFile };
  loadReference: { ask: [reference: Reference]; answer: undefined };
  remove: { ask: [input: number]; answer: undefined };
  /** The answer goes before, in parts. */
  analyse: { ask: [method: Method]; answer: undefined };
  rows: { ask: [input: number, lines: readonly number[]]; answer: readonly RawRow[] };
  export: { ask: [request: ExportRequest]; answer: Blob };
}
export type CallName = keyof Calls;

export type ToWorker =
  | {
      [N in CallName]: {
        readonly type: 'call';
        readonly id: number;
        readonly name: N;
        readonly ask: Calls[N]['ask'];
      };
    }[CallName]
  | { readonly type: 'abort'; readonly id: number };

export type ToPage =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'part'; readonly id: number; readonly part: AnswerPart }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Calls[CallName]['answer'] }
  | { readonly type: 'fault'; readonly id: number; readonly fault: Fault };

/** An error on its way between threads. */
export type Fault =
  | {
      readonly kind: 'input';
      readonly file: string;
      readonly line: number;
      readonly expected: string;
      readonly found: string;
      readonly remedy: Remedy | null;
    }
  | { readonly kind: 'aborted'; readonly message: string }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string };

export function toFault(error: unknown): Fault {
  if (error instanceof InputError) {
    const { file, line, expected, found, remedy } = error;
    return { kind: 'input', file, line, expected, found, remedy };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  if (name === 'AbortError') return { kind: 'aborted', message };
  return { kind: 'bug', message, stack: stack ?? '' };
}

export function fromFault(fault: Fault): Error {
  switch (fault.kind) {
    case 'input':
      return new InputError(fault.file, fault.line, fault.expected, fault.found, {
        ...(fault.remedy ? { remedy: fault.remedy } : {}),
      });
    case 'aborted':
      return new DOMException(fault.message, 'AbortError');
    case 'bug':
      return new Error(fault.message, { cause: fault.stack });
  }
}
