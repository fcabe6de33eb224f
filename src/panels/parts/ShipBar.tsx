import './ship-bar.css';

/** A ship's colour as a bar of 3 by 11; neutral for a ship without a hue of its own. */
export function ShipBar({ hue }: { readonly hue: number | null }) {
  return <span className="ship-bar" style={{ background: shipColour(hue) }} aria-hidden="true" />;
}

/** CSS colour of a hue counted from 0. */
export function shipColour(hue: number | null): string {
  return hue === null ? 'var(--text-3)' : `var(--ship-${hue + 1})`;
}
