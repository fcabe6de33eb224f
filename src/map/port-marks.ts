import { CHOSEN_RING_PX, drawBrackets, drawPortGlyph, type GlyphColours, PORT_GLYPH_PX } from './glyphs.ts';
import { type Ink, TEXT } from './ink.ts';
import type { LabelBlock } from './label-block.ts';
import { POINT_SIDES } from './labels.ts';
import { type Palette, withOpacity } from './palette.ts';
import type { ScenePort } from './scene.ts';
import { type PictureBox, type PicturePoint, type Projector, pxPerM } from './view.ts';

/** A port in the picture. */
export interface PortMark {
  readonly port: ScenePort;
  readonly at: PicturePoint;
  readonly areaPx: number;
  readonly isChosen: boolean;
  /** Words under the name of the chosen port; empty without any. */
  readonly note: string;
}

/** From which zoom a port's glyph and its name are drawn; chosen ones always are. */
const GLYPH_ZOOM = { seen: 3, KP: 4.5, RU: 4.5, other: 6.2 } as const;
const NAME_ZOOM = { seen: 5, KP: 5.6, RU: 5.8, other: 7 } as const;
/** An area smaller than its glyph is not drawn. */
const MIN_AREA_PX = 6;
/** Half the side of the brackets around a port that was seen. */
const SEEN_HALF_PX = 10;
/** No more names than this are tried. */
const MAX_NAMES = 200;

type Rank = keyof typeof GLYPH_ZOOM;

/** Ports that the picture shows, the most important first: chosen, seen, DPRK, Russia, others. */
export function portMarks(
  ports: readonly ScenePort[],
  projector: Projector,
  chosenId: string | null,
  chosenNote = '',
): readonly PortMark[] {
  const { zoom } = projector.view.camera;
  const marks: PortMark[] = [];
  for (const port of ports) {
    const isChosen = port.id === chosenId;
    if (!isChosen && zoom < GLYPH_ZOOM[rankOf(port)]) continue;
    const at = projector.project(port.lon, port.lat);
    const areaPx = port.radiusM * pxPerM(port.lat, zoom);
    if (!isNear(at, projector, Math.max(areaPx, CHOSEN_RING_PX))) continue;
    marks.push({ port, at, areaPx, isChosen, note: isChosen ? chosenNote : '' });
  }
  const order: readonly Rank[] = ['seen', 'KP', 'RU', 'other'];
  const weight = ({ port, isChosen }: PortMark): number => (isChosen ? -1 : order.indexOf(rankOf(port)));
  return marks.sort((a, b) => weight(a) - weight(b));
}

function rankOf({ seen, country }: ScenePort): Rank {
  if (seen) return 'seen';
  return country === 'KP' || country === 'RU' ? country : 'other';
}

function isNear({ x, y }: PicturePoint, { view }: Projector, marginPx: number): boolean {
  return x > -marginPx && y > -marginPx && x < view.widthPx + marginPx && y < view.heightPx + marginPx;
}

/** Draws areas, glyphs, brackets and the ring of the chosen port; the least important first. */
export function drawPortMarks(ink: Ink, marks: readonly PortMark[], palette: Palette): void {
  const colours: GlyphColours = { ink: palette.text, halo: palette.halo };
  for (const { port, at, areaPx } of marks) {
    if (areaPx < MIN_AREA_PX) continue;
    ink.circle(
      at,
      areaPx,
      withOpacity(palette.chart, port.approximate ? 0.75 : 0.55),
      0.7,
      port.approximate ? [3, 2.5] : [],
    );
  }
  for (const { port, at, isChosen } of [...marks].reverse()) {
    drawPortGlyph(ink, at, port.country, colours);
    if (port.seen) drawBrackets(ink, at, colours);
    if (isChosen) ink.circle(at, CHOSEN_RING_PX, palette.accent, 1.5);
  }
}

/** The names of the ports, in the order of their importance. */
export function portLabels(
  marks: readonly PortMark[],
  palette: Palette,
  zoom: number,
): readonly LabelBlock[] {
  return marks
    .filter(({ port, isChosen }) => isChosen || zoom >= NAME_ZOOM[rankOf(port)])
    .slice(0, MAX_NAMES)
    .map(({ port, at, isChosen, note }): LabelBlock => {
      const style = isChosen ? TEXT.chosen : TEXT.name;
      const approximate = { text: ' PA', style: TEXT.approximate, colour: palette['text-3'] };
      const first = { text: port.name, style, colour: palette.text };
      const second = { text: note, style: TEXT.name, colour: palette['text-2'] };
      return {
        lines: [port.approximate ? [first, approximate] : [first], ...(note === '' ? [] : [[second]])],
        anchor: at,
        gapPx: (isChosen ? CHOSEN_RING_PX : port.seen ? SEEN_HALF_PX : PORT_GLYPH_PX) + 5,
        sides: isChosen ? ['left', 'right', 'above', 'below'] : POINT_SIDES,
        always: isChosen,
      };
    });
}

/** Boxes of the glyphs, which no words may cover. */
export function portObstacles(marks: readonly PortMark[]): readonly PictureBox[] {
  return marks.map(({ at, isChosen, port }) => {
    const half = isChosen ? CHOSEN_RING_PX : port.seen ? SEEN_HALF_PX : PORT_GLYPH_PX;
    return { x: at.x - half, y: at.y - half, width: 2 * half, height: 2 * half };
  });
}
