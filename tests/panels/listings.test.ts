import { describe, expect, test } from 'vitest';
import { type Designation, type DesignationAt, DesignationIndex } from '../../src/core/sanctions/index.ts';
import { parseDay } from '../../src/core/time/index.ts';
import {
  daysToGoText,
  ownListings,
  standingWords,
  weightyListings,
} from '../../src/panels/parts/listings.ts';
import { at, IMO, listing } from './small-case.ts';

const CLOCK = at('2024-03-12T12:00Z');

function standing(...designations: Designation[]): DesignationAt[] {
  const index = new DesignationIndex([
    {
      id: 'test',
      title: 'Test',
      authority: 'US',
      edition: '',
      sha256: '0'.repeat(64),
      kind: 'list',
      designations: designations.map((designation, line) => ({ ...designation, id: `test:${line}` })),
      vessels: designations.length,
    },
  ]);
  return index.designationsAt({ imo: IMO, mmsi: [], callSigns: [], names: ['LADY R'] }, CLOCK);
}

function summary(listings: ReturnType<typeof ownListings>): string[] {
  return listings.map(item => `${item.authority} ${item.mark} ${daysToGoText(item)}`.trim());
}

describe('listings of a ship', () => {
  test('one an authority, in a fixed order, confirmed ones first', () => {
    const items = standing(
      listing('EU', '2024-06-25'),
      listing('AU', null, { verified: false }),
      listing('KR', '2024-04-03'),
      listing('US', '2022-05-08'),
    );
    expect(summary(ownListings(items))).toEqual([
      'US in force',
      'KR not yet 22 d',
      'EU not yet 105 d',
      'AU unsure',
    ]);
  });

  test('of several by one authority, the one that says most', () => {
    const ended = listing('US', '2020-01-01', { ended: parseDay('2021-01-01') });
    const items = standing(
      listing('US', '2024-04-03'),
      ended,
      listing('US', '2022-05-08'),
      listing('US', null),
    );
    expect(summary(ownListings(items))).toEqual(['US in force']);
    expect(summary(ownListings(standing(ended)))).toEqual(['US ended']);
  });

  test('an unconfirmed listing in force does not pass for one that counts', () => {
    const items = standing(listing('UK', '2023-01-01', { verified: false }), listing('UK', '2024-04-03'));
    expect(summary(ownListings(items))).toEqual(['UK not yet 22 d']);
  });

  test('unconfirmed ones are left out where others carry weight, and only then', () => {
    const unconfirmed = listing('UK', '2023-01-01', { verified: false });
    expect(summary(weightyListings(standing(unconfirmed, listing('KR', '2024-04-03'))))).toEqual([
      'KR not yet 22 d',
    ]);
    expect(summary(weightyListings(standing(unconfirmed)))).toEqual(['UK unsure']);
  });

  test('a name alone is no listing', () => {
    const namesake = listing('US', '2022-05-08');
    expect(ownListings(standing({ ...namesake, subject: { ...namesake.subject, imo: 0 } }))).toEqual([]);
  });
});

test.each([
  [listing('US', '2022-05-08'), 'in force', 'since 8 May 2022'],
  [
    listing('US', '2022-05-08', { ended: parseDay('2025-01-01') }),
    'in force',
    'since 8 May 2022 to 1 Jan 2025',
  ],
  [listing('KR', '2024-03-13'), 'not yet', 'in 1 day, 13 Mar 2024'],
  [
    listing('KR', null, { announced: parseDay('2024-05-24') }),
    'not yet',
    'date not public, 73 days at least',
  ],
  [listing('KR', null, { announced: parseDay('2024-01-01') }), 'date unknown', 'announced 1 Jan 2024'],
  [listing('US', null), 'date unknown', 'no date in the list'],
  [listing('US', '2020-01-01', { ended: parseDay('2021-01-01') }), 'ended', 'until 1 Jan 2021'],
  [listing('UK', '2024-06-13', { verified: false }), 'unconfirmed', 'in 93 days, 13 Jun 2024'],
])('a standing in words, %#', (designation, word, when) => {
  expect(standingWords(standing(designation)[0]!)).toEqual({ word, when });
});
