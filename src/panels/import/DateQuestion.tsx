import { formatUtc, type Instant } from '../../core/time/index.ts';
import type { TimeFormat } from '../../state/import-job.ts';
import { visibleText } from '../parts/visible-text.ts';
import type { Draft, Needs } from './draft.ts';

const ORDERS: readonly (readonly [format: TimeFormat, word: string])[] = [
  ['day-first', 'Day first'],
  ['month-first', 'Month first'],
  ['iso', 'Year first'],
];

interface DateQuestionProps {
  /** Name of the radio group. */
  readonly name: string;
  readonly needs: Needs;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** Asks how dates are written, with one of the file's own read in each way. */
export function DateQuestion({ name, needs, draft, onChange }: DateQuestionProps) {
  const { example, times } = needs;
  const orders = ORDERS.filter(
    ([format]) => format !== 'iso' || example?.readings.has('iso') || draft.timeFormat === 'iso',
  );
  return (
    <fieldset className="import-section import-choices">
      <legend>
        {example ? (
          <>
            In this file <bdi className="mono">{visibleText(example.text)}</bdi> is
          </>
        ) : (
          'How are dates written?'
        )}
      </legend>
      {orders.map(([format, word]) => (
        <label key={format}>
          <input
            type="radio"
            name={name}
            checked={draft.timeFormat === format}
            onChange={() => onChange({ timeFormat: format })}
          />
          <span>{word}</span>
          <span className="import-reading">{dateText(example?.readings.get(format))}</span>
        </label>
      ))}
      {times.settledBy && (
        <p className="import-note">
          Further down stands <bdi className="mono">{visibleText(times.settledBy.sample.text)}</bdi>, which
          can only be read {times.settledBy.format === 'day-first' ? 'day first' : 'month first'}.
        </p>
      )}
    </fieldset>
  );
}

function dateText(t: Instant | undefined): string {
  return t === undefined ? 'can’t be read so' : formatUtc(t, 'd MMMM yyyy HH:mm:ss');
}
