/*
 * JSON of positions read by `JSON.parse` and named members: aisstream.io's lines by its published message models, and
 * GeoJSON (RFC 7946) with the names that Digitraffic documents, or with those of the fixtures.
 */
import { Flag } from '../../../src/core/track/index.ts';
import type { RecordedReport, RecordedStatics } from '../../ais/recording-sink.ts';
import { below, type PlainRead, plainImo } from './plain-csv.ts';

interface StreamLine {
  readonly MessageType: string;
  readonly MetaData: { readonly time_utc: string; readonly ShipName?: string };
  readonly Message: Readonly<Record<string, StreamMessage>>;
}

/** Members of any of the messages. */
interface StreamMessage {
  readonly UserID: number;
  readonly Latitude: number;
  readonly Longitude: number;
  readonly Sog?: number;
  readonly Cog?: number;
  readonly TrueHeading?: number;
  readonly NavigationalStatus?: number;
  readonly ImoNumber?: number;
  readonly Name?: string;
  readonly CallSign?: string;
  readonly Destination?: string;
  readonly Type?: number;
  readonly ShipType?: number;
  readonly MaximumStaticDraught?: number;
  readonly Dimension?: Readonly<Record<'A' | 'B' | 'C' | 'D', number>>;
  readonly ReportA?: StreamMessage & { readonly Valid: boolean };
  readonly ReportB?: StreamMessage & { readonly Valid: boolean };
}

interface Feature {
  readonly mmsi?: number;
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

const STREAM_FLAGS: Readonly<Record<string, number>> = {
  PositionReport: 0,
  StandardClassBPositionReport: Flag.classB,
  ExtendedClassBPositionReport: Flag.classB,
  LongRangeAisBroadcastMessage: Flag.longRange,
  AidsToNavigationReport: Flag.notShip,
  BaseStationReport: Flag.notShip,
  StandardSearchAndRescueAircraftReport: Flag.notShip,
};

/** Whole lines as aisstream.io sends them; a line that is no JSON is passed over. */
export function readPlainStream(text: string): PlainRead {
  const reports: RecordedReport[] = [];
  const statics: RecordedStatics[] = [];
  text.split('\n').forEach((line, index) => {
    const parsed = parsedLine(line);
    if (!parsed) return;
    const { MessageType: type, MetaData, Message } = parsed;
    const message = Message[type]!;
    const [, day, clock, fraction = ''] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))? \+0000 UTC$/.exec(
      MetaData.time_utc,
    )!;
    const t = `${day}T${clock}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
    const base = { mmsi: message.UserID, imo: plainImo(String(message.ImoNumber ?? '')), t, row: index + 1 };
    if (type === 'ShipStaticData') {
      statics.push({ ...base, fields: streamFields(message), heard: true, flags: 0 });
    } else if (type === 'StaticDataReport') {
      const parts = [message.ReportA!, message.ReportB!].filter(part => part.Valid);
      const fields = Object.assign({}, ...parts.map(streamFields));
      statics.push({ ...base, fields, heard: true, flags: Flag.classB });
    } else if (type in STREAM_FLAGS) {
      const flags = STREAM_FLAGS[type]!;
      reports.push({ ...base, ...streamMotion(message, flags), flags });
      const name = (MetaData.ShipName ?? '').trim();
      const own = type === 'ExtendedClassBPositionReport' ? streamFields(message) : {};
      const fields = { ...(name && { name }), ...own };
      if (Object.keys(fields).length > 0) statics.push({ ...base, fields, heard: false, flags });
    }
  });
  return { reports, statics };
}

/** A collection of points, and of lines with their times among the properties. */
export function readPlainGeoJson(text: string): PlainRead {
  const { features } = JSON.parse(text) as { readonly features: readonly Feature[] };
  const reports: RecordedReport[] = [];
  const statics: RecordedStatics[] = [];
  features.forEach(({ mmsi, geometry, properties }, index) => {
    const own = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name.toLowerCase().replace(/\W/g, ''), value]),
    );
    const ship = {
      mmsi: Number(own.mmsi ?? mmsi ?? 0),
      imo: plainImo(String(own.imo ?? '')),
      flags: own.source === 'synthetic' ? Flag.synthetic : 0,
      row: index + 1,
    };
    const isLine = geometry?.type === 'LineString';
    const times = (isLine ? (own.times ?? own.coordtimes) : [timeOf(own)]) as readonly unknown[];
    const places = (isLine ? geometry.coordinates : [geometry?.coordinates]) as (
      | readonly number[]
      | undefined
    )[];
    const found = times.map((time, i) => ({
      ...ship,
      t: instantOf(time),
      lon: places[i]?.[0] ?? Number.NaN,
      lat: places[i]?.[1] ?? Number.NaN,
      sog: below(102.3, String(own.sog ?? own.speed ?? '')),
      cog: below(360, String(own.cog ?? own.course ?? '')),
      heading: below(360, String(own.heading ?? '')),
      status: Number(own.navstat ?? own.status ?? 15),
    }));
    reports.push(...found);
    const fields = geoFields(own);
    if (Object.keys(fields).length > 0) {
      statics.push({ ...ship, t: found[0]!.t, fields, heard: false });
    }
  });
  return { reports, statics };
}

function parsedLine(line: string): StreamLine | null {
  try {
    return JSON.parse(line) as StreamLine;
  } catch {
    return null;
  }
}

function streamMotion(
  { Latitude, Longitude, Sog = -1, Cog = -1, TrueHeading = -1, ...rest }: StreamMessage,
  flags: number,
) {
  const isPlaced = Latitude !== 91 && Longitude !== 181;
  return {
    lon: isPlaced ? Longitude : Number.NaN,
    lat: isPlaced ? Latitude : Number.NaN,
    sog: below(flags === Flag.longRange ? 63 : 102.3, Sog),
    cog: below(360, Cog),
    heading: below(360, TrueHeading),
    status: rest.NavigationalStatus ?? 15,
  };
}

function streamFields(message: StreamMessage): Record<string, string | number> {
  const { A = 0, B = 0, C = 0, D = 0 } = message.Dimension ?? {};
  return told({
    name: (message.Name ?? '').split('@')[0]!.trim(),
    callSign: (message.CallSign ?? '').split('@')[0]!.trim(),
    destination: (message.Destination ?? '').split('@')[0]!.trim(),
    shipType: message.Type || message.ShipType || 0,
    draughtM: message.MaximumStaticDraught ?? 0,
    lengthM: A + B,
    beamM: C + D,
  });
}

function geoFields(own: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return told({
    name: String(own.name ?? own.shipname ?? ''),
    shipType: Number(own.vesseltype ?? 0),
  });
}

function timeOf(own: Readonly<Record<string, unknown>>): unknown {
  return own.timestampexternal ?? own.time ?? own.timestamp;
}

/** An epoch in seconds has ten digits in our days, one in milliseconds thirteen. */
function instantOf(value: unknown): string {
  const isSeconds = typeof value === 'number' && value < 1e11;
  return new Date(isSeconds ? value * 1000 : (value as string | number)).toISOString();
}

function told(fields: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== 0));
}
