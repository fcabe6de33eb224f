import { overallOf, percent } from '../panels/import/import-items.ts';
import { counted } from '../panels/parts/counted.ts';
import { useDispatch, useSelect } from '../state/hooks.ts';

/** Says, while the dialog is closed, that files are on their way or that one asks something; opens the dialog. */
export function ImportChip() {
  const dispatch = useDispatch();
  const jobs = useSelect(state => state.imports);
  const isOpen = useSelect(state => state.dialog === 'import');
  const { files, through, questions, share, isMoving } = overallOf(jobs);
  if (isOpen || (!isMoving && questions === 0)) return null;
  const moving = isMoving ? `Reading ${through + 1} of ${files}, ${percent(share)} %` : '';
  const asking = questions > 0 ? counted(questions, 'question') : '';
  return (
    <button
      type="button"
      className="top-busy top-import text-button"
      onClick={() => dispatch({ type: 'dialog', dialog: 'import' })}
    >
      {[moving, asking].filter(Boolean).join(' · ')}
    </button>
  );
}
