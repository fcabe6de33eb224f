import { memo } from 'react';
import type { Finding } from '../../core/findings/index.ts';
import { formatDuration } from '../../core/time/index.ts';
import { vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { ClaimWord } from '../parts/ClaimWord.tsx';
import { darkCallOf, daysOf, findingWhat, shortDaysOf } from '../parts/finding-words.ts';
import { ListingChips } from '../parts/ListingChips.tsx';
import { Name } from '../parts/Name.tsx';
import { SeverityMark } from '../parts/SeverityMark.tsx';

interface FindingRowProps {
  readonly finding: Finding;
  readonly data: CaseData;
  readonly chosen: boolean;
}

/** Ship, what and where, days; claim and lists on that day; the chosen row tells the lists at length. */
export const FindingRow = memo(function FindingRow({ finding, data, chosen }: FindingRowProps) {
  const { severity, vessel, claim, from, to, designations } = finding;
  const darkCall = darkCallOf(data, finding);
  return (
    <>
      <span className="row-mark">
        <SeverityMark severity={severity} />
        <span className="unseen">{severity}</span>
      </span>
      <div className="row-first">
        <span className="row-title">
          <strong>
            <Name text={vesselLabel(vessel)} />
          </strong>
          <span className="row-what" title={findingWhat(finding)}>
            {findingWhat(finding)}
          </span>
        </span>
        <span className="row-end" title={daysOf(from, to)}>
          {shortDaysOf(from, to)}
        </span>
      </div>
      <div className="row-second">
        <span className={chosen ? 'findings-claim chosen' : 'findings-claim'}>
          <ClaimWord claim={claim} level={darkCall?.level ?? null} />
        </span>
        {chosen ? <span>{lengthText(finding, data)}</span> : <ListingChips designations={designations} />}
      </div>
      {chosen && (
        <div className="findings-lists">
          <ListingChips designations={designations} long />
        </div>
      )}
    </>
  );
});

/** How long the silence or the stay under a finding lasted; empty where it rests on several. */
function lengthText({ rule, events, from, to, vessel }: Finding, data: CaseData): string {
  const silence = data.silencesOf.get(vessel)?.find(({ id }) => events.includes(id));
  if (rule === 'dprk-ru-shuttle') return '';
  if (silence) return `silent ${formatDuration(silence.to - silence.from)}`;
  return `stay ${formatDuration(to - from)}`;
}
