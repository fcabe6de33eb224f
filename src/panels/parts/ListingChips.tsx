import type { DesignationAt } from '../../core/sanctions/index.ts';
import { ListingSquare } from './ListingSquare.tsx';
import { type AuthorityListing, daysText, daysToGoText, standingWords, weightyListings } from './listings.ts';
import './listing-chips.css';

/** So many fit beside a claim in the narrow panel. */
const SHOWN = 3;

/**
 * How authorities stand towards a ship, one square each: `US`, `KR 22 d`, or at length `US in force`,
 * `KR in 22 days`. Unconfirmed listings are left to the inspector unless there are no others. Nothing for a ship
 * that nobody lists.
 */
export function ListingChips({
  designations,
  long = false,
}: {
  readonly designations: readonly DesignationAt[];
  readonly long?: boolean;
}) {
  const listings = weightyListings(designations);
  if (listings.length === 0) return null;
  const more = listings.length - SHOWN;
  return (
    <span className="listing-chips">
      {listings.slice(0, SHOWN).map(listing => (
        <Chip key={listing.authority} listing={listing} long={long} />
      ))}
      {more > 0 && <span className="listing-chips-more">+{more}</span>}
    </span>
  );
}

function Chip({ listing, long }: { readonly listing: AuthorityListing; readonly long: boolean }) {
  const { authority, mark, item } = listing;
  const { word, when } = standingWords(item);
  return (
    <span className="listing-chip" data-mark={mark} title={`${authority}: ${word} ${when}`}>
      <ListingSquare mark={mark} />
      {long ? (
        <span>
          {authority} {longWords(listing)}
        </span>
      ) : (
        <>
          <span aria-hidden="true">
            {authority} {daysToGoText(listing)}
          </span>
          <span className="unseen">{` ${authority} ${longWords(listing)} `}</span>
        </>
      )}
    </span>
  );
}

function longWords({ mark, item }: AuthorityListing): string {
  switch (mark) {
    case 'in force':
    case 'ended':
      return mark;
    case 'not yet':
      return item.since === null ? mark : `in ${daysText(item.daysToGo!)}`;
    case 'unsure':
      return item.designation.verified ? 'no date' : 'unconfirmed';
  }
}
