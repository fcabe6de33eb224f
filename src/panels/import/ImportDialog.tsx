import { useEffect, useRef, useState } from 'react';
import { useSelect, useWorkbench } from '../../state/hooks.ts';
import { counted } from '../parts/counted.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { VirtualList } from '../parts/VirtualList.tsx';
import { AddFiles } from './AddFiles.tsx';
import { FileDetail } from './FileDetail.tsx';
import { FileRow } from './FileRow.tsx';
import { HeldFiles } from './HeldFiles.tsx';
import { announcement, importItems, overallOf, percent, shownItem } from './import-items.ts';
import './import.css';

/** Height of a row with its hairline, px. */
const ROW_PX = 57;

/** Files on their way into the case and those in it: at the left all of them, at the right the one that is chosen. */
export function ImportDialog() {
  const { session } = useWorkbench();
  const jobs = useSelect(state => state.imports);
  const data = useSelect(state => state.data);
  const heldFiles = useSelect(state => state.heldFiles);
  const [chosen, setChosen] = useChoice(Math.max(0, ...jobs.map(({ id }) => id)));
  const detail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    detail.current?.querySelector<HTMLElement>('.import-title')?.focus();
    return () => session.imports.tidy();
  }, [session]);

  const items = importItems(jobs, data);
  const item = chosen === 'add' || heldFiles > 0 ? null : shownItem(items, chosen);
  return (
    <Dialog title="Add data" note="Nothing leaves this browser.">
      <div className="import">
        <nav className="import-rail" aria-label="Files">
          <button
            type="button"
            className="import-add"
            aria-current={item === null ? 'true' : undefined}
            onClick={() => setChosen('add')}
          >
            <Icon name="plus" />
            Add files
          </button>
          <OverallProgress />
          {items.length > 0 && (
            <VirtualList
              label="Files on their way and in this case"
              items={items}
              keyOf={({ key }) => key}
              heightOf={() => ROW_PX}
              chosenKey={item?.key ?? null}
              onOpen={({ key }) => setChosen(key)}
              row={row => <FileRow item={row} />}
            />
          )}
          <p className="import-hint">Drop more files anywhere. The case stays as it is until one is read.</p>
        </nav>
        <div ref={detail} className="import-detail scroll">
          {heldFiles > 0 && <HeldFiles count={heldFiles} />}
          {heldFiles === 0 && item === null && <AddFiles onAdded={() => setChosen(null)} />}
          {item && <FileDetail key={item.key} item={item} onChoose={setChosen} />}
        </div>
      </div>
      <p className="unseen" role="status">
        {announcement(jobs)}
      </p>
    </Dialog>
  );
}

/** What is chosen in the list: a key, `add`, or null for what needs the user most. New files take the choice along. */
function useChoice(lastJob: number): [string | null, (chosen: string | null) => void] {
  const [chosen, setChosen] = useState<string | null>(null);
  const seen = useRef(lastJob);
  useEffect(() => {
    if (lastJob > seen.current) setChosen(null);
    seen.current = lastJob;
  }, [lastJob]);
  return [chosen, setChosen];
}

function OverallProgress() {
  const { session } = useWorkbench();
  const { files, through, questions, share, isMoving } = overallOf(useSelect(state => state.imports));
  if (!isMoving) return null;
  return (
    <div className="import-overall">
      <span>
        {through + 1} of {counted(files, 'file')}
        {questions > 0 ? ` · ${counted(questions, 'question')}` : ''}
      </span>
      <button type="button" className="text-button" onClick={() => session.imports.cancelAll()}>
        Cancel {files - through > 1 ? 'all' : ''}
      </button>
      <div className="import-overall-bar">
        <progress
          className="import-progress"
          max={100}
          value={percent(share)}
          aria-label="All files on their way"
        />
      </div>
    </div>
  );
}
