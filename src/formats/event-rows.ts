import type { DarkCall, Fix, OpenSilence, Silence } from '../core/events/index.ts';
import type { Analysis, Finding } from '../core/findings/index.ts';
import type { Bound, Call, Port } from '../core/ports/index.ts';
import type { DesignationAt } from '../core/sanctions/index.ts';
import { formatDay, formatIso, type Instant } from '../core/time/index.ts';
import type { Receipt } from '../core/track/index.ts';
import type { Vessel } from '../core/vessel/index.ts';

export const EVENT_KINDS = ['finding', 'call', 'dark call', 'silence', 'open silence'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** [longitude, latitude] in degrees. */
export type EventPlace = readonly [lon: number, lat: number];

/** An event or finding as one row of a table. Texts that it has no use for are empty. */
export interface EventRow {
  readonly kind: EventKind;
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly claim: string;
  readonly vessel: Vessel;
  readonly port: Port | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly text: string;
  readonly reconstructed: boolean;
  /** A port; or the last fix before a silence and the first after it, as far as there are any. */
  readonly places: readonly EventPlace[];
  /** Of a dark call: how much speaks for it. */
  readonly level: string;
  /** Of a call: when the ship came and went. */
  readonly arrival: Bound;
  readonly departure: Bound;
  /** Listings of the ship at the hour of a finding. */
  readonly listings: readonly string[];
  /** Events that a finding or a dark call rests on. */
  readonly events: readonly string[];
  readonly receipts: readonly Receipt[];
}

const UNBOUND: Bound = { after: null, before: null, basis: 'bounded' };

const NOTHING = {
  rule: '',
  severity: '',
  port: null,
  level: '',
  arrival: UNBOUND,
  departure: UNBOUND,
  listings: [],
  events: [],
} as const;

/** All events and findings of an analysis: findings first, then calls, dark calls, silences and open silences. */
export function eventRows(analysis: Analysis): EventRow[] {
  const { findings, calls, darkCalls, silences, openSilences } = analysis;
  return [
    ...findings.map(findingRow),
    ...calls.map(callRow),
    ...darkCalls.map(darkCallRow),
    ...silences.map(silenceRow),
    ...openSilences.map(openSilenceRow),
  ];
}

function findingRow(finding: Finding): EventRow {
  const { id, rule, severity, claim, vessel, port, from, to, text, reconstructed, events, receipts } =
    finding;
  return {
    ...NOTHING,
    kind: 'finding',
    id,
    rule,
    severity,
    claim,
    vessel,
    port,
    from,
    to,
    text,
    reconstructed,
    places: placeOf(port),
    listings: finding.designations.map(listingText),
    events,
    receipts,
  };
}

function callRow(call: Call): EventRow {
  const { id, vessel, port, arrival, departure, reconstructed, receipts } = call;
  return {
    ...NOTHING,
    kind: 'call',
    id,
    claim: reconstructed ? 'reconstructed' : call.support === 'gap' ? 'inferred' : 'observed',
    vessel,
    port,
    from: arrival.before,
    to: departure.after ?? departure.before,
    text: `confidence ${call.confidence}, ${call.berth}`,
    reconstructed,
    places: placeOf(port),
    arrival,
    departure,
    receipts,
  };
}

function darkCallRow({ id, vessel, port, silence, level, earliest, latest, otherPorts }: DarkCall): EventRow {
  return {
    ...NOTHING,
    kind: 'dark call',
    id,
    claim: 'inferred',
    vessel,
    port,
    from: earliest,
    to: latest,
    text: `${level}, ${otherPorts} other ports fit`,
    reconstructed: silence.reconstructed,
    places: placeOf(port),
    level,
    events: [silence.id],
    receipts: silence.receipts,
  };
}

function silenceRow(silence: Silence): EventRow {
  const { id, vessel, from, to, control, reconstructed, lastFix, nextFix, receipts } = silence;
  return {
    ...NOTHING,
    kind: 'silence',
    id,
    claim: reconstructed ? 'reconstructed' : 'observed',
    vessel,
    from,
    to,
    text: `control: ${control}`,
    reconstructed,
    places: [...placeOf(lastFix), ...placeOf(nextFix)],
    receipts,
  };
}

function openSilenceRow({ id, vessel, from, seenTo, lastFix }: OpenSilence): EventRow {
  const { reconstructed } = vessel;
  return {
    ...NOTHING,
    kind: 'open silence',
    id,
    claim: reconstructed ? 'reconstructed' : 'observed',
    vessel,
    from,
    to: null,
    text: `not heard again; others are, to ${formatIso(seenTo)}`,
    reconstructed,
    places: placeOf(lastFix),
    receipts: [],
  };
}

function placeOf(place: Port | Fix | null): EventPlace[] {
  return place ? [[place.lon, place.lat]] : [];
}

/** `US in force since 2022-05-08 (ofac-sdn 37095)`, with what speaks against counting it. */
function listingText({ designation, status, since, until, via, strength }: DesignationAt): string {
  const { authority, list, entry, verified } = designation;
  const begin =
    since === null ? '' : status === 'not yet' ? ` until ${formatDay(since)}` : ` since ${formatDay(since)}`;
  const end = until === null ? '' : ` to ${formatDay(until)}`;
  const grounds = [
    `${list} ${entry}`,
    via ?? '',
    verified ? '' : 'unverified',
    strength === 'exact' ? '' : 'a lead',
  ];
  return `${authority} ${status}${begin}${end} (${grounds.filter(Boolean).join(', ')})`;
}
