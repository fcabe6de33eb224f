import { useSelect, useWorkbench } from '../../state/hooks.ts';
import type { ImportJob } from '../../state/import-job.ts';
import { counted } from '../parts/counted.ts';
import { percent, shareOf } from './import-items.ts';
import { bytesText, countText, leftText } from './import-words.ts';

type Moving = Extract<ImportJob['state'], { kind: 'waiting' | 'fetching' | 'reading' }>;

/** A file on its way: how far, how fast, how long still, and the way to stop it. */
export function MovingFile({ job, state }: { readonly job: ImportJob; readonly state: Moving }) {
  const { session } = useWorkbench();
  return (
    <section className="import-section">
      {state.kind === 'waiting' ? <Waiting job={job} /> : <Progress job={job} state={state} />}
      <div className="import-acts">
        <button type="button" className="button" onClick={() => session.imports.cancel(job.id)}>
          Cancel
        </button>
      </div>
      <p className="import-note">The case on screen stays as it is meanwhile, and can be worked with.</p>
    </section>
  );
}

function Waiting({ job }: { readonly job: ImportJob }) {
  const jobs = useSelect(state => state.imports);
  const before = jobs
    .slice(0, jobs.indexOf(job))
    .filter(({ state }) => state.kind === 'waiting' || state.kind === 'reading').length;
  return <p>{before > 0 ? `Waits for ${counted(before, 'file')} before it.` : 'Is next.'}</p>;
}

function Progress({
  job,
  state,
}: {
  readonly job: ImportJob;
  readonly state: Exclude<Moving, { kind: 'waiting' }>;
}) {
  const share = shareOf(state, job.bytes);
  const verb = state.kind === 'fetching' ? 'Fetching' : 'Reading';
  return (
    <>
      <div className="import-share-line">
        <strong>{share === null ? verb : `${percent(share)} %`}</strong>
        <span>{leftText(state.leftS)}</span>
      </div>
      <progress
        className="import-progress"
        aria-label={`${verb} ${job.name}`}
        {...(share !== null && { max: 100, value: percent(share) })}
      />
      <dl className="import-figures">
        {figuresOf(state).map(([what, figure]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function figuresOf(state: Exclude<Moving, { kind: 'waiting' }>): (readonly [what: string, figure: string])[] {
  if (state.kind === 'fetching') {
    const { bytes, totalBytes } = state;
    const whole = totalBytes === null ? 'size not given' : `of ${bytesText(totalBytes)}`;
    return [['Fetched', `${bytesText(bytes)} ${whole}`]];
  }
  const { progress, rowsPerSecond } = state;
  if (!progress) return [['Read', 'opening']];
  return [
    ['Read', `${bytesText(progress.bytes)} of ${bytesText(progress.totalBytes)}`],
    ['Rows', countText(progress.rows)],
    ['Speed', rowsPerSecond > 0 ? `${countText(rowsPerSecond)} rows/s` : ''],
  ];
}
