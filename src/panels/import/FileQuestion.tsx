import { type FormEvent, useId, useState } from 'react';
import { useSelect, useWorkbench } from '../../state/hooks.ts';
import { type ImportJob, jobsAlike, type Question } from '../../state/import-job.ts';
import { visibleText } from '../parts/visible-text.ts';
import { DateQuestion } from './DateQuestion.tsx';
import { type Draft, draftOf, needsOf, openTable, optionsOf, withMeaning } from './draft.ts';
import { REMEDY_WORDS } from './import-words.ts';
import { MoreAnswers } from './MoreAnswers.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { ShipQuestion } from './ShipQuestion.tsx';
import { ZoneQuestion } from './ZoneQuestion.tsx';

interface FileQuestionProps {
  readonly job: ImportJob;
  readonly question: Question;
  readonly onAnswered: () => void;
}

/** The form of a file that can't be read without a word of the user, or is to be read in another way. */
export function FileQuestion({ job, question, onAnswered }: FileQuestionProps) {
  const { session } = useWorkbench();
  const [draft, setDraft] = useState(() => draftOf(question));
  const [problem, setProblem] = useState<string | null>(null);
  const alike = jobsAlike(
    useSelect(state => state.imports),
    question,
  );
  // Whose track it is is a fact of one file: an answer for many is a mistake more often than not.
  const [forAlike, setForAlike] = useState(question.remedy !== 'ship');
  const isForAll = forAlike && alike.length > 1;
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
    setProblem(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const options = optionsOf(question, draft);
    if (typeof options === 'string') {
      setProblem(options);
      return;
    }
    session.imports.answer(isForAll ? alike.map(({ id }) => id) : [job.id], options, isForAll);
    onAnswered();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Lead question={question} />
      <Answers question={question} draft={draft} onChange={change} />
      <footer className="import-foot">
        {alike.length > 1 && (
          <label className="import-check">
            <input type="checkbox" checked={forAlike} onChange={event => setForAlike(event.target.checked)} />
            Use for all {alike.length} files like this
          </label>
        )}
        {problem && (
          <p className="import-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="import-acts">
          <button type="button" className="button" onClick={() => session.imports.putAway(job.id)}>
            {question.remedy ? 'Leave it out' : 'Leave it as it is'}
          </button>
          <button type="submit" className="button primary">
            {question.remedy === 'partial' ? 'Read what is there' : 'Read it'}
          </button>
        </div>
      </footer>
    </form>
  );
}

/** What is asked, why, and whether the answers are those of the last time. */
function Lead({ question }: { readonly question: Question }) {
  const { session } = useWorkbench();
  const [isForgotten, setIsForgotten] = useState(false);
  const { remedy, message, preview, isAsLastTime } = question;
  const header = preview?.table?.header;
  return (
    <section className="import-section">
      <h4 className="import-lead">{remedy ? REMEDY_WORDS[remedy] : 'Read it differently'}</h4>
      {message && <p className="import-note">{visibleText(message)}</p>}
      {!remedy && (
        <p className="import-note">The file stays as it is in the case until it has been read anew.</p>
      )}
      {isAsLastTime && header && (
        <p className="import-note">
          {isForgotten
            ? 'Forgotten: the next file with these columns is asked about anew.'
            : 'Filled in as last time. '}
          {!isForgotten && (
            <button
              type="button"
              className="text-button"
              onClick={() => {
                session.imports.forget(header);
                setIsForgotten(true);
              }}
            >
              Forget
            </button>
          )}
        </p>
      )}
    </section>
  );
}

interface AnswersProps {
  readonly question: Question;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** The questions that are open, each with what the file shows; the rest can be opened. */
function Answers({ question, draft, onChange }: AnswersProps) {
  const id = useId();
  const needs = needsOf(question, draft);
  const table = question.preview?.table ?? null;
  const isOpen = openTable(question) !== null;
  return (
    <>
      {table && (
        <PreviewTable
          table={table}
          meanings={isOpen ? draft.meanings : null}
          onMeaning={(index, meaning) => onChange(withMeaning(draft, index, meaning))}
        />
      )}
      {needs.order && <DateQuestion name={`${id}-order`} needs={needs} draft={draft} onChange={onChange} />}
      {needs.zone && <ZoneQuestion name={`${id}-zone`} needs={needs} draft={draft} onChange={onChange} />}
      {needs.ship && <ShipQuestion ship={draft.ship} onChange={ship => onChange({ ship })} />}
      <MoreAnswers name={`${id}-more`} draft={draft} onChange={onChange} />
    </>
  );
}
