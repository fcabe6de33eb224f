import { describe, expect, test } from 'vitest';
import { layOutListings, listingsOf, listingText } from '../../src/panels/timeline/listings.ts';
import { placeListingDays } from '../../src/panels/timeline/overview.ts';
import { at, caseOf, designation, vessel } from './case.ts';

const LADY_R = vessel('LADY R', 0, 9161003);
const ANGARA = vessel('ANGARA', 1, 9179842);
const MARIA = vessel('MARIA', 2, 8517839);
const VESSELS = [LADY_R, ANGARA, MARIA];
const measure = (text: string): number => text.length * 6;

const RAJIN_SHUTTLE = listingsOf(
  caseOf({
    vessels: VESSELS,
    designations: [
      designation('US', 9161003, '2022-05-08'),
      designation('US', 9179842, '2022-05-08'),
      designation('US', 8517839, '2023-12-12'),
      designation('KR', 9161003, '2024-04-03'),
      designation('KR', 9179842, '2024-04-03'),
      designation('EU', 9161003, '2024-06-25'),
      designation('EU', 9179842, '2024-06-25'),
    ],
  }),
);

function told(listings: ReturnType<typeof listingsOf>): string[] {
  return listings.map(listing => listingText(listing, null, VESSELS.length, 'd MMM yyyy'));
}

describe('days of listing', () => {
  test('are one for the ships that an authority lists from the same day', () => {
    expect(told(RAJIN_SHUTTLE)).toEqual([
      'US 8 May 2022',
      'US MARIA 12 Dec 2023',
      'KR 3 Apr 2024',
      'EU 25 Jun 2024',
    ]);
    expect(RAJIN_SHUTTLE[0]!.vessels.map(({ names }) => names[0])).toEqual(['LADY R', 'ANGARA']);
  });

  test('come from verified, dated listings of the ships themselves', () => {
    const listings = listingsOf(
      caseOf({
        vessels: VESSELS,
        designations: [
          designation('US', 9161003, '2022-05-08', { verified: false }),
          designation('KR', 9161003, ''),
          designation('EU', 9999999, '2024-06-25'),
        ],
      }),
    );
    expect(listings).toEqual([]);
  });

  test('a second listing counts only when the first has ended', () => {
    const again = [
      designation('US', 9161003, '2022-05-08'),
      designation('US', 9161003, '2023-01-01'),
      designation('EU', 9161003, '2022-05-08', { ended: at('2022-12-31') }),
      designation('EU', 9161003, '2023-06-01'),
    ];
    const listings = listingsOf(caseOf({ vessels: [LADY_R], designations: again }));
    expect(listings.map(listing => listingText(listing, null, 1, 'd MMM yyyy'))).toEqual([
      'EU 8 May 2022',
      'US 8 May 2022',
      'EU 1 Jun 2023',
    ]);
  });
});

describe('the row of listings', () => {
  const scale = { from: at('2024-02-01'), to: at('2024-04-17'), widthPx: 896 };

  test('tells what lies before and after, and marks what is in view', () => {
    const layout = layOutListings(RAJIN_SHUTTLE, scale, VESSELS.length, measure);
    expect(layout.earlier).toBe('‹ US 8 May 2022, MARIA 12 Dec 2023');
    expect(layout.later).toBe('EU 25 Jun ›');
    expect(layout.ticks.map(({ label }) => label?.text)).toEqual(['KR 3 Apr']);
    expect(layout.ticks[0]!.x).toBeCloseTo((62 / 76) * 896, 6);
    expect(layout.ticks[0]!.label!.x).toBeCloseTo(layout.ticks[0]!.x + 6, 6);
    expect(layout.laterX + measure(layout.later)).toBe(896 - 9);
  });

  test('leaves out the farthest where there is no room for all', () => {
    const narrow = { ...scale, widthPx: 240 };
    expect(layOutListings(RAJIN_SHUTTLE, narrow, VESSELS.length, measure).earlier).toBe(
      '‹ …, US MARIA 12 Dec 2023',
    );
    const earlierIn = (widthPx: number) =>
      layOutListings(RAJIN_SHUTTLE, { ...scale, widthPx }, VESSELS.length, measure).earlier;
    expect(earlierIn(120)).toBe('‹ 2 earlier');
    expect(earlierIn(60)).toBe('');
  });

  test('says the year where the view spans two', () => {
    const wide = { from: at('2023-11-01'), to: at('2024-04-17'), widthPx: 896 };
    const { ticks, later } = layOutListings(RAJIN_SHUTTLE, wide, VESSELS.length, measure);
    expect(ticks.map(({ label }) => label?.text)).toEqual(['US MARIA 12 Dec 2023', 'KR 3 Apr 2024']);
    expect(later).toBe('1 later ›');
  });

  test('labels do not overlap where days lie close together', () => {
    const days = Array.from({ length: 9 }, (_, i) => ({
      authority: `A${i}`,
      at: at('2024-03-01') + i * 2 * 86_400_000,
      vessels: [LADY_R, ANGARA],
    }));
    const { ticks } = layOutListings(days, scale, VESSELS.length, measure);
    const labels = ticks.flatMap(({ label }) => label ?? []);
    expect(labels.length).toBeGreaterThan(0);
    labels.forEach(({ x, text }, i) => {
      expect(ticks.some(tick => tick.x > x && tick.x < x + measure(text))).toBe(false);
      if (i > 0) expect(x).toBeGreaterThanOrEqual(labels[i - 1]!.x + measure(labels[i - 1]!.text));
    });
  });
});

describe('listings on the overview', () => {
  const scale = { from: at('2023-08-01'), to: at('2024-07-31'), widthPx: 896 };

  test('are named outside the window only', () => {
    const shown = { from: at('2024-02-01'), to: at('2024-04-17') };
    const days = placeListingDays(RAJIN_SHUTTLE, scale, shown, VESSELS.length, measure);
    expect(days.map(({ label }) => label?.text ?? null)).toEqual([
      'US MARIA 12 Dec 2023',
      null,
      'EU 25 Jun 2024',
    ]);
    expect(days[2]!.label!.x).toBeLessThan(days[2]!.x);
  });
});
