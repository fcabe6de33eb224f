import { useEffect, useRef } from 'react';
import type { LoadedFile } from '../../engine/engine.ts';
import { useSelect, useWorkbench } from '../../state/hooks.ts';
import type { ImportJob } from '../../state/import-job.ts';
import { visibleText } from '../parts/visible-text.ts';
import { FileQuestion } from './FileQuestion.tsx';
import { ImportReport } from './ImportReport.tsx';
import { type ImportItem, jobKey } from './import-items.ts';
import { bytesText } from './import-words.ts';
import { MovingFile } from './MovingFile.tsx';

interface FileDetailProps {
  readonly item: ImportItem;
  /** Shows another item, by its key; null for the one that needs the user most. */
  readonly onChoose: (key: string | null) => void;
}

/** All about one file. Where what had the focus is gone, its title takes it. */
export function FileDetail({ item, onChoose }: FileDetailProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const kind = item.job?.state.kind ?? 'in case';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a control goes when the kind changes
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, [kind]);
  const { name, bytes } = item.job ?? item.file;
  return (
    <article aria-labelledby="import-file">
      <header className="import-head">
        <h3 id="import-file" ref={title} tabIndex={-1} className="import-title">
          <bdi>{visibleText(name)}</bdi>
        </h3>
        {bytes > 0 && <span>{bytesText(bytes)}</span>}
      </header>
      {item.job ? (
        <JobDetail job={item.job} onChoose={onChoose} />
      ) : (
        <CaseFile file={item.file} onChoose={onChoose} />
      )}
    </article>
  );
}

function JobDetail({
  job,
  onChoose,
}: {
  readonly job: ImportJob;
  readonly onChoose: FileDetailProps['onChoose'];
}) {
  const { session } = useWorkbench();
  const { imports } = session;
  const { id, state } = job;
  const putAway = { word: 'Take off the list', act: () => imports.putAway(id) };
  switch (state.kind) {
    case 'waiting':
    case 'fetching':
    case 'reading':
      return <MovingFile job={job} state={state} />;
    case 'asking':
      return <FileQuestion job={job} question={state.question} onAnswered={() => onChoose(null)} />;
    case 'done':
      return <CaseFile file={state.file} knownHeader={state.knownHeader} onChoose={onChoose} />;
    case 'failed':
      return (
        <Ended
          isFault
          text={visibleText(state.message)}
          acts={state.canRetry ? [{ word: 'Try again', act: () => imports.retry(id) }, putAway] : [putAway]}
        />
      );
    case 'cancelled':
      return (
        <Ended
          text="Cancelled. Nothing of it was kept."
          acts={[{ word: 'Read it after all', act: () => imports.retry(id) }, putAway]}
        />
      );
    case 'removed':
      return (
        <Ended
          text="Taken out of the case, with its reports and what was found in them."
          acts={[{ word: 'Put back', act: () => imports.putBack(id) }]}
        />
      );
  }
}

interface EndedProps {
  readonly text: string;
  readonly isFault?: boolean;
  readonly acts: readonly { readonly word: string; readonly act: () => void }[];
}

/** A file that went no further: why, and what can be done. */
function Ended({ text, isFault = false, acts }: EndedProps) {
  return (
    <section className="import-section">
      <div className={isFault ? 'import-failed' : undefined} role={isFault ? 'alert' : undefined}>
        <p>
          {isFault && <strong>Not added. </strong>}
          {text}
        </p>
        {isFault && <p className="import-note">The case on screen is as it was.</p>}
      </div>
      <div className="import-acts">
        {acts.map(({ word, act }) => (
          <button key={word} type="button" className="button" onClick={act}>
            {word}
          </button>
        ))}
      </div>
    </section>
  );
}

interface CaseFileProps {
  readonly file: LoadedFile;
  readonly knownHeader?: readonly string[] | null;
  readonly onChoose: FileDetailProps['onChoose'];
}

/** A file of the case: its report, and what can be done with it. */
function CaseFile({ file, knownHeader = null, onChoose }: CaseFileProps) {
  const { session } = useWorkbench();
  const data = useSelect(state => state.data);
  // Rows that repeat others are counted when the case is worked out, which comes after the file was read.
  const counted = data?.inputs.find(({ input }) => input === file.input) ?? file;
  const differently = async (): Promise<void> => {
    const job = await session.imports.readDifferently(file.input);
    if (job !== null) onChoose(jobKey(job));
  };
  return (
    <>
      <ImportReport file={counted} knownHeader={knownHeader} />
      {file.input >= 0 && (
        <div className="import-acts import-foot">
          <button type="button" className="button" onClick={() => void differently()}>
            Read differently…
          </button>
          <button type="button" className="button" onClick={() => void session.imports.remove(file)}>
            Remove
          </button>
        </div>
      )}
    </>
  );
}
