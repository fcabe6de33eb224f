import { useDispatch, useSelect } from '../../state/hooks.ts';

/** Shows or hides on the chart every fix of the chosen ship, used or not, each with its verdict. */
export function RawFixesButton() {
  const dispatch = useDispatch();
  const rawFixes = useSelect(state => state.rawFixes);
  return (
    <button
      type="button"
      className="button"
      aria-pressed={rawFixes}
      onClick={() => dispatch({ type: 'raw fixes', on: !rawFixes })}
    >
      Raw fixes
    </button>
  );
}
