import type { Instant } from '../core/time/index.ts';
import { parseImo } from '../core/vessel/index.ts';
import { CheckedSink } from './checked-sink.ts';
import { InputError } from './input-error.ts';
import type { Notes } from './notes.ts';
import type { PointScope } from './point-scope.ts';
import type { ReaderContext } from './reader.ts';
import { reportFlags } from './report-flags.ts';
import { describeSetAside } from './set-aside-text.ts';
import { staticFieldsOf } from './static-fields.ts';
import { TimeField } from './time-field.ts';

const encoder = new TextEncoder();

/** A point of a track file. */
export interface Point {
  /** Its place among the points of the file, from 1. */
  readonly row: number;
  /** NaN where what is given is no time, null where none is. */
  readonly t: Instant | null;
  /** Degrees; null where it is missing or no number. Both NaN: heard without a position. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** What the file says of it and of its ship. */
  readonly scope: PointScope;
  /** Name of its ship if the file tells whose the point is; empty where not known. */
  readonly title: string;
  /** The point in short, as an example where it is set aside. */
  readonly text: string;
}

/** Takes the points of a track file. */
export interface PointHandler {
  /** The instant that a text gives; NaN where it is no time, null where it is blank. */
  instant(text: string, line: number): Instant | null;
  point(point: Point): void;
  /** Sets `count` points aside, the first of them in `row`. */
  aside(reason: string, row: number, text: string, count: number): void;
}

/**
 * Checks the points of a track file and passes them on as reports of a ship: of the one whose number comes with the
 * point, its track or its folder, else of the one that their names or descriptions state, else of the one that the
 * user gives. Points are set aside as `no time`, `bad time`, `no id`, `bad id`, `bad number` or `out of range`.
 */
export class PointReports implements PointHandler {
  readonly #context: ReaderContext;
  readonly #sink: CheckedSink;
  readonly #time: TimeField;
  /** Whether the file itself tells whose the point is. */
  #isNamed = false;

  constructor(context: ReaderContext, notes: Notes) {
    this.#context = context;
    this.#sink = new CheckedSink(context, notes);
    this.#time = new TimeField(context.file, context.zoneMinutes, context.timeFormat ?? 'iso');
  }

  /** Throws `InputError` for a time without a zone when none was given. */
  instant(text: string, line: number): Instant | null {
    const bytes = encoder.encode(text.trim());
    return bytes.length === 0 ? null : this.#time.read(bytes, 0, bytes.length, line);
  }

  point(point: Point): void {
    const reason = this.#pass(point);
    if (reason === null) this.#context.tally.accept();
    else this.aside(reason, point.row, point.text, 1);
  }

  aside(reason: string, row: number, text: string, count: number): void {
    this.#context.tally.aside(reason, row, text, count);
  }

  /** Throws `InputError` for a file of which no point was accepted; `ship` is the remedy where only that was missing. */
  end(): void {
    const { file, tally } = this.#context;
    if (tally.accepted > 0) return;
    const found = describeSetAside(tally, 'row');
    if (!tally.setAside.has('no id')) throw new InputError(file, 0, 'points with times', found);
    throw new InputError(
      file,
      0,
      'points of a ship that the file names by MMSI or IMO number, or a ship given with --mmsi or --imo',
      found,
      { remedy: 'ship' },
    );
  }

  #pass({ row, t, lat, lon, scope, title }: Point): string | null {
    if (t === null) return 'no time';
    if (Number.isNaN(t)) return 'bad time';
    const nobody = this.#identify(scope);
    if (nobody !== null) return nobody;
    const sog = scope.number('sog');
    const cog = scope.number('cog');
    const heading = scope.number('heading');
    if (lat === null || lon === null || sog === null || cog === null || heading === null) return 'bad number';
    // A status in words is not given, as in a CSV.
    const status = scope.number('status') ?? Number.NaN;
    const flags = this.#context.flags | reportFlags(scope);
    const reason = this.#sink.report(t, lat, lon, sog, cog, heading, status, flags, row);
    if (reason !== null) return reason;
    const fields = staticFieldsOf(scope);
    const name = fields?.name ?? (this.#isNamed ? title : '');
    if (fields || name) this.#sink.statics(t, { ...fields, ...(name && { name }) }, false, flags, row);
    return null;
  }

  /** Says whose the point is; returns why it is nobody's, or null. */
  #identify(scope: PointScope): string | null {
    this.#isNamed = true;
    const mmsi = scope.number('mmsi');
    const given = mmsi === null ? 'bad id' : this.#sink.identify(mmsi, parseImo(scope.text('imo')));
    if (given !== 'no id') return given;
    const stated = scope.stated();
    const told = stated ? this.#sink.identify(stated.mmsi, stated.imo) : 'no id';
    if (told !== 'no id') return told;
    this.#isNamed = false;
    const { ship } = this.#context;
    return ship ? this.#sink.identify(ship.mmsi, ship.imo) : 'no id';
  }
}
