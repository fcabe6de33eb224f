import { describe, expect, test } from 'vitest';
import { eventText, listingEventText } from '../../src/panels/timeline/event-text.ts';
import { isInferred, lanesOf } from '../../src/panels/timeline/lanes.ts';
import { at, call, caseOf, darkCall, finding, port, sighting, silence, vessel } from './case.ts';

const LADY_R = vessel('LADY R', 0, 9161003);
const MARIA = vessel('MARIA', 1, 8517839);
const RAJIN = port('RJN', 'KP');
const SONBONG = port('SBG', 'KP');
const VOSTOCHNY = port('VYP', 'RU');

describe('lanes of a case', () => {
  test('are in the order of its ships, with the hues of the case', () => {
    const data = caseOf({ vessels: [LADY_R, MARIA], findings: [finding('silence-listed', MARIA, ['x'])] });
    expect(lanesOf(data).map(({ vessel: { names }, hue }) => [names[0], hue])).toEqual([
      ['MARIA', 0],
      ['LADY R', 1],
    ]);
  });

  test('show of a silence only the dark call that a finding names', () => {
    const gap = silence(LADY_R, '2024-03-09', '2024-03-13');
    const rajin = darkCall(gap, RAJIN, 'supported', [sighting(2, 9161003, '2024-03-10', '2024-03-11')]);
    const sonbong = darkCall(gap, SONBONG, 'possible');
    const told = finding('dprk-dark-call', LADY_R, [gap.id, rajin.id]);
    const data = caseOf({
      vessels: [LADY_R],
      silences: [gap],
      darkCalls: [sonbong, rajin],
      findings: [told],
    });
    const [lane] = lanesOf(data);
    expect(lane!.blocks.map(({ id }) => id)).toEqual([rajin.id]);
    expect(lane!.blocks[0]).toMatchObject({
      from: rajin.earliest,
      to: rajin.latest,
      finding: told,
      certainty: 'placed',
    });
    expect(lane!.silences.map(({ id, finding }) => [id, finding])).toEqual([[gap.id, told]]);
  });

  test('a block opens the finding that speaks of it and of the fewest others', () => {
    const stay = call(LADY_R, VOSTOCHNY, '2024-03-14', '2024-03-16');
    const shuttle = finding('dprk-ru-shuttle', LADY_R, ['dark/x', stay.id]);
    const alone = finding('ru-call-designated', LADY_R, [stay.id]);
    const [lane] = lanesOf(caseOf({ vessels: [LADY_R], calls: [stay], findings: [shuttle, alone] }));
    expect(lane!.blocks[0]!.finding).toBe(alone);
  });

  test('a call lasts from the first report inside to the last; a passage is none; one from a gap is inferred', () => {
    const stay = call(LADY_R, VOSTOCHNY, '2024-03-14', '2024-03-16');
    const passage = call(LADY_R, RAJIN, '2024-03-20', '2024-03-21', { confidence: 1 });
    const gap = call(LADY_R, RAJIN, '2024-03-01', '2024-03-02', { support: 'gap' });
    const [lane] = lanesOf(caseOf({ vessels: [LADY_R], calls: [stay, passage, gap] }));
    expect(lane!.blocks.map(block => [block.from, block.to, isInferred(block)])).toEqual([
      [at('2024-03-01'), at('2024-03-02'), true],
      [at('2024-03-14'), at('2024-03-16'), false],
    ]);
  });

  test('an open silence lasts to the end of the case', () => {
    const open = {
      id: 'silence/open',
      vessel: MARIA,
      from: at('2024-03-01'),
      seenTo: at('2024-03-20'),
      lastFix: null,
    };
    const data = caseOf({ vessels: [LADY_R, MARIA], openSilences: [open] });
    const lane = lanesOf(data).find(({ vessel: ship }) => ship === MARIA)!;
    expect(lane.silences.map(({ kind, to }) => [kind, to])).toEqual([['open silence', data.to]]);
  });

  test('sightings belong to the ship that they name by IMO number', () => {
    const own = sighting(2, 9161003, '2024-03-10', '2024-03-11');
    const other = sighting(3, 8517839, '2024-03-10', '2024-03-11');
    const nameless = sighting(4, 0, '2024-03-10', '2024-03-11');
    const lanes = lanesOf(caseOf({ vessels: [LADY_R, MARIA], sightings: [nameless, other, own] }));
    const seen = lanes.map(({ vessel: ship, sightings }) => [ship.names[0], sightings.map(({ id }) => id)]);
    expect(new Map(seen as [string, string[]][])).toEqual(
      new Map([
        ['LADY R', ['sighting/2']],
        ['MARIA', ['sighting/3']],
      ]),
    );
  });

  test.each([
    ['possible', [], 'possible'],
    ['consistent', [], 'placed'],
    ['supported', [sighting(2, 1, '2024-03-10', '2024-03-12')], 'placed'],
    ['supported', [sighting(2, 1, '2024-03-01', '2024-04-01')], 'day not given'],
    [
      'supported',
      [sighting(2, 1, '2024-03-01', '2024-04-01'), sighting(3, 1, '2024-03-10', '2024-03-11')],
      'placed',
    ],
  ] as const)('a %s dark call with sightings %j is %s', (level, sightings, certainty) => {
    const gap = silence(LADY_R, '2024-03-01', '2024-04-01');
    const dark = darkCall(gap, RAJIN, level, sightings);
    const told = finding('dprk-dark-call', LADY_R, [gap.id, dark.id]);
    const [lane] = lanesOf(
      caseOf({ vessels: [LADY_R], silences: [gap], darkCalls: [dark], findings: [told] }),
    );
    expect(lane!.blocks[0]).toMatchObject({ certainty });
  });
});

