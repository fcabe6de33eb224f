import type { Subject, SubjectName } from '../core/sanctions/index.ts';
import { type CsvRecord, readCsv } from './csv.ts';
import { type DesignationDraft, type ListAbout, type ListRead, makeList } from './designation-list.ts';
import { InputError } from './input-error.ts';
import { type OfacRemarks, readOfacRemarks } from './ofac-remarks.ts';
import { Tally } from './tally.ts';

export interface ListFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** OFAC's set of headerless files. Only SDN is needed; without ALT the aliases are missing. */
export interface OfacFiles {
  readonly sdn: ListFile;
  readonly alt?: ListFile;
  /** Addresses: nothing here needs them, but they are part of the edition and of its digest. */
  readonly add?: ListFile;
  /** Remarks that didn't fit into the 1,000 characters of SDN. */
  readonly comments?: ListFile;
}

const SDN_FIELDS = 12;
const ALT_FIELDS = 5;
const COMMENT_FIELDS = 2;
const REMARKS_LIMIT = 1000;
/** The old DOS end-of-file mark, alone on the last line. */
const END_OF_FILE = '\u001a';

const NAME_KINDS = new Map<string, SubjectName['kind']>([
  ['aka', 'alias'],
  ['fka', 'former name'],
  // "Now known as" gives the present name of an entry that keeps its listed one.
  ['nka', 'alias'],
]);
const SUBJECT_KINDS = new Map<string, Subject['kind']>([
  ['vessel', 'vessel'],
  ['individual', 'person'],
  ['', 'organisation'],
]);

/** True if these are the fields of a first record of SDN.CSV. */
export function isSdnRecord(fields: readonly string[]): boolean {
  return fields.length === SDN_FIELDS && /^\d+$/.test(fields[0]!) && !/^\d/.test(fields[1]!);
}

/**
 * Reads the SDN list from OFAC's three-file CSV set (SDN: number, name, type, programme, title, call sign, vessel type,
 * tonnage, gross tonnage, flag, owner, remarks; ALT: number, alias number, kind, name, remarks). Null is `-0-`.
 * Ships, organisations and persons are read, aircraft set aside. Numbers, weak aliases and owners come from the
 * remarks. A remark cut at 1,000 characters loses its last statement, unless `comments` has the rest.
 * No entry has a date: the set carries none.
 *
 * Throws `InputError` where SDN has no ship and no organisation or a record hasn't twelve fields. The digest is of
 * SDN, ALT, ADD and comments, in that order, one after the other.
 */
export function readOfacCsv(files: OfacFiles, about: ListAbout): ListRead {
  const tally = new Tally();
  const aliases = readAliases(files.alt);
  const overflow = readOverflow(files.comments);
  const edition = about.edition === '' ? 'edition not stated' : `edition ${about.edition}`;
  const drafts: DesignationDraft[] = [];
  for (const record of records(files.sdn)) {
    refuseFields(files.sdn.file, record, SDN_FIELDS);
    const fields = record.fields.map(readField);
    const kind = SUBJECT_KINDS.get(fields[2]!);
    if (!kind) {
      tally.aside(
        fields[2] === 'aircraft' ? 'aircraft' : 'unknown type',
        record.line,
        record.fields.join(','),
      );
      continue;
    }
    tally.accept();
    const remarks = wholeRemarks(fields[11]!, overflow.get(fields[0]!));
    const source = `OFAC SDN list, ${edition}`;
    drafts.push(toDraft(record.line, fields, kind, remarks, aliases.get(fields[0]!) ?? [], source));
  }
  const bytes = [files.sdn, files.alt, files.add, files.comments].flatMap(part => part?.bytes ?? []);
  return { list: makeList(about, 'list', drafts, bytes, files.sdn.file, tally), tally };
}

function toDraft(
  line: number,
  fields: readonly string[],
  kind: Subject['kind'],
  remarksText: string,
  aliases: readonly SubjectName[],
  source: string,
): DesignationDraft {
  const [number, name, , programme, , callSign, vesselType, , , flag, owner] = fields as [
    string,
    ...string[],
  ];
  const remarks = readOfacRemarks(remarksText);
  return {
    entry: number,
    line,
    authority: 'US',
    programme: programme!.replaceAll('] [', ', '),
    instrument: `SDN uid ${number}`,
    subject: {
      kind,
      names: [{ text: name!, kind: 'name' }, ...aliases, ...remarks.names],
      imo: kind === 'vessel' ? remarks.imo : 0,
      companyImo: kind === 'vessel' ? 0 : companyImo(remarks),
      mmsi: remarks.mmsi,
      callSign: callSign || remarks.callSign,
      flag: flag === 'None Identified' ? '' : flag!,
      vesselType: vesselType!,
      owners: [...new Set([...remarks.linkedTo, owner!])].filter(Boolean),
    },
    announced: null,
    effective: null,
    ended: null,
    verified: true,
    datedBy: null,
    source,
    note: remarksText,
  };
}

/** Some companies have theirs under the words used for ships. */
function companyImo({ companyImo, imo }: OfacRemarks): number {
  return companyImo || imo;
}

function readAliases(alt: ListFile | undefined): ReadonlyMap<string, SubjectName[]> {
  const aliases = new Map<string, SubjectName[]>();
  for (const record of alt ? records(alt) : []) {
    refuseFields(alt!.file, record, ALT_FIELDS);
    const [number, , kindText, text] = record.fields.map(readField) as [string, string, string, string];
    const kind = NAME_KINDS.get(kindText) ?? 'alias';
    aliases.set(number, [...(aliases.get(number) ?? []), { text, kind }]);
  }
  return aliases;
}

function readOverflow(comments: ListFile | undefined): ReadonlyMap<string, string> {
  const overflow = new Map<string, string>();
  for (const record of comments ? records(comments) : []) {
    refuseFields(comments!.file, record, COMMENT_FIELDS);
    overflow.set(record.fields[0]!.trim(), record.fields[1]!);
  }
  return overflow;
}

function wholeRemarks(remarks: string, overflow: string | undefined): string {
  if (overflow !== undefined) return remarks + overflow;
  if (remarks.length < REMARKS_LIMIT) return remarks;
  return remarks.slice(0, remarks.lastIndexOf(';') + 1);
}

function records({ bytes, file }: ListFile): readonly CsvRecord[] {
  return readCsv(bytes, file, { delimiter: ',' }).filter(({ fields }) => fields[0] !== END_OF_FILE);
}

function readField(text: string): string {
  const trimmed = text.trim();
  return trimmed === '-0-' ? '' : trimmed;
}

function refuseFields(file: string, { line, fields }: CsvRecord, count: number): void {
  if (fields.length === count) return;
  throw new InputError(file, line, `${count} fields of OFAC's CSV format`, String(fields.length));
}
