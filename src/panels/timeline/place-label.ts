/** Room along a strip, CSS pixels. */
export interface Room {
  readonly from: number;
  readonly to: number;
}

/** Left end of a label beside a mark, within the room: right of it, else left of it; null where neither fits. */
export function placeBeside(
  mark: { x0: number; x1: number },
  labelPx: number,
  padPx: number,
  room: Room,
): number | null {
  const right = mark.x1 + padPx;
  if (right >= room.from && right + labelPx <= room.to) return right;
  const left = mark.x0 - padPx - labelPx;
  return left >= room.from ? left : null;
}
