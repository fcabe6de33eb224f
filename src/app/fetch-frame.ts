/**
 * Script of the one document that may ask other servers. It runs in a sandboxed frame, whose origin is opaque: it
 * sees nothing of the page, its files or its storage. The page gives it an address and a port; it hands the answer
 * back in chunks, each when it is asked for. It ends when the page takes the frame away.
 */

/** What the frame tells over the port: first the head or a fault, then chunks, then the end or a fault. */
export type FrameAnswer =
  | {
      readonly type: 'head';
      readonly status: number;
      readonly contentType: string;
      readonly totalBytes: number | null;
    }
  | { readonly type: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'end' }
  | { readonly type: 'fault'; readonly message: string };

/** Bytes of the body as its head announces them; null where it doesn't, or where they are of its packed form. */
function announcedBytes({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) && !headers.has('content-encoding') ? length : null;
}

async function serve(url: string, port: MessagePort): Promise<void> {
  const tell = (answer: FrameAnswer, transfer: Transferable[] = []): void =>
    port.postMessage(answer, transfer);
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    const contentType = response.headers.get('content-type') ?? '';
    tell({ type: 'head', status: response.status, contentType, totalBytes: announcedBytes(response) });
    const reader = response.body?.getReader();
    port.onmessage = async () => {
      try {
        const part = await reader?.read();
        if (part?.value) tell({ type: 'chunk', bytes: part.value }, [part.value.buffer]);
        else tell({ type: 'end' });
      } catch (error) {
        tell({ type: 'fault', message: String(error) });
      }
    };
  } catch (error) {
    tell({ type: 'fault', message: String(error) });
  }
}

// Framed by a stranger without a sandbox it would lend out this origin: it works with an opaque one only.
if (self.origin === 'null' && parent !== window) {
  addEventListener('message', event => {
    const [port] = event.ports;
    if (event.source === parent && typeof event.data === 'string' && port) void serve(event.data, port);
  });
  parent.postMessage('ready', '*');
}
