import { expect, test } from 'vitest';
import { formatUtc } from '../../src/core/time/index.ts';
import { findingIntervals } from '../../src/panels/inspector/intervals.ts';
import { smallCase } from './small-case.ts';

const data = smallCase();

function drawing(rule: string): string[] {
  const finding = data.analysis.findings.find(other => other.rule === rule)!;
  return findingIntervals(data, finding).rows.map(({ label, text, known, intervals }) => {
    const marks = intervals.map(({ mark, from, to }) => `${mark} ${minute(from)}–${minute(to)}`);
    return [label, text, known, ...marks].join(' | ');
  });
}

function minute(t: number): string {
  return formatUtc(t, 'd HH:mm');
}

// Rajin lies 34.9 nm from where the ship was last heard and 78.5 nm from where it was heard next; at 1.1 times
// its 10 kn that is 3 h 10 min and 7 h 8 min, and a call lasts six hours at least.
test('a dark call: heard, silent, the earliest and latest arrival and departure, the sighting', () => {
  expect(drawing('dprk-dark-call')).toEqual([
    'Heard | to 9 Mar 18:00, from 12 Mar 12:00 | observed | solid 9 12:00–9 18:00 | solid 12 12:00–12 23:52 | hatch 9 18:00–12 12:00',
    'Arrival | 9 Mar 21:10 to 11 Mar 22:51 | inferred | open 9 21:10–11 22:51',
    'Departure | 10 Mar 03:10 to 12 Mar 04:51 | inferred | open 10 03:10–12 04:51',
    'Seen | 11 Mar 2024, to the day | reported | seen 11 00:00–12 00:00',
  ]);
});

test('a call: arrival and departure as they are known, and the stay between', () => {
  expect(drawing('ru-call-designated')).toEqual([
    'Heard | without a silence | observed | solid 12 17:50–14 04:00',
    'Arrival | 12 Mar 23:50 to 13 Mar 00:00 | observed | solid 12 23:50–13 00:00',
    'Stay | 13 Mar 00:00 to 14 Mar 00:00 | observed | solid 13 00:00–14 00:00',
    'Departure | 14 Mar 00:00 to 00:10 | observed | solid 14 00:00–14 00:10',
  ]);
});

test('a shuttle: one row a stop', () => {
  expect(drawing('dprk-ru-shuttle').slice(1)).toEqual([
    'Rajin | 9 Mar 21:10 to 12 Mar 04:51 | inferred | open 9 21:10–12 04:51',
    'Vostochny | 13 Mar 00:00 to 14 Mar 00:00 | observed | solid 13 00:00–14 00:00',
    'Seen | 11 Mar 2024, to the day | reported | seen 11 00:00–12 00:00',
  ]);
});
