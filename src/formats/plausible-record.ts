import { parseTime } from '../core/time/index.ts';
import { parseCoordinate } from './coordinate-field.ts';
import { parseTableTime } from './table-dates.ts';

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?$/i;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const EPOCH = /^\d{10}(?:\d{3})?(?:\.\d+)?$/;
/** A number with decimals or with the signs of a coordinate. */
const FINE = /^[+-]?\d+\D|^[NSEW]\s*\d/i;

/**
 * Whether a record is a position by its values alone: it has a time, in one field or two, and two more fields with
 * decimals that can be a latitude and a longitude. Whole numbers are too common to tell.
 */
export function isPositionRecord(fields: readonly string[]): boolean {
  const clock = fields.find(field => CLOCK.test(field.trim()));
  const isTime = fields.map(field => isTimeText(field.trim(), clock));
  if (!isTime.includes(true)) return false;
  const others = fields.filter((_, i) => !isTime[i]).map(field => field.trim());
  const lats = others.flatMap((field, i) => (isPlace(field, 'lat', 90) ? [i] : []));
  const lons = others.flatMap((field, i) => (isPlace(field, 'lon', 180) ? [i] : []));
  return lats.some(lat => lons.some(lon => lon !== lat));
}

/** Whether a record can be a header: it has three names or more, and none is a number or a time. */
export function isHeaderRecord(fields: readonly string[]): boolean {
  const names = fields.map(field => field.trim()).filter(Boolean);
  return names.length >= 3 && names.every(name => !NUMBER.test(name) && !isTimeText(name, undefined));
}

/** An epoch has ten digits or more here: with nine it may be an MMSI. */
function isTimeText(text: string, clock: string | undefined): boolean {
  if (EPOCH.test(text) || isDateTime(text)) return true;
  return clock !== undefined && isDateTime(`${text} ${clock}`);
}

function isDateTime(text: string): boolean {
  if (parseTime(text).kind !== 'invalid') return true;
  const time = parseTableTime(text);
  if (!time) return false;
  const readings = time.kind === 'day-month' ? [time.dayFirst, time.monthFirst] : [time.t];
  return readings.some(t => !Number.isNaN(t));
}

function isPlace(text: string, axis: 'lat' | 'lon', limit: number): boolean {
  return FINE.test(text) && Math.abs(parseCoordinate(text, axis)) <= limit;
}
