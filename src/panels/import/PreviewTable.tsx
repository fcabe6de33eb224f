import type { PositionColumn, TablePreview } from '../../state/import-job.ts';
import { visibleText } from '../parts/visible-text.ts';
import { COLUMN_WORDS } from './import-words.ts';

const MEANINGS = Object.entries(COLUMN_WORDS) as [PositionColumn, string][];
/** So many rows show what a column holds. */
const SHOWN_ROWS = 5;

interface PreviewTableProps {
  readonly table: TablePreview;
  /** What each column means, to be changed; null for a format that fixes it. */
  readonly meanings: readonly (PositionColumn | null)[] | null;
  readonly onMeaning: (index: number, meaning: PositionColumn | null) => void;
}

/** The first rows of a file, with what each column is taken to mean above them. */
export function PreviewTable({ table, meanings, onMeaning }: PreviewTableProps) {
  const fixed = new Map([...table.columns].map(([meaning, name]) => [name, meaning]));
  return (
    <section className="import-section">
      <h4>Columns</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="import-table" tabIndex={0} aria-label="First rows of the file">
        <table>
          <thead>
            <tr>
              {table.header.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
                <th key={index} scope="col" title={name}>
                  <bdi>{visibleText(name) || '(no name)'}</bdi>
                </th>
              ))}
            </tr>
            <tr>
              {table.header.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
                <td key={index} className="import-meaning-cell">
                  {meanings ? (
                    <Meaning
                      column={name}
                      isNamed={name !== '' && table.header.indexOf(name) === index}
                      meaning={meanings[index] ?? null}
                      onChange={meaning => onMeaning(index, meaning)}
                    />
                  ) : (
                    <FixedMeaning meaning={fixed.get(name) ?? null} />
                  )}
                </td>
              ))}
            </tr>
          </thead>
          <tbody className="mono">
            {table.rows.slice(0, SHOWN_ROWS).map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their place
              <tr key={line}>
                {table.header.map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
                  <td key={index}>
                    <bdi className={meanings && !meanings[index] ? 'import-unread' : undefined}>
                      {visibleText(row[index] ?? '')}
                    </bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface MeaningProps {
  readonly column: string;
  /** A column without a name of its own can't be told apart, so it isn't read. */
  readonly isNamed: boolean;
  readonly meaning: PositionColumn | null;
  readonly onChange: (meaning: PositionColumn | null) => void;
}

function Meaning({ column, isNamed, meaning, onChange }: MeaningProps) {
  return (
    <select
      className="import-meaning"
      aria-label={`Meaning of ${visibleText(column)}`}
      data-read={meaning !== null}
      disabled={!isNamed}
      value={meaning ?? ''}
      onChange={event => onChange(MEANINGS.find(([key]) => key === event.target.value)?.[0] ?? null)}
    >
      <option value="">not read</option>
      {MEANINGS.map(([key, word]) => (
        <option key={key} value={key}>
          {word}
        </option>
      ))}
    </select>
  );
}

function FixedMeaning({ meaning }: { readonly meaning: PositionColumn | null }) {
  return <span className="import-fixed">{meaning ? COLUMN_WORDS[meaning] : 'by the format'}</span>;
}
