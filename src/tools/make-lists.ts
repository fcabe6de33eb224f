import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvTable } from '../formats/csv-table.ts';
import { type IndexedList, readIndexedList } from '../formats/list-index.ts';

/**
 * Builds `public/lists/`: the lists that come with the product, and their index. Run with the folder that holds
 * `designations/` and `ships/`:
 *   npm run -s make -- src/tools/make-lists.ts <data folder>
 *
 * Files are copied byte for byte; of the EU tables the header and the lines of ships are kept, each as it stands.
 */

interface ListSource extends IndexedList {
  /** File in the data folder. */
  readonly from: string;
  readonly keep: 'all' | 'vessels';
}

const EU_ORIGIN = 'EU Official Journal, tabulated by opensanctions/opensanctions, August 2026';
const EU_LICENCE = 'EU reuse with attribution; table MIT';

const LISTS: readonly ListSource[] = [
  {
    id: 'ofac-sdn-2026-excerpt',
    title: 'OFAC SDN list, excerpt (retyped)',
    authority: 'US',
    edition: '2026',
    file: 'ofac-sdn-2026-excerpt.csv',
    reader: 'list-csv',
    expect: { vessels: 6 },
    origin: 'OFAC, 2026, 13 entries retyped',
    licence: 'US public domain',
    from: 'designations/ofac/sdn_excerpt_2026_retyped.csv',
    keep: 'all',
  },
  {
    id: 'ofac-dprk-2023-01',
    title: 'OFAC SDN list, DPRK vessels',
    authority: 'US',
    edition: '2023-01',
    file: 'ofac-dprk-2023-01.csv',
    reader: 'list-csv',
    expect: { vessels: 106 },
    origin: 'OFAC, January 2023, extracted',
    licence: 'US public domain',
    from: 'designations/ofac/dprk_vessels_ofac_2023-01.csv',
    keep: 'all',
  },
  {
    id: 'eu-833-2014-vessels',
    title: 'EU Reg. 833/2014, Annex XLII',
    authority: 'EU',
    edition: '2026-08',
    file: 'eu-833-2014-vessels.csv',
    reader: 'eu-table',
    expect: { vessels: 633 },
    origin: EU_ORIGIN,
    licence: EU_LICENCE,
    from: 'designations/eu/32014R0833.csv',
    keep: 'vessels',
  },
  {
    id: 'eu-2017-1509-vessels',
    title: 'EU Reg. 2017/1509 (DPRK), with the UN listing dates',
    authority: 'UN, EU',
    edition: '2026-08',
    file: 'eu-2017-1509-vessels.csv',
    reader: 'eu-table',
    expect: { vessels: 75 },
    origin: EU_ORIGIN,
    licence: EU_LICENCE,
    from: 'designations/eu/32017R1509.csv',
    keep: 'vessels',
  },
  {
    id: 'notices',
    title: 'Notices of designation, cited',
    authority: 'KR, JP, EU, US, AU, CA, UK',
    edition: '',
    file: 'notices.csv',
    reader: 'list-csv',
    expect: { vessels: 20 },
    origin: 'compiled; sources in each row',
    licence: 'facts',
    from: 'ships/designations.csv',
    keep: 'all',
  },
];

const [dataFolder] = process.argv.slice(2);
if (!dataFolder) {
  console.error('usage: make-lists.ts <data folder>');
  process.exit(2);
}
await makeLists(dataFolder, join('public', 'lists'));

async function makeLists(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const { from: source, keep, ...entry } of LISTS) {
    if (keep === 'all') await writeFile(join(to, entry.file), await readFile(join(from, source)));
    else await keepVessels(join(from, source), join(to, entry.file));
    const list = readIndexedList(entry, await readFile(join(to, entry.file)));
    if (list.authority !== entry.authority)
      throw new Error(`${entry.id} is of ${list.authority}, not ${entry.authority}`);
    console.log(`${entry.id}: ${list.designations.length} designations, ${list.vessels} ships`);
  }
  const index = LISTS.map(({ from: _from, keep: _keep, ...entry }) => entry);
  await writeFile(join(to, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
}

/** Keeps the header and the lines of ships. No record of these tables spans lines; one that did would stop it. */
async function keepVessels(from: string, to: string): Promise<void> {
  const bytes = await readFile(from);
  const lines = bytes.toString('latin1').split('\r\n');
  const table = new CsvTable(bytes, from, { delimiter: ',' });
  if (table.rows.some((row, index) => row.line !== index + 2))
    throw new Error(`${from}: a record spans lines`);
  const vessels = table.rows
    .filter(row => table.cell(row, 'schema') === 'Vessel')
    .map(row => lines[row.line - 1]);
  await writeFile(to, Buffer.from([lines[0], ...vessels, ''].join('\r\n'), 'latin1'));
}
