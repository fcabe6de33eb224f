import type { BenchLine } from './section.ts';

const HEADER: BenchLine = {
  what: 'what',
  ours: 'ours',
  peer: 'peer',
  theirs: 'theirs',
  ratio: 'ours / theirs',
  target: 'target',
};

/** The lines as a table in Markdown, its columns padded. */
export function tableText(lines: readonly BenchLine[]): string {
  const columns = Object.keys(HEADER) as (keyof BenchLine)[];
  const widths = columns.map(column => Math.max(...[HEADER, ...lines].map(line => line[column].length)));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |\n`;
  const rule = row(widths.map(width => '-'.repeat(width)));
  return (
    row(columns.map(column => HEADER[column])) +
    rule +
    lines.map(line => row(columns.map(column => line[column]))).join('')
  );
}
