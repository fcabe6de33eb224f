import { formatUtc } from '../../core/time/index.ts';
import { useDispatch, useSelect, useWorkbench } from '../../state/hooks.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import './share.css';

/** Links longer than this are cut by some mail and chat programs. */
const SAFE_LENGTH = 2000;

/** The link to this view, how long it is, and what it pins. `url` is null before there is a case. */
export function ShareDialog({ url, onCopy }: { url: string | null; onCopy: () => void }) {
  const data = useSelect(state => state.data);
  const { clock } = useWorkbench();
  const dispatch = useDispatch();
  if (!data || url === null) return null;
  const { method } = data.analysis;
  return (
    <Dialog title="Share this view" note="Nothing is uploaded. The link is the view.">
      <div className="share-body">
        <textarea
          className="share-link mono"
          readOnly
          rows={4}
          aria-label="Link"
          value={url}
          onFocus={event => event.target.select()}
        />
        <div className="share-row">
          <button type="button" className="button primary" onClick={onCopy}>
            <Icon name="copy" />
            Copy link
          </button>
          <button
            type="button"
            className="button"
            onClick={() => dispatch({ type: 'dialog', dialog: 'export' })}
          >
            Export data
          </button>
          <span className="share-length">
            <strong>{url.length.toLocaleString('en')}</strong> characters
            {url.length > SAFE_LENGTH ? ': some mail and chat programs cut links this long' : ''}
          </span>
        </div>
        <h3 className="share-title">
          What the link pins <span>digest, first 8 of 64</span>
        </h3>
        <table className="share-pins">
          <tbody>
            {data.inputs.map(({ input, name, rows, sha256, reconstructed }) => (
              <tr key={input}>
                <th scope="row">Data</th>
                <td>
                  <bdi>{name}</bdi>
                  {reconstructed ? ', reconstructed' : ''}
                </td>
                <td>{rows.toLocaleString('en')} rows</td>
                <td className="mono">{sha256.slice(0, 8)}</td>
              </tr>
            ))}
            {data.references.map(({ name, rows, sha256 }) => (
              <tr key={sha256}>
                <th scope="row">Reference</th>
                <td>
                  <bdi>{name}</bdi>
                </td>
                <td>{rows.toLocaleString('en')} rows</td>
                <td className="mono">{sha256.slice(0, 8)}</td>
              </tr>
            ))}
            {data.lists.map(({ id, title, edition, designations, sha256 }) => (
              <tr key={id}>
                <th scope="row">List</th>
                <td>
                  <bdi>{title}</bdi>
                  {edition ? `, ${edition}` : ''}
                </td>
                <td>{designations.length.toLocaleString('en')} entries</td>
                <td className="mono">{sha256.slice(0, 8)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Method</th>
              <td>
                version {method.version}, {method.rules} rules
              </td>
              <td>{Object.keys(method.parameters).length} thresholds</td>
              <td />
            </tr>
            <tr>
              <th scope="row">View</th>
              <td>{formatUtc(clock.time, "d MMM yyyy HH:mm:ss.SSS 'UTC'")}</td>
              <td />
              <td />
            </tr>
          </tbody>
        </table>
        <p className="share-note">
          Whoever opens it sees the same view, paused, and is told whether the data are identical, different
          or missing.
        </p>
      </div>
    </Dialog>
  );
}
