import {
  type Analysis,
  DEFAULT_PARAMETERS,
  type Method,
  type ParameterName,
} from '../core/findings/index.ts';
import { formatIso, type Instant } from '../core/time/index.ts';
import { type Vessel, vesselLabel } from '../core/vessel/index.ts';
import type { AnalysedInput, AnalysisDocument } from './analysis-json.ts';
import type { ExportSubject } from './export-format.ts';
import { PRODUCT } from './product.ts';

/** A case as it is exported. */
export interface ExportedCase extends AnalysisDocument {
  readonly analysis: Analysis;
  readonly inputs: readonly (AnalysedInput & { readonly input: number })[];
}

/** An input of positions as the rows of an export name it. */
export interface ExportInput extends AnalysedInput {
  /** Index that reports and receipts name it by. */
  readonly input: number;
  /** Its name; where several inputs have one name, with the first digits of its digest. */
  readonly label: string;
}

/** What was chosen out of the case. */
export interface ExportChoice {
  readonly what: ExportSubject;
  /** Ships that are in the export. */
  readonly vessels: readonly Vessel[];
  /** First and last instant; infinite where open. */
  readonly from: Instant;
  readonly to: Instant;
  /** True where reports whose verdict isn't `ok` are left out. */
  readonly clean: boolean;
  /** Rows by their kind (`reports`, `calls`, …). */
  readonly counts: Readonly<Record<string, number>>;
  /** When the export was made; null where that is not to be told. */
  readonly madeAt: Instant | null;
}

/** What an export of reports that nobody received says of itself. */
const MADE_UP_STATEMENT =
  'Reconstructed or synthetic reports: made from publications or by a program, not received. No claim that rests on them is observed.';

export type ExportManifest = ReturnType<typeof exportManifest>;

/** The sources and the method of an export, and what was chosen: plain data for JSON. `format` and `what` come first. */
export function exportManifest(document: ExportedCase, choice: ExportChoice) {
  const { analysis, references, lists } = document;
  const { version, rules, parameters } = analysis.method;
  const reconstructed = choice.vessels.some(vessel => vessel.reconstructed);
  return {
    format: 'wakeline.export/1',
    what: choice.what,
    product: PRODUCT,
    madeAt: formatIso(choice.madeAt),
    reconstructed,
    statement: reconstructed ? MADE_UP_STATEMENT : null,
    chosen: {
      ships: choice.vessels.map(vessel => ({ id: vessel.id, name: vesselLabel(vessel) })),
      from: formatIso(choice.from),
      to: formatIso(choice.to),
      reports: choice.clean ? 'clean fixes' : 'all',
    },
    counts: choice.counts,
    inputs: exportInputs(document.inputs).map(input => ({
      file: input.label,
      name: input.name,
      sha256: input.sha256,
      bytes: input.bytes,
      format: input.format,
      provider: input.provider || null,
      rows: input.rows,
      accepted: input.accepted,
      reconstructed: input.reconstructed,
    })),
    references: references.map(({ name, sha256, bytes, format, rows }) => ({
      name,
      sha256,
      bytes,
      format,
      rows,
    })),
    lists: lists.map(({ id, authority, edition, sha256 }) => ({ id, authority, edition, sha256 })),
    method: { version, rules, parameters },
  };
}

/** Inputs with the names that rows give them; inputs of different bytes have different ones. */
export function exportInputs(inputs: ExportedCase['inputs']): ExportInput[] {
  const uses = new Map<string, number>();
  for (const { name } of inputs) uses.set(name, (uses.get(name) ?? 0) + 1);
  return inputs.map(input => ({
    ...input,
    label: uses.get(input.name) === 1 ? input.name : `${input.name} (sha256 ${input.sha256.slice(0, 8)})`,
  }));
}

/** `Wakeline 0.1.0, method 0.1, standard rules, silenceHours 4`: thresholds only where they aren't the defaults. */
export function methodText({ version, rules, parameters }: Method): string {
  const names = Object.keys(DEFAULT_PARAMETERS) as ParameterName[];
  const changed = names.filter(name => parameters[name] !== DEFAULT_PARAMETERS[name]);
  return [
    `${PRODUCT.name} ${PRODUCT.version}`,
    `method ${version}`,
    `${rules} rules`,
    ...changed.map(name => `${name} ${parameters[name]}`),
  ].join(', ');
}
