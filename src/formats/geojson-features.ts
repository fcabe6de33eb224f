import type { Instant } from '../core/time/index.ts';
import { parseImo } from '../core/vessel/index.ts';
import { CheckedSink } from './checked-sink.ts';
import { FeatureProperties } from './feature-properties.ts';
import { type JsonObject, memberOf, objectOf } from './json-value.ts';
import type { Notes } from './notes.ts';
import type { ReaderContext } from './reader.ts';
import { reportFlags } from './report-flags.ts';
import { TimeField } from './time-field.ts';

const NONE = Number.NaN;
/** Heard, but without a position. */
const NOWHERE: readonly [lon: number, lat: number] = [NONE, NONE];
/** Arrays of times beside a line, by the names they go by. */
const TIMES: readonly string[] = ['times', 'coordTimes'];

const encoder = new TextEncoder();

/** Reads the features of one collection. `GeoJsonReader` says how. */
export class GeoJsonFeatures {
  readonly #context: ReaderContext;
  readonly #sink: CheckedSink;
  readonly #time: TimeField;
  readonly #properties = new FeatureProperties();

  constructor(context: ReaderContext, notes: Notes) {
    this.#context = context;
    this.#sink = new CheckedSink(context, notes);
    this.#time = new TimeField(context.file, context.zoneMinutes, context.timeFormat);
  }

  /** How times were taken so far that can be taken in several ways; empty where none was. */
  get timeNote(): string {
    return this.#time.note;
  }

  /** Passes on the positions of a feature, `row` being its place in the collection from 1, and counts them. */
  read(value: unknown, row: number): void {
    const feature = objectOf(value);
    if (feature === null || memberOf(feature, 'type') !== 'Feature') {
      this.#count('no feature', row, value);
      return;
    }
    this.#properties.set(feature);
    const geometry = objectOf(memberOf(feature, 'geometry'));
    const type = geometry ? memberOf(geometry, 'type') : 'none';
    const coordinates = geometry ? memberOf(geometry, 'coordinates') : NOWHERE;
    if (type === 'LineString') this.#readLine(feature, coordinates, row);
    else if (type === 'Point' || type === 'none') this.#readPoint(feature, coordinates, row);
    else this.#count('geometry', row, feature);
  }

  #readPoint(feature: JsonObject, coordinates: unknown, row: number): void {
    const properties = this.#properties;
    const reason =
      this.#identify() ??
      this.#report(properties.value('time'), coordinates, row, {
        sog: properties.number('sog'),
        cog: properties.number('cog'),
        heading: properties.number('heading'),
        // A status in words is not given, as in a CSV.
        status: properties.number('status') ?? NONE,
      });
    this.#count(reason, row, feature);
    if (reason === null) this.#passStatics(properties.value('time'), row);
  }

  #readLine(feature: JsonObject, coordinates: unknown, row: number): void {
    const places: readonly unknown[] = Array.isArray(coordinates) ? coordinates : [];
    const times = timesOf(feature);
    const reason = this.#identify() ?? (times.length === places.length ? null : 'times');
    if (reason !== null || places.length === 0) {
      this.#count(reason ?? 'geometry', row, feature, Math.max(1, places.length));
      return;
    }
    let isTold = false;
    places.forEach((place, i) => {
      const fault = this.#report(times[i], place, row, NO_MOTION);
      this.#count(fault, row, [place, times[i]]);
      if (fault !== null || isTold) return;
      this.#passStatics(times[i], row);
      isTold = true;
    });
  }

  #identify(): string | null {
    const mmsi = this.#properties.number('mmsi');
    if (mmsi === null) return 'bad id';
    const reason = this.#sink.identify(mmsi, parseImo(this.#properties.text('imo')));
    const { ship } = this.#context;
    return reason === 'no id' && ship ? this.#sink.identify(ship.mmsi, ship.imo) : reason;
  }

  #report(time: unknown, place: unknown, row: number, { sog, cog, heading, status }: Motion): string | null {
    const t = this.#instantOf(time);
    if (t === null) return 'no time';
    if (Number.isNaN(t)) return 'bad time';
    const [lon, lat]: readonly unknown[] = Array.isArray(place) ? place : [];
    if (typeof lon !== 'number' || typeof lat !== 'number') return 'bad number';
    if (sog === null || cog === null || heading === null) return 'bad number';
    return this.#sink.report(t, lat, lon, sog, cog, heading, status, this.#flags(), row);
  }

  #passStatics(time: unknown, row: number): void {
    const fields = this.#properties.statics();
    const t = this.#instantOf(time);
    if (fields && t !== null) this.#sink.statics(t, fields, false, this.#flags(), row);
  }

  /** Null where no time is given, NaN where it is none. */
  #instantOf(value: unknown): Instant | null {
    if (typeof value === 'number') return this.#time.readEpoch(value);
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') return NONE;
    if (value.trim() === '') return null;
    const bytes = encoder.encode(value);
    return this.#time.read(bytes, 0, bytes.length, 0);
  }

  #flags(): number {
    return this.#context.flags | reportFlags(this.#properties);
  }

  #count(reason: string | null, row: number, example: unknown, positions = 1): void {
    const { tally } = this.#context;
    if (reason === null) tally.accept(positions);
    else tally.aside(reason, row, JSON.stringify(example), positions);
  }
}

/** Null where it is there and no number. */
interface Motion {
  readonly sog: number | null;
  readonly cog: number | null;
  readonly heading: number | null;
  readonly status: number;
}

const NO_MOTION: Motion = { sog: NONE, cog: NONE, heading: NONE, status: NONE };

/** The times of a line: in its properties, or in their `coordinateProperties`; none where there is no array. */
function timesOf(feature: JsonObject): readonly unknown[] {
  const properties = objectOf(memberOf(feature, 'properties')) ?? {};
  const inner = objectOf(memberOf(properties, 'coordinateProperties')) ?? {};
  const candidates = [properties, inner].flatMap(object => TIMES.map(name => memberOf(object, name)));
  return (candidates.find(candidate => Array.isArray(candidate)) as readonly unknown[] | undefined) ?? [];
}
