/**
 * Names that a column of positions goes by, in lower case without blanks, underscores and other signs. Units are
 * those of AIS: knots, degrees, metres. A name with another unit (`speed_kmh`) is not here, so it isn't read.
 */
const NAMES = {
  mmsi: ['mmsi', 'mmsinumber', 'mmsino'],
  imo: ['imo', 'imonumber', 'imono'],
  time: [
    'time',
    'timestamp',
    'datetime',
    'basedatetime',
    'timestamputc',
    'datetimeutc',
    'timeutc',
    'utc',
    't',
    'epoch',
    'receivedat',
    'positiontime',
  ],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'lng', 'long', 'longitude'],
  sog: ['sog', 'speed', 'speedoverground', 'speedkn', 'speedkts', 'speedknots', 'sogkn'],
  cog: ['cog', 'course', 'courseoverground'],
  heading: ['heading', 'trueheading', 'hdg'],
  status: ['status', 'navstatus', 'navigationstatus', 'navigationalstatus'],
  name: ['name', 'shipname', 'vesselname', 'ship', 'vessel'],
  callSign: ['callsign'],
  destination: ['destination', 'dest'],
  draught: ['draught', 'draft'],
  shipType: ['type', 'shiptype', 'vesseltype'],
  length: ['length', 'lengthm', 'loa'],
  beam: ['width', 'beam', 'widthm', 'beamm'],
  flag: ['flag', 'flagstate'],
  transceiver: ['transceiver', 'transceiverclass', 'aisclass'],
  source: ['source'],
} as const;

export type PositionColumn = keyof typeof NAMES;

const COLUMN_OF: ReadonlyMap<string, PositionColumn> = new Map(
  (Object.keys(NAMES) as PositionColumn[]).flatMap(column => NAMES[column].map(name => [name, column])),
);

/** Which column of a file means what, by its header in any order and case. */
export class PositionColumns {
  /** The header as it stands. */
  readonly header: readonly string[];
  readonly #indices = new Map<PositionColumn, number>();

  /** Where two columns mean the same, the first counts. */
  constructor(header: readonly string[]) {
    this.header = header;
    header.forEach((name, index) => {
      const column = COLUMN_OF.get(plainName(name));
      if (column && !this.#indices.has(column)) this.#indices.set(column, index);
    });
  }

  has(column: PositionColumn): boolean {
    return this.#indices.has(column);
  }

  /** Index of the column, -1 where there is none. */
  indexOf(column: PositionColumn): number {
    return this.#indices.get(column) ?? -1;
  }
}

/** `Base_Date Time` as `basedatetime`. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
