import type { ExportRequest } from '../../engine/engine.ts';
import { counted } from '../parts/counted.ts';
import { ReconstructedMark } from '../parts/ReconstructedMark.tsx';
import type { ExportSize } from './export-size.ts';
import { sizeText } from './size-text.ts';
import type { ExportState } from './use-export.ts';

interface ExportFootProps {
  readonly request: ExportRequest;
  readonly size: ExportSize;
  /** Name of the file. */
  readonly name: string;
  readonly state: ExportState;
  /** Whether any report in it was not received. */
  readonly reconstructed: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** What the file will hold and be called, and the button that makes it; or how far it is. */
export function ExportFoot({ request, size, name, state, reconstructed, onSave, onCancel }: ExportFootProps) {
  const rows = counted(size.rows, request.what === 'tracks' ? 'report' : 'event');
  const isBusy = state.kind === 'writing';
  return (
    <footer className="export-foot">
      {reconstructed && (
        <p className="export-mark">
          <ReconstructedMark /> Not received AIS: every row and the file’s name say so.
        </p>
      )}
      <p className="mono export-name">{name}</p>
      <p>
        <strong>{rows}</strong>, about {sizeText(size.bytes)}. It names its sources by SHA-256, and its
        method;
        {request.what === 'tracks'
          ? ' dropped on this page, it gives the same reports.'
          : ' it is no track, and is not read as one.'}
      </p>
      {isBusy && (
        <progress
          className="export-progress"
          max={Math.max(1, size.rows)}
          value={state.rows}
          aria-label="Writing the file"
        />
      )}
      <div className="export-acts">
        <p className="export-said" role="status">
          <Said state={state} total={size.rows} />
        </p>
        {isBusy ? (
          <button type="button" className="button" onClick={onCancel}>
            Cancel
          </button>
        ) : (
          <button type="button" className="button primary" disabled={size.rows === 0} onClick={onSave}>
            Save file
          </button>
        )}
      </div>
    </footer>
  );
}

function Said({ state, total }: { readonly state: ExportState; readonly total: number }) {
  switch (state.kind) {
    case 'idle':
      return total === 0 ? 'Nothing of this in that time.' : null;
    case 'writing':
      return 'Writing…';
    case 'saved':
      return `Saved, ${sizeText(state.bytes)}.`;
    case 'failed':
      return `Not saved. ${state.message}`;
  }
}
