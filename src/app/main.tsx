import './styles/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { EngineClient } from '../engine/client.ts';
import { Clock } from '../state/clock.ts';
import { type Workbench, WorkbenchContext } from '../state/hooks.ts';
import { Session } from '../state/session.ts';
import { INITIAL_STATE, Store } from '../state/store.ts';
import { App } from './App.tsx';
import { fetchFile } from './fetch-file.ts';
import { runFrames } from './frames.ts';
import { keptTexts } from './kept-texts.ts';
import { rememberedTheme } from './theme.ts';
import { allowOwnScripts } from './trusted-types.ts';

allowOwnScripts();

const store = new Store({ ...INITIAL_STATE, theme: rememberedTheme() });
const clock = new Clock();
const worker = new Worker(new URL('../engine/worker.ts', import.meta.url), {
  type: 'module',
  name: 'engine',
});
const session = new Session(new EngineClient(worker), store, clock, () => performance.now(), {
  texts: keptTexts(),
  pageUrl: document.baseURI,
  fetchFile,
});
const workbench: Workbench = { store, clock, session };
const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: 1 } },
});

runFrames(clock);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WorkbenchContext value={workbench}>
        <App />
      </WorkbenchContext>
    </QueryClientProvider>
  </StrictMode>,
);
