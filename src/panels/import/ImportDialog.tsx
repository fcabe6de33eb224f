import { useRef } from 'react';
import { useSelect, useWorkbench } from '../../state/hooks.ts';
import type { ImportJob } from '../../state/store.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { ImportReport } from './ImportReport.tsx';
import { ZoneQuestion } from './ZoneQuestion.tsx';
import './import.css';

/** Files on their way into the case, with progress, cancel and the report of each; and what is in the case. */
export function ImportDialog() {
  const { session } = useWorkbench();
  const jobs = useSelect(state => state.imports);
  const data = useSelect(state => state.data);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <Dialog title="Add data" note="Nothing leaves this browser.">
      <div className="import-body">
        <div className="import-drop">
          <p>
            Drop files anywhere, or{' '}
            <button type="button" className="import-choose" onClick={() => chooser.current?.click()}>
              choose them
            </button>
            . Ships already in the case get the new reports added.
          </p>
          <p className="import-kinds">
            AIS logs (AIVDM), aisstream.io messages, NOAA Marine Cadastre and Danish CSV, CSV of positions,
            GeoJSON; lists (OFAC, EU, tables); sightings; ports; each also as .gz or .zip
          </p>
          <input
            ref={chooser}
            className="unseen"
            type="file"
            multiple
            tabIndex={-1}
            aria-label="Files"
            onChange={event => {
              session.addFiles(
                [...(event.target.files ?? [])].map(file => ({ name: file.name, data: file })),
              );
              event.target.value = '';
            }}
          />
        </div>
        {jobs.length > 0 && (
          <ul className="import-jobs" aria-label="Files being added">
            {jobs.map(job => (
              <li key={job.id}>
                <Job job={job} />
              </li>
            ))}
          </ul>
        )}
        {data && (
          <section className="import-case" aria-label="In this case">
            <h3>In this case</h3>
            <ul>
              {data.inputs.map(file => (
                <li key={file.input}>
                  <ImportReport
                    file={file}
                    onRemove={data.inputs.length > 1 ? () => session.removeInput(file) : null}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

function Job({ job }: { job: ImportJob }) {
  const { session } = useWorkbench();
  const { state } = job;
  switch (state.kind) {
    case 'waiting':
      return <Line name={job.name} word="waiting" onCancel={() => session.cancelImport(job.id)} />;
    case 'reading':
      return <Reading job={job} state={state} />;
    case 'done':
      return <ImportReport file={state.file} onRemove={null} />;
    case 'cancelled':
      return <Line name={job.name} word="cancelled, nothing of it was kept" onCancel={null} />;
    case 'failed':
      return (
        <div className="import-failed" role="alert">
          <p>
            <strong>Not added.</strong> {state.message}
          </p>
          <p className="import-kinds">The case on screen is as it was.</p>
          {state.remedy === 'zone' && (
            <ZoneQuestion onZone={zoneMinutes => session.retry(job.id, { zoneMinutes })} />
          )}
          {state.remedy === 'partial' && (
            <button
              type="button"
              className="button"
              onClick={() => session.retry(job.id, { zoneMinutes: null, partial: true })}
            >
              Read what is there
            </button>
          )}
        </div>
      );
  }
}

function Reading({
  job,
  state,
}: {
  job: ImportJob;
  state: Extract<ImportJob['state'], { kind: 'reading' }>;
}) {
  const { session } = useWorkbench();
  const { progress, rowsPerSecond } = state;
  const share = progress && job.bytes > 0 ? progress.bytes / job.bytes : 0;
  const rows = progress ? `${progress.rows.toLocaleString('en')} rows` : 'opening';
  const speed = rowsPerSecond > 0 ? `, ${Math.round(rowsPerSecond).toLocaleString('en')} rows/s` : '';
  return (
    <>
      <Line
        name={job.name}
        word={`${Math.round(share * 100)} %`}
        onCancel={() => session.cancelImport(job.id)}
      />
      <progress className="import-progress" max={1} value={share} aria-label={`Reading ${job.name}`} />
      <p className="import-kinds">
        {rows}
        {speed}
      </p>
    </>
  );
}

function Line({ name, word, onCancel }: { name: string; word: string; onCancel: (() => void) | null }) {
  return (
    <div className="import-line">
      <bdi className="import-name" title={name}>
        {name}
      </bdi>
      <span className="import-word">{word}</span>
      {onCancel && (
        <button type="button" className="import-choose" onClick={onCancel}>
          Cancel
        </button>
      )}
    </div>
  );
}
