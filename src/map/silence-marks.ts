import { formatDuration, formatUtc } from '../core/time/index.ts';
import { drawShipGlyph } from './glyphs.ts';
import { type Ink, TEXT } from './ink.ts';
import type { LabelBlock } from './label-block.ts';
import { type Palette, shipColour } from './palette.ts';
import type { Scene, SceneSilence, SceneVessel, TrailOptions } from './scene.ts';
import type { PictureBox, PicturePoint, Projector } from './view.ts';

/** A silence in the picture; `b` is null while it lasts. */
export interface SilenceMark {
  readonly silence: SceneSilence;
  readonly vessel: SceneVessel;
  readonly a: PicturePoint;
  readonly b: PicturePoint | null;
  readonly isChosen: boolean;
}

const DASH = [5, 4];
const LINE_PX = 1.1;
const TICK_PX = 9;
/** Shorter ones are covered by their own ticks. */
const MIN_LENGTH_PX = 4;
/** No more than this are drawn; the longest silences come first. */
const MAX_DRAWN = 600;

/** Silences that touch the trail's stretch of time and the picture, and the chosen one whatever its time. */
export function silenceMarks(
  scene: Scene,
  trail: TrailOptions,
  projector: Projector,
  chosenId: string | null,
): readonly SilenceMark[] {
  const marks: SilenceMark[] = [];
  for (const silence of scene.silences) {
    const isChosen = silence.id === chosenId;
    if (!isChosen && (silence.toMs < trail.fromMs || silence.fromMs > trail.toMs)) continue;
    const [a, b] = projector.projectLine(silence.b ? [silence.a, silence.b] : [silence.a]);
    if (!isChosen && !isDrawn(a!, b ?? null, projector)) continue;
    marks.push({ silence, vessel: scene.vessels[silence.vessel]!, a: a!, b: b ?? null, isChosen });
  }
  if (marks.length <= MAX_DRAWN) return marks;
  const lasted = ({ silence }: SilenceMark): number => silence.toMs - silence.fromMs;
  return marks.sort((one, other) => lasted(other) - lasted(one)).slice(0, MAX_DRAWN);
}

function isDrawn(a: PicturePoint, b: PicturePoint | null, { view }: Projector): boolean {
  if (!b || Math.hypot(b.x - a.x, b.y - a.y) < MIN_LENGTH_PX) return false;
  const { widthPx, heightPx } = view;
  return (
    Math.max(a.x, b.x) > 0 &&
    Math.min(a.x, b.x) < widthPx &&
    Math.max(a.y, b.y) > 0 &&
    Math.min(a.y, b.y) < heightPx
  );
}

/** Draws the dashes with their end ticks, and the dashed triangle where a chosen silence ends. */
export function drawSilenceMarks(
  ink: Ink,
  marks: readonly SilenceMark[],
  palette: Palette,
  headingAtEnd: (mark: SilenceMark) => number,
): void {
  for (const mark of marks) {
    const { a, b, vessel, isChosen } = mark;
    if (!b) continue;
    const colour = shipColour(palette, vessel.hue);
    ink.context.globalAlpha = isChosen ? 1 : 0.7;
    ink.line([a, b], colour, LINE_PX, DASH);
    if (!isChosen) for (const tick of endTicks(a, b)) ink.line(tick, colour, LINE_PX);
    ink.context.globalAlpha = 1;
    if (isChosen)
      drawShipGlyph(ink, b, headingAtEnd(mark), 'next-heard', { ink: colour, halo: palette.halo });
  }
}

function endTicks(a: PicturePoint, b: PicturePoint): readonly (readonly PicturePoint[])[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const dx = (-(b.y - a.y) / length) * (TICK_PX / 2);
  const dy = ((b.x - a.x) / length) * (TICK_PX / 2);
  return [a, b].map(({ x, y }) => [
    { x: x - dx, y: y - dy },
    { x: x + dx, y: y + dy },
  ]);
}

/** Words at both ends of the chosen silence. */
export function silenceLabels(marks: readonly SilenceMark[], palette: Palette): readonly LabelBlock[] {
  return marks
    .filter(({ isChosen }) => isChosen)
    .flatMap(({ silence, vessel, a, b }): readonly LabelBlock[] => {
      const isFallingRight = b !== null && b.x >= a.x;
      const last = endBlock(
        `${vessel.name} last heard`,
        silence.fromMs,
        a,
        palette,
        isFallingRight ? 'left' : 'right',
      );
      return b ? [last, endBlock('next heard', silence.toMs, b, palette, 'below')] : [last];
    });
}

function endBlock(
  title: string,
  ms: number,
  anchor: PicturePoint,
  palette: Palette,
  side: 'left' | 'right' | 'below',
): LabelBlock {
  return {
    lines: [
      [{ text: title, style: TEXT.strong, colour: palette.text }],
      [{ text: `${formatUtc(ms, 'd MMM HH:mm:ss')} UTC`, style: TEXT.name, colour: palette.text }],
    ],
    anchor,
    gapPx: 12,
    sides: [
      side,
      'above',
      'below',
      'right',
      'left',
      'above-right',
      'below-right',
      'above-left',
      'below-left',
    ],
    always: true,
  };
}

/** Writes how long the chosen silence lasts along its dash, where it is long enough. Gives the boxes taken. */
export function drawSilenceDuration(
  ink: Ink,
  marks: readonly SilenceMark[],
  palette: Palette,
): readonly PictureBox[] {
  return marks.flatMap(({ silence, vessel, a, b, isChosen }) => {
    if (!isChosen || !b) return [];
    const text = `silent ${formatDuration(silence.toMs - silence.fromMs)}`;
    const run = { text, style: TEXT.name, colour: shipColour(palette, vessel.hue) };
    const isLongEnough = ink.widthOf(text, run.style) + 40 < Math.hypot(b.x - a.x, b.y - a.y);
    return isLongEnough ? ink.textAlong(run, [a, b], 10, palette.halo) : [];
  });
}
