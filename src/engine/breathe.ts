/**
 * Lets the thread attend to its messages, so that an abort that waits among them is heard. Awaiting a stream isn't
 * enough: its chunks come one on the other's heels and keep messages waiting.
 */
export function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise(resolve => {
    const heard = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', heard, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
