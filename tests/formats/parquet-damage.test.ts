import type { ColumnMetaData, FileMetaData, RowGroup, SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/formats/input-error.ts';
import { parquetRowTexts, previewParquet } from '../../src/formats/parquet.ts';
import { leavesOf } from '../../src/formats/parquet-schema.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { parquetFixture, readFile, withFooter, withFooterBytes } from './parquet-files.ts';

const SOUND = parquetFixture('duckdb-snappy.parquet');
const MIB = 1 << 20;

async function refusal(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { error } = await readFile(bytes, { zoneMinutes: 0 });
  return error?.message ?? 'none';
}

/** The column of longitudes, in the first row group. */
function lonOf(metadata: FileMetaData) {
  return metadata.row_groups[0]!.columns[3]!;
}

test('a file that is cut off anywhere is refused', async () => {
  const { length } = SOUND;
  for (let size = 0; size < length; size += size < 16 || size > length - 16 ? 1 : 97) {
    expect(await refusal(SOUND.slice(0, size)), `${size} bytes`).toContain('a sound Parquet file');
  }
});

describe('footers', () => {
  test.each<readonly [string, readonly number[]]>([
    ['a number without end', Array(64).fill(0x86)],
    ['structs without end', Array(4096).fill(0x1c)],
    ['lists without end', [0x19, ...Array(4096).fill(0x19)]],
    ['a list longer than memory', [0x19, 0xf5, 0xff, 0xff, 0xff, 0xff, 0x07, 0]],
    ['bytes beyond the end', [0x18, 0xff, 0xff, 0xff, 0x7f]],
    ['a type that there isn’t', [0x1d, 0]],
    ['nothing', []],
    ['a struct with nothing in it', [0]],
  ])('%s', async (_, footer) => {
    expect(await refusal(withFooterBytes(SOUND, Uint8Array.from(footer)))).toContain('a sound Parquet file');
  });

  test('of more than four million values', async () => {
    const count = 5 * MIB;
    const footer = new Uint8Array(count + 8);
    footer.set([0x19, 0xfc, 0x80, 0x80, 0x80 | 64, 2]);
    expect(await refusal(withFooterBytes(SOUND, footer))).toContain('four million');
  });

  test('of more than 64 MiB', async () => {
    expect(await refusal(withFooterBytes(SOUND, new Uint8Array(64 * MIB + 1)))).toContain('64 MiB');
  });

  test('longer than the file', async () => {
    const bytes = SOUND.slice();
    new DataView(bytes.buffer).setUint32(bytes.length - 8, bytes.length, true);
    expect(await refusal(bytes)).toContain(`a footer of ${bytes.length} bytes`);
  });

  test('encrypted', async () => {
    const bytes = SOUND.slice();
    bytes[bytes.length - 1] = 'E'.charCodeAt(0);
    expect(await refusal(bytes)).toContain('isn’t encrypted');
  });

  test('rewritten as they were, are read', async () => {
    expect(await refusal(withFooter(SOUND, () => {}))).toBe('none');
  });

  test.each<readonly [string, Partial<RowGroup>, string]>([
    ['more rows than pages', { num_rows: 121n }, 'rows too few'],
    ['fewer rows than pages', { num_rows: 119n }, 'more rows than its group'],
    ['rows without end', { num_rows: 2n ** 40n }, 'rows in'],
    ['less than no rows', { num_rows: -1n }, 'given as -1'],
    ['no columns', { columns: [] }, '0 of 17 columns'],
  ])('with %s', async (_, group, found) => {
    const changed = withFooter(SOUND, metadata => {
      Object.assign(metadata.row_groups[0]!, group);
    });
    expect(await refusal(changed)).toContain(found);
  });

  test.each<readonly [string, Partial<ColumnMetaData>, string]>([
    ['before the file', { data_page_offset: -4n }, 'given as -4'],
    ['beyond the file', { data_page_offset: 2n ** 40n }, 'outside the file'],
    ['over the footer', { total_compressed_size: 2n ** 30n }, 'outside the file'],
    ['that is a bomb', { total_uncompressed_size: 2n ** 40n }, 'unpack to'],
    ['in a codec that nobody has', { codec: 'LZO' }, 'lzo'],
    ['of another type', { type: 'INT32' }, 'of type INT32'],
  ])('with a chunk %s', async (_, chunk, found) => {
    const changed = withFooter(SOUND, metadata => {
      Object.assign(lonOf(metadata).meta_data!, chunk);
    });
    expect(await refusal(changed)).toContain(found);
  });

  test('with a chunk in another file', async () => {
    const changed = withFooter(SOUND, metadata => {
      lonOf(metadata).file_path = '../other';
    });
    expect(await refusal(changed)).toContain('in another file');
  });
});

describe('schemas', () => {
  const root = (children: number): SchemaElement => ({ name: 'root', num_children: children });
  const leaf: SchemaElement = { name: 'x', type: 'INT32', repetition_type: 'OPTIONAL' };

  test.each<readonly [string, readonly SchemaElement[], string]>([
    ['children without end', [root(2 ** 31 - 1), leaf], 'cut off'],
    ['a column outside the root', [root(1), leaf, leaf], 'outside its root'],
    ['groups without end', Array.from({ length: 5000 }, () => root(1)), '32 levels'],
    ['more than ten thousand columns', [root(10_001), ...Array(10_001).fill(leaf)], '10000 columns'],
  ])('%s', (_, schema, found) => {
    expect(() => leavesOf(schema, 'file')).toThrow(found);
  });

  test('steps that may be absent are levels, lists make no columns of a row', () => {
    const group: SchemaElement = { name: 'g', num_children: 2, repetition_type: 'OPTIONAL' };
    const list: SchemaElement = { ...leaf, name: 'y', repetition_type: 'REPEATED' };
    const required: SchemaElement = { ...leaf, name: 'z', repetition_type: 'REQUIRED' };
    const leaves = leavesOf([root(2), group, leaf, list, required], 'file');
    expect(leaves.map(({ name, level, isRepeated, index }) => [name, level, isRepeated, index])).toEqual([
      ['g.x', 2, false, 0],
      ['g.y', 2, true, 1],
      ['z', 0, false, 2],
    ]);
  });
});

describe('pages', () => {
  test('with a wrong checksum', async () => {
    const bytes = parquetFixture('pyarrow-groups.parquet');
    const spoilt = bytes.slice();
    // The first page of the first column, behind the magic and its header.
    spoilt[60] = spoilt[60]! ^ 1;
    expect(await refusal(bytes)).toBe('none');
    expect(await refusal(spoilt)).toContain('checksum');
  });

  test('of columns that are not read don’t matter, and are left out of rows', async () => {
    const columns = ['mmsi', 'time', 'lat', 'lon', 'other'];
    const bytes = new Uint8Array(
      parquetWriteBuffer({
        columnData: columns.map(name => ({
          name,
          data: [1_710_232_183, 1_710_232_183],
          type: 'DOUBLE' as const,
        })),
      }),
    );
    const broken = withFooter(bytes, ({ row_groups }) => {
      row_groups[0]!.columns[4]!.meta_data!.codec = 'LZO';
    });
    const [row] = await parquetRowTexts(new Blob([broken]), 'file', [2]);
    expect(Object.keys(JSON.parse(row!.text))).toEqual(['mmsi', 'time', 'lat', 'lon']);
    expect((await previewParquet(new Blob([broken]), 'file')).rows[0]!.at(-1)).toBe('');
  });
});

describe('mutations', () => {
  const CASES: readonly (readonly [string, number])[] = [
    ['duckdb-snappy', 120],
    ['duckdb-zstd', 120],
    ['duckdb-gzip', 120],
    ['duckdb-brotli', 40],
    ['duckdb-lz4', 120],
    ['duckdb-v2', 120],
    ['pyarrow-groups', 120],
    ['pyarrow-plain', 120],
    ['pyarrow-encodings', 120],
    ['pyarrow-types', 400],
    ['pyarrow-points', 400],
    ['pyarrow-int96', 400],
  ];

  test.each(CASES)(
    '%s: every one of %i is read or refused',
    async (name, cases) => {
      const seed = name.length * 1000 + cases;
      const random = seededRandom(seed);
      const below = (limit: number) => Math.floor(random() * limit);
      const sound = parquetFixture(`${name}.parquet`);
      let refused = 0;
      for (let i = 0; i < cases; i++) {
        const bytes = sound.slice();
        // Half of them in the footer, which is small beside the pages of some.
        const from = random() < 0.5 ? bytes.length - Math.min(bytes.length, 2048) : 0;
        for (let left = 1 + below(4); left > 0; left--) {
          const at = from + below(bytes.length - from);
          const value = [below(256), 0, 255, 127, 128, bytes[at]! ^ (1 << below(8))][below(6)]!;
          bytes.fill(value, at, at + 1 + (random() < 0.2 ? below(12) : 0));
        }
        try {
          refused += (await readAll(bytes)) ? 0 : 1;
        } catch (error) {
          throw new Error(`${name}: case ${i} of seed ${seed}`, { cause: error });
        }
      }
      expect(refused).toBeGreaterThan(cases / 20);
    },
    60_000,
  );

  /** Reads in every way; returns whether the file was accepted. Throws for anything but an `InputError`. */
  async function readAll(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const { error, tally, reports } = await readFile(bytes, { zoneMinutes: 0 });
    let aside = 0;
    for (const { rows } of tally.setAside.values()) aside += rows;
    expect(tally.rows).toBe(tally.accepted + aside);
    expect(reports.length).toBe(tally.accepted);
    for (const read of [
      () => previewParquet(new Blob([bytes]), 'file'),
      () => parquetRowTexts(new Blob([bytes]), 'file', [1, 60]),
    ]) {
      await read().catch(refused => {
        if (!(refused instanceof InputError)) throw refused;
      });
    }
    return error === null;
  }
});
