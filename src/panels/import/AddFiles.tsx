import { type ChangeEvent, type RefObject, useEffect, useRef } from 'react';
import { filesOfFolder } from '../../state/dropped-files.ts';
import { useWorkbench } from '../../state/hooks.ts';

import { UrlField } from './UrlField.tsx';

const KINDS: readonly (readonly [what: string, formats: string])[] = [
  [
    'Positions',
    'AIS logs (AIVDM, NMEA), aisstream.io, NOAA Marine Cadastre, Danish Maritime Authority, CSV and TSV of any columns, GeoJSON, GPX, KML, Parquet',
  ],
  ['Lists', 'OFAC, EU, a table of your own'],
  ['Sightings, ports', 'tables with named columns'],
  ['Packed', '.gz and .zip of any of these, several files in one zip too'],
];

/** Ways to bring files in: drop, choose, fetch. */
export function AddFiles({ onAdded }: { readonly onAdded: () => void }) {
  const { session } = useWorkbench();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const add = (input: HTMLInputElement): void => {
    session.imports.add(filesOfFolder(input.files ?? []));
    input.value = '';
    onAdded();
  };
  return (
    <>
      <section className="import-section">
        <h3 className="import-title" tabIndex={-1}>
          Add files
        </h3>
        <div className="import-drop">
          <p>Drop files or folders anywhere on the page, or</p>
          <div className="import-acts">
            <button type="button" className="button primary" onClick={() => files.current?.click()}>
              Choose files
            </button>
            <button type="button" className="button" onClick={() => folder.current?.click()}>
              Choose a folder
            </button>
          </div>
          <Chooser inputRef={files} label="Files" onChange={event => add(event.target)} />
          <Chooser inputRef={folder} label="Folder" isFolder onChange={event => add(event.target)} />
        </div>
        <p className="import-note">
          They are read in this browser. Reports of ships that are in the case already are added to theirs,
          and each keeps the file and line that it came from.
        </p>
      </section>
      <UrlField onTaken={onAdded} />
      <section className="import-section">
        <h3>What can be read</h3>
        <table className="import-kinds">
          <tbody>
            {KINDS.map(([what, formats]) => (
              <tr key={formats}>
                <th scope="row">{what}</th>
                <td>{formats}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface ChooserProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly isFolder?: boolean;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** The system's own chooser, opened by a button beside it. */
function Chooser({ inputRef, label, isFolder = false, onChange }: ChooserProps) {
  useEffect(() => {
    inputRef.current?.toggleAttribute('webkitdirectory', isFolder);
  }, [inputRef, isFolder]);
  return (
    <input
      ref={inputRef}
      className="unseen"
      type="file"
      multiple
      tabIndex={-1}
      aria-label={label}
      onChange={onChange}
    />
  );
}
