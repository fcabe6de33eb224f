import { Flag, type ReportSink } from '../../core/track/index.ts';
import { isValidImo } from '../../core/vessel/index.ts';
import { readParquet } from '../../formats/parquet.ts';
import { isPositionColumn } from '../../formats/position-columns.ts';
import { openPositions, type PositionFormat } from '../../formats/positions.ts';
import { type ReaderContext, TIME_FORMATS, type Understanding } from '../../formats/reader.ts';
import { Tally } from '../../formats/tally.ts';
import type { Dice } from './dice.ts';
import { Fault, FILE, Outcome, refusalOf, refusalOfTask } from './outcome.ts';
import { blobOf, type Trial } from './subject.ts';

const SOURCE = 7;
/** Of 30 bits: AIS sends more than nine digits, which the verdict `placeholder` is for. */
const GREATEST_MMSI = 2 ** 30 - 1;
/** Knots: aircraft go up to 1,022. */
const GREATEST_SOG = 1022;
/** Last instant that a date can be made of (ECMA-262, 21.4.1.1). */
const LAST_INSTANT = 8.64e15;
const EVERY_FLAG = Object.values(Flag).reduce((sum, flag) => sum | flag, 0);
/**
 * Of two faults the XML parser may meet the other one first when the bytes are cut elsewhere. Nothing is kept of a
 * refused file, so that here only counts that it is refused.
 */
const LOOSELY_REFUSED: ReadonlySet<PositionFormat> = new Set(['gpx', 'kml']);
const ZONES: readonly (number | null)[] = [null, 0, 540, -720, 840];
const COLUMN_NAMES: readonly string[] = ['', 'lat', 'lon', 'time', 'mmsi', 'imo', 'a', '__proto__', 'Name'];
const MEANINGS = ['time', 'lat', 'lon', 'mmsi', 'imo', 'sog', 'name'].filter(isPositionColumn);

const REFUSED = new Outcome();

type ReadingOptions = Pick<
  ReaderContext,
  'zoneMinutes' | 'partial' | 'timeFormat' | 'columns' | 'ship' | 'flags'
>;

/** A reader of positions with options by chance. */
export function positionTrial(format: PositionFormat): (dice: Dice) => Trial {
  return dice => {
    const options = chooseOptions(dice);
    return { options: optionsText(options), read: chunks => readPositions(format, chunks, options) };
  };
}

/** The reader of Parquet with options by chance. */
export function parquetTrial(dice: Dice): Trial {
  const options = chooseOptions(dice);
  return { options: optionsText(options), read: chunks => readTable(chunks, options) };
}

function optionsText(options: ReadingOptions): string {
  return JSON.stringify({ ...options, columns: options.columns ? [...options.columns] : null });
}

function chooseOptions(dice: Dice): ReadingOptions {
  return {
    zoneMinutes: dice.pick(ZONES),
    partial: dice.percent(50),
    timeFormat: dice.percent(85) ? null : dice.pick(TIME_FORMATS),
    columns: dice.percent(92) ? null : chooseColumns(dice),
    ship: dice.percent(60)
      ? null
      : dice.pick([
          { mmsi: 273_000_001, imo: 0 },
          { mmsi: 0, imo: 9_161_003 },
        ]),
    flags: dice.percent(80) ? 0 : Flag.reconstructed,
  };
}

function chooseColumns(dice: Dice): NonNullable<ReaderContext['columns']> {
  const chosen = Array.from({ length: dice.between(1, 4) }, () => dice.pick(MEANINGS));
  return new Map(chosen.map(meaning => [meaning, dice.pick(COLUMN_NAMES)]));
}

