import { useMemo, useState } from 'react';
import { formatUtc } from '../../core/time/index.ts';
import { vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useClock, useWorkbench } from '../../state/hooks.ts';
import { ClaimWord } from '../parts/ClaimWord.tsx';
import { daysOf } from '../parts/finding-words.ts';
import { ListingSquare } from '../parts/ListingSquare.tsx';
import { type AuthorityListing, compareAuthorities, ownListings, standingWords } from '../parts/listings.ts';
import { Name } from '../parts/Name.tsx';
import { PortGlyph } from '../parts/PortGlyph.tsx';
import { ShipBar } from '../parts/ShipBar.tsx';
import { Section } from './Section.tsx';
import { type Stay, shortDays } from './stays.ts';

/** So many rows at first, and so many authorities. */
const SHOWN = 12;
const COLUMNS = 4;

interface StaysTableProps {
  readonly title: string;
  /** Latest first. */
  readonly stays: readonly Stay[];
  readonly data: CaseData;
  /** What a row names: the port of a ship's stays, the ship of a port's. */
  readonly names: 'ports' | 'ships';
  /** Said when there are none. */
  readonly none: string;
}

interface ListedStay extends Stay {
  readonly listings: readonly AuthorityListing[];
}

/** Calls and dark calls with how they are known and how the lists stood at arrival. Those after the clock are grey. */
export function StaysTable({ title, stays, data, names, none }: StaysTableProps) {
  const [all, setAll] = useState(false);
  const { time } = useClock(500);
  const rows = useMemo(
    () => (all ? stays : stays.slice(0, SHOWN)).map(stay => withListings(data, stay)),
    [data, stays, all],
  );
  const authorities = authoritiesOf(rows);
  const later = stays.filter(({ from }) => from > time).length;
  if (stays.length === 0) {
    return (
      <Section title={title}>
        <p className="inspector-quiet">{none}</p>
      </Section>
    );
  }
  return (
    <Section title={title} aside={authorities.length > 0 ? `lists at arrival, ${authorities.join(' ')}` : ''}>
      <table className="inspector-stays">
        <thead className="unseen">
          <tr>
            <th>Year</th>
            <th>Days</th>
            <th>{names === 'ports' ? 'Port' : 'Ship'}</th>
            <th>Known</th>
            <th>Lists</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((stay, index) => (
            <StayRow
              key={stay.id}
              stay={stay}
              year={yearIfNew(rows, index)}
              later={stay.from > time}
              names={names}
              data={data}
              authorities={authorities}
            />
          ))}
        </tbody>
      </table>
      {(later > 0 || stays.length > SHOWN) && (
        <p className="inspector-quiet">
          {later > 0 && `${later} of ${stays.length} lie after the clock, in grey. `}
          {stays.length > SHOWN && (
            <button type="button" className="text-button" onClick={() => setAll(!all)}>
              {all ? `Show ${SHOWN}` : `Show all ${stays.length}`}
            </button>
          )}
        </p>
      )}
    </Section>
  );
}

interface StayRowProps {
  readonly stay: ListedStay;
  readonly year: string;
  readonly later: boolean;
  readonly names: 'ports' | 'ships';
  readonly data: CaseData;
  readonly authorities: readonly string[];
}

function StayRow({ stay, year, later, names, data, authorities }: StayRowProps) {
  const { vessel, port, from, to, claim, level } = stay;
  const open = useOpenStay(data, stay);
  return (
    <tr data-later={later}>
      <td>{year}</td>
      <td title={daysOf(from, to)}>{shortDays(from, to)}</td>
      <td>
        <button type="button" className="inspector-stay-name" onClick={open}>
          {names === 'ports' ? (
            <PortGlyph country={port.country} />
          ) : (
            <ShipBar hue={data.hues[vessel.index]!} />
          )}
          <Name text={names === 'ports' ? port.name : vesselLabel(vessel)} />
        </button>
      </td>
      <td>
        <ClaimWord claim={claim} level={level} />
      </td>
      <td>
        <span className="inspector-squares">
          {authorities.map(authority => (
            <AuthoritySquare
              key={authority}
              authority={authority}
              listing={stay.listings.find(listing => listing.authority === authority)}
            />
          ))}
        </span>
      </td>
    </tr>
  );
}

function AuthoritySquare({
  authority,
  listing,
}: {
  readonly authority: string;
  readonly listing: AuthorityListing | undefined;
}) {
  if (!listing) return <span className="inspector-square" title={`${authority}: not listed`} />;
  const { word, when } = standingWords(listing.item);
  return (
    <span className="inspector-square" title={`${authority}: ${word} ${when}`}>
      <ListingSquare mark={listing.mark} />
      <span className="unseen">{` ${authority} ${word} `}</span>
    </span>
  );
}

/** Opens the finding that is about this stay; where there is none, its port. */
function useOpenStay(data: CaseData, { id, vessel, port }: Stay): () => void {
  const { session } = useWorkbench();
  return () => {
    const about = (data.findingsOf.get(vessel) ?? []).filter(({ events }) => events.includes(id));
    const finding = about.find(({ rule }) => rule !== 'dprk-ru-shuttle') ?? about[0];
    if (finding) session.openFinding(finding);
    else session.openPort(port.id);
  };
}

function withListings(data: CaseData, stay: Stay): ListedStay {
  const listings = ownListings(data.designationsAt(stay.vessel, stay.at));
  return { ...stay, listings: listings.filter(({ item }) => item.designation.verified) };
}

function authoritiesOf(rows: readonly ListedStay[]): string[] {
  const authorities = new Set(rows.flatMap(({ listings }) => listings.map(({ authority }) => authority)));
  return [...authorities].sort(compareAuthorities).slice(0, COLUMNS);
}

function yearIfNew(rows: readonly ListedStay[], index: number): string {
  const year = formatUtc(rows[index]!.from, 'yyyy');
  return index > 0 && formatUtc(rows[index - 1]!.from, 'yyyy') === year ? '' : year;
}
