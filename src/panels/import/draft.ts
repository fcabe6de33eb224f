import { isPlaceholderMmsi, isValidImo, mmsiKind } from '../../core/vessel/index.ts';
import type { LoadOptions, MadeUp } from '../../engine/engine.ts';
import type {
  ColumnChoice,
  PositionColumn,
  Question,
  ShipIdentity,
  TablePreview,
  TimeFormat,
} from '../../state/import-job.ts';
import { type OpenTimes, openTimes, readTimeSample, type TimeSample } from '../../state/time-sample.ts';
import { COLUMN_WORDS } from './import-words.ts';

/** The answers of a form as they stand while it is filled in. */
export interface Draft {
  /** What each column of the file means; null for one that isn't read. */
  readonly meanings: readonly (PositionColumn | null)[];
  readonly timeFormat: TimeFormat | null;
  readonly zoneMinutes: number | null;
  /** Offset as typed, where it is none of those offered; null where one of them is chosen. */
  readonly otherZone: string | null;
  /** MMSI or IMO number as typed. */
  readonly ship: string;
  readonly provider: string;
  readonly madeUp: MadeUp | null;
}

/** Which questions a form must ask, with what the file shows to answer them by. */
export interface Needs {
  readonly zone: boolean;
  readonly order: boolean;
  readonly ship: boolean;
  readonly times: OpenTimes;
  /** The time that the file was refused for, else the first one. */
  readonly example: TimeSample | null;
}

/** Formats that fix what their columns mean and how their times are written. */
const FIXED_FORMATS: readonly string[] = ['noaa-csv', 'danish-csv'];
const ALL_MEANINGS = Object.keys(COLUMN_WORDS) as readonly PositionColumn[];
const NO_TIMES: OpenTimes = { samples: [], twofold: null, settledBy: null, needsZone: false };
const ZONE = /^(?:UTC|GMT)?\s*([+\-−])?(\d{1,2})(?::?([0-5]\d))?$/i;
const MAX_ZONE_MINUTES = 14 * 60;

/** The table of a file whose columns are the user's to name; null for others. */
export function openTable({ preview }: Question): TablePreview | null {
  return preview && !FIXED_FORMATS.includes(preview.format) ? preview.table : null;
}

/** The answers that a form starts with. */
export function draftOf(question: Question): Draft {
  const { answers } = question;
  const table = openTable(question);
  const times = table ? openTimes(table, answers.columns ?? table.columns) : NO_TIMES;
  const { ship } = answers;
  return {
    meanings: table ? meaningsOf(table, answers.columns ?? table.columns) : [],
    timeFormat: answers.timeFormat ?? (times.twofold ? (times.settledBy?.format ?? null) : null),
    zoneMinutes: answers.zoneMinutes,
    otherZone: null,
    ship: ship ? String(ship.imo || ship.mmsi) : '',
    provider: answers.provider ?? '',
    madeUp: answers.madeUp ?? null,
  };
}

function meaningsOf({ header }: TablePreview, columns: ColumnChoice): (PositionColumn | null)[] {
  const names = header.map(name => name.trim());
  const chosen = [...columns].filter(([, name]) => name !== '');
  const byIndex = new Map(chosen.map(([meaning, name]) => [names.indexOf(name.trim()), meaning]));
  return names.map((_, index) => byIndex.get(index) ?? null);
}

/** Gives a column a meaning; another that had it is then not read. */
export function withMeaning(draft: Draft, index: number, meaning: PositionColumn | null): Draft {
  const meanings = draft.meanings.map((other, i) => {
    if (i === index) return meaning;
    return other === meaning ? null : other;
  });
  return { ...draft, meanings };
}

/** The whole choice: a meaning that no column has is there with an empty name, so that it isn't guessed either. */
export function columnsOf({ header }: TablePreview, { meanings }: Draft): ColumnChoice {
  return new Map(
    ALL_MEANINGS.map(meaning => [meaning, header[meanings.indexOf(meaning)]?.trim() ?? ''] as const),
  );
}

function isChosen(columns: ColumnChoice, meaning: PositionColumn): boolean {
  return Boolean(columns.get(meaning));
}

