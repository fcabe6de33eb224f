import { describe, expect, test } from 'vitest';
import { CHART_SOURCES, chartLayers, chartStyle } from '../../src/map/chart-style.ts';
import { graticule } from '../../src/map/graticule.ts';
import { hatchImage, patternStretch } from '../../src/map/hatch.ts';
import { parseHex } from '../../src/map/palette.ts';
import { SURVEYED, surveyEdge } from '../../src/map/survey-edge.ts';
import { FULL_SPEED_KN, speedColour } from '../../src/map/viridis.ts';

describe('chartStyle', () => {
  test.each(['night', 'day', 'contrast'] as const)(
    '%s: every layer has its source, every name is used once',
    theme => {
      const { layers, sources } = chartStyle(theme);
      expect(Object.keys(sources)).toEqual([...CHART_SOURCES]);
      expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
      for (const layer of layers) if ('source' in layer) expect(CHART_SOURCES).toContain(layer.source);
    },
  );

  test('themes differ in paint alone', () => {
    const bare = (theme: 'night' | 'day' | 'contrast') =>
      chartLayers(theme).map(({ paint: _, ...rest }) => rest);
    expect(bare('day')).toEqual(bare('night'));
    expect(bare('contrast')).toEqual(bare('night'));
  });

  test('reach and graticule lie over the depths and under the land', () => {
    const ids = chartLayers('night').map(({ id }) => id);
    for (const id of ['reach', 'reach-edge', 'graticule']) {
      expect(ids.indexOf(id)).toBeGreaterThan(ids.indexOf('depth-3000'));
      expect(ids.indexOf(id)).toBeLessThan(ids.indexOf('world-land'));
      expect(ids.indexOf(id)).toBeLessThan(ids.indexOf('near-land'));
    }
  });

  test('it asks for nothing from the network', () => {
    const style = chartStyle('night');
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify(style)).not.toContain('http');
  });
});

describe('hatchImage', () => {
  test.each([
    [1, 1],
    [2, 1],
    [2, 1.5],
    [4, 2 ** (7 / 8)],
  ])('at %d pixels and stretched by %d it inks as much of the sea', (pixelRatio, stretch) => {
    const { data, width, height } = hatchImage([1, 2, 3], pixelRatio, stretch);
    expect(data.length).toBe(width * height * 4);
    expect([...data.slice(0, 3)]).toEqual([1, 2, 3]);
    let alpha = 0;
    for (let i = 3; i < data.length; i += 4) alpha += data[i]! / 255;
    // Lines 0.75 px broad, 7 px apart, at 36 %.
    expect(alpha / (width * height)).toBeGreaterThan(0.7 * (0.75 / 7) * 0.36);
    expect(alpha / (width * height)).toBeLessThan(1.3 * (0.75 / 7) * 0.36);
  });

  test('falls to the right: the line goes on one pixel down and one to the right, over the edge too', () => {
    const { data, width } = hatchImage([0, 0, 0], 2, 1);
    const alphaAt = (x: number, y: number): number =>
      data[(((y + width) % width) * width + ((x + width) % width)) * 4 + 3]!;
    for (let i = 0; i < width; i++) {
      expect(alphaAt(i + 1, 6)).toBe(alphaAt(i, 5));
      expect(alphaAt(i, width)).toBe(alphaAt(i - 1, width - 1));
    }
  });
});

test('patternStretch runs from 1 to under 2 and starts anew at whole zooms', () => {
  expect(patternStretch(7)).toBe(1);
  expect(patternStretch(7.999)).toBeCloseTo(2 ** (7 / 8), 9);
  expect(patternStretch(6.93)).toBeCloseTo(2 ** (7 / 8), 9);
});

test('the survey edge grows towards the edge of the box', () => {
  const [box, ...frames] = surveyEdge(SURVEYED).features;
  expect(box!.properties.share).toBe(0);
  const shares = frames.map(({ properties }) => properties.share);
  for (let i = 1; i < shares.length; i++) expect(shares[i]!).toBeLessThan(shares[i - 1]!);
  expect(shares[0]).toBeGreaterThan(0.9);
  expect(shares.at(-1)).toBeLessThan(0.1);
});

test('graticule lines stand on multiples, past 180 degrees too', () => {
  const { geometry } = graticule({ west: 178.9, south: -1.2, east: 181.1, north: 1.2 }, 30).features[0]!;
  const meridians = geometry.coordinates.filter(([a, b]) => a![0] === b![0]).map(([a]) => a![0]);
  expect(meridians).toEqual([179, 179.5, 180, 180.5, 181]);
  expect(geometry.coordinates).toHaveLength(5 + 5);
});

test('speedColour runs over the part of viridis that shows on each sea', () => {
  expect(speedColour(FULL_SPEED_KN, 'night')).toEqual(parseHex('#fde725'));
  expect(speedColour(99, 'night')).toEqual(speedColour(FULL_SPEED_KN, 'night'));
  expect(speedColour(0, 'day')).toEqual(parseHex('#440154'));
  expect(speedColour(-1, 'day')).toEqual(speedColour(0, 'day'));
  expect(speedColour(0, 'night')).not.toEqual(speedColour(0, 'day'));
});
