import { describe, expect, test } from 'vitest';
import { analysisJson } from '../../src/formats/analysis-json.ts';
import { ANALYSIS } from '../cli/analysis-shape.ts';
import { misfits } from '../cli/shape.ts';
import { designation, listOf } from '../sanctions/designations.ts';
import { call, darkCall, documentOf, finding, RAJIN, SHIP, silence } from './analysis-document.ts';

/** As it is once it was written and read. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

const LISTED = {
  designation: designation({ list: 'notices', entry: 'KR-9161003', authority: 'KR' }),
  status: 'not yet',
  since: Date.UTC(2024, 3, 3),
  until: null,
  daysToGo: 22,
  how: 'IMO',
  strength: 'exact',
  reason: "IMO 9161003 equals the entry's",
  via: null,
  why: 'announced 2 Apr 2024',
} as const;

describe('the document', () => {
  test('has every key that is promised', () => {
    const inputs = [
      {
        name: 'log.nmea',
        sha256: 'a'.repeat(64),
        bytes: 10,
        format: 'aivdm',
        rows: 5,
        accepted: 2,
        setAside: new Map([
          ['checksum', { rows: 2, examples: [{ line: 3, text: '!AIVDM,1,1,,A,x,0*00' }] }],
          ['blank', { rows: 1, examples: [] }],
        ]),
        notes: new Map(),
        reconstructed: false,
        provider: '',
        ships: 1,
        from: Date.UTC(2024, 2, 12),
        to: Date.UTC(2024, 2, 13),
        columns: [['time', 'seen_at']] as const,
        timeNote: 'times without a zone: UTC+09:00',
        duplicates: 4,
      },
    ];
    const list = { ...listOf('list', LISTED.designation), sha256: 'b'.repeat(64) };
    const document = {
      ...documentOf({
        calls: [call()],
        silences: [silence()],
        darkCalls: [darkCall()],
        findings: [finding({ designations: [LISTED] })],
      }),
      inputs,
      lists: [list],
    };
    const json = plain(analysisJson(document));
    expect(misfits(json, ANALYSIS)).toEqual([]);
    expect(json.inputs[0]).toMatchObject({
      path: 'log.nmea',
      rejected: { checksum: 2, blank: 1 },
      examples: [{ reason: 'checksum', line: 3, text: '!AIVDM,1,1,,A,x,0*00' }],
      columns: { time: 'seen_at' },
      times: 'times without a zone: UTC+09:00',
      ships: 1,
      from: '2024-03-12T00:00:00Z',
      to: '2024-03-13T00:00:00Z',
      duplicates: 4,
      provider: null,
    });
    expect(json.lists[0]).toMatchObject({ designations: 1, vessels: 1 });
    expect(json.findings[0].designations).toEqual([
      expect.objectContaining({
        list: 'notices',
        entry: 'KR-9161003',
        authority: 'KR',
        status: 'not yet',
        since: '2024-04-03T00:00:00Z',
        until: null,
        why: "announced 2 Apr 2024; IMO 9161003 equals the entry's",
      }),
    ]);
  });

  test('says null for what is not known, and no number that JSON has not', () => {
    const vessel = { ...SHIP, imo: 0, mmsi: [], names: [], flag: null };
    const json = plain(
      analysisJson({
        ...documentOf({
          silences: [silence({ distanceNm: Number.NaN, lastFix: null, nextFix: null })],
          darkCalls: [darkCall({ detour: Number.POSITIVE_INFINITY })],
          calls: [call({ arrival: { after: null, before: 5, basis: 'bounded' } })],
          findings: [finding({ port: null })],
        }),
        vessels: [vessel],
      }),
    );
    expect(json.vessels[0]).toMatchObject({ imo: null, mmsi: [], names: [], flag: null });
    expect(json.silences[0].nm).toBeNull();
    expect(json.darkCalls[0].detour).toBeNull();
    expect(json.calls[0].arrival).toEqual({
      after: null,
      before: '1970-01-01T00:00:00.005Z',
      basis: 'bounded',
    });
    expect(json.findings[0].port).toBeNull();
    expect(misfits(json, ANALYSIS)).toEqual([]);
  });

  test('rounds lengths and stays, and keeps instants to the millisecond', () => {
    const json = plain(
      analysisJson(documentOf({ silences: [silence()], darkCalls: [darkCall({ earliest: 1.4 })] })),
    );
    expect(json.silences[0]).toMatchObject({ hours: 50.25, nm: 28.12 });
    expect(json.darkCalls[0]).toMatchObject({ maxDwellHours: 32, detour: 1.235, speedKn: 11.78 });
    expect(json.darkCalls[0].earliest).toBe('1970-01-01T00:00:00.001Z');
  });

  test('tells who controls an occupied port, and nothing of others', () => {
    const occupied = { ...RAJIN, id: 'UASVP', name: 'Sevastopol', country: 'UA', controlledBy: 'RU' };
    const json = plain(
      analysisJson(documentOf({ calls: [call({ port: occupied }), call({ id: 'call/2' })] })),
    );
    expect(json.calls[0].port).toEqual({
      id: 'UASVP',
      name: 'Sevastopol',
      country: 'UA',
      controlledBy: 'RU',
    });
    expect(json.calls[1].port).toEqual({ id: 'KPRJN', name: 'Rajin', country: 'KP' });
  });
});
