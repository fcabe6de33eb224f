import { sha256 } from '@noble/hashes/sha2.js';
import { type CallRules, isParameterName, type ParameterName, RULES, SEVERITIES } from '../findings/index.ts';
import type { Instant } from '../time/index.ts';
import { fromBase64Url, toBase64Url } from './base64.ts';
import { ByteReader, ByteWriter } from './bytes.ts';

/** Newest version of the link that this code writes. All older ones are read for ever. */
export const LINK_VERSION = 1;
/** Longest link that is looked at, characters. */
const MAX_LINK_LENGTH = 32_768;
const CHECK_BYTES = 8;
/** No screen is wider or higher. */
const MAX_CHART_PX = 100_000;
/** Last instant that a date can be made of (ECMA-262, 21.4.1.1). */
const LAST_INSTANT: Instant = 8.64e15;
/** Digests are pinned by their first 128 bits: more than enough to name a file, half as long. */
export const PIN_BYTES = 16;

const SELECTION_KINDS = ['none', 'finding', 'vessel', 'port', 'entry'] as const;
const TABS = ['findings', 'ships', 'ports', 'lists'] as const;
const SORTS = ['worst', 'time', 'ship'] as const;
const THEMES = ['night', 'day', 'contrast'] as const;
const TRAILS = ['ship', 'speed'] as const;
const CALL_RULES: readonly CallRules[] = ['standard', 'gfw'];

/** An input or list by name and the start of its SHA-256, lower-case hex of `PIN_BYTES` bytes. */
export interface Pin {
  readonly name: string;
  readonly digest: string;
}

/** What a link holds: a view, and by digest the data, lists and method behind it. */
export interface ViewSnapshot {
  readonly time: Instant;
  /** Degrees; six decimals travel. Zoom and bearing travel with four and two. */
  readonly camera: {
    readonly lon: number;
    readonly lat: number;
    readonly zoom: number;
    readonly bearingDeg: number;
  };
  /** Size of the chart that the camera was seen on, CSS pixels; 0 where not known. A smaller one zooms out by it. */
  readonly chartPx: { readonly width: number; readonly height: number };
  readonly window: { readonly from: Instant; readonly to: Instant };
  readonly selection: { readonly kind: (typeof SELECTION_KINDS)[number]; readonly id: string };
  readonly tab: (typeof TABS)[number];
  readonly theme: (typeof THEMES)[number];
  readonly trailBy: (typeof TRAILS)[number];
  readonly speed: number;
  readonly filters: {
    readonly text: string;
    readonly severities: readonly string[];
    readonly rules: readonly string[];
    readonly vessels: readonly string[];
    readonly sort: (typeof SORTS)[number];
  };
  readonly inputs: readonly Pin[];
  readonly lists: readonly Pin[];
  readonly method: {
    readonly version: string;
    readonly rules: CallRules;
    /** Thresholds that are not the default. */
    readonly changes: ReadonlyMap<ParameterName, number>;
  };
}

export type LinkFault =
  /** Not a link of ours at all, or cut off or altered on its way. */
  | { readonly kind: 'damaged' }
  /** Written by a later version of this program. */
  | { readonly kind: 'newer'; readonly version: number };

export type ReadLink =
  | { readonly ok: true; readonly snapshot: ViewSnapshot }
  | { readonly ok: false; readonly fault: LinkFault };

const DAMAGED: ReadLink = { ok: false, fault: { kind: 'damaged' } };

/** Text after the `#` of a link: version, a dot, then the packed view with a checksum, in base64url. */
export function encodeViewLink(snapshot: ViewSnapshot): string {
  const body = writeBody(snapshot);
  const packed = new ByteWriter().raw(body).raw(checkOf(LINK_VERSION, body)).finish();
  return `${LINK_VERSION}.${toBase64Url(packed)}`;
}

/** Reads what stands after the `#`. Never throws; a link with any character changed is refused as damaged. */
export function decodeViewLink(text: string): ReadLink {
  if (text.length > MAX_LINK_LENGTH) return DAMAGED;
  const match = /^(\d{1,6})\.([\w-]+)$/.exec(text);
  if (!match) return DAMAGED;
  const version = Number(match[1]);
  if (version > LINK_VERSION) return { ok: false, fault: { kind: 'newer', version } };
  const packed = fromBase64Url(match[2]!);
  if (version < 1 || String(version) !== match[1] || !packed || packed.length < CHECK_BYTES) return DAMAGED;
  const body = packed.subarray(0, -CHECK_BYTES);
  const check = packed.subarray(-CHECK_BYTES);
  if (!checkOf(version, body).every((byte, i) => byte === check[i])) return DAMAGED;
  try {
    return { ok: true, snapshot: readBody(new ByteReader(body)) };
  } catch (error) {
    if (error instanceof RangeError) return DAMAGED;
    throw error;
  }
}

