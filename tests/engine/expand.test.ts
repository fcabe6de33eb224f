import { expect, test } from 'vitest';
import { expand, openContent } from '../../src/engine/content.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { zipOf } from '../formats/archives.ts';

const HEADER = 'mmsi,time,lat,lon\n';
const FIRST = `${HEADER}273335900,2024-03-12T00:00:00Z,42,131\n`;
const SECOND = `${HEADER}273335900,2024-03-13T00:00:00Z,42,131\n273335900,2024-03-13T01:00:00Z,42,131\n`;

function archive(name: string, files: Record<string, string>) {
  const parts = Object.entries(files).map(([part, text]) => ({ name: part, content: Buffer.from(text) }));
  return { name, data: new Blob([zipOf(parts)]) };
}

test('an archive with several files is those files, each loaded by itself', async () => {
  const files = await expand(archive('days.zip', { 'a.csv': FIRST, 'folder/b.csv': SECOND }));
  expect(files.map(({ name, entry }) => [name, entry])).toEqual([
    ['days.zip › a.csv', 'a.csv'],
    ['days.zip › folder/b.csv', 'folder/b.csv'],
  ]);
  const engine = new LocalEngine();
  const rows: number[] = [];
  for (const file of files) rows.push((await engine.load(file, { zoneMinutes: null })).rows);
  expect(rows).toEqual([1, 2]);
  expect(await engine.rows(1, [3])).toEqual([{ line: 3, text: '273335900,2024-03-13T01:00:00Z,42,131' }]);
});

test.each([
  ['a file that is no archive', { name: 'a.csv', data: new Blob([FIRST]) }],
  ['an archive with one file', archive('one.zip', { 'a.csv': FIRST })],
  ['an archive with none', archive('none.zip', {})],
  ['a file of an archive', { ...archive('days.zip', { 'a.csv': FIRST, 'b.csv': SECOND }), entry: 'a.csv' }],
  [
    'an archive that is cut off',
    { name: 'cut.zip', data: archive('', { a: FIRST, b: SECOND }).data.slice(0, 90) },
  ],
])('%s stays as it is', async (_, file) => {
  expect(await expand(file)).toEqual([file]);
});

test('of a map in KMZ only the text is read', async () => {
  const kmz = archive('map.kmz', { 'doc.kml': '<kml/>', 'files/ship.png': 'x' });
  expect(await expand(kmz)).toEqual([kmz]);
  expect((await openContent(kmz)).label).toBe('map.kmz › doc.kml');
});

test('two files of one name can’t be told apart, and are refused', async () => {
  const parts = [1, 2].map(() => ({ name: 'a.csv', content: Buffer.from(FIRST) }));
  const twice = { name: 'twice.zip', data: new Blob([zipOf(parts)]) };
  expect(await expand(twice)).toEqual([twice]);
  await expect(openContent(twice)).rejects.toThrow(
    'one file in the zip archive, or the name of one, found 2: a.csv, a.csv',
  );
});

test('a name that the archive doesn’t hold is told', async () => {
  const file = { ...archive('days.zip', { 'a.csv': FIRST, 'b.csv': SECOND }), entry: 'c.csv' };
  await expect(openContent(file)).rejects.toThrow('a zip archive that holds c.csv, found 2 others');
});
