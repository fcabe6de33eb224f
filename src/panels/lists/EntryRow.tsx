import { memo } from 'react';
import type { Designation } from '../../core/sanctions/index.ts';
import { formatDate, formatUtc } from '../../core/time/index.ts';
import { type Vessel, vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { Icon } from '../parts/Icon.tsx';
import { Name } from '../parts/Name.tsx';
import { ShipBar } from '../parts/ShipBar.tsx';

interface EntryRowProps {
  readonly entry: Designation;
  /** Ships of the case that the entry names. */
  readonly ships: readonly Vessel[];
  readonly data: CaseData;
}

/** Who is listed, with the ship of the case that it is; by whom, from when, and whether that is confirmed. */
export const EntryRow = memo(function EntryRow({ entry, ships, data }: EntryRowProps) {
  const { subject } = entry;
  return (
    <>
      <span className="row-mark">{ships[0] && <ShipBar hue={data.hues[ships[0].index]!} />}</span>
      <div className="row-first">
        <span className="row-title">
          <strong>
            <Name text={subject.names[0]?.text ?? 'no name given'} />
          </strong>
          <span className="lists-number">{subject.imo > 0 ? subject.imo : KIND_WORDS[subject.kind]}</span>
        </span>
        {ships[0] && (
          <span className="row-end lists-is">
            is <Name text={vesselLabel(ships[0])} />
          </span>
        )}
      </div>
      <div className="row-second">
        <Name text={groundText(entry)} />
        <span className="lists-date">
          {dateText(entry)}
          {entry.verified ? (
            <span className="lists-verified" title="confirmed by its list or by two sources">
              <Icon name="check" sizePx={12} />
              <span className="unseen">confirmed</span>
            </span>
          ) : (
            <span className="lists-unconfirmed">unconfirmed</span>
          )}
        </span>
      </div>
    </>
  );
});

const KIND_WORDS = { vessel: '', organisation: 'company', person: 'person' } as const;

function dateText({ announced, effective, ended }: Designation): string {
  if (ended !== null) return `ended ${formatDate(ended)}`;
  if (announced === null) return effective === null ? 'no date' : `from ${formatDate(effective)}`;
  if (effective === null) return `announced ${formatDate(announced)}`;
  if (effective === announced) return `from ${formatDate(effective)}`;
  const sameYear = formatUtc(announced, 'yyyy') === formatUtc(effective, 'yyyy');
  return `announced ${formatUtc(announced, sameYear ? 'd MMM' : 'd MMM yyyy')}, from ${formatDate(effective)}`;
}

/** Authority and programme; the authority alone beside two dates, which take up the line. */
function groundText({ authority, programme, announced, effective }: Designation): string {
  const twoDates = announced !== null && effective !== null && announced !== effective;
  return twoDates || programme === '' ? authority : `${authority}, ${programme}`;
}
