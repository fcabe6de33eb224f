import { describe, expect, test } from 'vitest';
import { frameStep, frameTicks, multiples } from '../../src/map/frame.ts';
import { type View, viewBox } from '../../src/map/view.ts';

const ticksAt = (lon: number, lat: number, zoom: number, widthPx = 660, heightPx = 610) => {
  const view: View = { camera: { lon, lat, zoom, bearingDeg: 0 }, widthPx, heightPx };
  return { bounds: viewBox(view), ticks: frameTicks(viewBox(view), { widthPx, heightPx }) };
};

describe('frameTicks', () => {
  test('blocks of 5 minutes and labels every 30 at the zoom of the Rajin shuttle', () => {
    const { ticks } = ticksAt(131.34, 42.26, 6.89);
    expect([ticks.blockMin, ticks.labelMin]).toEqual([5, 30]);
    expect(ticks.labels.filter(({ edge }) => edge === 'bottom').map(({ text }) => text)).toEqual([
      '129°30′E',
      '130°00′E',
      '130°30′E',
      '131°00′E',
      '131°30′E',
      '132°00′E',
      '132°30′E',
      '133°00′E',
    ]);
    expect(ticks.labels.filter(({ edge }) => edge === 'left').map(({ text }) => text)).toEqual([
      '41°00′N',
      '41°30′N',
      '42°00′N',
      '42°30′N',
      '43°00′N',
      '43°30′N',
    ]);
  });

  test.each([
    [1, '150°E', '0°'],
    [4, '135°E', '40°N'],
    [10, '131°20′E', '42°15′N'],
    [14.5, '131°20.4′E', '42°15.6′N'],
  ])('zoom %d writes %s and %s', (zoom, lon, lat) => {
    const texts = ticksAt(131.34, 42.26, zoom).ticks.labels.map(({ text }) => text);
    expect(texts).toContain(lon);
    expect(texts).toContain(lat);
  });

  test('names the antimeridian without a letter and the west after it', () => {
    const { ticks } = ticksAt(180, -17, 4);
    const texts = ticks.labels.filter(({ edge }) => edge === 'bottom').map(({ text }) => text);
    expect(texts).toContain('175°E');
    expect(texts).toContain('180°');
    expect(texts).toContain('175°W');
  });

  test('the equator and Greenwich have no letter', () => {
    const texts = ticksAt(0, 0, 6).ticks.labels.map(({ text }) => text);
    expect(texts.filter(text => text === '0°')).toHaveLength(2);
    expect(texts.some(text => text.endsWith('S'))).toBe(true);
    expect(texts.some(text => text.endsWith('W'))).toBe(true);
  });

  test('at every zoom labels keep their distance and every label stands on the edge of a block', () => {
    for (let zoom = 1; zoom <= 15; zoom += 0.13) {
      const { ticks } = ticksAt(131.34, 42.26, zoom);
      const at = ticks.labels.filter(({ edge }) => edge === 'bottom').map(({ px }) => px);
      for (let i = 1; i < at.length; i++) expect(at[i]! - at[i - 1]!).toBeGreaterThanOrEqual(79.9);
      expect((ticks.labelMin / ticks.blockMin) % 1).toBeCloseTo(0, 9);
      for (const { startPx, endPx } of ticks.blocks) expect(endPx).toBeGreaterThan(startPx);
    }
  });

  test('blocks stay with the chart while it moves', () => {
    const placesOf = (lon: number): readonly string[] => {
      const { bounds, ticks } = ticksAt(lon, 42.26, 6.89);
      const degPerPx = (bounds.east - bounds.west) / 660;
      return ticks.blocks
        .filter(({ edge, startPx, endPx }) => edge === 'top' && startPx > 0 && endPx < 660)
        .map(({ startPx }) => ((bounds.west + startPx * degPerPx) * 60).toFixed(3));
    };
    const before = new Set(placesOf(131.34));
    const after = placesOf(131.34 + 0.317);
    expect(after.filter(place => before.has(place)).length).toBeGreaterThan(after.length - 5);
  });

  test('blocks alternate: filled and open stretches are of one length', () => {
    const { ticks } = ticksAt(131.34, 42.26, 6.89);
    const top = ticks.blocks.filter(({ edge }) => edge === 'top').slice(1, -1);
    const block = top[0]!.endPx - top[0]!.startPx;
    for (let i = 1; i < top.length; i++) expect(top[i]!.startPx - top[i - 1]!.endPx).toBeCloseTo(block, 6);
  });
});

test('frameStep never falls off its table', () => {
  expect(frameStep(0.1)).toEqual({ labelMin: 3600, blockMin: 600 });
  expect(frameStep(1e7)).toEqual({ labelMin: 0.1, blockMin: 0.02 });
});

test('multiples does not drift', () => {
  expect(multiples(-0.3, 0.3, 0.1)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3].map(x => x + 0));
  expect(multiples(7.2, 7.3, 5)).toEqual([]);
});
