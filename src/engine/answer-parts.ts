import type { DarkCall, OpenSilence, Silence } from '../core/events/index.ts';
import type { Finding } from '../core/findings/index.ts';
import type { Call, Port } from '../core/ports/index.ts';
import type { Designation } from '../core/sanctions/index.ts';
import { outlineBuffers } from '../core/track/index.ts';
import type { Vessel } from '../core/vessel/index.ts';
import type { CaseAnalysis } from './engine.ts';
import {
  type ClaimValue,
  claimBuffers,
  type PackedClaims,
  packClaims,
  unpackClaims,
} from './packed-claims.ts';

/** So many records travel in one part: taking it in costs the page a few milliseconds. */
const RECORDS_IN_PART = 250;
const VALUES_IN_PART = 5000;

/** A record with its ship, port and silence by number; a port of -1 is none. */
type Numbered<T> = {
  readonly [K in keyof T]: K extends 'vessel' | 'port' | 'silence' ? number : T[K];
};

/** Everything but the long tables. */
type Frame = Pick<CaseAnalysis, 'tracks' | 'inputs' | 'references' | 'sightings'> & {
  readonly groundwork: CaseAnalysis['groundwork'] | null;
  readonly method: CaseAnalysis['analysis']['method'];
  readonly lists: readonly Omit<CaseAnalysis['lists'][number], 'designations'>[];
};

/** A piece of an answer on its way between threads, in the order in which they are sent. */
export type AnswerPart =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'ports'; readonly ports: readonly Port[] }
  /** Ports of events that are none of the case's: the method gave them another radius. */
  | { readonly kind: 'other ports'; readonly ports: readonly Port[] }
  | { readonly kind: 'designations'; readonly list: number; readonly designations: readonly Designation[] }
  | { readonly kind: 'claims'; readonly claims: PackedClaims }
  | { readonly kind: 'claim values'; readonly values: readonly ClaimValue[] }
  | { readonly kind: 'vessels'; readonly vessels: readonly Omit<Vessel, 'claims'>[] }
  | { readonly kind: 'calls'; readonly calls: readonly Numbered<Call>[] }
  | { readonly kind: 'silences'; readonly silences: readonly Numbered<Silence>[] }
  | { readonly kind: 'open silences'; readonly openSilences: readonly Numbered<OpenSilence>[] }
  | { readonly kind: 'dark calls'; readonly darkCalls: readonly Numbered<DarkCall>[] }
  | { readonly kind: 'findings'; readonly findings: readonly Numbered<Finding>[] };

/** A part and the buffers that are handed over with it. */
export interface SentPart {
  readonly part: AnswerPart;
  readonly transfer: ArrayBufferLike[];
}

/**
 * Cuts an answer into parts, so that the page takes in none of them for long however many ships and events there
 * are. Big columns are handed over: the answer can't be used any more once its parts are sent.
 */
export function* partsOf(answer: CaseAnalysis): Generator<SentPart> {
  const { analysis, vessels, lists } = answer;
  yield { part: { kind: 'frame', frame: frameOf(answer) }, transfer: columnsOf(answer) };
  for (const ports of runsOf(answer.ports)) yield kept({ kind: 'ports', ports });
  for (const [list, { designations }] of lists.entries()) {
    for (const run of runsOf(designations)) yield kept({ kind: 'designations', list, designations: run });
  }
  const { claims, values } = packClaims(vessels);
  yield { part: { kind: 'claims', claims }, transfer: claimBuffers(claims) };
  for (const run of runsOf(values, VALUES_IN_PART)) yield kept({ kind: 'claim values', values: run });
  for (const run of runsOf(vessels)) {
    yield kept({ kind: 'vessels', vessels: run.map(({ claims: _, ...vessel }) => vessel) });
  }

  const numbers = new Numbers(answer);
  const calls = analysis.calls.map(call => numbers.of(call));
  const silences = analysis.silences.map(silence => numbers.of(silence));
  const openSilences = analysis.openSilences.map(silence => numbers.of(silence));
  const darkCalls = analysis.darkCalls.map(darkCall => numbers.of(darkCall));
  const findings = analysis.findings.map(finding => numbers.of(finding));
  for (const ports of runsOf(numbers.otherPorts)) yield kept({ kind: 'other ports', ports });
  for (const run of runsOf(calls)) yield kept({ kind: 'calls', calls: run });
  for (const run of runsOf(silences)) yield kept({ kind: 'silences', silences: run });
  for (const run of runsOf(openSilences)) yield kept({ kind: 'open silences', openSilences: run });
  for (const run of runsOf(darkCalls)) yield kept({ kind: 'dark calls', darkCalls: run });
  for (const run of runsOf(findings)) yield kept({ kind: 'findings', findings: run });
}

/** Puts parts together again. Ships, ports and silences are the same objects wherever they are named. */
export class AnswerAssembly {
  #frame: Frame | null = null;
  #claims: PackedClaims | null = null;
  readonly #values: ClaimValue[] = [];
  readonly #ports: Port[] = [];
  readonly #otherPorts: Port[] = [];
  readonly #designations = new Map<number, Designation[]>();
  readonly #vessels: Vessel[] = [];
  readonly #calls: Call[] = [];
  readonly #silences: Silence[] = [];
  readonly #openSilences: OpenSilence[] = [];
  readonly #darkCalls: DarkCall[] = [];
  readonly #findings: Finding[] = [];

