import { useDispatch } from '../../state/hooks.ts';

/** Opens the dialog that exports tracks and events. */
export function ExportButton() {
  const dispatch = useDispatch();
  return (
    <button type="button" className="button" onClick={() => dispatch({ type: 'dialog', dialog: 'export' })}>
      Export
    </button>
  );
}