describe('events in words', () => {
  const stay = call(LADY_R, VOSTOCHNY, '2024-03-14 06:00', '2024-03-16 18:30');
  const gap = silence(LADY_R, '2024-03-09 18:12', '2024-03-12 17:06');
  const dark = darkCall(gap, RAJIN, 'supported');
  const data = caseOf({
    vessels: [LADY_R],
    calls: [stay, call(LADY_R, RAJIN, '2024-03-20', '2024-03-21', { support: 'gap' })],
    silences: [gap],
    openSilences: [
      { id: 'open', vessel: LADY_R, from: at('2024-04-01 10:00'), seenTo: at('2024-04-17'), lastFix: null },
    ],
    darkCalls: [dark],
    findings: [finding('dprk-dark-call', LADY_R, [gap.id, dark.id])],
    sightings: [sighting(2, 9161003, '2024-03-10', '2024-03-13')],
  });
  const [lane] = lanesOf(data);

  test('say what, how it is known, and when in UTC', () => {
    const events = [...lane!.blocks, ...lane!.silences, ...lane!.sightings];
    expect(events.map(event => Object.values(eventText(event)).join(' | '))).toEqual([
      'RJN, dark call, inferred, supported | room 9 Mar 19:12 – 12 Mar 2024 16:06 UTC',
      'VYP, call, observed | 14 Mar 06:00 – 16 Mar 2024 18:30 UTC',
      'RJN, call, inferred | 20 Mar 00:00 – 21 Mar 2024 00:00 UTC',
      'Silent 70 h 54 m | 9 Mar 18:12 – 12 Mar 2024 17:06 UTC',
      'Not heard again | since 1 Apr 2024 10:00 UTC',
      'Rajin, seen, reported | 10–12 Mar 2024 UTC',
    ]);
  });

  test('a reconstructed call is never called observed', () => {
    const made = call(LADY_R, VOSTOCHNY, '2024-03-14', '2024-03-16', { reconstructed: true });
    const [only] = lanesOf(caseOf({ vessels: [LADY_R], calls: [made] }));
    expect(eventText(only!.blocks[0]!).title).toBe('VYP, call, reconstructed');
  });

  test('a listing names at most four ships', () => {
    const ships = ['A', 'B', 'C', 'D', 'E', 'F'].map((name, index) => vessel(name, index, 9000000 + index));
    expect(listingEventText({ authority: 'KR', at: at('2024-04-03'), vessels: ships })).toEqual({
      title: 'KR, listed from 3 Apr 2024',
      when: 'A, B, C, D and 2 more',
    });
  });
});
