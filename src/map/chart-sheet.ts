import { drawBorder, drawCoordinates, drawScale, insideBorder, WORD_MARGIN_PX } from './border.ts';
import { type Ink, TEXT, type TextRun } from './ink.ts';
import { drawBlock, type LabelBlock, requestFor } from './label-block.ts';
import { overlaps, placeLabels } from './labels.ts';
import type { LandIndex } from './land-index.ts';
import type { Palette } from './palette.ts';
import { PLACE_NAMES, type PlaceName } from './place-names.ts';
import { drawPortMarks, type PortMark, portLabels, portObstacles } from './port-marks.ts';
import { drawRawFixes, type RawFixes } from './raw-fixes.ts';
import { drawReach } from './reach-marks.ts';
import type { Reach, Scene } from './scene.ts';
import { drawSilenceDuration, drawSilenceMarks, type SilenceMark, silenceLabels } from './silence-marks.ts';
import type { PictureBox, PicturePoint, Projector } from './view.ts';

/** What the still sheet shows: all but the ships at the clock. */
export interface ChartSheetContent {
  readonly palette: Palette;
  readonly ports: readonly PortMark[];
  readonly silences: readonly SilenceMark[];
  /** Every fix with its verdict; null where they are not asked for. */
  readonly fixes: RawFixes | null;
  readonly scene: Scene;
  /** Row of the chosen report; null where none is. */
  readonly chosenRow: number | null;
  readonly reach: Reach | null;
  readonly depthLabels: readonly (readonly [depthM: number, lon: number, lat: number])[];
  readonly land: LandIndex;
  /** Parts of the picture that lie under something else. */
  readonly covered: readonly PictureBox[];
  /** Where ships are as the sheet is drawn. */
  readonly ships: readonly PictureBox[];
  /** Heading of the ship where a silence ends, degrees true. */
  readonly headingAtEnd: (mark: SilenceMark) => number;
}

/** Below this width the scale bar stands on the right, where a phone has no buttons. */
const NARROW_PX = 480;
const DEPTH_LABEL_ZOOM = 6.6;
/** Radius of the ring around a chosen report. */
const CHOSEN_FIX_PX = 10;

/** Draws silences, ports, words, coordinates, scale and border. Gives the boxes that words and glyphs take up. */
export function drawChartSheet(
  ink: Ink,
  projector: Projector,
  content: ChartSheetContent,
): readonly PictureBox[] {
  const { palette, ports, silences, covered, land } = content;
  const { view } = projector;
  const inside = insideBorder(view);
  const isLand = ({ x, y }: PicturePoint): boolean => {
    const { lon, lat } = projector.unproject(x, y);
    return land.isLand(lon, lat);
  };
  const haloAt = (x: number, y: number): string => (isLand({ x, y }) ? palette['halo-land'] : palette.halo);
  const { context } = ink;
  context.save();
  context.beginPath();
  context.rect(inside.x, inside.y, inside.width, inside.height);
  context.clip();

  drawSilenceMarks(ink, silences, palette, content.headingAtEnd);
  drawPortMarks(ink, ports, palette);
  if (content.fixes) drawRawFixes(ink, content.fixes, content.scene.vessels, projector, palette);
  drawChosenReport(ink, projector, content);
  const scale = drawScale(
    ink,
    view,
    palette,
    view.widthPx < NARROW_PX ? 'bottom-right' : 'bottom-left',
    haloAt,
  );
  const fixed = [...covered, scale];
  fixed.push(...drawCoordinates(ink, view, palette, fixed, haloAt), ...portObstacles(ports));
  fixed.push(...drawSilenceDuration(ink, silences, palette));
  if (content.reach)
    fixed.push(...drawReach(ink, content.reach, projector, { palette, isLand, obstacles: fixed }));

  const blocks = [
    ...silenceLabels(silences, palette),
    ...portLabels(ports, palette, view.camera.zoom).map(block => ({
      ...block,
      costOf: portCost(isLand, content.ships),
    })),
    ...placeBlocks(projector, palette),
    ...depthBlocks(projector, content),
  ];
  const placed = placeLabels(
    blocks.map(block => requestFor(block, ink)),
    fixed,
    insideBorder(view, WORD_MARGIN_PX),
  );
  for (const [i, place] of placed.entries()) {
    if (!place) continue;
    const { x, y, width, height } = place.box;
    drawBlock(blocks[i]!, place, ink, haloAt(x + width / 2, y + height / 2));
  }
  context.restore();
  drawBorder(ink, view, palette);
  return [...fixed, ...placed.flatMap(place => (place ? [place.box] : []))];
}

/** A ring around the chosen report, if it has a position. */
function drawChosenReport(
  ink: Ink,
  projector: Projector,
  { scene: { tracks }, chosenRow, palette }: ChartSheetContent,
): void {
  if (chosenRow === null || Number.isNaN(tracks.lon[chosenRow]! + tracks.lat[chosenRow]!)) return;
  const at = projector.project(tracks.lon[chosenRow]!, tracks.lat[chosenRow]!);
  ink.circle(at, CHOSEN_FIX_PX, palette.accent, 1.5);
}

/** Names of ports stand clear of ships, and on land where they can: the water is for ships. */
function portCost(
  isLand: (point: PicturePoint) => boolean,
  ships: readonly PictureBox[],
): (box: PictureBox) => number {
  return box => {
    const onWater = [0, 0.25, 0.5, 0.75, 1].filter(
      share => !isLand({ x: box.x + box.width * share, y: box.y + box.height / 2 }),
    );
    return onWater.length + 10 * ships.filter(ship => overlaps(box, ship)).length;
  };
}

function placeBlocks(projector: Projector, palette: Palette): readonly LabelBlock[] {
  const { zoom } = projector.view.camera;
  return PLACE_NAMES.filter(({ minZoom, maxZoom }) => zoom >= minZoom && zoom < maxZoom).map(
    (place): LabelBlock => ({
      lines: [[placeRun(place, palette)]],
      anchor: projector.project(place.lon, place.lat),
      gapPx: 10,
      sides: ['centre', 'above', 'below'],
      always: false,
    }),
  );
}

function placeRun({ kind, text }: PlaceName, palette: Palette): TextRun {
  return { text, style: TEXT[kind], colour: kind === 'country' ? palette['text-3'] : palette.hydro };
}

function depthBlocks(
  projector: Projector,
  { depthLabels, palette }: ChartSheetContent,
): readonly LabelBlock[] {
  if (projector.view.camera.zoom < DEPTH_LABEL_ZOOM) return [];
  return depthLabels.map(
    ([depthM, lon, lat]): LabelBlock => ({
      lines: [[{ text: String(depthM), style: TEXT.depth, colour: palette.hydro }]],
      anchor: projector.project(lon, lat),
      gapPx: 0,
      sides: ['centre'],
      always: false,
    }),
  );
}
