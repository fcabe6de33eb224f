import { useDispatch, useSelect, useWorkbench } from '../../state/hooks.ts';
import { CopyLinkButton } from './CopyLinkButton.tsx';
import { DismissForm } from './DismissForm.tsx';
import { ExportButton } from './ExportButton.tsx';

interface FindingActionsProps {
  readonly id: string;
  readonly onCopyLink: () => void;
}

/** What can be done with a finding: link to it, export it, dismiss it with a reason, bring it back. */
export function FindingActions({ id, onCopyLink }: FindingActionsProps) {
  const { session } = useWorkbench();
  const dispatch = useDispatch();
  const dismissed = useSelect(state => state.dismissed.has(id));
  const asking = useSelect(state => state.dismissing);
  if (asking && !dismissed)
    return (
      <DismissForm
        onCancel={() => dispatch({ type: 'dismissing', on: false })}
        onDismiss={reason => session.dismiss(id, reason)}
      />
    );
  return (
    <div className="inspector-actions">
      <span className="inspector-takes">
        <CopyLinkButton onCopyLink={onCopyLink} />
        <ExportButton />
      </span>
      {dismissed ? (
        <button type="button" className="button" onClick={() => dispatch({ type: 'restore', id })}>
          Restore
        </button>
      ) : (
        <button type="button" className="button" onClick={() => dispatch({ type: 'dismissing', on: true })}>
          Dismiss
        </button>
      )}
    </div>
  );
}
