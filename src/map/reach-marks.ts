import type { LonLat } from '../core/geo/index.ts';
import { insideBorder } from './border.ts';
import { type Ink, TEXT } from './ink.ts';
import { overlaps } from './labels.ts';
import type { Palette } from './palette.ts';
import type { PencilLine, Reach } from './scene.ts';
import type { PictureBox, PicturePoint, Projector } from './view.ts';

/** Lines are broken at the coast to within this many pixels. */
const STEP_PX = 4;

const PENCIL: Readonly<
  Record<PencilLine['kind'], { readonly widthPx: number; readonly dash: readonly number[] }>
> = {
  arrival: { widthPx: 1, dash: [1, 3] },
  run: { widthPx: 0.9, dash: [6, 3, 1, 3] },
};

/** What decides where pencil lines and their words may go. */
export interface ReachGround {
  readonly palette: Palette;
  readonly isLand: (point: PicturePoint) => boolean;
  /** Boxes that words keep clear of. */
  readonly obstacles: readonly PictureBox[];
}

/** Draws the pencil lines of a reach on water, and the words along them and along its edge. Gives the boxes taken. */
export function drawReach(
  ink: Ink,
  reach: Reach,
  projector: Projector,
  ground: ReachGround,
): readonly PictureBox[] {
  const { palette } = ground;
  const taken: PictureBox[] = [];
  const write = (runs: readonly (readonly PicturePoint[])[], text: string | null): void => {
    const free = longest(runs.flatMap(run => freeRuns(run, projector, [...ground.obstacles, ...taken])));
    if (text === null || !free) return;
    taken.push(
      ...ink.textAlong({ text, style: TEXT.name, colour: palette['text-2'] }, free, 9, palette.halo),
    );
  };
  for (const { kind, points, label } of reach.lines) {
    const runs = waterRuns(points, projector, ground);
    const { widthPx, dash } = PENCIL[kind];
    for (const run of runs) ink.line(run, palette.pencil, widthPx, dash);
    write(runs, label);
  }
  const edge = reach.rings[0];
  if (edge) write(waterRuns(edge, projector, ground), reach.edgeLabel);
  return taken;
}

/** The parts of a line that lie on water. */
function waterRuns(
  points: readonly LonLat[],
  projector: Projector,
  { isLand }: ReachGround,
): readonly (readonly PicturePoint[])[] {
  return splitWhere(inSteps(projector.projectLine(points), projector), isLand);
}

/** The parts of a line that lie inside the border and clear of obstacles. */
function freeRuns(
  line: readonly PicturePoint[],
  projector: Projector,
  obstacles: readonly PictureBox[],
): readonly (readonly PicturePoint[])[] {
  const inside = insideBorder(projector.view);
  return splitWhere(line, ({ x, y }) => {
    const room = { x: x - 6, y: y - 6, width: 12, height: 12 };
    return !overlaps(room, inside) || obstacles.some(box => overlaps(room, box));
  });
}

/** A line with a point every few pixels where it shows; parts far outside the picture keep their corners only. */
function inSteps(line: readonly PicturePoint[], { view }: Projector): readonly PicturePoint[] {
  const shown: PictureBox = { x: 0, y: 0, width: view.widthPx, height: view.heightPx };
  return line.flatMap((to, i) => {
    const from = line[i - 1];
    if (!from) return [to];
    const leg = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    };
    const steps = overlaps(leg, shown) ? Math.ceil(Math.hypot(leg.width, leg.height) / STEP_PX) : 1;
    return Array.from({ length: steps }, (_, k): PicturePoint => {
      const share = (k + 1) / steps;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    });
  });
}

function splitWhere(
  line: readonly PicturePoint[],
  isGap: (point: PicturePoint) => boolean,
): readonly (readonly PicturePoint[])[] {
  const runs: PicturePoint[][] = [];
  let run: PicturePoint[] = [];
  for (const point of line) {
    if (!isGap(point)) {
      run.push(point);
      continue;
    }
    if (run.length > 1) runs.push(run);
    run = [];
  }
  if (run.length > 1) runs.push(run);
  return runs;
}

function longest(runs: readonly (readonly PicturePoint[])[]): readonly PicturePoint[] | null {
  return runs.reduce<readonly PicturePoint[] | null>(
    (best, run) => (run.length > (best?.length ?? 0) ? run : best),
    null,
  );
}
