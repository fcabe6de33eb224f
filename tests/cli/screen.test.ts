import { beforeAll, describe, expect, test } from 'vitest';
import { SCREENING, type Screening } from './analysis-shape.ts';
import { misfits } from './shape.ts';
import { buildOnce, jsonOf } from './wakeline.ts';

beforeAll(buildOnce, 60_000);

const screen = (...args: readonly string[]): Promise<Screening> => jsonOf('screen', ...args);

/** Statuses of the ship's own listings by an authority. */
function statusesBy(authority: string, { matches }: Screening): string[] {
  return matches
    .filter(item => item.authority === authority && item.via === null)
    .map(({ status }) => status);
}

describe('a ship by its IMO number', () => {
  test.each([
    ['LADY R', '9161003', '2024-03-12', 'KR', 'not yet'],
    ['LADY R', '9161003', '2024-04-14', 'KR', 'in force'],
    ['MARIA', '8517839', '2023-12-11', 'US', 'not yet'],
    ['MARIA', '8517839', '2023-12-12', 'US', 'in force'],
    ['MARIA', '8517839', '2023-12-12T00:00:00+09:00', 'US', 'not yet'],
  ])('%s (%s) on %s, by %s: %s', async (_, imo, at, authority, status) => {
    const screening = await screen('--imo', imo, '--at', at);
    expect(misfits(screening, SCREENING)).toEqual([]);
    expect(statusesBy(authority, screening)).toEqual([status]);
    const own = screening.matches.filter(({ via }) => via === null);
    for (const match of own) expect(match).toMatchObject({ imo: Number(imo), strength: 'exact' });
  });
});

test('a name alone gives leads, never an exact match', async () => {
  const { matches } = await screen('--name', 'MARIA', '--at', '2024-06-30');
  expect(matches.length).toBeGreaterThan(1);
  expect(new Set(matches.map(({ strength }) => strength))).toEqual(new Set(['lead']));
  expect(matches.map(({ imo }) => imo)).toContain(8_517_839);
});

test('without a time it is as things stand now, on the lists that are given', async () => {
  const screening = await screen('--imo', '9161003', '--lists', 'public/lists/notices.csv');
  expect(new Set(screening.matches.map(({ list }) => list))).toEqual(new Set(['notices']));
  expect(statusesBy('KR', screening)).toEqual(['in force']);
});

test("OFAC's list of 2022 has none of the four ships", async () => {
  const ofac = ['sdn', 'add', 'alt'].map(part => `fixtures/designations/ofac-2022-01/${part}.csv`);
  expect(await screen('--imo', '9161003', '--lists', ...ofac)).toEqual({ matches: [] });
});
