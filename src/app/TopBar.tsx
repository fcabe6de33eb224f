import type { RefObject } from 'react';
import { formatUtc } from '../core/time/index.ts';
import { Icon } from '../panels/parts/Icon.tsx';
import { ReconstructedMark } from '../panels/parts/ReconstructedMark.tsx';
import { useClock, useDispatch, useSelect } from '../state/hooks.ts';
import type { ThemeChoice } from '../state/store.ts';
import { ImportChip } from './ImportChip.tsx';
import { Search } from './Search.tsx';
import { rememberTheme, useTheme } from './theme.ts';

const NEXT_THEME: Record<'night' | 'day' | 'contrast', ThemeChoice> = {
  night: 'day',
  day: 'contrast',
  contrast: 'night',
};

export function TopBar({ searchRef }: { searchRef: RefObject<HTMLInputElement | null> }) {
  const dispatch = useDispatch();
  const data = useSelect(state => state.data);
  const analysing = useSelect(state => state.analysing);
  const theme = useTheme();
  return (
    <header className="top">
      <span className="top-mark">
        <Mark />
        <span className="top-word">Wakeline</span>
      </span>
      <span className="top-case">
        <bdi>{data?.name ?? 'No case'}</bdi>
      </span>
      {data && (
        <span
          className="top-data"
          title={data.inputs.map(({ name, sha256 }) => `${name}\n${sha256}`).join('\n')}
        >
          {data.vessels.length.toLocaleString('en')} {data.vessels.length === 1 ? 'ship' : 'ships'} ·{' '}
          {data.reports.toLocaleString('en')} reports
          {data.reconstructed && (
            <>
              {' · '}
              <ReconstructedMark />
            </>
          )}
        </span>
      )}
      {analysing && (
        <span className="top-busy" role="status">
          Analysing…
        </span>
      )}
      <ImportChip />
      <Search inputRef={searchRef} />
      {data && <ClockReadout />}
      <span className="top-buttons">
        <button
          type="button"
          className="icon-button"
          aria-label="Add data"
          title="Add data"
          onClick={() => dispatch({ type: 'dialog', dialog: 'import' })}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          className="icon-button top-theme"
          aria-label={`Theme: ${theme}. Change`}
          title={`Theme: ${theme}`}
          onClick={() => {
            rememberTheme(NEXT_THEME[theme]);
            dispatch({ type: 'theme', theme: NEXT_THEME[theme] });
          }}
        >
          <Icon name={theme === 'day' ? 'sun' : 'moon'} />
        </button>
        <button
          type="button"
          className="icon-button top-help"
          aria-label="Keys"
          title="Keys (?)"
          onClick={() => dispatch({ type: 'dialog', dialog: 'keys' })}
        >
          <Icon name="help" />
        </button>
        <button
          type="button"
          className="button top-share"
          aria-label="Share"
          disabled={!data}
          onClick={() => dispatch({ type: 'dialog', dialog: 'share' })}
        >
          <Icon name="share" />
          <span className="top-share-word">Share</span>
        </button>
      </span>
    </header>
  );
}

/** The clock in UTC, with Korean time beside it: the scene's own. */
function ClockReadout() {
  const { time } = useClock(100);
  return (
    <span className="top-clock">
      <time dateTime={new Date(time).toISOString()}>{formatUtc(time, "d MMM yyyy HH:mm:ss 'UTC'")}</time>
      <span className="top-clock-local">{formatUtc(time + KST_OFFSET_MS, "HH:mm 'KST'")}</span>
    </span>
  );
}

const KST_OFFSET_MS = 9 * 3_600_000;

function Mark() {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <circle cx="11" cy="4" r="2" />
      <path d="M10.2 5.9 5.5 20M11.8 5.9 16.5 20" strokeLinecap="round" />
      <path d="M7.4 14.5h7.2" stroke="var(--accent)" strokeLinecap="round" />
    </svg>
  );
}
