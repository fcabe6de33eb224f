import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD, type ParameterName, withParameters } from '../../src/core/findings/index.ts';
import { decodeViewLink, encodeViewLink, type ViewSnapshot } from '../../src/core/snapshot/index.ts';
import type { LoadedFile } from '../../src/engine/engine.ts';
import type { CaseData } from '../../src/state/case-data.ts';
import { linkFaultText, restoreView, snapshotView, verifyPins } from '../../src/state/link.ts';
import { INITIAL_STATE, reduce, type State } from '../../src/state/store.ts';
import { demonstrationData } from './demonstration-data.ts';

const data = await demonstrationData();
const LOOK = {
  camera: { lon: 130.5, lat: 42.25, zoom: 7.5, bearingDeg: 12.25 },
  chartPx: { width: 676, height: 596 },
};
const READING = { time: Date.UTC(2024, 2, 12), playing: true, speed: 3600, loop: true };

const VIEWED: State = {
  ...INITIAL_STATE,
  data,
  selection: { kind: 'finding', id: data.analysis.findings[0]!.id },
  tab: 'ships',
  filters: {
    text: 'rajin',
    severities: ['alert'],
    rules: ['dprk-dark-call'],
    vessels: ['imo-9161003'],
    sort: 'ship',
  },
  window: { from: data.from, to: data.to },
  trailBy: 'speed',
};

const [positions] = data.inputs as [LoadedFile];
const snapshotOf = (of: CaseData): ViewSnapshot => snapshotView(VIEWED, of, READING, LOOK, 'day');
const withInputs = (...inputs: readonly Partial<LoadedFile>[]): CaseData => ({
  ...data,
  inputs: inputs.map(input => ({ ...positions, ...input })),
});
const withMethod = (
  changes: readonly (readonly [ParameterName, number])[],
  rules: 'standard' | 'gfw' = 'standard',
): CaseData => ({
  ...data,
  analysis: { ...data.analysis, method: withParameters({ ...DEFAULT_METHOD, rules }, new Map(changes)) },
});

describe('a view that goes through a link', () => {
  test('comes back on another page as it was', () => {
    const read = decodeViewLink(encodeViewLink(snapshotOf(data)));
    if (!read.ok) throw new Error(`refused as ${read.fault.kind}`);
    const other = restoreView(read.snapshot).reduce(reduce, { ...INITIAL_STATE, data });
    const { selection, tab, filters, window, trailBy } = VIEWED;
    expect(other).toEqual({ ...INITIAL_STATE, data, selection, tab, filters, window, trailBy, theme: 'day' });
    expect(read.snapshot).toMatchObject({ time: READING.time, speed: READING.speed, ...LOOK });
  });

  test('with nothing chosen comes back with nothing chosen', () => {
    const snapshot = snapshotView({ ...VIEWED, selection: { kind: 'none' } }, data, READING, LOOK, 'night');
    const other = restoreView(snapshot).reduce(reduce, VIEWED);
    expect(other.selection).toEqual({ kind: 'none' });
  });

  test('pins every input, reference and list by the first half of its SHA-256', () => {
    const { inputs, lists } = snapshotOf(data);
    const references = data.references.map(({ name, sha256 }) => ({ name, digest: sha256.slice(0, 32) }));
    expect(inputs).toEqual([{ name: 'positions.csv', digest: positions.sha256.slice(0, 32) }, ...references]);
    expect(references.map(({ name }) => name)).toEqual(['gazetteer.json', 'sightings.csv']);
    expect(lists).toEqual(data.lists.map(({ id, sha256 }) => ({ name: id, digest: sha256.slice(0, 32) })));
  });

  test('of the demonstration case takes at most 850 characters', () => {
    const vessels = data.vessels.map(({ id }) => id);
    const filters = { ...VIEWED.filters, vessels };
    const snapshot = snapshotView({ ...VIEWED, filters }, data, READING, LOOK, 'night');
    expect(encodeViewLink(snapshot).length).toBeLessThanOrEqual(850);
  });
});

describe('the data behind a link', () => {
  const made = snapshotOf(data);
  const digest = positions.sha256;
  const changed = 'f'.repeat(64);

  test('are identical where digests, lists and method are', () => {
    expect(verifyPins(made, data)).toEqual({ verdict: 'identical', details: [] });
  });

  test('are identical under another file name: the bytes count', () => {
    expect(verifyPins(made, withInputs({ name: 'copy.csv' }))).toEqual({ verdict: 'identical', details: [] });
  });

  test('differ where the file of that name has other bytes', () => {
    expect(verifyPins(made, withInputs({ sha256: changed }))).toEqual({
      verdict: 'different',
      details: [`data positions.csv differs: the link was made with ${digest.slice(0, 8)}`],
    });
  });

  test('are missing where no file of that name or those bytes is there', () => {
    expect(verifyPins(made, withInputs())).toEqual({
      verdict: 'missing',
      details: [`data positions.csv is missing: ask for the file with SHA-256 ${digest.slice(0, 16)}…`],
    });
  });

  test('differ where there are more than the link knows', () => {
    expect(verifyPins(made, withInputs({}, { name: 'more.csv', sha256: changed }))).toEqual({
      verdict: 'different',
      details: ['data more.csv (ffffffff) was not there when the link was made'],
    });
  });

  test('one file does not stand in for two of its name', () => {
    const two = snapshotOf(withInputs({ sha256: '1'.repeat(64) }, { sha256: '2'.repeat(64) }));
    expect(verifyPins(two, withInputs({ sha256: changed }))).toEqual({
      verdict: 'missing',
      details: [
        'data positions.csv differs: the link was made with 11111111',
        'data positions.csv is missing: ask for the file with SHA-256 2222222222222222…',
      ],
    });
  });

  test('a list that changed and one that is missing are told by name; missing weighs more', () => {
    const [first, second, ...rest] = data.lists;
    const other: CaseData = { ...data, lists: [{ ...first!, sha256: changed }, ...rest] };
    expect(verifyPins(made, other)).toEqual({
      verdict: 'missing',
      details: [
        `list ${first!.id} differs: the link was made with ${first!.sha256.slice(0, 8)}`,
        `list ${second!.id} is missing: ask for the file with SHA-256 ${second!.sha256.slice(0, 16)}…`,
      ],
    });
  });

  test('a method that changed is told threshold by threshold', () => {
    const then = snapshotOf(
      withMethod(
        [
          ['silenceHours', 12],
          ['radiusKm', 5],
        ],
        'gfw',
      ),
    );
    const now = withMethod([['radiusKm', 4]]);
    const older = { ...then, method: { ...then.method, version: '0.0' } };
    expect(verifyPins(older, now)).toEqual({
      verdict: 'different',
      details: [
        `method 0.0 then, ${DEFAULT_METHOD.version} now`,
        'call rules gfw then, standard now',
        'threshold radiusKm was 5, is 4',
        'threshold silenceHours was 12, is 6',
      ],
    });
  });

  test('a threshold of many decimals is the same after its way through a link', () => {
    const third = withMethod([['radiusKm', 10 / 3]]);
    const read = decodeViewLink(encodeViewLink(snapshotOf(third)));
    if (!read.ok) throw new Error(`refused as ${read.fault.kind}`);
    expect(verifyPins(read.snapshot, third)).toEqual({ verdict: 'identical', details: [] });
  });
});

test('a link that can not be opened is told in words', () => {
  expect(linkFaultText({ kind: 'damaged' })).toMatch(/damaged.*cut off or changed/);
  expect(linkFaultText({ kind: 'newer', version: 7 })).toMatch(/newer Wakeline.*version 7/);
});
