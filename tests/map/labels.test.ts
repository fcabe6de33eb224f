import { describe, expect, test } from 'vitest';
import { type LabelRequest, overlaps, POINT_SIDES, placeLabels } from '../../src/map/labels.ts';
import { seededRandom } from './seeded-random.ts';

const picture = { x: 0, y: 0, width: 400, height: 300 };
const at = (x: number, y: number, wishes: Partial<LabelRequest> = {}): LabelRequest => ({
  anchor: { x, y },
  width: 60,
  height: 15,
  gapPx: 8,
  sides: POINT_SIDES,
  always: false,
  ...wishes,
});

describe('placeLabels', () => {
  test('stands right of its point, centred on its height', () => {
    expect(placeLabels([at(100, 100)], [], picture)).toEqual([
      { box: { x: 108, y: 92.5, width: 60, height: 15 }, side: 'right' },
    ]);
  });

  test('turns to the left at the right edge, and above it at an obstacle on both sides', () => {
    expect(placeLabels([at(390, 100)], [], picture)[0]!.side).toBe('left');
    const walls = [
      { x: 105, y: 0, width: 5, height: 300 },
      { x: 90, y: 0, width: 5, height: 300 },
    ];
    expect(placeLabels([at(100, 100, { width: 8 })], walls, picture)[0]!.side).toBe('above');
  });

  test('goes without when nothing is free, unless it must be there', () => {
    const full = [picture];
    expect(placeLabels([at(100, 100)], full, picture)).toEqual([null]);
    expect(placeLabels([at(100, 100, { always: true })], full, picture)[0]).not.toBeNull();
  });

  test('one that must be there is moved into the picture', () => {
    const [placed] = placeLabels([at(399, 299, { always: true, width: 200, sides: ['below'] })], [], picture);
    expect(placed!.box.x + placed!.box.width).toBeLessThanOrEqual(400);
    expect(placed!.box.y + placed!.box.height).toBeLessThanOrEqual(300);
  });

  test('of the free sides the cheapest is taken', () => {
    const [placed] = placeLabels([at(100, 100, { costOf: box => (box.x < 100 ? 0 : 1) })], [], picture);
    expect(placed!.side).toBe('left');
  });

  test('no two labels share room, and each keeps its distance from its point', () => {
    const seed = 3;
    const random = seededRandom(seed);
    const requests = Array.from({ length: 150 }, () =>
      at(random() * 400, random() * 300, { width: 20 + random() * 60 }),
    );
    const placed = placeLabels(requests, [{ x: 0, y: 0, width: 120, height: 80 }], picture);
    const boxes = placed.flatMap(place => (place ? [place.box] : []));
    expect(boxes.length).toBeGreaterThan(20);
    for (const [i, box] of boxes.entries()) {
      expect(overlaps(box, { x: 0, y: 0, width: 120, height: 80 }), `seed ${seed}`).toBe(false);
      for (const other of boxes.slice(i + 1)) expect(overlaps(box, other), `seed ${seed}`).toBe(false);
    }
  });
});

test('boxes that touch do not overlap', () => {
  expect(overlaps({ x: 0, y: 0, width: 10, height: 10 }, { x: 10, y: 0, width: 5, height: 5 })).toBe(false);
  expect(overlaps({ x: 0, y: 0, width: 10, height: 10 }, { x: 9, y: 9, width: 5, height: 5 })).toBe(true);
});
