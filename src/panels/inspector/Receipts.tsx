import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Finding } from '../../core/findings/index.ts';
import type { Receipt } from '../../core/track/index.ts';
import type { RawRow } from '../../engine/engine.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useWorkbench } from '../../state/hooks.ts';
import { visibleText } from '../parts/visible-text.ts';
import { receiptLines } from './receipt-lines.ts';
import { Section } from './Section.tsx';

/** At most so many rows of one input are shown. */
const MOST = 200;

/** The very rows under a finding, read from the files again. */
export function Receipts({ finding, data }: { readonly finding: Finding; readonly data: CaseData }) {
  const { receipts } = finding;
  return (
    <>
      {receipts.map(receipt => (
        <InputReceipt key={receipt.input} receipt={receipt} finding={finding} data={data} />
      ))}
    </>
  );
}

interface InputReceiptProps {
  readonly receipt: Receipt;
  readonly finding: Finding;
  readonly data: CaseData;
}

function InputReceipt({ receipt, finding, data }: InputReceiptProps) {
  const { session } = useWorkbench();
  const [all, setAll] = useState(false);
  const { lines, ends } = useMemo(
    () => receiptLines(data.store, finding.vessel, receipt),
    [data.store, finding.vessel, receipt],
  );
  const input = data.inputs.find(other => other.input === receipt.input);
  const wanted = all ? lines.slice(0, MOST) : ends;
  const rows = useQuery({
    queryKey: ['rows', input?.sha256, receipt.input, wanted],
    queryFn: () => session.rows(receipt.input, wanted),
  });
  const name = visibleText(input?.name ?? `input ${receipt.input}`);
  return (
    <Section
      title="Receipts"
      aside={
        <>
          {wanted.length} of {lines.length.toLocaleString('en')} rows
          {lines.length > ends.length && (
            <button type="button" className="text-button" onClick={() => setAll(!all)}>
              {all ? 'show ends' : lines.length > MOST ? `show ${MOST}` : 'show all'}
            </button>
          )}
        </>
      }
    >
      {rows.isError ? (
        <p className="inspector-fault" role="alert">
          The rows of {name} could not be read: {rows.error.message}{' '}
          <button type="button" className="text-button" onClick={() => rows.refetch()}>
            Try again
          </button>
        </p>
      ) : (
        <RawRows
          name={name}
          lines={wanted}
          rows={rows.data ?? null}
          leftOutAt={wanted === ends && lines.length > ends.length ? ends.length / 2 : null}
        />
      )}
      {input && (
        <p className="inspector-digest mono" title={`SHA-256 of ${name}: ${input.sha256}`}>
          SHA-256 {input.sha256.slice(0, 16)}…
        </p>
      )}
    </Section>
  );
}

interface RawRowsProps {
  readonly name: string;
  readonly lines: readonly number[];
  /** Null while they are being read. */
  readonly rows: readonly RawRow[] | null;
  /** Index of the line before which others are left out; null where none are. */
  readonly leftOutAt: number | null;
}

function RawRows({ name, lines, rows, leftOutAt }: RawRowsProps) {
  const texts = useMemo(() => new Map(rows?.map(({ line, text }) => [line, text])), [rows]);
  return (
    <ul className="inspector-rows mono scroll" aria-busy={rows === null}>
      {lines.map((line, index) => (
        <li key={line} data-left-out={index === leftOutAt}>
          <RawRowLine place={`${name}:${line}`} text={texts.get(line)} reading={rows === null} />
        </li>
      ))}
    </ul>
  );
}

interface RawRowLineProps {
  /** `positions.csv:7412`. */
  readonly place: string;
  /** Undefined where the file has no such line any more. */
  readonly text: string | undefined;
  readonly reading: boolean;
}

/** One line, cut to the width; pressed, it is shown whole. */
function RawRowLine({ place, text, reading }: RawRowLineProps) {
  const [whole, setWhole] = useState(false);
  const shown = text === undefined ? '' : visibleText(text);
  return (
    <button
      type="button"
      className={whole ? 'inspector-row whole' : 'inspector-row'}
      aria-expanded={whole}
      title={shown}
      disabled={text === undefined}
      onClick={() => setWhole(!whole)}
    >
      <span className="inspector-row-place">{place}</span>
      <span className="inspector-row-text">
        {reading ? 'reading…' : text === undefined ? 'no such line in the file' : shown}
      </span>
    </button>
  );
}
