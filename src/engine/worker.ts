import { LocalEngine } from './local.ts';
import { type Port, serveEngine } from './serve.ts';

serveEngine(new LocalEngine(), self as unknown as Port);
