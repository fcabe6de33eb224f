import { type Match, matchLines } from '../bench-line.ts';
import type { Contender } from '../contest.ts';
import { noaaParquet } from '../parquet-input.ts';
import { peerTitle } from '../peers.ts';
import type { Section } from '../section.ts';

/** The rows of the CSV section as Parquet, written by DuckDB. */
export const PARQUET: Section = {
  name: 'parquet',
  title: 'Parquet to columns',
  async run({ repeats, size }) {
    const path = await noaaParquet(size);
    const ours: Contender = { title: 'ours', subject: 'our-parquet', path, units: size };
    const match = (title: string, subject: Contender['subject']): Match => ({
      what: 'Parquet',
      ours,
      peer: { title, subject, path, units: size },
    });
    return matchLines(
      [
        match(`${peerTitle('@duckdb/node-api')}, 1 thread`, 'duckdb-parquet'),
        match('hyparquet, objects', 'hyparquet'),
      ],
      repeats,
      'rows',
    );
  },
};