/** What must be asked: what the file was refused for, and what its first rows show to be open as well. */
export function needsOf(question: Question, draft: Draft): Needs {
  const { remedy, found, answers } = question;
  const table = openTable(question);
  const columns = table ? columnsOf(table, draft) : null;
  const times = table && columns ? openTimes(table, columns) : NO_TIMES;
  const refused = remedy === 'zone' || remedy === 'time-format' ? readTimeSample(unquoted(found)) : null;
  const isNobody = columns !== null && !isChosen(columns, 'mmsi') && !isChosen(columns, 'imo');
  return {
    zone:
      remedy === 'zone' || times.needsZone || refused?.namesZone === false || answers.zoneMinutes !== null,
    order: remedy === 'time-format' || times.twofold !== null || Boolean(answers.timeFormat),
    ship: remedy === 'ship' || isNobody || Boolean(answers.ship),
    times,
    example: refused ?? times.twofold ?? times.samples[0] ?? null,
  };
}

/** The text itself of one that a message quotes. */
function unquoted(found: string): string {
  return found.replace(/^‘|…?’$/g, '');
}

/** An offset such as `+9`, `-03:30`, `UTC+5:45` in minutes; NaN for anything else. */
export function readZone(text: string): number {
  const match = ZONE.exec(text.trim());
  if (!match) return Number.NaN;
  const [, sign, hours, minutes = '0'] = match;
  const whole = Number(hours) * 60 + Number(minutes);
  if (whole > MAX_ZONE_MINUTES) return Number.NaN;
  return sign === '-' || sign === '−' ? -whole : whole;
}

/** An MMSI of nine digits or an IMO number of seven whose check digit is right; text for why it is neither. */
export function readShip(text: string): ShipIdentity | string {
  const digits = text.trim().replace(/^(?:IMO|MMSI)[\s:]*/i, '');
  if (/^\d{7}$/.test(digits)) {
    const imo = Number(digits);
    return isValidImo(imo) ? { mmsi: 0, imo } : `IMO ${digits} is no IMO number: its check digit is wrong.`;
  }
  if (!/^\d{9}$/.test(digits)) return 'An MMSI has nine digits, an IMO number seven.';
  const mmsi = Number(digits);
  if (isPlaceholderMmsi(mmsi)) return `MMSI ${digits} is nobody’s: transponders send it while none is set.`;
  const kind = mmsiKind(mmsi);
  return kind === 'unknown' ? `MMSI ${digits} begins as no station’s does.` : { mmsi, imo: 0 };
}

/** The answers to read the file with; text for what is missing or can't be. */
export function optionsOf(question: Question, draft: Draft): LoadOptions | string {
  const needs = needsOf(question, draft);
  const table = openTable(question);
  const columns = table ? columnsOf(table, draft) : null;
  const missing = columns ? missingColumn(columns) : null;
  if (missing !== null) return missing;
  if (needs.order && draft.timeFormat === null) return 'Say in which order the dates are written.';
  const zoneMinutes = draft.otherZone === null ? draft.zoneMinutes : readZone(draft.otherZone);
  if (Number.isNaN(zoneMinutes)) return 'The other zone is no offset: one looks like +05:30.';
  if (needs.zone && zoneMinutes === null) return 'Say which clock wrote the times.';
  const ship = needs.ship ? readShip(draft.ship) : null;
  if (typeof ship === 'string') return draft.ship.trim() === '' ? 'Say whose track it is.' : ship;
  return {
    zoneMinutes,
    timeFormat: draft.timeFormat,
    columns,
    ship,
    provider: draft.provider.trim(),
    madeUp: draft.madeUp,
    partial: question.remedy === 'partial' || Boolean(question.answers.partial),
  };
}

function missingColumn(columns: ColumnChoice): string | null {
  if (!isChosen(columns, 'time') && !isChosen(columns, 'date')) return 'Say which column holds the time.';
  const missing = (['lat', 'lon'] as const).find(meaning => !isChosen(columns, meaning));
  return missing ? `Say which column holds the ${COLUMN_WORDS[missing]}.` : null;
}
