import type { Size } from './use-size.ts';

const FAMILY = '"Inter Variable", system-ui, sans-serif';
/** Axis figures and the row of listings. */
export const FIGURE_FONT = `400 11px ${FAMILY}`;
export const STRONG_FIGURE_FONT = `600 11px ${FAMILY}`;
export const CODE_FONT = `500 11px ${FAMILY}`;
export const LISTING_FONT = `400 12px ${FAMILY}`;
export const STRONG_LISTING_FONT = `500 12px ${FAMILY}`;

/** The context of a canvas made as large as `size` on this screen, cleared, with CSS pixels as its unit. */
export function openCanvas(
  canvas: HTMLCanvasElement,
  { widthPx, heightPx }: Size,
): CanvasRenderingContext2D | null {
  const scale = window.devicePixelRatio;
  const width = Math.round(widthPx * scale);
  const height = Math.round(heightPx * scale);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, widthPx, heightPx);
  return context;
}

/** Width of texts in a font, CSS pixels. */
export function measureIn(context: CanvasRenderingContext2D, font: string): (text: string) => number {
  return text => {
    context.font = font;
    return context.measureText(text).width;
  };
}
