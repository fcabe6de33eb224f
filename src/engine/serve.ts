import { DesignationIndex } from '../core/sanctions/index.ts';
import { TrackStore } from '../core/track/index.ts';
import { partsOf, type SentPart } from './answer-parts.ts';
import { breathe } from './breathe.ts';
import type { CaseAnalysis, Engine, TaskControl } from './engine.ts';
import { groundworkOf } from './groundwork.ts';
import { type ToPage, type ToWorker, toFault } from './protocol.ts';

/** The worker's end of a message channel, as far as it is used here. */
export interface Port {
  postMessage(message: ToPage, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

/** Answers calls from a port with an engine. Each call can be aborted; its error travels back as a `Fault`. */
export function serveEngine(engine: Engine, port: Port): void {
  const running = new Map<number, AbortController>();
  /** Input that each answered load brought in: an abort that crossed the answer takes it out again. */
  const loaded = new Map<number, number>();
  port.onmessage = async ({ data }) => {
    if (data.type === 'abort') {
      running.get(data.id)?.abort();
      const input = loaded.get(data.id);
      if (input !== undefined) await engine.remove(input);
      return;
    }
    const { id } = data;
    const controller = new AbortController();
    running.set(id, controller);
    const control: TaskControl = {
      signal: controller.signal,
      onProgress: progress => port.postMessage({ type: 'progress', id, progress }),
    };
    try {
      const sendPart = ({ part, transfer }: SentPart): void =>
        port.postMessage({ type: 'part', id, part }, transfer as Transferable[]);
      const answer = await dispatch(engine, data, control, sendPart);
      if (answer && 'input' in answer && answer.input >= 0) loaded.set(id, answer.input);
      port.postMessage({ type: 'answer', id, answer });
    } catch (error) {
      port.postMessage({ type: 'fault', id, fault: toFault(error) });
    } finally {
      running.delete(id);
    }
  };
}

async function dispatch(
  engine: Engine,
  call: Extract<ToWorker, { type: 'call' }>,
  control: TaskControl,
  sendPart: (part: SentPart) => void,
) {
  switch (call.name) {
    case 'preview':
      return engine.preview(...call.ask);
    case 'load':
      return engine.load(...call.ask, control);
    case 'loadReference':
      return (await engine.loadReference(...call.ask)) ?? undefined;
    case 'remove':
      return (await engine.remove(...call.ask)) ?? undefined;
    case 'analyse':
      return sendAnalysis(await engine.analyse(...call.ask, control), control, sendPart);
    case 'rows':
      return engine.rows(...call.ask);
    case 'export':
      return engine.export(...call.ask, control);
  }
}

/** Lays the groundwork for the page and sends all in parts. An abort that comes before the parts is still heard. */
async function sendAnalysis(
  answer: CaseAnalysis,
  { signal }: TaskControl,
  sendPart: (part: SentPart) => void,
): Promise<undefined> {
  const { tracks, vessels, analysis, lists } = answer;
  await breathe();
  signal?.throwIfAborted();
  const groundwork = groundworkOf(TrackStore.from(tracks), vessels, analysis, new DesignationIndex(lists));
  await breathe();
  signal?.throwIfAborted();
  for (const part of partsOf({ ...answer, groundwork })) sendPart(part);
}
