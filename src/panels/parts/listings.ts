import type { DesignationAt } from '../../core/sanctions/index.ts';
import { formatDate } from '../../core/time/index.ts';

/** What the square of a listing shows: filled, open, half, crossed. */
export type ListingMark = 'in force' | 'not yet' | 'unsure' | 'ended';

/** What one authority's listing of a ship comes to. */
export interface AuthorityListing {
  readonly authority: string;
  readonly mark: ListingMark;
  readonly item: DesignationAt;
}

/** A listing whose day isn't known, or that nobody has confirmed, is `unsure` whatever its dates say. */
export function markOf({ designation, status }: DesignationAt): ListingMark {
  return !designation.verified || status === 'date unknown' ? 'unsure' : status;
}

/** Authorities that are shown first, in this order; all others follow by their letters. */
const FIRST = ['UN', 'US', 'KR', 'EU', 'UK', 'JP'];
/** Of several listings by one authority the one that says most is shown. */
const SAYS_MOST: readonly ListingMark[] = ['in force', 'not yet', 'unsure', 'ended'];

/** Listings of the ship itself by an exact match: one an authority, confirmed ones first. */
export function ownListings(designations: readonly DesignationAt[]): AuthorityListing[] {
  const byAuthority = new Map<string, AuthorityListing>();
  for (const item of designations) {
    if (item.strength !== 'exact' || item.via !== null) continue;
    const { authority } = item.designation;
    const listing = { authority, mark: markOf(item), item };
    const rival = byAuthority.get(authority);
    if (!rival || compareWeight(listing, rival) < 0) byAuthority.set(authority, listing);
  }
  return [...byAuthority.values()].sort(
    (a, b) =>
      Number(b.item.designation.verified) - Number(a.item.designation.verified) ||
      compareAuthorities(a.authority, b.authority),
  );
}

/** Those that carry weight; where there is none, what there is. */
export function weightyListings(designations: readonly DesignationAt[]): AuthorityListing[] {
  const listings = ownListings(designations);
  const confirmed = listings.filter(({ item }) => item.designation.verified);
  return confirmed.length > 0 ? confirmed : listings;
}

export function compareAuthorities(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}

/** `22 d`; empty for other marks, and where the day of effect isn't public. */
export function daysToGoText({ item, mark }: AuthorityListing): string {
  return mark === 'not yet' && item.since !== null ? `${item.daysToGo} d` : '';
}

/** A standing in two pieces: the word, and since or until when. */
export interface StandingWords {
  readonly word: string;
  readonly when: string;
}

/** `not yet` and `in 22 days, 3 Apr 2024`; of an unconfirmed listing the word says just that. */
export function standingWords(item: DesignationAt): StandingWords {
  const words = datedWords(item);
  return item.designation.verified ? words : { word: 'unconfirmed', when: words.when };
}

function datedWords({ status, since, until, daysToGo, designation }: DesignationAt): StandingWords {
  switch (status) {
    case 'in force':
      return {
        word: status,
        when: `since ${formatDate(since!)}${until === null ? '' : ` to ${formatDate(until)}`}`,
      };
    case 'not yet':
      return since === null
        ? { word: status, when: `date not public, ${daysText(daysToGo!)} at least` }
        : { word: status, when: `in ${daysText(daysToGo!)}, ${formatDate(since)}` };
    case 'ended':
      return { word: status, when: `until ${formatDate(until!)}` };
    case 'date unknown':
      return {
        word: status,
        when:
          designation.announced === null
            ? 'no date in the list'
            : `announced ${formatDate(designation.announced)}`,
      };
  }
}

export function daysText(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function rank(authority: string): number {
  const place = FIRST.indexOf(authority);
  return place < 0 ? FIRST.length : place;
}

function compareWeight(a: AuthorityListing, b: AuthorityListing): number {
  const byProof = Number(b.item.designation.verified) - Number(a.item.designation.verified);
  const byMark = SAYS_MOST.indexOf(a.mark) - SAYS_MOST.indexOf(b.mark);
  return byProof || byMark || (a.item.daysToGo ?? 0) - (b.item.daysToGo ?? 0);
}
