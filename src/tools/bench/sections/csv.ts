import { type Match, matchLines } from '../bench-line.ts';
import type { Contender } from '../contest.ts';
import { noaaInput } from '../noaa-input.ts';
import { peerTitle } from '../peers.ts';
import type { Section } from '../section.ts';

/** Marine Cadastre's CSV to columns. */
export const CSV: Section = {
  name: 'csv',
  title: 'Marine Cadastre CSV to columns',
  run({ repeats, size }) {
    const old = noaaInput(size, '2023');
    const renamed = noaaInput(size, '2024');
    const contender = (title: string, subject: Contender['subject'], path: string): Contender => ({
      title,
      subject,
      path,
      units: size,
    });
    const match = (peer: Contender, target: string): Match => {
      const ours = contender('ours', 'our-csv', peer.path);
      return { what: peer.path === old ? 'CSV' : 'CSV, header of 2024', ours, peer, target };
    };
    const duckDb = `${peerTitle('@duckdb/node-api')}, 1 thread`;
    const papaParse = peerTitle('papaparse');
    return matchLines(
      [
        match(contender(duckDb, 'duckdb-csv-2023', old), '>= 2'),
        match(contender(duckDb, 'duckdb-csv-2024', renamed), '>= 2'),
        match(contender(`${papaParse}, texts`, 'papaparse', old), '>= 5'),
        match(contender(`${papaParse}, typed`, 'papaparse-typed', old), '>= 5'),
        match(contender(`${peerTitle('udsv')}, typed columns`, 'udsv', old), ''),
      ],
      repeats,
      'rows',
    );
  },
};
