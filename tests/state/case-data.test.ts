import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD, SEVERITIES } from '../../src/core/findings/index.ts';
import { Verdict } from '../../src/core/track/index.ts';
import { toCaseData } from '../../src/state/case-data.ts';
import { engineWith, fixture } from '../engine/case-files.ts';
import { demonstrationData } from './demonstration-data.ts';

const data = await demonstrationData();
const { analysis, store, vessels } = data;

describe('the demonstration case', () => {
  test('is four reconstructed ships with findings on each', () => {
    expect(vessels.map(({ imo }) => imo).sort()).toEqual([8517839, 9161003, 9179842, 9358010]);
    expect(data.reconstructed).toBe(true);
    expect([...data.findingsOf.keys()].map(({ imo }) => imo).sort()).toEqual([
      8517839, 9161003, 9179842, 9358010,
    ]);
    expect(data.reports).toBe(store.length);
  });

  test('spans the first to the last report of any ship', () => {
    const times = Array.from(store.t);
    expect(data.from).toBe(times.reduce((a, b) => Math.min(a, b)));
    expect(data.to).toBe(times.reduce((a, b) => Math.max(a, b)));
  });

  test('orders ships by their worst finding, and gives each of the first four a hue of its own', () => {
    const rank = data.order.map(vessel =>
      Math.min(...data.findingsOf.get(vessel)!.map(({ severity }) => SEVERITIES.indexOf(severity))),
    );
    expect(rank).toEqual(rank.toSorted((a, b) => a - b));
    expect(new Set(data.order)).toEqual(new Set(vessels));
    expect(data.order.map(({ index }) => data.hues[index])).toEqual([0, 1, 2, 3]);
  });

  test('finds everything again by its id and by its ship', () => {
    for (const finding of analysis.findings) expect(data.findingById.get(finding.id)).toBe(finding);
    for (const darkCall of analysis.darkCalls) expect(data.darkCallById.get(darkCall.id)).toBe(darkCall);
    const count = (groups: ReadonlyMap<unknown, readonly unknown[]>): number =>
      [...groups.values()].reduce((sum, group) => sum + group.length, 0);
    expect(count(data.findingsOf)).toBe(analysis.findings.length);
    expect(count(data.callsOf)).toBe(analysis.calls.length);
    expect(count(data.darkCallsOf)).toBe(analysis.darkCalls.length);
    expect(count(data.silencesOf)).toBe(analysis.silences.length);
    expect(data.portById.get('KPRJN')?.name).toBe('Rajin');
  });

  test('has the instants of its events once each, in order, within its span', () => {
    const wanted = new Set<number | null>([
      ...analysis.calls.flatMap(({ arrival, departure }) => [arrival.before, departure.after]),
      ...analysis.silences.flatMap(({ from, to }) => [from, to]),
      ...analysis.findings.map(({ at }) => at),
    ]);
    wanted.delete(null);
    expect(new Set<number | null>(data.moments)).toEqual(wanted);
    expect(data.moments.every((t, i) => i === 0 || t > data.moments[i - 1]!)).toBe(true);
    expect(data.moments[0]).toBeGreaterThanOrEqual(data.from);
    expect(data.moments.at(-1)).toBeLessThanOrEqual(data.to);
  });

  test('shows a ship where its last good fix was, never between two', () => {
    const vessel = vessels.find(({ imo }) => imo === 9161003)!;
    const [start, end] = [store.starts[vessel.index]!, store.starts[vessel.index + 1]!];
    expect(data.placeAt(vessel.index, store.t[start]! - 1)).toBeNull();
    for (const t of [store.t[start]!, data.analysis.silences[5]!.from + 1, data.to]) {
      let last = -1;
      for (let i = start; i < end; i++) if (store.t[i]! <= t && store.verdict[i] === Verdict.ok) last = i;
      expect(data.placeAt(vessel.index, t)).toEqual(last < 0 ? null : [store.lon[last], store.lat[last]]);
    }
  });

  test('tells listings of a ship as they stood', () => {
    const ladyR = vessels.find(({ imo }) => imo === 9161003)!;
    const statusOf = (at: number) =>
      data.designationsAt(ladyR, at).find(({ designation }) => designation.authority === 'KR')?.status;
    expect(statusOf(Date.UTC(2024, 2, 12))).toBe('not yet');
    expect(statusOf(Date.UTC(2024, 3, 14))).toBe('in force');
    expect(data.matches(ladyR).length).toBeGreaterThan(0);
    for (const { designation } of data.matches(ladyR))
      expect(data.designationById.has(designation.id)).toBe(true);
  });
});

test('a case of no ships has no time and nothing in it, and says so in numbers that can be used', async () => {
  const engine = await engineWith(fixture('bad-input/base-stations-only.nmea'));
  const empty = toCaseData('Nobody', await engine.analyse(DEFAULT_METHOD));
  expect(empty.vessels).toEqual([]);
  expect([empty.from, empty.to, empty.reports]).toEqual([0, 0, 0]);
  expect([empty.moments, empty.order, empty.hues]).toEqual([[], [], []]);
  expect(empty.reconstructed).toBe(false);
});

test('many ships: only the first four get a hue', async () => {
  const engine = await engineWith(fixture('noaa/test_data_noaa_20230101.csv'));
  const many = toCaseData('Coast', await engine.analyse(DEFAULT_METHOD));
  expect(many.vessels.length).toBeGreaterThan(900);
  expect(many.hues.filter(hue => hue !== null).length).toBe(4);
  expect(many.reconstructed).toBe(false);
  const reports = many.order.map(vessel => vessel.reports);
  expect(reports).toEqual(reports.toSorted((a, b) => b - a));
});
