import type { FrameAnswer } from './fetch-frame.ts';
import type { IncomingFile } from './incoming-file.ts';

/** So long a frame of the page's own server may take to open. */
const OPEN_MS = 10_000;

/**
 * Asks another server through a sandboxed frame of an opaque origin, since the page itself may reach no server but
 * its own. Rejects with a `TypeError` where the server can't be read, and with the signal's reason. When the signal
 * fires the frame is taken away, and all it does ends.
 */
export async function fetchThroughFrame(url: URL, signal: AbortSignal): Promise<IncomingFile> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.hidden = true;
  frame.title = 'Fetches a file';
  frame.src = `${import.meta.env.BASE_URL}fetch-frame.html`;
  const { port1: port, port2: framePort } = new MessageChannel();
  signal.addEventListener('abort', () => {
    frame.remove();
    port.close();
  });
  const opened = readySignal(frame, signal);
  document.body.append(frame);
  await opened;
  const head = nextAnswer(port, signal);
  // Its origin is opaque, so it can be named by nothing but the star; the address is all that goes over.
  frame.contentWindow?.postMessage(url.href, '*', [framePort]);
  const answer = await head;
  if (answer.type !== 'head') throw new TypeError(faultOf(answer));
  return { ...answer, chunks: chunksOf(port, signal) };
}

function readySignal(frame: HTMLIFrameElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = AbortSignal.any([signal, AbortSignal.timeout(OPEN_MS)]);
    const onMessage = ({ source, data }: MessageEvent): void => {
      if (source !== frame.contentWindow || data !== 'ready') return;
      window.removeEventListener('message', onMessage);
      resolve();
    };
    window.addEventListener('message', onMessage);
    settled.addEventListener('abort', () => {
      window.removeEventListener('message', onMessage);
      reject(
        signal.aborted ? signal.reason : new Error('the part of this page that fetches could not be opened.'),
      );
    });
  });
}

function nextAnswer(port: MessagePort, signal: AbortSignal): Promise<FrameAnswer> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    port.onmessage = ({ data }: MessageEvent<FrameAnswer>) => {
      signal.removeEventListener('abort', onAbort);
      resolve(data);
    };
  });
}

async function* chunksOf(port: MessagePort, signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (;;) {
    const coming = nextAnswer(port, signal);
    port.postMessage('next');
    const answer = await coming;
    if (answer.type === 'end') return;
    if (answer.type !== 'chunk') throw new TypeError(faultOf(answer));
    yield answer.bytes;
  }
}

function faultOf(answer: FrameAnswer): string {
  return answer.type === 'fault' ? answer.message : `the frame answers ${answer.type} out of turn`;
}
