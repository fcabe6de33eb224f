import type { Subject, SubjectName } from '../core/sanctions/index.ts';
import { type Instant, parseDay } from '../core/time/index.ts';
import type { CsvRecord } from './csv.ts';
import { CsvTable } from './csv-table.ts';
import { type DesignationDraft, type ListAbout, type ListRead, makeList } from './designation-list.ts';
import { imoOf, mmsiOf } from './identity-numbers.ts';
import { InputError } from './input-error.ts';
import { readSubjectNames } from './list-subjects.ts';
import { readOfacRemarks } from './ofac-remarks.ts';
import { Tally } from './tally.ts';

/** Names that columns go by. */
const COLUMNS = {
  name: ['ship', 'name', 'vessel', 'vessel name', 'ship name'],
  imo: ['imo', 'imo number', 'imo no'],
  mmsi: ['mmsi'],
  callSign: ['call sign', 'callsign'],
  flag: ['flag'],
  type: ['type', 'subject', 'entity type'],
  vesselType: ['vessel type', 'ship type'],
  authority: ['authority', 'list authority', 'designated by'],
  programme: ['programme', 'program'],
  instrument: ['list_or_instrument', 'instrument', 'list', 'legal basis'],
  announced: ['announced', 'date announced'],
  effective: ['effective', 'effective date', 'listed on', 'date listed', 'start date'],
  ended: ['ended', 'end date', 'delisted'],
  status: ['status'],
  sources: ['sources', 'source'],
  note: ['conflict_or_note', 'note', 'notes', 'remarks', 'remarks_verbatim'],
  owners: ['owner', 'owners', 'linked_to'],
  aliases: ['alias', 'aliases'],
  /** OFAC's own number for an entry, by either of its names. */
  uid: ['ent_num', 'ofac_uid'],
  id: ['id', 'entry'],
} as const;
type Column = keyof typeof COLUMNS;

const VERIFIED = /^verified\b/i;
const NOT_VERIFIED = /^(unverified|single-source|)$/i;

const CODES_BY_AUTHORITY: readonly (readonly [RegExp, string])[] = [
  [/^(US|USA|United States|OFAC)\b/i, 'US'],
  [/^(EU|European Union)\b/i, 'EU'],
  [/^(UN|UNSC|United Nations)\b/i, 'UN'],
  [/^(KR|ROK|Republic of Korea|South Korea)\b/i, 'KR'],
  [/^(UK|GB|United Kingdom)\b/i, 'UK'],
  [/^(JP|Japan)\b/i, 'JP'],
  [/^(CA|Canada)\b/i, 'CA'],
  [/^(AU|Australia)\b/i, 'AU'],
];

/**
 * Reads a plain table of designations or of notices, by column name: name, imo, authority, effective, and more (see
 * `COLUMNS`). A table with a column `announced` is one of notices. Days are `2024-04-03`; any other text in a date column
 * gives no date and goes into the note. With a column `status` only rows that say `verified` are; without it all are.
 *
 * One row may speak of several subjects: IMO numbers parted by `;` make a ship each; a row without numbers makes the
 * organisations or ships that its cell names, and a ship known by name alone is never more than a lead. Rows are
 * set aside that name no authority, nobody, or a status not known here. Authorities get their short code (`Republic
 * of Korea MOFA` is `KR`); a table with OFAC's numbers is `US`; one that names no authority at all has its own title.
 *
 * Throws `InputError` where the columns are not those of a list, or there is no ship and no organisation.
 */
export function readListCsv(bytes: Uint8Array, file: string, about: ListAbout): ListRead {
  const table = new CsvTable(bytes, file);
  if (!isListTable(table)) {
    throw new InputError(file, 1, 'a list: a column name or imo, and no positions', table.columnList());
  }
  const tally = new Tally();
  const drafts: DesignationDraft[] = [];
  for (const row of table.rows) {
    const read = new RowReader(table, row, about).read();
    if (typeof read === 'string') {
      tally.aside(read, row.line, row.fields.join(','));
      continue;
    }
    tally.accept();
    drafts.push(...read);
  }
  const kind = table.has(...COLUMNS.announced) ? 'notices' : 'list';
  return { list: makeList(about, kind, drafts, [bytes], file, tally), tally };
}

/** True if the header can be that of a plain list, and isn't that of positions, ports or sightings. */
export function isListTable(table: CsvTable): boolean {
  return table.has(...COLUMNS.name, ...COLUMNS.imo) && !table.has('lat', 'latitude', 'date_start');
}

