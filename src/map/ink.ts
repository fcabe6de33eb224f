import type { PictureBox, PicturePoint } from './view.ts';

const FAMILY = "'Inter Variable', Inter, system-ui, sans-serif";
const HALO_PX = 3;
/** Room that a character along a line takes up. */
const BOX_PX = 12;

/** How words on the chart are set. */
export interface TextStyle {
  /** CSS pixels. */
  readonly sizePx: number;
  readonly weight: 400 | 600;
  readonly italic: boolean;
  /** Letter spacing as a share of the size. */
  readonly spacing: number;
}

/** A run of words in one style and colour. */
export interface TextRun {
  readonly text: string;
  readonly style: TextStyle;
  readonly colour: string;
}

/** The styles of words on the chart. */
export const TEXT = {
  sea: { sizePx: 14, weight: 400, italic: true, spacing: 0.08 },
  bay: { sizePx: 12, weight: 400, italic: true, spacing: 0.02 },
  country: { sizePx: 11, weight: 400, italic: false, spacing: 0.16 },
  depth: { sizePx: 11, weight: 400, italic: true, spacing: 0.02 },
  figure: { sizePx: 11, weight: 400, italic: false, spacing: 0.02 },
  name: { sizePx: 12, weight: 400, italic: false, spacing: 0 },
  strong: { sizePx: 12, weight: 600, italic: false, spacing: 0 },
  chosen: { sizePx: 14, weight: 600, italic: false, spacing: 0 },
  approximate: { sizePx: 12, weight: 400, italic: true, spacing: 0 },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** A canvas to draw on in CSS pixels, sharp on any screen. */
export class Ink {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  #widths = new Map<string, number>();

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('the browser gives no 2D canvas');
    this.canvas = canvas;
    this.context = context;
  }

  /** Empties the sheet and takes on a size in CSS pixels. */
  clear(widthPx: number, heightPx: number, pixelRatio: number): void {
    const width = Math.round(widthPx * pixelRatio);
    const height = Math.round(heightPx * pixelRatio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    this.context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    this.context.clearRect(0, 0, widthPx, heightPx);
  }

  /** Forgets measured widths; needed once when the fonts have come. */
  forgetWidths(): void {
    this.#widths.clear();
  }

  /** Width of words, CSS pixels. */
  widthOf(text: string, style: TextStyle): number {
    const key = `${fontOf(style)}|${style.spacing}|${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#setFont(style);
    const width = this.context.measureText(text).width;
    this.#widths.set(key, width);
    return width;
  }

  /** Words from `x`, centred on the height `y`, with a halo around them. */
  text({ text, style, colour }: TextRun, x: number, y: number, halo: string): void {
    const { context } = this;
    this.#setFont(style);
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = HALO_PX;
    context.strokeStyle = halo;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  /**
   * Words along a line, centred on the middle of its length, `offsetPx` above it, reading from left to right.
   * Gives a box for each character; none is drawn on a line shorter than its words.
   */
  textAlong(
    run: TextRun,
    line: readonly PicturePoint[],
    offsetPx: number,
    halo: string,
  ): readonly PictureBox[] {
    const walk = lineWalk(readable(line));
    const characters = [...run.text];
    const width = this.widthOf(run.text, run.style);
    const start = (walk.length - width) / 2;
    if (start < 0) return [];
    const { context } = this;
    const placed = characters.map((character, i) => {
      const from = this.widthOf(characters.slice(0, i).join(''), run.style);
      const to = this.widthOf(characters.slice(0, i + 1).join(''), run.style);
      return { character, ...walk.at(start + (from + to) / 2), half: (to - from) / 2 };
    });
    this.#setFont(run.style);
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = HALO_PX;
    context.strokeStyle = halo;
    context.fillStyle = run.colour;
    for (const paint of ['strokeText', 'fillText'] as const) {
      for (const { character, x, y, angle, half } of placed) {
        context.save();
        context.translate(x, y);
        context.rotate(angle);
        context[paint](character, -half, -offsetPx);
        context.restore();
      }
    }
    return placed.map(({ x, y, angle }) => ({
      x: x + Math.sin(angle) * offsetPx - BOX_PX / 2,
      y: y - Math.cos(angle) * offsetPx - BOX_PX / 2,
      width: BOX_PX,
      height: BOX_PX,
    }));
  }

  /** A line through points. */
  line(points: readonly PicturePoint[], colour: string, widthPx: number, dash: readonly number[] = []): void {
    const { context } = this;
    context.beginPath();
    for (const { x, y } of points) context.lineTo(x, y);
    this.#stroke(colour, widthPx, dash);
  }

  circle(
    { x, y }: PicturePoint,
    radiusPx: number,
    colour: string,
    widthPx: number,
    dash: readonly number[] = [],
  ): void {
    this.context.beginPath();
    this.context.arc(x, y, radiusPx, 0, 2 * Math.PI);
    this.#stroke(colour, widthPx, dash);
  }

  disc({ x, y }: PicturePoint, radiusPx: number, colour: string): void {
    this.context.beginPath();
    this.context.arc(x, y, radiusPx, 0, 2 * Math.PI);
    this.context.fillStyle = colour;
    this.context.fill();
  }

  /** Straight lines of one colour: thousands at the cost of few. */
  pieces(
    pieces: readonly (readonly [from: PicturePoint, to: PicturePoint])[],
    colour: string,
    widthPx: number,
  ): void {
    this.context.beginPath();
    for (const [from, to] of pieces) {
      this.context.moveTo(from.x, from.y);
      this.context.lineTo(to.x, to.y);
    }
    this.#stroke(colour, widthPx, []);
  }

  /** Squares of one size and colour, by their centres. */
  squares(points: readonly PicturePoint[], sidePx: number, colour: string): void {
    this.context.fillStyle = colour;
    for (const { x, y } of points) this.context.fillRect(x - sidePx / 2, y - sidePx / 2, sidePx, sidePx);
  }

  /** Discs of one size and colour: thousands at the cost of few. */
  dots(points: readonly PicturePoint[], radiusPx: number, colour: string): void {
    this.context.beginPath();
    for (const { x, y } of points) {
      this.context.moveTo(x + radiusPx, y);
      this.context.arc(x, y, radiusPx, 0, 2 * Math.PI);
    }
    this.context.fillStyle = colour;
    this.context.fill();
  }

  #stroke(colour: string, widthPx: number, dash: readonly number[]): void {
    const { context } = this;
    context.strokeStyle = colour;
    context.lineWidth = widthPx;
    context.lineJoin = 'round';
    context.setLineDash([...dash]);
    context.stroke();
    context.setLineDash([]);
  }

  #setFont(style: TextStyle): void {
    this.context.font = fontOf(style);
    this.context.letterSpacing = `${style.spacing * style.sizePx}px`;
  }
}

function fontOf({ sizePx, weight, italic }: TextStyle): string {
  return `${italic ? 'italic ' : ''}${weight} ${sizePx}px ${FAMILY}`;
}

/** The line turned so that words along it do not stand on their heads. */
function readable(line: readonly PicturePoint[]): readonly PicturePoint[] {
  return line.at(-1)!.x < line[0]!.x ? [...line].reverse() : line;
}

/** Length of a line, and the place and direction at a distance along it. */
export function lineWalk(line: readonly PicturePoint[]): {
  readonly length: number;
  at(distancePx: number): { readonly x: number; readonly y: number; readonly angle: number };
} {
  const lengths = line.slice(1).map(({ x, y }, i) => Math.hypot(x - line[i]!.x, y - line[i]!.y));
  return {
    length: lengths.reduce((sum, length) => sum + length, 0),
    at(distancePx) {
      let left = distancePx;
      let leg = 0;
      while (leg < lengths.length - 1 && left > lengths[leg]!) left -= lengths[leg++]!;
      const from = line[leg]!;
      const to = line[leg + 1]!;
      const share = left / (lengths[leg]! || 1);
      return {
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
        angle: Math.atan2(to.y - from.y, to.x - from.x),
      };
    },
  };
}
