import type { DarkCallLevel } from '../../core/events/index.ts';
import type { Claim } from '../../core/findings/index.ts';

const MEANING: Record<Claim, string> = {
  observed: 'The reports show it.',
  inferred: 'Worked out: the reports leave room for it.',
  reported: 'Somebody published it.',
  reconstructed: 'The reports themselves were made from publications.',
};

/** How a thing is known, with the level of a dark call: `inferred, supported`. The title says what it means. */
export function ClaimWord({
  claim,
  level = null,
}: {
  readonly claim: Claim;
  readonly level?: DarkCallLevel | null;
}) {
  return (
    <span className="claim-word" title={MEANING[claim]}>
      {level === null ? claim : `${claim}, ${level}`}
    </span>
  );
}
