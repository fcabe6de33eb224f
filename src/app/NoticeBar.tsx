import { useEffect } from 'react';
import { Icon } from '../panels/parts/Icon.tsx';
import { useDispatch, useSelect, useWorkbench } from '../state/hooks.ts';

const SHOWN_MS = 6000;
/** What can be undone stays long enough to be read, thought over and reached. */
const UNDO_SHOWN_MS = 20_000;

/** One short message at the foot of the page. Plain ones go by themselves; faults stay until closed. */
export function NoticeBar() {
  const dispatch = useDispatch();
  const { session } = useWorkbench();
  const notice = useSelect(state => state.notice);
  useEffect(() => {
    if (!notice || notice.tone === 'fault') return;
    const timer = setTimeout(
      () => dispatch({ type: 'notice', notice: null }),
      notice.undo ? UNDO_SHOWN_MS : SHOWN_MS,
    );
    return () => clearTimeout(timer);
  });
  return (
    <div className="notice-place" role={notice?.tone === 'fault' ? 'alert' : 'status'}>
      {notice && (
        <div className="notice" data-tone={notice.tone}>
          <span>{notice.text}</span>
          {notice.undo && (
            <button type="button" className="notice-undo" onClick={() => session.undo(notice.undo!)}>
              {notice.undo.type === 'put back' ? 'Put back' : 'Undo'}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label="Close"
            onClick={() => dispatch({ type: 'notice', notice: null })}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
