import type { ListingMark } from './listings.ts';

/**
 * A listing at an instant as a square of 9: filled in force, open not yet, half where the date or the listing
 * itself isn't certain, crossed ended. In the colour of the text, for an event before listing is no alarm.
 */
export function ListingSquare({ mark }: { readonly mark: ListingMark }) {
  return (
    <svg className="listing-square" width={9} height={9} viewBox="0 0 9 9" aria-hidden="true">
      {mark !== 'in force' && <rect x={0.5} y={0.5} width={8} height={8} fill="none" stroke="currentColor" />}
      {mark === 'in force' && <rect width={9} height={9} fill="currentColor" />}
      {mark === 'unsure' && <path d="M0 0h9L0 9z" fill="currentColor" />}
      {mark === 'ended' && <path d="m1 1 7 7m0-7-7 7" stroke="currentColor" />}
    </svg>
  );
}
