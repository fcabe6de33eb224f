import { describe, expect, test } from 'vitest';
import { type Finding, SEVERITIES } from '../../src/core/findings/index.ts';
import { selectedFinding, severityCounts, visibleFindings } from '../../src/state/selectors.ts';
import { type Filters, NO_FILTERS } from '../../src/state/store.ts';
import { demonstrationData } from './demonstration-data.ts';

const data = await demonstrationData();
const all = data.analysis.findings;
const NONE: ReadonlyMap<string, string> = new Map();

const shown = (filters: Partial<Filters>, dismissed = NONE): Finding[] =>
  visibleFindings({ data, filters: { ...NO_FILTERS, ...filters }, dismissed });

describe('findings shown', () => {
  test('are all of them, worst first, without a filter', () => {
    expect(shown({})).toEqual(all);
    expect(shown({})).not.toBe(all);
  });

  test('are none without a case', () => {
    expect(visibleFindings({ data: null, filters: NO_FILTERS, dismissed: NONE })).toEqual([]);
  });

  test('are those of the severities, rules and ships chosen', () => {
    const ladyR = 'imo-9161003';
    expect(shown({ severities: ['critical', 'info'] })).toEqual(
      all.filter(({ severity }) => severity === 'critical' || severity === 'info'),
    );
    expect(shown({ rules: ['dprk-ru-shuttle'] })).toEqual(
      all.filter(({ rule }) => rule === 'dprk-ru-shuttle'),
    );
    expect(shown({ vessels: [ladyR] })).toEqual(all.filter(({ vessel }) => vessel.id === ladyR));
    expect(shown({ vessels: [ladyR], rules: ['dprk-dark-call'], severities: ['alert'] })).toEqual(
      all.filter(f => f.vessel.id === ladyR && f.rule === 'dprk-dark-call' && f.severity === 'alert'),
    );
    expect(shown({ vessels: ['imo-0000000'] })).toEqual([]);
  });

  test.each([
    ['lady r', (f: Finding) => f.vessel.names[0] === 'LADY R'],
    ['  RAJIN   lady ', (f: Finding) => f.vessel.names[0] === 'LADY R' && f.text.includes('Rajin')],
    ['9179842', (f: Finding) => f.vessel.imo === 9179842],
    ['dprk-ru-shuttle', (f: Finding) => f.rule === 'dprk-ru-shuttle'],
    [
      'kr in force',
      (f: Finding) => f.designations.some(d => d.designation.authority === 'KR' && d.status === 'in force'),
    ],
  ])('by the words %j, whatever their case and order', (text, isMeant) => {
    const found = shown({ text });
    expect(found.length).toBeGreaterThan(0);
    for (const finding of all.filter(isMeant)) expect(found).toContain(finding);
    if (!text.includes('kr')) expect(found.length).toBeLessThan(all.length);
  });

  test('words that stand nowhere find nothing, and patterns are no patterns', () => {
    expect(shown({ text: 'lady xyzzy' })).toEqual([]);
    expect(shown({ text: '.*' })).toEqual([]);
    expect(shown({ text: '   ' })).toEqual(all);
  });

  test('leave out what is dismissed', () => {
    const [first, ...rest] = all;
    expect(shown({}, new Map([[first!.id, 'seen']]))).toEqual(rest);
  });

  test('come by time, or by ship and then time', () => {
    const byTime = shown({ sort: 'time' });
    expect(byTime.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => a - b));
    const byShip = shown({ sort: 'ship' });
    const names = byShip.map(({ vessel }) => vessel.names[0]!);
    expect(names).toEqual(names.toSorted());
    expect([...new Set(names)]).toEqual(['ANGARA', 'LADY R', 'MAIA-1', 'MARIA']);
    const times = byShip.filter(({ vessel }) => vessel.names[0] === 'LADY R').map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('sorting leaves the case as it was', () => {
    const before = [...data.analysis.findings];
    shown({ sort: 'time' });
    shown({ sort: 'ship' });
    expect(data.analysis.findings).toEqual(before);
  });
});

test('severities are counted without the dismissed, and one that none has is nought', () => {
  const counts = severityCounts(data, NONE);
  expect([...counts.keys()]).toEqual([...SEVERITIES]);
  for (const severity of SEVERITIES) {
    expect(counts.get(severity), severity).toBe(all.filter(finding => finding.severity === severity).length);
  }
  const critical = all.filter(({ severity }) => severity === 'critical');
  const none = severityCounts(data, new Map(critical.map(({ id }) => [id, 'seen'])));
  expect(none.get('critical')).toBe(0);
});

test('the chosen finding is found, or null where there is none or it is gone', () => {
  const [first] = all;
  expect(selectedFinding({ data, selection: { kind: 'finding', id: first!.id } })).toBe(first);
  expect(selectedFinding({ data, selection: { kind: 'finding', id: 'finding/gone' } })).toBeNull();
  expect(selectedFinding({ data, selection: { kind: 'vessel', id: first!.id } })).toBeNull();
  expect(selectedFinding({ data, selection: { kind: 'none' } })).toBeNull();
  expect(selectedFinding({ data: null, selection: { kind: 'finding', id: first!.id } })).toBeNull();
});
