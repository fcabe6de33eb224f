import { Fragment } from 'react';
import type { Designation, DesignationAt } from '../../core/sanctions/index.ts';
import { formatDate, formatUtc, type Instant } from '../../core/time/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import { Icon } from '../parts/Icon.tsx';
import { ListingSquare } from '../parts/ListingSquare.tsx';
import { compareAuthorities, markOf, standingWords } from '../parts/listings.ts';
import { Name } from '../parts/Name.tsx';
import { visibleText } from '../parts/visible-text.ts';
import { type Fact, Facts } from './Facts.tsx';
import { Section } from './Section.tsx';
import { Source } from './Source.tsx';

interface ListingsProps {
  /** Instant at which the lists are read. */
  readonly at: Instant;
  readonly vessel: Vessel;
  readonly designations: readonly DesignationAt[];
}

/**
 * How the lists stood towards a ship: those that name it exactly; apart from them those that only may mean it, and
 * those that name its owner. Each opens to why and where from.
 */
export function Listings({ at, vessel, designations }: ListingsProps) {
  const items = [...designations].sort(compareItems);
  const own = items.filter(({ via, strength }) => via === null && strength === 'exact');
  const leads = items.filter(({ via, strength }) => via === null && strength === 'lead');
  const owners = groupByOwner(items);
  return (
    <Section
      title={`Listed on ${formatDate(at)} at ${formatUtc(at, 'HH:mm')} UTC`}
      aside={own.length === 0 ? '' : matchedBy(vessel, own)}
    >
      {own.length === 0 && <p className="inspector-quiet">No list of this case names this ship.</p>}
      <ListingRows items={own} />
      {[...owners].map(([via, listings]) => (
        <Fragment key={via}>
          <h4 className="inspector-owner">
            <Name text={`Its ${via}`} />
            <span>not the ship</span>
          </h4>
          <ListingRows items={listings} />
        </Fragment>
      ))}
      {leads.length > 0 && (
        <>
          <h4>Leads by name or call sign, no match</h4>
          <ListingRows items={leads} />
        </>
      )}
    </Section>
  );
}

function compareItems(a: DesignationAt, b: DesignationAt): number {
  return (
    Number(b.designation.verified) - Number(a.designation.verified) ||
    compareAuthorities(a.designation.authority, b.designation.authority)
  );
}

function groupByOwner(items: readonly DesignationAt[]): Map<string, DesignationAt[]> {
  const owners = new Map<string, DesignationAt[]>();
  for (const item of items) {
    if (item.via !== null) owners.set(item.via, [...(owners.get(item.via) ?? []), item]);
  }
  return owners;
}

function matchedBy({ imo, mmsi }: Vessel, own: readonly DesignationAt[]): string {
  return own.some(({ how }) => how === 'IMO') ? `IMO ${imo}, exact` : `MMSI ${mmsi.join(', ')}, exact`;
}

function ListingRows({ items }: { readonly items: readonly DesignationAt[] }) {
  return (
    <ul className="inspector-listings">
      {items.map(item => (
        <li key={item.designation.id}>
          <ListingRow item={item} />
        </li>
      ))}
    </ul>
  );
}

function ListingRow({ item }: { readonly item: DesignationAt }) {
  const { designation } = item;
  const { word, when } = standingWords(item);
  return (
    <details>
      <summary>
        <ListingSquare mark={markOf(item)} />
        <strong>{designation.authority}</strong>
        <span>{word}</span>
        <span className="inspector-when">{when}</span>
        <span className="inspector-entry-number">{ownNumber(designation)}</span>
        <Icon name="down" sizePx={12} />
      </summary>
      <ListingDetail item={item} />
    </details>
  );
}

/** The authority's own number for an entry; empty where it has none and the list's reader made one. */
function ownNumber({ authority, entry }: Designation): string {
  return entry.startsWith(`${authority}-`) ? '' : visibleText(entry);
}

/** Why it stands so, who it names and how that was matched, its instrument, its place in the list, its sources. */
function ListingDetail({ item }: { readonly item: DesignationAt }) {
  const { designation, why, reason, via } = item;
  const { subject, instrument, programme, list, entry, line, source, note, announced } = designation;
  const facts: readonly Fact[] = [
    ['why', why],
    ['names', subject.names.map(({ text }) => text).join(', ')],
    ['match', reason],
    ['through', via ?? ''],
    ['act', [programme, instrument].filter(Boolean).join(': ')],
    ['announced', announced === null ? '' : formatDate(announced)],
    ['entry', `${entry}, ${list}, line ${line}`],
    ['note', note],
  ];
  return (
    <div className="inspector-detail">
      <Facts facts={facts}>
        {source !== '' && (
          <div>
            <dt>source</dt>
            <dd>
              <Source text={source} />
            </dd>
          </div>
        )}
      </Facts>
    </div>
  );
}
