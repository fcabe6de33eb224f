import { formatUtc } from '../core/time/index.ts';
import { insideBorder, WORD_MARGIN_PX } from './border.ts';
import { CHOSEN_RING_PX, drawShipGlyph, type ShipGlyph } from './glyphs.ts';
import { HeadKind, type Heads } from './heads.ts';
import { type Ink, TEXT, type TextRun } from './ink.ts';
import { drawBlock, type LabelBlock, requestFor } from './label-block.ts';
import { type LabelSide, POINT_SIDES, placeLabels } from './labels.ts';
import type { LandIndex } from './land-index.ts';
import { type Palette, shipColour } from './palette.ts';
import type { Scene, Selection, TrailOptions } from './scene.ts';
import type { PictureBox, PicturePoint, Projector } from './view.ts';

/** What the moving sheet shows: the ships at the clock. */
export interface LiveSheetContent {
  readonly palette: Palette;
  readonly scene: Scene;
  readonly heads: Heads;
  readonly trail: TrailOptions;
  readonly selection: Selection;
  readonly land: LandIndex;
  /** Boxes that the still sheet takes up. */
  readonly obstacles: readonly PictureBox[];
  /** Side of each ship's name when it was last drawn, kept up to date here: a name stays where it is while it can. */
  readonly nameSides: Map<number, LabelSide>;
}

/** A ship in the picture. */
export interface ShipMark {
  readonly vessel: number;
  readonly at: PicturePoint;
}

/** With more ships in the picture than this, those not chosen are dots; with more than a tenth, they go nameless. */
const MAX_GLYPHS = 1200;
const MAX_NAMES = MAX_GLYPHS / 10;
/** A ship among thousands is a square of this side. */
const DOT_PX = 3;
/** A shorter way from the last report is hidden by the ship. */
const LEAST_TIP_PX = 1;
const GLYPH_OF: Readonly<Record<number, ShipGlyph>> = {
  [HeadKind.underWay]: 'under-way',
  [HeadKind.still]: 'still',
  [HeadKind.lastHeard]: 'last-heard',
};

/** Draws the last stretch of each trail up to the ship, the ships, and their names where there is room. */
export function drawLiveSheet(ink: Ink, projector: Projector, content: LiveSheetContent): void {
  const inside = insideBorder(projector.view);
  ink.context.save();
  ink.context.beginPath();
  ink.context.rect(inside.x, inside.y, inside.width, inside.height);
  ink.context.clip();
  const marks = shipMarks(projector, content.heads);
  if (content.trail.colourBy === 'ship') drawTips(ink, marks, projector, content);
  drawShips(ink, marks, projector, content);
  drawNames(ink, marks, projector, content);
  ink.context.restore();
}

/** Ships that the picture shows. */
export function shipMarks(projector: Projector, heads: Heads): readonly ShipMark[] {
  const { widthPx, heightPx } = projector.view;
  const marks: ShipMark[] = [];
  for (let vessel = 0; vessel < heads.count; vessel++) {
    if (heads.kind[vessel] === HeadKind.unheard) continue;
    const at = projector.project(heads.lon[vessel]!, heads.lat[vessel]!);
    if (at.x > -20 && at.y > -20 && at.x < widthPx + 20 && at.y < heightPx + 20) marks.push({ vessel, at });
  }
  return marks;
}

/** From the last report to the place at the clock: the piece that the trail's buffers do not hold. */
function drawTips(
  ink: Ink,
  marks: readonly ShipMark[],
  projector: Projector,
  { scene, heads, palette }: LiveSheetContent,
): void {
  const tips = new Map<string, [PicturePoint, PicturePoint][]>();
  for (const { vessel, at } of marks) {
    if (heads.kind[vessel] === HeadKind.lastHeard) continue;
    const row = heads.row[vessel]!;
    const from = projector.project(scene.tracks.lon[row]!, scene.tracks.lat[row]!);
    if (Math.abs(from.x - at.x) + Math.abs(from.y - at.y) < LEAST_TIP_PX) continue;
    append(tips, shipColour(palette, scene.vessels[vessel]!.hue), [from, at]);
  }
  for (const [colour, pieces] of tips) ink.pieces(pieces, colour, 2);
}

