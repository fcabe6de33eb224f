import { ListingSquare } from '../parts/ListingSquare.tsx';

/** What the squares of the rows mean. */
export function ListingLegend() {
  return (
    <p className="findings-legend">
      Lists on that day:
      <span>
        <ListingSquare mark="in force" /> in force
      </span>
      <span>
        <ListingSquare mark="not yet" /> days to go
      </span>
      <span>
        <ListingSquare mark="unsure" /> no date
      </span>
    </p>
  );
}
