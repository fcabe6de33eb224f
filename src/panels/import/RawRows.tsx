import { useEffect, useId, useRef, useState } from 'react';
import type { RawRow } from '../../engine/engine.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { visibleText } from '../parts/visible-text.ts';

/** Rows shown before and after the one that is asked for. */
const AROUND = 2;
/** So much of a row is shown; a line of a broken file may hold a gigabyte. */
const SHOWN_CHARACTERS = 4000;

type Looked =
  | { readonly kind: 'found'; readonly rows: readonly RawRow[] }
  | { readonly kind: 'failed'; readonly message: string };

interface RawRowsProps {
  readonly input: number;
  /** Line to show, from 1; null for none yet. */
  readonly line: number | null;
  readonly onLine: (line: number) => void;
}

/** The very rows of a file around any line. */
export function RawRows({ input, line, onLine }: RawRowsProps) {
  const id = useId();
  const [text, setText] = useState('');
  const place = useRef<HTMLElement>(null);
  const looked = useRows(input, line);
  useEffect(() => {
    if (looked) place.current?.scrollIntoView({ block: 'nearest' });
  }, [looked]);
  return (
    <section ref={place} className="import-section">
      <form
        className="import-line-form"
        onSubmit={event => {
          event.preventDefault();
          const wanted = Number(text);
          if (Number.isSafeInteger(wanted) && wanted > 0) onLine(wanted);
        }}
      >
        <label htmlFor={id}>Show row</label>
        <input
          id={id}
          className="field"
          inputMode="numeric"
          autoComplete="off"
          placeholder="line"
          value={text}
          onChange={event => setText(event.target.value.replace(/\D/g, ''))}
        />
        <button type="submit" className="button">
          Show
        </button>
      </form>
      <div role="status">
        {looked?.kind === 'failed' && <p className="import-problem">{looked.message}</p>}
        {looked?.kind === 'found' && line !== null && <Found rows={looked.rows} line={line} />}
      </div>
    </section>
  );
}

function Found({ rows, line }: { readonly rows: readonly RawRow[]; readonly line: number }) {
  if (!rows.some(row => row.line === line)) return <p className="import-note">The file has no row {line}.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="import-raw mono" tabIndex={0} aria-label={`Rows around ${line}`}>
      <table>
        <tbody>
          {rows.map(row => (
            <tr key={row.line} data-wanted={row.line === line}>
              <th scope="row">{row.line}</th>
              <td>
                <bdi>{visibleText(row.text.slice(0, SHOWN_CHARACTERS))}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The rows around a line; null until they are there. */
function useRows(input: number, line: number | null): Looked | null {
  const { session } = useWorkbench();
  const [looked, setLooked] = useState<Looked | null>(null);
  useEffect(() => {
    if (line === null) return;
    let isWanted = true;
    const first = Math.max(1, line - AROUND);
    const lines = Array.from({ length: line + AROUND - first + 1 }, (_, i) => first + i);
    session.rows(input, lines).then(
      rows => isWanted && setLooked({ kind: 'found', rows }),
      (error: Error) => isWanted && setLooked({ kind: 'failed', message: error.message }),
    );
    return () => {
      isWanted = false;
    };
  }, [session, input, line]);
  return looked;
}
