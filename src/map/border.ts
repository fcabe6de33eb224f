import type { Box } from '../core/geo/index.ts';
import { frameTicks } from './frame.ts';
import { type Ink, TEXT } from './ink.ts';
import { type Palette, withOpacity } from './palette.ts';
import { scaleBar } from './scale.ts';
import { type PictureBox, type View, viewBox } from './view.ts';

/** Breadth of the whole border, CSS pixels; the chart shows inside it. */
export const BORDER_PX = 10;
const BAND_PX = 3.6;
const BAND_FROM_PX = 1.8;
const LABEL_INSET_PX = 6;

/** The part of the picture inside the border, `marginPx` off it. */
export function insideBorder({ widthPx, heightPx }: View, marginPx = 0): PictureBox {
  const inset = BORDER_PX + marginPx;
  return { x: inset, y: inset, width: widthPx - 2 * inset, height: heightPx - 2 * inset };
}

/** Words keep this far off the border. */
export const WORD_MARGIN_PX = 5;

/** Draws the graduated border. A turned chart gets a plain one: its edges are no meridians. */
export function drawBorder(ink: Ink, view: View, palette: Palette): void {
  const { context } = ink;
  const { widthPx, heightPx } = view;
  const inside = insideBorder(view);
  context.fillStyle = palette.panel;
  context.beginPath();
  context.rect(0, 0, widthPx, heightPx);
  context.rect(inside.x, inside.y, inside.width, inside.height);
  context.fill('evenodd');

  context.strokeStyle = withOpacity(palette.chart, 0.4);
  context.lineWidth = 0.7;
  strokeInset(ink, view, BAND_FROM_PX - 0.4);
  strokeInset(ink, view, BAND_FROM_PX + BAND_PX + 0.4);
  if (view.camera.bearingDeg === 0) drawBlocks(ink, view, palette);
  context.strokeStyle = palette.chart;
  context.lineWidth = 1;
  strokeInset(ink, view, BORDER_PX - 0.5);
}

function strokeInset({ context }: Ink, { widthPx, heightPx }: View, insetPx: number): void {
  context.strokeRect(insetPx, insetPx, widthPx - 2 * insetPx, heightPx - 2 * insetPx);
}

function drawBlocks({ context }: Ink, view: View, palette: Palette): void {
  const { widthPx, heightPx } = view;
  const inside = insideBorder(view);
  const ticks = frameTicks(viewBox(view, BORDER_PX), { widthPx: inside.width, heightPx: inside.height });
  context.fillStyle = withOpacity(palette.chart, 0.7);
  for (const { edge, startPx, endPx } of ticks.blocks) {
    const start = startPx + BORDER_PX;
    const length = endPx - startPx;
    if (edge === 'top') context.fillRect(start, BAND_FROM_PX, length, BAND_PX);
    if (edge === 'bottom') context.fillRect(start, heightPx - BAND_FROM_PX - BAND_PX, length, BAND_PX);
    if (edge === 'left') context.fillRect(BAND_FROM_PX, start, BAND_PX, length);
    if (edge === 'right') context.fillRect(widthPx - BAND_FROM_PX - BAND_PX, start, BAND_PX, length);
  }
}

/**
 * Writes the coordinates along the inner edge, right of their meridian and above their parallel. Those that would
 * meet each other in a corner, or lie under something that covers the chart, are left out. Gives the boxes taken.
 */
export function drawCoordinates(
  ink: Ink,
  view: View,
  palette: Palette,
  covered: readonly PictureBox[],
  haloAt: (x: number, y: number) => string,
): readonly PictureBox[] {
  if (view.camera.bearingDeg !== 0) return [];
  const inside = insideBorder(view);
  const bounds: Box = viewBox(view, BORDER_PX);
  const taken: PictureBox[] = [];
  for (const { edge, px, text } of frameTicks(bounds, { widthPx: inside.width, heightPx: inside.height })
    .labels) {
    const width = ink.widthOf(text, TEXT.figure);
    const x = edge === 'bottom' ? px + BORDER_PX + LABEL_INSET_PX : BORDER_PX + LABEL_INSET_PX;
    const y = edge === 'bottom' ? view.heightPx - BORDER_PX - 10 : px + BORDER_PX - 9;
    const box = { x, y: y - 7, width, height: 14 };
    const isInside = x + width < view.widthPx - BORDER_PX - 2 && box.y > BORDER_PX + 2;
    const isInCorner = edge === 'left' && box.y + box.height > view.heightPx - BORDER_PX - 22;
    const isCovered = covered.some(
      ({ x: left, y: top, width: w, height: h }) =>
        x < left + w && left < x + width && box.y < top + h && top < box.y + 14,
    );
    if (!isInside || isInCorner || isCovered) continue;
    ink.text({ text, style: TEXT.figure, colour: palette.chart }, x, y, haloAt(x + width / 2, y));
    taken.push(box);
  }
  return taken;
}

/** Where the scale bar stands and how much of it is written. */
export type ScalePlace = 'bottom-left' | 'bottom-right';

/** Draws the scale bar in nautical miles and gives the box that it takes. */
export function drawScale(
  ink: Ink,
  view: View,
  palette: Palette,
  place: ScalePlace,
  haloAt: (x: number, y: number) => string,
): PictureBox {
  const { nm, px } = scaleBar(view.camera.lat, view.camera.zoom);
  const x = place === 'bottom-left' ? BORDER_PX + 32 : view.widthPx - BORDER_PX - 42 - px;
  const y = view.heightPx - BORDER_PX - 34;
  const halo = haloAt(x + px / 2, y);
  const ticks = [
    [0, 5],
    [0.25, 3],
    [0.5, 5],
    [0.75, 3],
    [1, 5],
  ] as const;
  for (const [colour, width] of [
    [halo, 3],
    [palette['text-2'], 1.2],
  ] as const) {
    ink.line(
      [
        { x, y },
        { x: x + px, y },
      ],
      colour,
      width,
    );
    for (const [share, heightPx] of ticks) {
      ink.line(
        [
          { x: x + px * share, y },
          { x: x + px * share, y: y - heightPx },
        ],
        colour,
        width,
      );
    }
  }
  for (const [share, text] of [
    [0, '0'],
    [0.5, String(nm[1])],
    [1, String(nm[2])],
  ] as const) {
    const width = ink.widthOf(text, TEXT.figure);
    ink.text(
      { text, style: TEXT.figure, colour: palette['text-2'] },
      x + px * share - width / 2,
      y - 14,
      halo,
    );
    if (share === 1)
      ink.text(
        { text: 'nm', style: TEXT.figure, colour: palette['text-2'] },
        x + px + width / 2 + 3,
        y - 14,
        halo,
      );
  }
  return { x: x - 8, y: y - 24, width: px + 40, height: 32 };
}
