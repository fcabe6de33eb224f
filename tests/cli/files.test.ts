import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFile, loadLists, openBundledSightings, openFile, openReference } from '../../src/cli/files.ts';
import type { FileKind } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { InputError } from '../../src/formats/input-error.ts';
import { ROOT } from './wakeline.ts';

const at = (path: string): string => join(ROOT, 'fixtures', path);

describe('a path', () => {
  test.each([
    ['that names nothing', at('none.csv'), 'a file', /^none of that name$/],
    ['that is empty', '', 'a file', /^none of that name$/],
    ['of a folder', at('noaa'), 'a file', /^a folder$/],
    ['of a device', '/dev/null', 'a file', /^a device, pipe or socket$/],
    ['that goes through a file', at('bad-input/empty.csv/x'), 'a file that can be read', /^ENOTDIR/],
    ['that is too long', at('x'.repeat(300)), 'a file that can be read', /^ENAMETOOLONG/],
  ])('%s is bad input', async (_, path, expected, found) => {
    const error = await openFile(path).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ file: path, line: 0, expected, found: expect.stringMatching(found) });
  });

  test('of a file opens it under the name that was given', async () => {
    const { name, data } = await openFile(at('bad-input/no-time.csv'));
    expect(name).toBe(at('bad-input/no-time.csv'));
    expect(await data.text()).toMatch(/^mmsi,lat,lon\n/);
  });
});

describe('a file in the place of another', () => {
  const GOOD: Record<FileKind, string> = {
    positions: 'nmea/dma-aislib/replay_dump.txt',
    list: 'designations/eu-833-2014-cut.csv',
    sightings: 'rajin-shuttle/sightings.csv',
    ports: '',
  };
  const WORDS: Record<FileKind, string> = {
    positions: 'a file of positions',
    list: 'a list of designations',
    sightings: 'a file of sightings',
    ports: 'a file of ports',
  };
  const given = (['positions', 'list', 'sightings'] as const).flatMap(found =>
    (Object.keys(GOOD) as FileKind[]).map(wanted => [wanted, found] as const),
  );

  test.each(given)('%s wanted, %s given', async (wanted, found) => {
    const path = at(GOOD[found]);
    const load = loadFile(new LocalEngine(), path, wanted);
    if (wanted === found) await expect(load).resolves.toBeUndefined();
    else await expect(load).rejects.toThrow(new InputError(path, 0, WORDS[wanted], WORDS[found]));
  });
});

describe('lists', () => {
  test("take the bundled ones' place, OFAC's parts after their main file", async () => {
    const engine = new LocalEngine();
    await engine.loadReference(await openReference());
    expect(engine.lists).toHaveLength(5);
    const parts = ['alt', 'add', 'sdn'].map(part => at(`designations/ofac-2022-01/${part}.csv`));
    await loadLists(engine, [...parts, at('designations/eu-833-2014-cut.csv')]);
    expect(engine.lists.map(({ id }) => id).sort()).toEqual(['eu-833-2014-cut', 'sdn']);
  });

  test.each([
    ['bad-input/list-header-only.csv', /found none in 0 rows$/],
    ['bad-input/list-of-persons.csv', /found none in 2 rows/],
    ['designations/ofac-2022-01/alt.csv', /: expected OFAC's SDN\.CSV beside it, found/],
    ['noaa/test_data_noaa_20230101.csv', /: expected a list of designations, found a file of positions$/],
  ])('%s is refused', async (path, message) => {
    await expect(loadLists(new LocalEngine(), [at(path)])).rejects.toThrow(message);
  });
});

test('the bundled sightings are there and are sightings', async () => {
  const loaded = await new LocalEngine().load(await openBundledSightings(), { zoneMinutes: null });
  expect(loaded).toMatchObject({ kind: 'sightings', name: 'sightings.csv' });
});