  add(part: AnswerPart): void {
    switch (part.kind) {
      case 'frame':
        this.#frame = part.frame;
        return;
      case 'ports':
        this.#ports.push(...part.ports);
        return;
      case 'other ports':
        this.#otherPorts.push(...part.ports);
        return;
      case 'designations':
        this.#designationsOf(part.list).push(...part.designations);
        return;
      case 'claims':
        this.#claims = part.claims;
        return;
      case 'claim values':
        this.#values.push(...part.values);
        return;
      case 'vessels':
        for (const vessel of part.vessels) this.#vessels.push(this.#withClaims(vessel));
        return;
      case 'calls':
        for (const call of part.calls) this.#calls.push(this.#linked(call));
        return;
      case 'silences':
        for (const silence of part.silences) this.#silences.push(this.#linked(silence));
        return;
      case 'open silences':
        for (const silence of part.openSilences) this.#openSilences.push(this.#linked(silence));
        return;
      case 'dark calls':
        for (const darkCall of part.darkCalls) this.#darkCalls.push(this.#linked(darkCall));
        return;
      case 'findings':
        for (const finding of part.findings) this.#findings.push(this.#linked(finding));
    }
  }

  /** The answer, once all its parts have come. Throws if there was none. */
  whole(): CaseAnalysis {
    if (!this.#frame) throw new Error('the engine answered without a word');
    const { method, groundwork, lists, ...frame } = this.#frame;
    return {
      ...frame,
      ...(groundwork ? { groundwork } : {}),
      vessels: this.#vessels,
      ports: this.#ports,
      lists: lists.map((list, i) => ({ ...list, designations: this.#designationsOf(i) })),
      analysis: {
        method,
        calls: this.#calls,
        silences: this.#silences,
        openSilences: this.#openSilences,
        darkCalls: this.#darkCalls,
        findings: this.#findings,
      },
    };
  }

  #designationsOf(list: number): Designation[] {
    const designations = this.#designations.get(list) ?? [];
    this.#designations.set(list, designations);
    return designations;
  }

  /** A ship whose claims become objects when they are first asked for. */
  #withClaims(vessel: Omit<Vessel, 'claims'>): Vessel {
    const claims = this.#claims!;
    const values = this.#values;
    let unpacked: Vessel['claims'] | null = null;
    return {
      ...vessel,
      get claims() {
        unpacked ??= unpackClaims(claims, values, vessel.index);
        return unpacked;
      },
    };
  }

  #linked<T extends Linked>(record: Numbered<T>): T {
    const { vessel, port, silence } = record as NumberedLinks;
    return {
      ...record,
      vessel: this.#vessels[vessel]!,
      ...(port !== undefined && { port: this.#port(port) }),
      ...(silence !== undefined && { silence: this.#silences[silence]! }),
    } as unknown as T;
  }

  #port(number: number): Port | null {
    return number < 0 ? null : (this.#ports[number] ?? this.#otherPorts[number - this.#ports.length]!);
  }
}

/** The links of a record to others. */
interface Linked {
  readonly vessel: Vessel;
  readonly port?: Port | null;
  readonly silence?: Silence;
}

interface NumberedLinks {
  readonly vessel: number;
  readonly port?: number;
  readonly silence?: number;
}

/** Numbers of ports and silences; ports that are none of the case's come after those that are. */
class Numbers {
  readonly #ports: Map<Port, number>;
  readonly #silences: Map<Silence, number>;
  readonly otherPorts: Port[] = [];

  constructor({ ports, analysis }: CaseAnalysis) {
    this.#ports = new Map(ports.map((port, i) => [port, i]));
    this.#silences = new Map(analysis.silences.map((silence, i) => [silence, i]));
  }

  of<T extends Linked>(record: T): Numbered<T> {
    const { vessel, port, silence } = record;
    return {
      ...record,
      vessel: vessel.index,
      ...(port !== undefined && { port: port === null ? -1 : this.#port(port) }),
      ...(silence !== undefined && { silence: this.#silences.get(silence)! }),
    } as unknown as Numbered<T>;
  }

  #port(port: Port): number {
    let number = this.#ports.get(port);
    if (number === undefined) {
      number = this.#ports.size;
      this.#ports.set(port, number);
      this.otherPorts.push(port);
    }
    return number;
  }
}

function frameOf(answer: CaseAnalysis): Frame {
  const { tracks, inputs, references, sightings, groundwork, analysis, lists } = answer;
  return {
    tracks,
    inputs,
    references,
    sightings,
    groundwork: groundwork ?? null,
    method: analysis.method,
    lists: lists.map(({ designations: _, ...list }) => list),
  };
}

/** Columns that are handed over, not copied: the engine makes new ones at each analysis. */
function columnsOf({ tracks, groundwork }: CaseAnalysis): ArrayBufferLike[] {
  if (!groundwork) return [tracks];
  return [tracks, groundwork.named.buffer, ...outlineBuffers(groundwork.outline)];
}

function kept(part: AnswerPart): SentPart {
  return { part, transfer: [] };
}

function* runsOf<T>(values: readonly T[], length = RECORDS_IN_PART): Generator<readonly T[]> {
  for (let i = 0; i < values.length; i += length) yield values.slice(i, i + length);
}
