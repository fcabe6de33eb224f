import { useState } from 'react';
import { useDispatch, useSelect, useWorkbench } from '../../state/hooks.ts';
import { CopyLinkButton } from './CopyLinkButton.tsx';
import { DismissForm } from './DismissForm.tsx';

interface FindingActionsProps {
  readonly id: string;
  readonly onCopyLink: () => void;
}

/** What can be done with a finding: link to it, dismiss it with a reason, bring it back. */
export function FindingActions({ id, onCopyLink }: FindingActionsProps) {
  const { session } = useWorkbench();
  const dispatch = useDispatch();
  const dismissed = useSelect(state => state.dismissed.has(id));
  const [asking, setAsking] = useState(false);
  const dismiss = (reason: string): void => {
    setAsking(false);
    session.dismiss(id, reason);
  };
  if (asking && !dismissed) return <DismissForm onCancel={() => setAsking(false)} onDismiss={dismiss} />;
  return (
    <div className="inspector-actions">
      <CopyLinkButton onCopyLink={onCopyLink} />
      {dismissed ? (
        <button type="button" className="button" onClick={() => dispatch({ type: 'restore', id })}>
          Restore
        </button>
      ) : (
        <button type="button" className="button" data-act="dismiss" onClick={() => setAsking(true)}>
          Dismiss
        </button>
      )}
    </div>
  );
}
