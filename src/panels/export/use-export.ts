import { useEffect, useRef, useState } from 'react';
import type { ExportRequest } from '../../engine/engine.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { saveBlob } from './save-blob.ts';

/** How far an export is. */
export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly rows: number }
  | { readonly kind: 'saved'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly message: string };

interface Export {
  readonly state: ExportState;
  /** Writes a file and saves it under a name. */
  readonly start: (request: ExportRequest, name: string) => void;
  /** Cancels what is under way and forgets what was. */
  readonly stop: () => void;
}

/** Runs one export at a time. Leaving the dialog cancels it. */
export function useExport(): Export {
  const { session } = useWorkbench();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const stop = (): void => {
    running.current?.abort();
    running.current = null;
    setState({ kind: 'idle' });
  };
  useEffect(() => () => running.current?.abort(), []);

  const start = (request: ExportRequest, name: string): void => {
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setState({ kind: 'writing', rows: 0 });
    const onProgress = ({ rows }: { readonly rows: number }): void => {
      if (!signal.aborted) setState({ kind: 'writing', rows });
    };
    session.exportCase(request, { signal, onProgress }).then(
      blob => {
        if (signal.aborted) return;
        saveBlob(blob, name);
        setState({ kind: 'saved', name, bytes: blob.size });
      },
      error => {
        if (!signal.aborted) setState({ kind: 'failed', message: String(error?.message ?? error) });
      },
    );
  };
  return { state, start, stop };
}
