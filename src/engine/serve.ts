import type { Engine, TaskControl } from './engine.ts';
import { type CallName, type Calls, type ToPage, type ToWorker, toFault } from './protocol.ts';

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
      const answer = await dispatch(engine, data, control);
      if (answer && 'input' in answer && answer.input >= 0) loaded.set(id, answer.input);
      port.postMessage({ type: 'answer', id, answer }, handedOver(answer));
    } catch (error) {
      port.postMessage({ type: 'fault', id, fault: toFault(error) });
    } finally {
      running.delete(id);
    }
  };
}

/** The track store is handed over, not copied: the engine makes a new one at each analysis. */
function handedOver(answer: Calls[CallName]['answer']): Transferable[] {
  return answer && 'tracks' in answer ? [answer.tracks] : [];
}

async function dispatch(engine: Engine, call: Extract<ToWorker, { type: 'call' }>, control: TaskControl) {
  switch (call.name) {
    case 'load':
      return engine.load(...call.ask, control);
    case 'loadReference':
      return (await engine.loadReference(...call.ask)) ?? undefined;
    case 'remove':
      return (await engine.remove(...call.ask)) ?? undefined;
    case 'analyse':
      return engine.analyse(...call.ask, control);
    case 'rows':
      return engine.rows(...call.ask);
  }
}
