import { useMemo, useState } from 'react';
import { formatDate, type Instant } from '../../core/time/index.ts';
import { vesselLabel } from '../../core/vessel/index.ts';
import type { ExportRequest } from '../../engine/engine.ts';
import { useSelect, useWorkbench } from '../../state/hooks.ts';
import { counted } from '../parts/counted.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { visibleText } from '../parts/visible-text.ts';
import { Choices } from './Choices.tsx';
import { ExportFoot } from './ExportFoot.tsx';
import { type ExportForm, type ExportScene, requestOf } from './export-form.ts';
import { exportSize } from './export-size.ts';
import { exportFileName } from './file-name.ts';
import { useExport } from './use-export.ts';
import './export.css';

const SUBJECTS = [
  { value: 'tracks', label: 'Tracks', note: 'every report of the ships, with its verdict' },
  { value: 'events', label: 'Events and findings', note: 'calls, dark calls, silences, what the rules say' },
] as const;

const FORMATS: readonly { value: ExportRequest['format']; label: string; note: string }[] = [
  { value: 'csv', label: 'CSV', note: 'spreadsheets; the source of each row stands in it' },
  { value: 'geojson', label: 'GeoJSON', note: 'QGIS, web maps' },
  { value: 'kml', label: 'KML', note: 'Google Earth' },
  { value: 'gpx', label: 'GPX', note: 'chart plotters' },
  { value: 'parquet', label: 'Parquet', note: 'DuckDB, pandas; the smallest' },
];

/** What is exported, how much that is, and the way to save it. */
export function ExportDialog() {
  const data = useSelect(state => state.data);
  const window = useSelect(state => state.window);
  const { session } = useWorkbench();
  const [vessel] = useState(() => session.chosenVessel());
  if (!data) return null;
  return (
    <Dialog title="Export" note="Nothing leaves this browser: the file is made here.">
      <ExportBody scene={{ data, vessel, window }} />
    </Dialog>
  );
}

function ExportBody({ scene }: { readonly scene: ExportScene }) {
  const { data, vessel, window } = scene;
  const [form, setForm] = useState<ExportForm>({
    what: 'tracks',
    format: 'csv',
    whose: vessel ? 'chosen' : 'all',
    when: 'all',
    clean: false,
  });
  const { state, start, stop } = useExport();
  const request = useMemo(() => requestOf(form, { data, vessel, window }, 0), [form, data, vessel, window]);
  const size = useMemo(() => exportSize(data, request), [data, request]);
  const name = exportFileName(data, request);
  const isBusy = state.kind === 'writing';
  const change = (part: Partial<ExportForm>): void => {
    stop();
    setForm({ ...form, ...part });
  };
  const ships = [
    { value: 'all', label: `All ${counted(data.vessels.length, 'ship')}` },
    ...(vessel ? [{ value: 'chosen', label: visibleText(vesselLabel(vessel)) } as const] : []),
  ] as const;
  const times = [
    { value: 'all', label: 'The whole case', note: daysText(data.from, data.to) },
    { value: 'window', label: 'What the lanes show', note: daysText(window.from, window.to) },
  ] as const;
  return (
    <>
      <fieldset className="export-body" disabled={isBusy}>
        <legend className="unseen">What to export</legend>
        <div className="export-column">
          <Choices title="What" options={SUBJECTS} value={form.what} onChange={what => change({ what })} />
          <Choices title="Ships" options={ships} value={form.whose} onChange={whose => change({ whose })} />
          <Choices title="Time, UTC" options={times} value={form.when} onChange={when => change({ when })} />
        </div>
        <div className="export-column">
          <Choices
            title="Format"
            options={FORMATS}
            value={form.format}
            onChange={format => change({ format })}
          />
          {form.what === 'tracks' && (
            <label className="export-clean">
              <input
                type="checkbox"
                checked={form.clean}
                onChange={event => change({ clean: event.target.checked })}
              />
              <span className="export-label">
                Clean fixes only{' '}
                <span className="export-note">leaves out duplicates, faults, reports without a position</span>
              </span>
            </label>
          )}
        </div>
      </fieldset>
      <ExportFoot
        request={request}
        size={size}
        name={name}
        state={state}
        reconstructed={name.includes('-reconstructed.')}
        onSave={() => start({ ...request, madeAt: Date.now() }, name)}
        onCancel={stop}
      />
    </>
  );
}

function daysText(from: Instant, to: Instant): string {
  const [first, last] = [formatDate(from), formatDate(to)];
  return first === last ? first : `${first} to ${last}`;
}
