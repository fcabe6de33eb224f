import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mixHex, PALETTES, type Palette, parseHex, shipColour } from '../../src/map/palette.ts';

/** WCAG 2 contrast ratio of two colours. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex).map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const THEMES = Object.entries(PALETTES) as [string, Palette][];

describe.each(THEMES)('%s', (name, palette) => {
  test('words reach 4.5:1 on every panel', () => {
    for (const word of ['text', 'text-2', 'text-3'] as const) {
      for (const ground of ['panel', 'panel-2', 'deep'] as const) {
        expect(contrast(palette[word], palette[ground]), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test('words and figures on the chart reach 4.5:1 on land and on the shelf', () => {
    expect(contrast(palette.text, palette.land)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.text, palette['sea-0'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.hydro, palette['sea-0'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.pencil, palette['sea-0'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.chart, palette.panel)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette['on-accent'], palette.accent)).toBeGreaterThanOrEqual(4.5);
  });

  test('the coast reaches 3:1 on land, edges of controls 3:1 on panels', () => {
    expect(contrast(palette.coast, palette.land)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette['line-2'], palette.panel)).toBeGreaterThanOrEqual(3);
  });

  test('every ship reaches 3:1 on every depth', () => {
    for (const ship of ['ship-1', 'ship-2', 'ship-3', 'ship-4'] as const) {
      for (const sea of ['sea-0', 'sea-200', 'sea-1000', 'sea-2000', 'sea-3000'] as const) {
        expect(contrast(palette[ship], palette[sea]), `${ship} on ${sea}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('the sea grows darker or lighter with depth, never back', () => {
    const depths = (['sea-0', 'sea-200', 'sea-1000', 'sea-2000', 'sea-3000'] as const).map(sea =>
      luminance(palette[sea]),
    );
    const sign = name === 'day' ? 1 : -1;
    for (let i = 1; i < depths.length; i++)
      expect(sign * (depths[i]! - depths[i - 1]!)).toBeGreaterThanOrEqual(0);
  });
});

test('ratios that the design states', () => {
  const { night, day, contrast: high } = PALETTES;
  expect(contrast(night.coast, night.land)).toBeCloseTo(3.4, 1);
  expect(contrast(day.coast, day.land)).toBeCloseTo(5.0, 1);
  expect(contrast(high.coast, high.land)).toBeCloseTo(14.2, 1);
  expect(contrast(night.text, night.panel)).toBeCloseTo(14.9, 1);
  expect(contrast(day['text-3'], day.panel)).toBeCloseTo(5.9, 1);
  expect(contrast(night['ship-4'], night['sea-0'])).toBeCloseTo(4.3, 1);
  expect(contrast(day.hydro, day['sea-0'])).toBeCloseTo(5.0, 1);
});

test('hues repeat and a ship without one is neutral', () => {
  expect(shipColour(PALETTES.night, 5)).toBe(PALETTES.night['ship-2']);
  expect(shipColour(PALETTES.night, null)).toBe(PALETTES.night.chart);
});

test('mixHex ends at its ends', () => {
  expect(mixHex('#132a3c', '#cc79a7', 0)).toBe('#132a3c');
  expect(mixHex('#132a3c', '#cc79a7', 1)).toBe('#cc79a7');
  expect(mixHex('#000000', '#ffffff', 0.5)).toBe('#808080');
});

test('parseHex names what it can not read', () => {
  expect(() => parseHex('rgb(1,2,3)')).toThrow(/rgb\(1,2,3\)/);
});

test('the page has the same colours in its style sheet', () => {
  const css = readFileSync(new URL('../../src/app/styles/tokens.css', import.meta.url), 'utf8');
  for (const [theme, palette] of THEMES) {
    const block = css.slice(css.indexOf(`[data-theme="${theme}"]`)).split('}')[0]!;
    const declared = [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)];
    expect(declared.length).toBeGreaterThan(15);
    for (const [, token, value] of declared)
      expect(palette[token as keyof Palette], `${theme} ${token}`).toBe(value);
  }
});
