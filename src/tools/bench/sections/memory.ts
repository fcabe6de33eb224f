import { countText } from '../bench-line.ts';
import { noaaInput } from '../noaa-input.ts';
import { runSubject } from '../run-subject.ts';
import type { BenchLine, Section } from '../section.ts';

const MIB = 2 ** 20;

/** Memory at its highest while a CSV is read, against what the columns take in the end. */
export const MEMORY: Section = {
  name: 'memory',
  title: 'Memory while Marine Cadastre CSV is read',
  async run({ size }) {
    const lines: BenchLine[] = [];
    for (const rows of [size, 5 * size]) {
      const path = noaaInput(rows, '2023');
      const { peakBytes = Number.NaN, keptBytes = Number.NaN } = await runSubject('our-csv-memory', path);
      lines.push({
        what: `${countText(rows)} rows`,
        ours: `${Math.round(peakBytes / MIB)} MiB at most`,
        peer: 'the columns kept',
        theirs: `${Math.round(keptBytes / MIB)} MiB`,
        ratio: (peakBytes / keptBytes).toFixed(2),
        target: '<= 2',
      });
    }
    return lines;
  },
};
