import { type DigestPort, digestsBeside } from './digest-beside.ts';
import { LocalEngine } from './local.ts';
import { type Port, serveEngine } from './serve.ts';

const openDigest = digestsBeside(
  () => new Worker(new URL('./digest-worker.ts', import.meta.url), { type: 'module' }) as DigestPort,
);
serveEngine(new LocalEngine(openDigest), self as unknown as Port);
