import {
  isInferred,
  type Lane,
  type LaneBlock,
  type LaneEvent,
  type LaneOpenSilence,
  type LaneSighting,
  type LaneSilence,
} from './lanes.ts';
import { placeBeside, type Room } from './place-label.ts';
import { type TimeScale, type TimeSpan, xOf } from './time-scale.ts';

/** Heights within a lane, CSS pixels from its top. */
export interface LaneMetrics {
  readonly laneHeight: number;
  readonly blockTop: number;
  readonly blockHeight: number;
  /** Top of the zone below the block, for reports and sightings; null where there is no room for one. */
  readonly evidenceTop: number | null;
  /** True if a hairline parts the lane from the next. */
  readonly ruled: boolean;
}

export const LANE: LaneMetrics = {
  laneHeight: 25,
  blockTop: 4,
  blockHeight: 12,
  evidenceTop: 18,
  ruled: true,
};
/** The single lane of a phone. */
export const COMPACT_LANE: LaneMetrics = {
  laneHeight: 28,
  blockTop: 8,
  blockHeight: 14,
  evidenceTop: null,
  ruled: false,
};

/** Narrower blocks have their code beside them. */
const INSIDE_FROM_PX = 26;
/** In a block wider than this the code stands at its start, else in its middle. */
const CENTRED_TO_PX = 80;
const INSIDE_PAD_PX = 6;
const BESIDE_PAD_PX = 5;
/** A block that lasts less than this many pixels is still drawn, and hit, as so wide. */
const LEAST_BLOCK_PX = 3;
export const BRACKET_WIDTH_PX = 7;
/** Brackets keep so far inside the days they stand for. */
const BRACKET_INSET_PX = 2;

export interface LaneLabel {
  readonly text: string;
  /** Left end, CSS pixels. */
  readonly x: number;
  readonly widthPx: number;
  readonly inside: boolean;
}

export interface PlacedBlock {
  readonly event: LaneBlock;
  readonly x0: number;
  readonly x1: number;
  readonly inferred: boolean;
  readonly label: LaneLabel | null;
}

export interface PlacedStretch<E extends LaneEvent> {
  readonly event: E;
  readonly x0: number;
  readonly x1: number;
}

/** The marks of one lane that are in view, each list from left to right. */
export interface LaneLayout {
  readonly silences: readonly PlacedStretch<LaneSilence | LaneOpenSilence>[];
  readonly blocks: readonly PlacedBlock[];
  readonly brackets: readonly PlacedStretch<LaneSighting>[];
}

/** Places the marks of a lane. `measure` gives the width of a text in the font of block codes, CSS pixels. */
export function layOutLane(lane: Lane, scale: TimeScale, measure: (text: string) => number): LaneLayout {
  return {
    silences: lane.silences
      .filter(event => inView(event, scale))
      .map(event => ({ event, x0: xOf(scale, event.from), x1: xOf(scale, event.to) })),
    blocks: placeBlocks(lane.blocks, scale, measure),
    brackets: placeBrackets(lane.sightings, scale),
  };
}

function inView(event: TimeSpan, { from, to }: TimeSpan): boolean {
  return event.to >= from && event.from <= to;
}

function placeBlocks(
  events: readonly LaneBlock[],
  scale: TimeScale,
  measure: (text: string) => number,
): PlacedBlock[] {
  const boxes = events
    .filter(event => inView(event, scale))
    .map(event => {
      const x0 = xOf(scale, event.from);
      return { event, x0, x1: Math.max(xOf(scale, event.to), x0 + LEAST_BLOCK_PX) };
    });
  let freeFrom = 0;
  return boxes.map((box, index) => {
    const next = Math.min(scale.widthPx, boxes[index + 1]?.x0 ?? scale.widthPx);
    const label = placeTexts(box, textsOf(box.event), measure, { from: freeFrom, to: next });
    freeFrom = Math.max(freeFrom, box.x1, label ? label.x + label.widthPx : 0) + BESIDE_PAD_PX;
    return { ...box, inferred: isInferred(box.event), label };
  });
}

/** The first text that fits inside; else the last, which is the shortest, beside. */
function placeTexts(
  box: { x0: number; x1: number },
  texts: readonly string[],
  measure: (text: string) => number,
  room: Room,
): LaneLabel | null {
  const labels = texts.map(text => placeCode(box, text, measure(text), room));
  return labels.find(label => label?.inside) ?? labels.at(-1)!;
}

/** Inside where the part in view and clear of the next block is wide enough, else beside, else nowhere. */
function placeCode(
  box: { x0: number; x1: number },
  text: string,
  widthPx: number,
  room: Room,
): LaneLabel | null {
  const left = Math.max(box.x0, 0);
  const shownPx = Math.min(box.x1, room.to) - left;
  if (shownPx >= INSIDE_FROM_PX && shownPx >= widthPx + 4) {
    const x = shownPx <= CENTRED_TO_PX ? left + (shownPx - widthPx) / 2 : left + INSIDE_PAD_PX;
    return { text, x, widthPx, inside: true };
  }
  const x = placeBeside(box, widthPx, BESIDE_PAD_PX, { ...room, to: room.to - BESIDE_PAD_PX });
  return x === null ? null : { text, x, widthPx, inside: false };
}

/** What a block may say, the fullest first. */
function textsOf(event: LaneBlock): readonly string[] {
  if (event.kind === 'call') return [event.call.port.code];
  const { code } = event.darkCall.port;
  return event.certainty === 'day not given' ? [`${code}, day not given`, code] : [code];
}

/** Brackets around the days seen; several sightings of the same days are one mark. */
function placeBrackets(events: readonly LaneSighting[], scale: TimeScale): PlacedStretch<LaneSighting>[] {
  const placed: PlacedStretch<LaneSighting>[] = [];
  for (const event of events) {
    if (!inView(event, scale)) continue;
    const last = placed.at(-1);
    if (last && last.event.from === event.from && last.event.to === event.to) continue;
    const days0 = xOf(scale, event.from);
    const days1 = xOf(scale, event.to);
    const half = Math.max(BRACKET_WIDTH_PX, days1 - days0 - 2 * BRACKET_INSET_PX) / 2;
    const middle = (days0 + days1) / 2;
    placed.push({ event, x0: middle - half, x1: middle + half });
  }
  return placed;
}
