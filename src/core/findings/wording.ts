import { type Call, countryName, type Port } from '../ports/index.ts';
import { type DesignationAt, isInForce } from '../sanctions/index.ts';
import { DAY_MS, formatUtc, type Instant } from '../time/index.ts';

/** `9 Mar 2024 18:12 UTC`. */
export function instantText(t: Instant): string {
  return formatUtc(t, "d MMM yyyy HH:mm 'UTC'");
}

/** Days of a stretch of time: `10 and 12 March 2024`, `30 April and 2 May 2024`; one day: `10 March 2024`. */
export function betweenDays(from: Instant, to: Instant): string {
  const lastDay = formatUtc(to, 'd MMMM yyyy');
  if (formatUtc(from, 'd MMMM yyyy') === lastDay) return `on ${lastDay}`;
  const sameYear = formatUtc(from, 'yyyy') === formatUtc(to, 'yyyy');
  const sameMonth = sameYear && formatUtc(from, 'MM') === formatUtc(to, 'MM');
  return `between ${formatUtc(from, sameMonth ? 'd' : sameYear ? 'd MMMM' : 'd MMMM yyyy')} and ${lastDay}`;
}

/** Days of a sighting, whose end is the first instant after its last day: `10–12 Mar 2024`, `14 Apr 2024`. */
export function sightingDays(from: Instant, to: Instant): string {
  const last = Math.max(from, to - 1);
  const lastText = formatUtc(last, 'd MMM yyyy');
  if (last - from < DAY_MS && formatUtc(from, 'd MMM yyyy') === lastText) return lastText;
  const sameYear = formatUtc(from, 'yyyy') === formatUtc(last, 'yyyy');
  const sameMonth = sameYear && formatUtc(from, 'MM') === formatUtc(last, 'MM');
  if (sameMonth) return `${formatUtc(from, 'd')}–${lastText}`;
  return `${formatUtc(from, sameYear ? 'd MMM' : 'd MMM yyyy')} – ${lastText}`;
}

/** `Rajin (DPRK)`, `Sevastopol (Ukraine, occupied, under Russian control)`. */
export function portText(port: Port): string {
  const country = port.country === 'KP' ? 'DPRK' : countryName(port.country);
  if (!port.controlledBy) return `${port.name} (${country})`;
  return `${port.name} (${country}, occupied by ${countryName(port.controlledBy)})`;
}

/** `US, EU`: authorities whose listing of the ship itself is verified and in force; empty if none is. */
export function authoritiesInForce(designations: readonly DesignationAt[]): string {
  return [...new Set(designations.filter(isInForce).map(({ designation }) => designation.authority))].join(
    ', ',
  );
}

/** `arrived between … and …, left …`: the two intervals of a call in words. */
export function callTimes({ arrival, departure }: Call): string {
  return `arrived ${intervalText(arrival.after, arrival.before)}; left ${intervalText(departure.after, departure.before)}`;
}

function intervalText(after: Instant | null, before: Instant | null): string {
  if (after === null && before === null) return 'at an unknown time';
  if (after === null) return `before ${instantText(before!)}`;
  if (before === null) return `after ${instantText(after)}`;
  if (formatUtc(after, 'd MMM yyyy') === formatUtc(before, 'd MMM yyyy')) {
    return `${formatUtc(after, 'd MMM yyyy HH:mm')} to ${formatUtc(before, "HH:mm 'UTC'")}`;
  }
  const sameYear = formatUtc(after, 'yyyy') === formatUtc(before, 'yyyy');
  return `${formatUtc(after, sameYear ? 'd MMM HH:mm' : 'd MMM yyyy HH:mm')} to ${instantText(before)}`;
}