/** A full SHA-256 in hex cut to what a link pins. */
export function pinDigest(sha256Hex: string): string {
  return sha256Hex.slice(0, PIN_BYTES * 2);
}

function checkOf(version: number, body: Uint8Array): Uint8Array {
  const hash = sha256.create().update(new ByteWriter().uint(version).finish()).update(body);
  return hash.digest().subarray(0, CHECK_BYTES);
}

function writeBody(snapshot: ViewSnapshot): Uint8Array {
  const { camera, chartPx, window, selection, filters, method } = snapshot;
  const out = new ByteWriter()
    .int(Math.round(snapshot.time))
    .int(Math.round(camera.lon * 1e6))
    .int(Math.round(camera.lat * 1e6))
    .int(Math.round(camera.zoom * 1e4))
    .int(Math.round(camera.bearingDeg * 1e2))
    .uint(Math.round(chartPx.width))
    .uint(Math.round(chartPx.height))
    .int(Math.round(window.from))
    .uint(Math.max(0, Math.round(window.to) - Math.round(window.from)))
    .uint(SELECTION_KINDS.indexOf(selection.kind))
    .text(selection.id)
    .uint(TABS.indexOf(snapshot.tab))
    .uint(THEMES.indexOf(snapshot.theme))
    .uint(TRAILS.indexOf(snapshot.trailBy))
    .uint(Math.round(snapshot.speed))
    .text(filters.text)
    .uint(SORTS.indexOf(filters.sort));
  for (const list of [filters.severities, filters.rules, filters.vessels]) {
    out.uint(list.length);
    for (const item of list) out.text(item);
  }
  for (const pins of [snapshot.inputs, snapshot.lists]) {
    out.uint(pins.length);
    for (const { name, digest } of pins) out.text(name).raw(fromHex(digest));
  }
  out.text(method.version).uint(CALL_RULES.indexOf(method.rules)).uint(method.changes.size);
  for (const [name, value] of [...method.changes].sort()) out.text(name).int(Math.round(value * 1e6));
  return out.finish();
}

function readBody(input: ByteReader): ViewSnapshot {
  const time = input.int();
  const camera = {
    lon: within(input.int() / 1e6, -540, 540),
    lat: within(input.int() / 1e6, -90, 90),
    zoom: within(input.int() / 1e4, -2, 24),
    bearingDeg: within(input.int() / 1e2, -360, 360),
  };
  const chartPx = {
    width: within(input.uint(), 0, MAX_CHART_PX),
    height: within(input.uint(), 0, MAX_CHART_PX),
  };
  const from = input.int();
  const window = { from, to: within(from + input.uint(), from, LAST_INSTANT) };
  const selection = { kind: pick(SELECTION_KINDS, input.uint()), id: input.text() };
  const tab = pick(TABS, input.uint());
  const theme = pick(THEMES, input.uint());
  const trailBy = pick(TRAILS, input.uint());
  const speed = input.uint();
  const text = input.text();
  const sort = pick(SORTS, input.uint());
  const severities = many(input, () => oneOf(SEVERITIES, input.text()));
  const rules = many(input, () =>
    oneOf(
      RULES.map(({ id }) => id),
      input.text(),
    ),
  );
  const vessels = many(input, () => input.text());
  const inputs = many(input, () => readPin(input));
  const lists = many(input, () => readPin(input));
  const version = input.text();
  const callRules = pick(CALL_RULES, input.uint());
  const changes = new Map(many(input, () => [parameterName(input.text()), input.int() / 1e6] as const));
  if (input.left > 0) throw new RangeError(`${input.left} bytes too many`);
  return {
    time,
    camera,
    chartPx,
    window,
    selection,
    tab,
    theme,
    trailBy,
    speed,
    filters: { text, severities, rules, vessels, sort },
    inputs,
    lists,
    method: { version, rules: callRules, changes },
  };
}

function many<T>(input: ByteReader, read: () => T): T[] {
  const count = input.uint();
  if (count > input.left) throw new RangeError(`${count} items in ${input.left} bytes`);
  return Array.from({ length: count }, read);
}

function readPin(input: ByteReader): Pin {
  return { name: input.text(), digest: toHex(input.raw(PIN_BYTES)) };
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value ${index}`);
  return value;
}

function oneOf<T extends string>(values: readonly T[], value: string): T {
  const known = values.find(other => other === value);
  if (!known) throw new RangeError(`no value ${value}`);
  return known;
}

function parameterName(name: string): ParameterName {
  if (!isParameterName(name)) throw new RangeError(`no threshold ${name}`);
  return name;
}

function within(value: number, least: number, greatest: number): number {
  if (!(value >= least && value <= greatest))
    throw new RangeError(`${value} is not from ${least} to ${greatest}`);
  return value;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(digest: string): Uint8Array {
  const bytes = Uint8Array.from(digest.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
  if (bytes.length !== PIN_BYTES) throw new RangeError(`digest ${digest} has not ${PIN_BYTES} bytes`);
  return bytes;
}
