import type { LoadedFile } from '../../engine/engine.ts';
import { ReconstructedMark } from '../parts/ReconstructedMark.tsx';

const KIND_WORDS = { positions: 'Positions', list: 'List', sightings: 'Sightings', ports: 'Ports' } as const;

/** What became of every row of a file. `onRemove` takes the file out of the case; null where it can't be. */
export function ImportReport({ file, onRemove }: { file: LoadedFile; onRemove: (() => void) | null }) {
  const aside = file.rows - file.accepted;
  const share = file.rows > 0 ? file.accepted / file.rows : 1;
  return (
    <article className="import-report">
      <header className="import-line">
        <bdi className="import-name" title={file.name}>
          {file.name}
        </bdi>
        {file.reconstructed && <ReconstructedMark />}
        <span className="mono import-digest" title={file.sha256}>
          sha-256 {file.sha256.slice(0, 8)}…{file.sha256.slice(-6)}
        </span>
        {onRemove && (
          <button type="button" className="import-choose" onClick={onRemove}>
            Remove
          </button>
        )}
      </header>
      <div className="import-share" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p>
        {KIND_WORDS[file.kind]}, {file.format}. <strong>{file.rows.toLocaleString('en')}</strong> rows read,{' '}
        <strong>{file.accepted.toLocaleString('en')}</strong> kept
        {aside > 0 ? (
          <>
            , <strong>{aside.toLocaleString('en')}</strong> set aside
          </>
        ) : (
          ', none set aside'
        )}
        .
      </p>
      {[...file.notes].map(([note, count]) => (
        <p key={note} className="import-kinds">
          {count.toLocaleString('en')} × {note}
        </p>
      ))}
      {aside > 0 && (
        <details className="import-aside">
          <summary>Rows set aside, by reason</summary>
          <table>
            <tbody>
              {[...file.setAside].map(([reason, { rows, examples }]) => (
                <tr key={reason}>
                  <td>{rows.toLocaleString('en')}</td>
                  <th scope="row">{reason}</th>
                  <td>
                    {examples.map(({ line, text }) => (
                      <code key={line} className="mono" title={text}>
                        {line}: {text}
                      </code>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </article>
  );
}
