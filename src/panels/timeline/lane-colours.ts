/** Tokens that the canvases of the timeline draw with, read from the page's theme. */
const TOKENS = {
  panel: '--panel',
  deep: '--deep',
  line: '--line',
  edge: '--line-2',
  text: '--text',
  text2: '--text-2',
  text3: '--text-3',
  accent: '--accent',
  onShip: '--on-accent',
  pencil: '--pencil',
  ship1: '--ship-1',
  ship2: '--ship-2',
  ship3: '--ship-3',
  ship4: '--ship-4',
} as const;

export type LaneColours = Readonly<Record<keyof typeof TOKENS, string>>;

/** Colours as they stand for an element; a canvas has to be painted again when the theme changes. */
export function readLaneColours(element: Element): LaneColours {
  const style = getComputedStyle(element);
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return Object.fromEntries(entries) as LaneColours;
}

/** Colour of a ship by its hue; ships without one are neutral. */
export function shipColour(colours: LaneColours, hue: number | null): string {
  if (hue === null) return colours.text3;
  return [colours.ship1, colours.ship2, colours.ship3, colours.ship4][hue % 4]!;
}
