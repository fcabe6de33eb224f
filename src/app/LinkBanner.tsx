import { Icon } from '../panels/parts/Icon.tsx';
import { useDispatch, useSelect } from '../state/hooks.ts';

const WORDS = {
  identical: { title: 'Same view, identical data', detail: 'Files, lists and method match. Opened paused.' },
  different: { title: 'Same view, different data', detail: 'Something behind the link is not as it was:' },
  missing: { title: 'Data missing', detail: 'The link was made with data that are not here:' },
} as const;

/** Says of an opened link whether what lies behind it is the same. */
export function LinkBanner() {
  const dispatch = useDispatch();
  const opened = useSelect(state => state.opened);
  if (!opened) return null;
  const { title, detail } = WORDS[opened.verdict];
  return (
    <div className="banner" role="status" data-verdict={opened.verdict}>
      <span className="banner-mark" aria-hidden="true" />
      <div className="banner-words">
        <strong>{title}</strong> <span>{detail}</span>
        {opened.details.length > 0 && (
          <ul>
            {opened.details.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label="Close"
        onClick={() => dispatch({ type: 'opened link', opened: null })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
