import type { LoadedFile } from '../../engine/engine.ts';
import type { CaseData } from '../../state/case-data.ts';
import { type ImportJob, isUnderWay } from '../../state/import-job.ts';
import { counted } from '../parts/counted.ts';
import { bytesText, countText, KIND_WORDS, leftText, REMEDY_SHORT } from './import-words.ts';

/** A file in the list of the dialog: on its way, or in the case. */
export type ImportItem =
  | { readonly key: string; readonly job: ImportJob; readonly file: null }
  | { readonly key: string; readonly job: null; readonly file: LoadedFile };

/** The files on their way, then those of the case that are not among them: positions, sightings, ports. */
export function importItems(jobs: readonly ImportJob[], data: CaseData | null): readonly ImportItem[] {
  const shown = new Set(jobs.map(inputOf));
  const files = data ? [...data.inputs, ...data.references] : [];
  const loaded = new Set(jobs.flatMap(({ state }) => (state.kind === 'done' ? [state.file.sha256] : [])));
  return [
    ...jobs.map(job => ({ key: jobKey(job.id), job, file: null })),
    ...files
      .filter(({ input, sha256 }) => (input >= 0 ? !shown.has(input) : !loaded.has(sha256)))
      .map(file => ({ key: `file/${file.input}/${file.sha256}`, job: null, file })),
  ];
}

/** Key of a file on its way. */
export function jobKey(id: number): string {
  return `job/${id}`;
}

/** Input of the case that a job stands for; -1 for one that stands for none. */
function inputOf({ state }: ImportJob): number {
  return state.kind === 'done' || state.kind === 'removed' ? state.file.input : -1;
}

/** The item that was chosen; else the first that asks something, the one being read, or the last that came. */
export function shownItem(items: readonly ImportItem[], chosen: string | null): ImportItem | null {
  const found = items.find(({ key, job }) => key === chosen || (job && fileKey(job) === chosen));
  if (chosen !== null && found) return found;
  const jobs = items.filter(({ job }) => job !== null);
  const asking = jobs.find(({ job }) => job?.state.kind === 'asking');
  const moving = jobs.find(({ job }) => job?.state.kind === 'reading' || job?.state.kind === 'fetching');
  return asking ?? moving ?? jobs.at(-1) ?? null;
}

function fileKey({ state }: ImportJob): string | null {
  if (state.kind !== 'done' && state.kind !== 'removed') return null;
  return `file/${state.file.input}/${state.file.sha256}`;
}

/** An item in two lines: what it is at, in a word, and more of it. `share` is null where nothing moves. */
export interface ItemWords {
  readonly word: string;
  readonly more: string;
  readonly share: number | null;
}

export function wordsOf({ job, file }: ImportItem): ItemWords {
  if (file) return { word: '', more: fileWords(file), share: null };
  const { state, bytes } = job;
  switch (state.kind) {
    case 'waiting':
      return { word: 'waiting', more: bytesText(bytes), share: null };
    case 'fetching':
    case 'reading':
      return movingWords(job, state);
    case 'asking': {
      const { remedy } = state.question;
      const word = remedy ? '1 question' : 'read differently';
      return { word, more: remedy ? REMEDY_SHORT[remedy] : bytesText(bytes), share: null };
    }
    case 'done':
      return { word: 'ready', more: fileWords(state.file), share: null };
    case 'failed':
      return { word: 'not added', more: 'the case is as it was', share: null };
    case 'cancelled':
      return { word: 'cancelled', more: 'nothing of it was kept', share: null };
    case 'removed':
      return { word: 'taken out', more: 'can be put back', share: null };
  }
}

function movingWords(
  { bytes }: ImportJob,
  state: Extract<ImportJob['state'], { kind: 'fetching' | 'reading' }>,
): ItemWords {
  const share = shareOf(state, bytes);
  const what =
    state.kind === 'fetching'
      ? `${bytesText(state.bytes)} fetched`
      : `${countText(state.progress?.rows ?? 0)} rows`;
  const left = leftText(state.leftS);
  const word = state.kind === 'fetching' && share === null ? 'fetching' : `${percent(share ?? 0)} %`;
  return { word, more: left ? `${what}, ${left}` : what, share: share ?? 0 };
}

/** How much of a file is through, 0 to 1; null where its size is not known. */
export function shareOf(
  state: Extract<ImportJob['state'], { kind: 'fetching' | 'reading' }>,
  bytes: number,
): number | null {
  const [done, total] =
    state.kind === 'reading' ? [state.progress?.bytes ?? 0, bytes] : [state.bytes, state.totalBytes];
  return total === null || total <= 0 || done > total ? null : done / total;
}

/** A share in whole percent, 100 for the whole only. */
export function percent(share: number): number {
  return Math.floor(share * 100);
}

function fileWords({ kind, rows, ships }: LoadedFile): string {
  const what = `${KIND_WORDS[kind]}. ${counted(rows, 'row')}`;
  return kind === 'positions' ? `${what}, ${counted(ships, 'ship')}` : what;
}

/** All files on their way taken together. */
export interface Overall {
  /** Files of this go: those under way and those through. */
  readonly files: number;
  readonly through: number;
  readonly questions: number;
  readonly share: number;
  readonly isMoving: boolean;
}

export function overallOf(jobs: readonly ImportJob[]): Overall {
  const moving = jobs.filter(isUnderWay);
  const through = jobs.filter(({ state }) => state.kind === 'done' || state.kind === 'failed').length;
  const questions = jobs.filter(({ state }) => state.kind === 'asking').length;
  const files = moving.length + through;
  const parts = moving.reduce((sum, { state, bytes }) => {
    const isPart = state.kind === 'reading' || state.kind === 'fetching';
    return sum + (isPart ? (shareOf(state, bytes) ?? 0) : 0);
  }, 0);
  const share = files === 0 ? 0 : (through + parts) / files;
  return { files, through, questions, share, isMoving: moving.length > 0 };
}

/** What a screen reader is told: it changes by quarters of a file, and with the files that are through. */
export function announcement(jobs: readonly ImportJob[]): string {
  if (jobs.length === 0) return '';
  const { files, through, questions, isMoving } = overallOf(jobs);
  const asks = questions > 0 ? ` ${counted(questions, 'question')} to answer.` : '';
  const failed = jobs.filter(({ state }) => state.kind === 'failed').length;
  const faults = failed > 0 ? ` ${counted(failed, 'file')} not added.` : '';
  if (!isMoving)
    return files === 0 ? asks.trim() : `${through} of ${counted(files, 'file')} through.${faults}${asks}`;
  const current = jobs.find(({ state }) => state.kind === 'reading' || state.kind === 'fetching');
  if (!current) return `${counted(files - through, 'file')} waiting.${asks}`;
  const { state, name, bytes } = current;
  const share = state.kind === 'reading' || state.kind === 'fetching' ? (shareOf(state, bytes) ?? 0) : 0;
  const verb = state.kind === 'fetching' ? 'Fetching' : 'Reading';
  const quarter = Math.floor(share * 4) * 25;
  return `${verb} ${name}, ${through + 1} of ${files}${quarter > 0 ? `, ${quarter} %` : ''}.${faults}${asks}`;
}
