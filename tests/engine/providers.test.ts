import { expect, test } from 'vitest';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import type { CaseAnalysis, LoadOptions } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';

const SHIP = 273335900;
const OTHER = 273000001;
const HOURS = 30;

/** The ship, heard at both ends of a day of silence; and another that is heard near by all the time. */
function rows(mmsi: number, hours: readonly number[]): string {
  const lines = hours.map(
    hour => `${mmsi},${new Date(Date.UTC(2024, 2, 12, hour)).toISOString()},42.6,131.9,0,0`,
  );
  return ['mmsi,time,lat,lon,sog,cog', ...lines, ''].join('\n');
}

const ALL_HOURS = Array.from({ length: HOURS }, (_, hour) => hour);
const SILENT = rows(SHIP, [0, 1, 2, 28, 29]);
const HEARD = rows(OTHER, ALL_HOURS);

async function analysed(files: readonly (readonly [text: string, options: Partial<LoadOptions>])[]) {
  const engine = new LocalEngine();
  for (const [i, [text, options]] of files.entries()) {
    await engine.load({ name: `${i}.csv`, data: new Blob([text]) }, { zoneMinutes: null, ...options });
  }
  return engine.analyse(DEFAULT_METHOD);
}

function controlOf({ analysis }: CaseAnalysis): string | undefined {
  return analysis.silences.find(({ vessel }) => vessel.mmsi.includes(SHIP))?.control;
}

test('whether others were heard is asked of the same provider', async () => {
  const same = await analysed([
    [SILENT, { provider: 'shore' }],
    [HEARD, { provider: 'shore' }],
  ]);
  const other = await analysed([
    [SILENT, { provider: 'shore' }],
    [HEARD, { provider: 'satellite' }],
  ]);
  expect(controlOf(same)).toBe('others heard');
  expect(controlOf(other)).not.toBe('others heard');
});

test('files without a provider are one feed where they are of one format', async () => {
  expect(
    controlOf(
      await analysed([
        [SILENT, {}],
        [HEARD, {}],
      ]),
    ),
  ).toBe('others heard');
});

test('a file given twice is marked, not counted twice', async () => {
  const once = await analysed([[HEARD, {}]]);
  const twice = await analysed([
    [HEARD, { provider: 'a' }],
    [HEARD, { provider: 'b' }],
  ]);
  expect(twice.inputs.map(({ duplicates }) => duplicates)).toEqual([0, HOURS]);
  expect(twice.vessels).toEqual(once.vessels);
  expect(twice.vessels[0]!.reports).toBe(HOURS);
});

test('the provider travels into the analysis of each input', async () => {
  const { inputs } = await analysed([
    [HEARD, { provider: 'shore' }],
    [SILENT, {}],
  ]);
  expect(inputs.map(({ provider }) => provider)).toEqual(['shore', '']);
});

test.each(['reconstructed', 'synthetic'] as const)(
  'a file said to be %s makes no observed claim',
  async madeUp => {
    const { inputs, vessels } = await analysed([[HEARD, { madeUp }]]);
    expect(inputs[0]!.reconstructed).toBe(true);
    expect(vessels.every(({ reconstructed }) => reconstructed)).toBe(true);
  },
);

test('what a file holds: ships, first and last instant', async () => {
  const { inputs } = await analysed([
    [HEARD, {}],
    [SILENT, {}],
  ]);
  const start = Date.UTC(2024, 2, 12);
  expect(inputs.map(({ ships, from, to }) => ({ ships, from, to }))).toEqual(
    Array(2).fill({ ships: 1, from: start, to: start + (HOURS - 1) * 3_600_000 }),
  );
});