/** One row and what it says; a reader for each, so that cells are asked for by column alone. */
class RowReader {
  constructor(
    private readonly table: CsvTable,
    private readonly row: CsvRecord,
    private readonly about: ListAbout,
  ) {}

  /** The designations of the row, or why it is set aside. */
  read(): DesignationDraft[] | string {
    const authority = this.#authority();
    if (authority === '') return 'no authority';
    const status = this.#cell('status');
    const verified = !this.table.has(...COLUMNS.status) || VERIFIED.test(status);
    if (!verified && !NOT_VERIFIED.test(status)) return 'unknown status';
    const subjects = this.#subjects();
    if (subjects.length === 0) return 'no name and no number';
    const uid = this.#cell('uid');
    const dates = this.#dates();
    return subjects.map(subject => ({
      entry: uid || this.#cell('id') || `${authority}-${subject.imo || subject.names[0]!.text}`,
      line: this.row.line,
      authority,
      programme: this.#cell('programme').replaceAll('] [', ', '),
      instrument: this.#cell('instrument') || (uid && `SDN uid ${uid}`),
      subject,
      announced: dates.announced,
      effective: dates.effective,
      ended: dates.ended,
      verified,
      datedBy: null,
      source: this.#cell('sources') || this.#edition(),
      note: [this.#cell('note'), ...dates.unread].filter(Boolean).join('; '),
    }));
  }

  #authority(): string {
    if (!this.table.has(...COLUMNS.authority))
      return this.table.has(...COLUMNS.uid) ? 'US' : this.about.title;
    const text = this.#cell('authority');
    return CODES_BY_AUTHORITY.find(([pattern]) => pattern.test(text))?.[1] ?? text;
  }

  #subjects(): Subject[] {
    const remarks = readOfacRemarks(this.#cell('note'));
    const imoText = this.#cell('imo');
    const imos = imoText.split(';').map(text => imoOf(text.trim()));
    const named = readSubjectNames(this.#cell('name'), this.#cell('type'), imos.length);
    return named.flatMap(({ kind, name }, index) => {
      const imo = kind === 'vessel' ? (imos[index] ?? 0) || remarks.imo : 0;
      const mmsi = named.length === 1 ? mmsiOf(this.#cell('mmsi')) || remarks.mmsi : 0;
      if (name === '' && imo === 0 && mmsi === 0) return [];
      return {
        kind,
        names: this.#names(name, named.length === 1 ? remarks.names : []),
        imo,
        companyImo:
          kind === 'vessel'
            ? 0
            : imoOf(/IMO company (\d{7})/i.exec(imoText)?.[1] ?? '') || remarks.companyImo,
        mmsi,
        callSign: named.length === 1 ? this.#cell('callSign') || remarks.callSign : '',
        flag: this.#cell('flag'),
        vesselType: this.#vesselType(kind),
        owners: [...new Set([...listOf(this.#cell('owners')), ...remarks.linkedTo])],
      };
    });
  }

  #names(name: string, fromRemarks: readonly SubjectName[]): SubjectName[] {
    const aliases = listOf(this.#cell('aliases')).map(text => ({ text, kind: 'alias' }) as const);
    return [...(name === '' ? [] : [{ text: name, kind: 'name' } as const]), ...aliases, ...fromRemarks];
  }

  /** A column `type` holds either what is listed or, in tables of ships alone, the type of ship. */
  #vesselType(kind: Subject['kind']): string {
    if (kind !== 'vessel') return '';
    const type = this.#cell('type');
    return this.#cell('vesselType') || (/^(vessel|ship)$/i.test(type) ? '' : type);
  }

  #dates(): Record<'announced' | 'effective' | 'ended', Instant | null> & {
    readonly unread: readonly string[];
  } {
    const unread: string[] = [];
    const read = (column: 'announced' | 'effective' | 'ended'): Instant | null => {
      const text = this.#cell(column);
      const day = parseDay(text);
      if (!Number.isNaN(day)) return day;
      if (text !== '') unread.push(`${column} given as ${text}`);
      return null;
    };
    return { announced: read('announced'), effective: read('effective'), ended: read('ended'), unread };
  }

  #edition(): string {
    return this.about.edition === ''
      ? this.about.title
      : `${this.about.title}, edition ${this.about.edition}`;
  }

  #cell(column: Column): string {
    return this.table.cell(this.row, ...COLUMNS[column]);
  }
}

function listOf(text: string): string[] {
  return text
    .split(';')
    .map(item => item.trim())
    .filter(Boolean);
}
