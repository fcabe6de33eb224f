import { expect, test } from 'vitest';
import { scaleBar } from '../../src/map/scale.ts';

test('0, 10, 20 nm at the zoom of the Rajin shuttle', () => {
  const { nm, px } = scaleBar(42.26, 6.89);
  expect(nm).toEqual([0, 10, 20]);
  // 20 minutes of latitude at 42.26 N: a minute of arc of the Mercator sphere is 1.0018 nm of 1,852 m.
  expect(px).toBeCloseTo(
    ((20 / 60) * (512 * 2 ** 6.89)) / 360 / Math.cos((42.26 * Math.PI) / 180) / 1.0018,
    0,
  );
});

test('at every latitude and zoom the bar has room and its figures are round', () => {
  for (let zoom = 1; zoom <= 15; zoom += 0.1) {
    for (const latitude of [-60, 0, 42, 75]) {
      const { nm, px } = scaleBar(latitude, zoom);
      expect(px).toBeLessThanOrEqual(120);
      expect(px).toBeGreaterThanOrEqual(47.9);
      expect(nm[1] * 2).toBeCloseTo(nm[2], 9);
      expect(String(nm[2])).toMatch(/^(0\.0*)?[124]0*$/);
      expect(String(nm[1]).length).toBeLessThanOrEqual(6);
    }
  }
});
