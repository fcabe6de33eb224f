import { expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../src/core/time/index.ts';
import { timeTicks } from '../../src/panels/inspector/time-ticks.ts';
import { at } from './small-case.ts';

test.each([
  ['2024-03-09T05:00Z', '2024-03-15T12:00Z', 7, ['10 Mar', '11', '12', '13', '14', '15']],
  ['2024-02-28T00:00Z', '2024-03-03T00:00Z', 7, ['28 Feb', '29', '1 Mar', '2', '3']],
  ['2025-01-05T08:00Z', '2025-01-07T02:00Z', 4, ['5 Jan 12:00', '6 Jan 00:00', '12:00', '7 Jan 00:00']],
  ['2022-03-10T00:00Z', '2025-10-07T00:00Z', 5, ['2023', '2024', '2025']],
  ['2023-08-12T00:00Z', '2024-06-01T00:00Z', 5, ['Sep 2023', 'Nov', '2024', 'Mar', 'May']],
])('from %s to %s', (from, to, most, labels) => {
  expect(timeTicks(at(from), at(to), most).map(({ label }) => label)).toEqual(labels);
});

test('ticks of any span lie in it, ascend, and are not too many', () => {
  const seed = 20240312;
  let state = seed;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let i = 0; i < 2000; i++) {
    const from = at('2000-01-01T00:00Z') + random() * 9000 * DAY_MS;
    const to = from + 10 * MINUTE_MS + random() ** 4 * 9000 * DAY_MS;
    const most = 2 + Math.floor(random() * 8);
    const ticks = timeTicks(from, to, most).map(tick => tick.at);
    const message = `seed ${seed}, round ${i}: ${new Date(from).toISOString()} to ${new Date(to).toISOString()}, ${most}`;
    expect(ticks.length, message).toBeLessThanOrEqual(most + 1);
    expect(
      ticks.every((tick, k) => tick >= from && tick <= to && (k === 0 || tick > ticks[k - 1]!)),
      message,
    ).toBe(true);
  }
});
