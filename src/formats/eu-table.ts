import type { Subject, SubjectName } from '../core/sanctions/index.ts';
import { type Instant, parseDay } from '../core/time/index.ts';
import type { CsvRecord } from './csv.ts';
import { CsvTable } from './csv-table.ts';
import { type DesignationDraft, type ListAbout, type ListRead, makeList } from './designation-list.ts';
import { imoOf, mmsiOf } from './identity-numbers.ts';
import { Tally } from './tally.ts';

const SUBJECT_KINDS = new Map<string, Subject['kind']>([
  ['Vessel', 'vessel'],
  ['LegalEntity', 'organisation'],
  ['Person', 'person'],
]);

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** True if a header is that of the tabulated annexes. */
export function isEuTable(table: CsvTable): boolean {
  return table.has('celex') && table.has('annex') && table.has('imoNumber');
}

/**
 * Reads annexes of EU regulations as tabulated by OpenSanctions, one row an entry: ships, organisations and persons;
 * other rows (ports and other assets) are set aside. `startDate` is a day, `25.6.2024` or `12 March 2022`.
 *
 * In Regulation 833/2014 and in annexes XV and XVI of 2017/1509 the EU lists on its own account, and the date is the
 * day of effect. Annexes XIII and XIV of 2017/1509 take over the UN Security Council's list, and their date is the UN's:
 * those entries have the authority `UN`, announced and effective on that day. The day on which the EU took them over
 * isn't in the table.
 *
 * Throws `InputError` where columns are missing or there is no ship and no organisation.
 */
export function readEuTable(bytes: Uint8Array, file: string, about: ListAbout): ListRead {
  const table = new CsvTable(bytes, file, { delimiter: ',' });
  table.require('celex', 'annex', 'startDate', 'schema', 'name', 'imoNumber');
  const tally = new Tally();
  const drafts: DesignationDraft[] = [];
  for (const row of table.rows) {
    const kind = SUBJECT_KINDS.get(table.cell(row, 'schema'));
    if (!kind) {
      tally.aside('no ship, organisation or person', row.line, row.fields.join(','));
      continue;
    }
    tally.accept();
    drafts.push(toDraft(table, row, kind));
  }
  return { list: makeList(about, 'list', drafts, [bytes], file, tally), tally };
}

function toDraft(table: CsvTable, row: CsvRecord, kind: Subject['kind']): DesignationDraft {
  const annex = table.cell(row, 'annex');
  const celex = table.cell(row, 'celex');
  const ofUn = celex === '32017R1509' && /^(XIII|XIV)\b/.test(annex);
  const startText = table.cell(row, 'startDate');
  const start = readDate(startText);
  const subject = readSubject(table, row, kind);
  const number = table.cell(row, 'recordId') || (subject.imo ? `IMO ${subject.imo}` : subject.names[0]!.text);
  return {
    entry: `${annex}.${number}`,
    line: row.line,
    authority: ofUn ? 'UN' : 'EU',
    programme: table.cell(row, 'programKey'),
    instrument: `${regulationOf(celex)} Annex ${annex}, ${table.cell(row, 'measure').toLowerCase()}`,
    subject,
    announced: ofUn ? start : null,
    effective: start,
    ended: null,
    verified: true,
    datedBy: null,
    source: `EU Official Journal, ${regulationOf(celex)}, tabulated by OpenSanctions`,
    note: [
      table.cell(row, 'reason'),
      table.cell(row, 'notes'),
      start === null && startText !== '' ? `startDate ${startText}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  };
}

function readSubject(table: CsvTable, row: CsvRecord, kind: Subject['kind']): Subject {
  const names = [
    ...readNames(table.cell(row, 'name'), kind),
    ...list(table.cell(row, 'alias')).map(text => ({ text, kind: 'alias' }) as const),
    ...list(table.cell(row, 'weakAlias')).map(text => ({ text, kind: 'weak alias' }) as const),
    ...list(table.cell(row, 'previousName')).map(text => ({ text, kind: 'former name' }) as const),
  ];
  return {
    kind,
    names,
    imo: imoOf(table.cell(row, 'imoNumber')),
    companyImo: 0,
    mmsi: mmsiOf(table.cell(row, 'mmsi')),
    callSign: '',
    flag: table.cell(row, 'flag'),
    vesselType: '',
    owners: [],
  };
}

/** Ships of annex XIII.B have their other names in parentheses: `Chong Bong (Greenlight) (Blue Nouvelle)`. */
function readNames(text: string, kind: Subject['kind']): SubjectName[] {
  if (kind !== 'vessel') return [{ text, kind: 'name' }];
  const others = [...text.matchAll(/\(([^)]+)\)/g)].map(
    ([, other]) => ({ text: other!, kind: 'alias' }) as const,
  );
  return [{ text: text.replace(/\s*\([^)]*\)/g, ''), kind: 'name' }, ...others];
}

/** `Reg. 833/2014`; from 2015 on the year comes first: `Reg. 2017/1509`. */
function regulationOf(celex: string): string {
  const [, year, number] = /^3(\d{4})R0*(\d+)$/.exec(celex) ?? [];
  if (!year || !number) return celex;
  return Number(year) >= 2015 ? `Reg. ${year}/${number}` : `Reg. ${number}/${year}`;
}

function readDate(text: string): Instant | null {
  const [, day, dotted, named, year] = /^(\d{1,2})(?:\.(\d{1,2})\.| ([A-Za-z]+) )(\d{4})$/.exec(text) ?? [];
  if (!day || !year) return null;
  const month = dotted ? Number(dotted) : MONTHS.indexOf(named!.toLowerCase()) + 1;
  const date = parseDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
  return Number.isNaN(date) ? null : date;
}

function list(text: string): string[] {
  return text
    .split(';')
    .map(item => item.trim())
    .filter(Boolean);
}
