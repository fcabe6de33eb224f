import { Fragment, useState } from 'react';
import { formatMinute } from '../../core/time/index.ts';
import type { LoadedFile } from '../../engine/engine.ts';
import { useWorkbench } from '../../state/hooks.ts';
import type { PositionColumn } from '../../state/import-job.ts';
import { counted } from '../parts/counted.ts';
import { ReconstructedMark } from '../parts/ReconstructedMark.tsx';
import { visibleText } from '../parts/visible-text.ts';
import { Digest } from './Digest.tsx';
import { COLUMN_WORDS, FORMAT_WORDS, KIND_WORDS } from './import-words.ts';
import { RawRows } from './RawRows.tsx';

interface ImportReportProps {
  readonly file: LoadedFile;
  /** Its header, where its columns were read as the user said of an earlier file with the same; else null. */
  readonly knownHeader: readonly string[] | null;
}

/** What became of every row of a file, and how the file was understood. */
export function ImportReport({ file, knownHeader }: ImportReportProps) {
  const [line, setLine] = useState<number | null>(null);
  return (
    <>
      <section className="import-section">
        <Rows file={file} />
      </section>
      <section className="import-section">
        <dl className="import-facts">
          {factsOf(file).map(([what, fact]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
          <div>
            <dt>SHA-256</dt>
            <dd>
              <Digest sha256={file.sha256} />
            </dd>
          </div>
        </dl>
        {knownHeader && <AsLastTime header={knownHeader} />}
      </section>
      {file.setAside.size > 0 && <SetAside file={file} onShow={file.input >= 0 ? setLine : null} />}
      {file.input >= 0 && <RawRows input={file.input} line={line} onLine={setLine} />}
    </>
  );
}

function Rows({ file }: { readonly file: LoadedFile }) {
  const { rows, accepted, reconstructed, duplicates, notes } = file;
  const aside = rows - accepted;
  return (
    <>
      <div className="import-share" aria-hidden="true">
        <span style={{ width: `${rows > 0 ? (accepted / rows) * 100 : 100}%` }} />
      </div>
      <p className="import-sum">
        <span>
          <strong>{rows.toLocaleString('en')}</strong> rows read
        </span>
        <span>
          <strong>{accepted.toLocaleString('en')}</strong> kept
        </span>
        <span>
          <strong>{aside === 0 ? 'none' : aside.toLocaleString('en')}</strong> set aside
        </span>
        {reconstructed && <ReconstructedMark />}
      </p>
      {duplicates > 0 && (
        <p className="import-note">
          {counted(duplicates, 'row')} {duplicates === 1 ? 'says' : 'say'} the very same as another row of the
          case, and {duplicates === 1 ? 'is' : 'are'} counted once.
        </p>
      )}
      {[...notes].map(([note, count]) => (
        <p key={note} className="import-note">
          {count.toLocaleString('en')} × {note}
        </p>
      ))}
    </>
  );
}

/** How the file was understood, as far as it leaves anything to be. */
function factsOf(file: LoadedFile): (readonly [what: string, fact: string])[] {
  const { kind, format, ships, from, to, provider, timeNote, columns } = file;
  const names = columns.map(([meaning, name]) => {
    const word = COLUMN_WORDS[meaning as PositionColumn] ?? meaning;
    return word.toLowerCase() === name.toLowerCase() ? word : `${visibleText(name)} as ${word}`;
  });
  const facts: (readonly [string, string])[] = [
    ['What', `${KIND_WORDS[kind]}, ${FORMAT_WORDS.get(format) ?? format}`],
    ['Ships', kind === 'positions' ? ships.toLocaleString('en') : ''],
    ['Time span', Number.isNaN(from) ? '' : `${formatMinute(from)} to ${formatMinute(to)}`],
    ['Times', visibleText(timeNote)],
    ['Columns', names.join('; ')],
    ['Provider', visibleText(provider)],
  ];
  return facts.filter(([, fact]) => fact !== '');
}

function AsLastTime({ header }: { readonly header: readonly string[] }) {
  const { session } = useWorkbench();
  const [isForgotten, setIsForgotten] = useState(false);
  if (isForgotten)
    return <p className="import-note">Forgotten: the next such file is read as its names say.</p>;
  return (
    <p className="import-note">
      Columns as last time.{' '}
      <button
        type="button"
        className="text-button"
        onClick={() => {
          session.imports.forget(header);
          setIsForgotten(true);
        }}
      >
        Forget
      </button>
    </p>
  );
}

interface SetAsideProps {
  readonly file: LoadedFile;
  /** Shows a row of the file; null where its rows can't be had. */
  readonly onShow: ((line: number) => void) | null;
}

/** Why rows were set aside, worst first, with examples that can be looked up. */
function SetAside({ file, onShow }: SetAsideProps) {
  const reasons = [...file.setAside].sort(([, a], [, b]) => b.rows - a.rows);
  return (
    <section className="import-section">
      <h4>Set aside</h4>
      <table className="import-aside">
        <colgroup>
          <col />
          <col />
        </colgroup>
        <tbody>
          {reasons.map(([reason, { rows, examples }]) => (
            <Fragment key={reason}>
              <tr>
                <td>{rows.toLocaleString('en')}</td>
                <th scope="row">{reason}</th>
              </tr>
              {examples.map(({ line, text }) => (
                <tr key={line}>
                  <td>
                    {onShow ? (
                      <button
                        type="button"
                        className="text-button"
                        aria-label={`Show row ${line}`}
                        onClick={() => onShow(line)}
                      >
                        {line.toLocaleString('en')}
                      </button>
                    ) : (
                      line.toLocaleString('en')
                    )}
                  </td>
                  <td>
                    <code className="mono" title={visibleText(text)}>
                      {visibleText(text)}
                    </code>
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
