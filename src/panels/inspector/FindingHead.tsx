import type { Finding } from '../../core/findings/index.ts';
import { useSelect, useWorkbench } from '../../state/hooks.ts';
import { KIND_WORDS } from '../parts/finding-words.ts';
import { ReconstructedMark } from '../parts/ReconstructedMark.tsx';
import { SeverityMark } from '../parts/SeverityMark.tsx';
import { useVisibleFindings } from '../parts/use-visible-findings.ts';
import { InspectorHead } from './InspectorHead.tsx';

/** Severity and kind of a finding, and its place among those that the panel shows. */
export function FindingHead({ finding }: { readonly finding: Finding }) {
  const { session } = useWorkbench();
  const visible = useVisibleFindings();
  const dismissed = useSelect(state => state.dismissed.has(finding.id));
  const place = visible.findIndex(({ id }) => id === finding.id);
  const hidden = dismissed ? 'dismissed' : 'not shown';
  return (
    <InspectorHead
      steps={{
        place: place < 0 ? hidden : `${place + 1} of ${visible.length}`,
        what: 'finding',
        onStep: by => session.stepFinding(by),
      }}
      onClose={() => session.closeSelection()}
    >
      <SeverityMark severity={finding.severity} sizePx={14} />
      <strong className="inspector-severity">{finding.severity}</strong>
      <span>{KIND_WORDS[finding.rule]}</span>
      {finding.reconstructed && <ReconstructedMark />}
    </InspectorHead>
  );
}
