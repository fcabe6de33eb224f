import { countryName } from '../../core/ports/index.ts';
import type { DesignationAt } from '../../core/sanctions/index.ts';
import { DAY_MS, type Instant } from '../../core/time/index.ts';
import type { FieldClaim, StaticField, Vessel } from '../../core/vessel/index.ts';
import { type AuthorityListing, ownListings, standingWords } from '../parts/listings.ts';

/** Values of a field over time. */
export interface ClaimRow {
  readonly label: string;
  readonly claims: readonly { readonly text: string; readonly from: Instant; readonly to: Instant }[];
}

/** An authority's listing over time. */
export interface ListingRow {
  readonly listing: AuthorityListing;
  readonly text: string;
  /** First and last instant drawn; null where no day is known. */
  readonly bar: { readonly from: Instant; readonly to: Instant } | null;
}

/** What is drawn, and the time it is drawn over. */
export interface IdentityChart {
  readonly from: Instant;
  readonly to: Instant;
  readonly claims: readonly ClaimRow[];
  readonly listings: readonly ListingRow[];
}

const FIELDS: readonly (readonly [StaticField, string])[] = [
  ['name', 'Name'],
  ['callSign', 'Call sign'],
  ['flag', 'Flag'],
];

/**
 * What a ship called itself, and when which authority listed it, on one axis: the time it was heard, lengthened
 * towards the days of its listings by at most as long again on either side.
 */
export function identityChart(vessel: Vessel, designations: readonly DesignationAt[]): IdentityChart {
  const listings = ownListings(designations);
  const days = listings.flatMap(({ item }) => [item.since ?? item.designation.announced ?? []].flat());
  const lengthMs = Math.max(DAY_MS, vessel.to - vessel.from);
  const marginMs = lengthMs * 0.06;
  const from = Math.max(vessel.from - lengthMs, Math.min(vessel.from, ...days) - marginMs);
  const to = Math.min(vessel.to + lengthMs, Math.max(vessel.to, ...days) + marginMs);
  return {
    from,
    to,
    claims: FIELDS.map(([field, label]) => ({ label, claims: claimsOf(vessel, field) })).filter(
      ({ claims }) => claims.length > 0,
    ),
    listings: listings.map(listing => listingRow(listing, to)),
  };
}

function claimsOf(vessel: Vessel, field: StaticField): ClaimRow['claims'] {
  return vessel.claims
    .filter(claim => claim.field === field)
    .map(({ value, from, to }) => ({ text: valueText(field, value), from, to }));
}

function valueText(field: StaticField, value: FieldClaim['value']): string {
  return field === 'flag' ? countryName(String(value)) : String(value);
}

function listingRow(listing: AuthorityListing, end: Instant): ListingRow {
  const { since, until, designation } = listing.item;
  const { word, when } = standingWords(listing.item);
  const first = since ?? designation.announced;
  const text = word === 'in force' || word === 'not yet' ? when : word;
  return { listing, text, bar: first === null ? null : { from: first, to: until ?? end } };
}