function drawShips(
  ink: Ink,
  marks: readonly ShipMark[],
  projector: Projector,
  content: LiveSheetContent,
): void {
  const { heads, scene, palette, selection } = content;
  const dots = new Map<string, PicturePoint[]>();
  const glyphs: ShipMark[] = [];
  for (const mark of marks) {
    const { vessel, at } = mark;
    if (marks.length <= MAX_GLYPHS || vessel === selection.vessel) glyphs.push(mark);
    else append(dots, shipColour(palette, scene.vessels[vessel]!.hue), at);
  }
  for (const [colour, points] of dots) ink.squares(points, DOT_PX, colour);
  for (const { vessel, at } of glyphs) {
    const colour = shipColour(palette, scene.vessels[vessel]!.hue);
    const directionDeg = heads.directionDeg[vessel]! - projector.view.camera.bearingDeg;
    drawShipGlyph(ink, at, directionDeg, GLYPH_OF[heads.kind[vessel]!]!, { ink: colour, halo: palette.halo });
    if (isRinged(vessel, selection)) ink.circle(at, CHOSEN_RING_PX, palette.accent, 1.5);
  }
}

function append<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** One ring at a time: a chosen port or report has it, or a chosen silence goes without; else the chosen ship. */
function isRinged(vessel: number, { vessel: chosen, portId, silenceId, row }: Selection): boolean {
  return vessel === chosen && portId === null && silenceId === null && row === null;
}

function drawNames(
  ink: Ink,
  marks: readonly ShipMark[],
  projector: Projector,
  content: LiveSheetContent,
): void {
  const { scene, selection, palette, land, obstacles } = content;
  const silentVessel = scene.silences.find(({ id }) => id === selection.silenceId)?.vessel;
  const named = marks
    .filter(({ vessel }) => vessel === selection.vessel || marks.length <= MAX_NAMES)
    .filter(({ vessel }) => !(vessel === silentVessel && content.heads.kind[vessel] === HeadKind.lastHeard))
    .sort((a, b) => Number(b.vessel === selection.vessel) - Number(a.vessel === selection.vessel));
  const blocks = named.map(mark => nameBlock(mark, content));
  const glyphs = marks.length <= MAX_NAMES ? marks.map(shipBox) : [];
  const placed = placeLabels(
    blocks.map(block => requestFor(block, ink)),
    [...obstacles, ...glyphs],
    insideBorder(projector.view, WORD_MARGIN_PX),
  );
  for (const [i, place] of placed.entries()) {
    if (!place) continue;
    content.nameSides.set(named[i]!.vessel, place.side);
    const { lon, lat } = projector.unproject(
      place.box.x + place.box.width / 2,
      place.box.y + place.box.height / 2,
    );
    drawBlock(blocks[i]!, place, ink, land.isLand(lon, lat) ? palette['halo-land'] : palette.halo);
  }
}

/** Room that a ship's glyph takes up. */
export function shipBox({ at }: ShipMark): PictureBox {
  return { x: at.x - 6, y: at.y - 6, width: 12, height: 12 };
}

function nameBlock({ vessel, at }: ShipMark, content: LiveSheetContent): LabelBlock {
  const { scene, selection, palette } = content;
  const isChosen = vessel === selection.vessel;
  const name = {
    text: scene.vessels[vessel]!.name,
    style: isChosen ? TEXT.strong : TEXT.name,
    colour: palette.text,
  };
  const state = isChosen ? stateOf(vessel, content) : [];
  const sides: readonly LabelSide[] = isChosen ? ['left', 'right', 'above', 'below'] : POINT_SIDES;
  const lastSide = content.nameSides.get(vessel);
  return {
    lines: [[name], ...(state.length > 0 ? [state] : [])],
    anchor: at,
    gapPx: isRinged(vessel, selection) ? CHOSEN_RING_PX + 5 : 11,
    sides: lastSide === undefined ? sides : [lastSide, ...sides.filter(side => side !== lastSide)],
    always: isChosen,
  };
}

/** Second line of the chosen ship: speed and heading, or when it was last heard; and how its track is known. */
function stateOf(vessel: number, { heads, scene, palette }: LiveSheetContent): readonly TextRun[] {
  const run = (text: string, colour: string): TextRun => ({ text, style: TEXT.name, colour });
  const state = run(motionOf(vessel, heads, scene), palette['text-2']);
  return scene.vessels[vessel]!.reconstructed ? [state, run(', reconstructed', palette['text-3'])] : [state];
}

function motionOf(vessel: number, heads: Heads, { tracks }: Scene): string {
  if (heads.kind[vessel] === HeadKind.lastHeard) {
    return `last heard ${formatUtc(tracks.t[heads.row[vessel]!]!, 'd MMM HH:mm')} UTC`;
  }
  const speedKn = heads.sogKn[vessel]!;
  const direction = `${String(Math.round(heads.directionDeg[vessel]!) % 360).padStart(3, '0')}°`;
  return Number.isNaN(speedKn) ? direction : `${speedKn.toFixed(1)} kn, ${direction}`;
}
