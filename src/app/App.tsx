import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { ExportDialog } from '../panels/export/ExportDialog.tsx';
import { ImportDialog } from '../panels/import/ImportDialog.tsx';
import { Inspector } from '../panels/inspector/Inspector.tsx';
import { KeysDialog } from '../panels/keys/KeysDialog.tsx';
import { ShareDialog } from '../panels/share/ShareDialog.tsx';
import { Timeline } from '../panels/timeline/Timeline.tsx';
import { useSelect, useWorkbench } from '../state/hooks.ts';
import { caseFilesQuery } from '../state/queries.ts';
import type { CaseFiles } from '../state/session.ts';
import { Boundary } from './Boundary.tsx';
import { DropZone } from './DropZone.tsx';
import { DEMONSTRATION } from './demonstration.ts';
import { KEY_HELP, useKeys } from './keys.ts';
import { LeftPanel } from './LeftPanel.tsx';
import { LinkBanner } from './LinkBanner.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { StartScreen } from './StartScreen.tsx';
import { TopBar } from './TopBar.tsx';
import { useTheme } from './theme.ts';
import './app.css';

/** The chart's code is large and comes after the lists, which can be read meanwhile. */
const MapView = lazy(() => import('./MapView.tsx').then(({ MapView }) => ({ default: MapView })));

export function App() {
  const { store, session } = useWorkbench();
  const search = useRef<HTMLInputElement>(null);
  const theme = useTheme();
  const phase = useSelect(state => state.phase);
  const dialog = useSelect(state => state.dialog);
  const folded = useSelect(state => state.folded);
  const selected = useSelect(state => state.selection.kind !== 'none');
  const files = useQuery(caseFilesQuery(DEMONSTRATION));

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useStart(files.data ?? null);
  useEffect(() => {
    const { error } = files;
    if (error)
      store.dispatch({
        type: 'start failed',
        what: 'The demonstration case could not be fetched',
        detail: error.message,
      });
  }, [files, store]);

  const copyLink = useCopyLink();
  const acts = useMemo(() => ({ copyLink, focusSearch: () => search.current?.focus() }), [copyLink]);
  useKeys(acts);

  return (
    <>
      <div
        className="app"
        data-left={folded.left ? 'folded' : 'open'}
        data-right={folded.right ? 'folded' : 'open'}
        data-timeline={folded.timeline ? 'folded' : 'open'}
        data-selected={selected}
        data-ready={phase.kind === 'ready'}
      >
        <TopBar searchRef={search} />
        <LinkBanner />
        <Boundary what="The list">
          <LeftPanel />
        </Boundary>
        <main className="app-map">
          <Boundary what="The chart">
            <Suspense
              fallback={
                <div className="start" role="status">
                  Opening the chart…
                </div>
              }
            >
              <MapView />
            </Suspense>
          </Boundary>
          {phase.kind !== 'ready' && <StartScreen phase={phase} />}
        </main>
        <aside className="app-inspector" aria-label="Inspector">
          <Boundary what="The inspector">
            <Inspector onCopyLink={copyLink} />
          </Boundary>
        </aside>
        <div className="app-timeline">
          <Boundary what="The timeline">
            <Timeline />
          </Boundary>
        </div>
        <NoticeBar />
      </div>
      {dialog === 'keys' && <KeysDialog keys={KEY_HELP} />}
      {dialog === 'import' && <ImportDialog />}
      {dialog === 'export' && <ExportDialog />}
      {dialog === 'share' && <ShareDialog url={shareUrl(session.viewLink(theme))} onCopy={copyLink} />}
      <DropZone />
    </>
  );
}

/** Starts the case once its files are there, with the view of the address, and follows the address from then on. */
function useStart(files: CaseFiles | null): void {
  const { session } = useWorkbench();
  const started = useRef(false);
  useEffect(() => {
    if (!files || started.current) return;
    started.current = true;
    void session.start(files, location.hash.slice(1));
    window.addEventListener('hashchange', () => session.openLink(location.hash.slice(1)));
  }, [files, session]);
}

/** Copies a link to the view, and puts it into the address. Where copying is not allowed, the share dialog shows it. */
function useCopyLink(): () => void {
  const { session, store } = useWorkbench();
  const theme = useTheme();
  return useCallback(() => {
    const url = shareUrl(session.viewLink(theme));
    if (url === null) return;
    history.replaceState(null, '', url);
    navigator.clipboard.writeText(url).then(
      () => session.notify(`Link copied, ${url.length} characters. Nothing was uploaded.`),
      () => store.dispatch({ type: 'dialog', dialog: 'share' }),
    );
  }, [session, store, theme]);
}

function shareUrl(link: string | null): string | null {
  return link === null ? null : `${location.origin}${location.pathname}#${link}`;
}