function readPositions(
  format: PositionFormat,
  chunks: readonly Uint8Array[],
  options: ReadingOptions,
): Outcome {
  const outcome = new Outcome();
  const context = contextOf(outcome, options);
  const reader = openPositions(format, context);
  outcome.refusal = refusalOf(() => {
    for (const chunk of chunks) reader.push(chunk);
    reader.end();
    outcome.add(JSON.stringify(reader.understanding ?? null));
  });
  addCounts(outcome, context.tally, reader.notes);
  return outcome.refusal !== '' && LOOSELY_REFUSED.has(format) ? REFUSED : outcome;
}

async function readTable(chunks: readonly Uint8Array[], options: ReadingOptions): Promise<Outcome> {
  const outcome = new Outcome();
  const context = contextOf(outcome, options);
  let notes: ReadonlyMap<string, number> = new Map();
  outcome.refusal = await refusalOfTask(async () => {
    const onUnderstood = (understanding: Understanding) => outcome.add(JSON.stringify(understanding));
    notes = await readParquet(blobOf(chunks), context, { onUnderstood });
  });
  addCounts(outcome, context.tally, notes);
  return outcome;
}

function contextOf(outcome: Outcome, options: ReadingOptions): ReaderContext {
  const sink = new CheckingSink(outcome, options.flags);
  return { file: FILE, source: SOURCE, sink, tally: new Tally(), ...options };
}

function addCounts(
  outcome: Outcome,
  { rows, accepted, setAside }: Tally,
  notes: ReadonlyMap<string, number>,
): void {
  for (const [note, count] of notes) outcome.add(note, count);
  outcome.addTally(rows, accepted, setAside);
  if (outcome.refusal !== '') outcome.used = 0;
}

/** Holds every report to what the engine relies on, and keeps it. */
class CheckingSink implements ReportSink {
  constructor(
    private readonly outcome: Outcome,
    private readonly flags: number,
  ) {}

  report(
    mmsi: number,
    imo: number,
    t: number,
    lon: number,
    lat: number,
    sog: number,
    cog: number,
    heading: number,
    status: number,
    flags: number,
    source: number,
    row: number,
  ): void {
    this.#checkOrigin(mmsi, imo, t, flags, source, row);
    check('lat', lat, Number.isNaN(lat) || Math.abs(lat) <= 90);
    check('lon', lon, Number.isNaN(lon) || Math.abs(lon) <= 180);
    check('sog', sog, Number.isNaN(sog) || (sog >= 0 && sog <= GREATEST_SOG));
    check('cog', cog, Number.isNaN(cog) || (cog >= 0 && cog < 360));
    check('heading', heading, Number.isNaN(heading) || (heading >= 0 && heading < 360));
    check('status', status, Number.isInteger(status) && status >= 0 && status <= 15);
    this.outcome.add(mmsi, imo, t, lon, lat, sog, cog, heading, status, flags, row);
  }

  statics(...[mmsi, imo, t, fields, heard, flags, source, row]: Parameters<ReportSink['statics']>): void {
    this.#checkOrigin(mmsi, imo, t, flags, source, row);
    for (const [name, value] of Object.entries(fields)) {
      const isSound = typeof value === 'string' ? value !== '' : Number.isFinite(value) && value > 0;
      check(name, value, isSound);
      this.outcome.add(name, value);
    }
    this.outcome.add(mmsi, imo, t, heard ? 1 : 0, flags, row);
  }

  #checkOrigin(mmsi: number, imo: number, t: number, flags: number, source: number, row: number): void {
    check('mmsi', mmsi, Number.isInteger(mmsi) && mmsi >= 0 && mmsi <= GREATEST_MMSI);
    check('imo', imo, imo === 0 || isValidImo(imo));
    check('t', t, Number.isInteger(t) && Math.abs(t) <= LAST_INSTANT);
    check('flags', flags, (flags & ~EVERY_FLAG) === 0 && (flags & this.flags) === this.flags);
    check('source', source, source === SOURCE);
    check('row', row, Number.isInteger(row) && row >= 1);
  }
}

function check(name: string, value: number | string, isSound: boolean): void {
  if (!isSound) throw new Fault(`a report has an impossible ${name}`, String(value));
}
