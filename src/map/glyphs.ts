import type { Ink } from './ink.ts';
import type { PicturePoint } from './view.ts';

/** Colours that a glyph needs. */
export interface GlyphColours {
  readonly ink: string;
  readonly halo: string;
}

/** Half the box of a port's glyph, CSS pixels: names stand this far off and more. */
export const PORT_GLYPH_PX = 4.2;
/** Radius of the ring around a chosen port or ship. */
export const CHOSEN_RING_PX = 18;

const SHIP_LENGTH_PX = 12;
const SHIP_BEAM_PX = 7;

/** How a ship's triangle is drawn; `next` is where a silent ship is heard again. */
export type ShipGlyph = 'under-way' | 'still' | 'last-heard' | 'next-heard';

/** A port: a square in the DPRK, a disc with an eye in Russia, a dot elsewhere. */
export function drawPortGlyph(ink: Ink, at: PicturePoint, country: string, colours: GlyphColours): void {
  const { context } = ink;
  if (country === 'KP') {
    context.fillStyle = colours.halo;
    context.fillRect(at.x - 5, at.y - 5, 10, 10);
    context.fillStyle = colours.ink;
    context.fillRect(at.x - 4, at.y - 4, 8, 8);
    return;
  }
  if (country === 'RU') {
    ink.disc(at, 5.2, colours.halo);
    ink.circle(at, 3.55, colours.ink, 1.3);
    ink.disc(at, 1.6, colours.ink);
    return;
  }
  ink.disc(at, 3, colours.halo);
  ink.disc(at, 2, colours.ink);
}

/** Corner brackets of 20 px: somebody published a sighting here. */
export function drawBrackets(ink: Ink, { x, y }: PicturePoint, colours: GlyphColours): void {
  const half = 10;
  const arm = 4;
  for (const [colour, width] of [
    [colours.halo, 3],
    [colours.ink, 1.4],
  ] as const) {
    for (const [sx, sy] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      const corner = { x: x + sx * half, y: y + sy * half };
      ink.line(
        [{ x: corner.x - sx * arm, y: corner.y }, corner, { x: corner.x, y: corner.y - sy * arm }],
        colour,
        width,
      );
    }
  }
}

/** A ship's triangle, its bow towards `directionDeg` from the top of the picture. */
export function drawShipGlyph(
  ink: Ink,
  at: PicturePoint,
  directionDeg: number,
  glyph: ShipGlyph,
  colours: GlyphColours,
): void {
  const { context } = ink;
  context.save();
  context.translate(at.x, at.y);
  context.rotate((directionDeg * Math.PI) / 180);
  context.lineJoin = 'miter';
  shipOutline(context);
  if (glyph === 'under-way') {
    strokeGlyph(context, colours.halo, 2, []);
    context.fillStyle = colours.ink;
    context.fill();
    context.beginPath();
    context.moveTo(0, -SHIP_LENGTH_PX / 2 - 3);
    context.lineTo(0, -SHIP_LENGTH_PX / 2 - 12);
    strokeGlyph(context, colours.ink, 1.25, []);
  } else {
    strokeGlyph(context, colours.halo, 3, []);
    context.fillStyle = colours.halo;
    context.fill();
    strokeGlyph(context, colours.ink, 1.4, glyph === 'next-heard' ? [2, 1.6] : []);
  }
  context.restore();
  if (glyph === 'last-heard') drawBar(ink, at, directionDeg, colours);
}

function shipOutline(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.moveTo(0, -SHIP_LENGTH_PX / 2);
  context.lineTo(SHIP_BEAM_PX / 2, SHIP_LENGTH_PX / 2);
  context.lineTo(-SHIP_BEAM_PX / 2, SHIP_LENGTH_PX / 2);
  context.closePath();
}

function strokeGlyph(
  context: CanvasRenderingContext2D,
  colour: string,
  widthPx: number,
  dash: readonly number[],
): void {
  context.strokeStyle = colour;
  context.lineWidth = widthPx;
  context.setLineDash([...dash]);
  context.stroke();
  context.setLineDash([]);
}

/** The bar of a silent ship lies across its beam, tilted a little so that it never joins the stern. */
function drawBar(ink: Ink, { x, y }: PicturePoint, directionDeg: number, colours: GlyphColours): void {
  const angle = ((directionDeg - 10) * Math.PI) / 180;
  const reach = 6.5;
  const dx = Math.cos(angle) * reach;
  const dy = Math.sin(angle) * reach;
  ink.line(
    [
      { x: x - dx, y: y - dy },
      { x: x + dx, y: y + dy },
    ],
    colours.ink,
    1.4,
  );
}
