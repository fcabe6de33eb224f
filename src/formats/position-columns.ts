/**
 * Names that a column of positions goes by, in lower case without blanks, underscores and other signs; where a file
 * has several of one meaning, the name that stands first here counts. Units are those of AIS: knots, degrees, metres.
 * A name with another unit (`speed_kmh`) is not here, so it isn't read, and neither is a number that a provider
 * gives its ships (`ship_id`, `vessel_id`), for it is no MMSI.
 */
const NAMES = {
  mmsi: ['mmsi', 'mmsinumber', 'mmsino', 'vesselmmsi', 'shipmmsi', 'sourcemmsi'],
  imo: ['imo', 'imonumber', 'imono', 'vesselimo', 'shipimo', 'lrimoshipno'],
  time: [
    'basedatetime',
    'dtposutc',
    'positiontime',
    'positiontimestamp',
    'positiondatetime',
    'postime',
    'timestamputc',
    'datetimeutc',
    'utctimestamp',
    'utcdatetime',
    'timestamp',
    'datetime',
    'timeutc',
    'utctime',
    'tidspunktutc',
    'time',
    'utc',
    't',
    'msgtime',
    'movementdatetime',
    'reporttime',
    'epoch',
    'epochtime',
    'epochms',
    'unixtime',
    'unixtimestamp',
    'timestampms',
    'positionreceived',
    'receivedat',
    'receivedtime',
    'receivetime',
  ],
  /** The day, where `time` holds a clock alone; the time itself, where there is no other. */
  date: ['date', 'dateutc', 'utcdate', 'positiondate'],
  lat: [
    'lat',
    'latitude',
    'latdeg',
    'latdd',
    'latitudedeg',
    'latitudedegrees',
    'decimallatitude',
    'positionlat',
    'positionlatitude',
    'breddegrad',
  ],
  lon: [
    'lon',
    'lng',
    'long',
    'longitude',
    'londeg',
    'londd',
    'longitudedeg',
    'longitudedegrees',
    'decimallongitude',
    'positionlon',
    'positionlongitude',
    'lengdegrad',
  ],
  sog: [
    'sog',
    'sogkn',
    'sogkts',
    'sogknots',
    'speedoverground',
    'speedkn',
    'speedkts',
    'speedknots',
    'speedinknots',
    'speed',
  ],
  cog: ['cog', 'cogdeg', 'courseoverground', 'coursedeg', 'course'],
  heading: ['heading', 'trueheading', 'headingtrue', 'headingdeg', 'hdg'],
  status: [
    'navstatuscode',
    'navstatus',
    'navstat',
    'navistat',
    'navigationstatus',
    'navigationalstatus',
    'status',
  ],
  name: ['shipname', 'vesselname', 'name', 'ship', 'vessel'],
  callSign: ['callsign', 'radiocallsign', 'ircs'],
  destination: ['destination', 'aisdestination', 'dest'],
  draught: ['draught', 'draft', 'draughtm', 'draftm'],
  shipType: ['vesseltypecode', 'shiptypecode', 'shipandcargotype', 'shiptype', 'vesseltype', 'type'],
  length: ['length', 'lengthm', 'lengthoverall', 'loa', 'shiplength', 'vessellength'],
  beam: ['width', 'widthm', 'beam', 'beamm', 'breadth', 'shipwidth', 'vesselwidth'],
  flag: ['flag', 'flagstate'],
  transceiver: ['transceiver', 'transceiverclass', 'aisclass'],
  source: ['source'],
  longRange: ['longrange'],
} as const;

export type PositionColumn = keyof typeof NAMES;

const COLUMNS = Object.keys(NAMES) as PositionColumn[];

/** Whether a text names a meaning, as in `lat=Breite`. */
export function isPositionColumn(name: string): name is PositionColumn {
  return Object.hasOwn(NAMES, name);
}

const COLUMN_OF: ReadonlyMap<string, PositionColumn> = new Map(
  COLUMNS.flatMap(column => NAMES[column].map(name => [name, column])),
);

/** What a column of this name means, by its name alone; undefined where that is not known. */
export function columnNamed(name: string): PositionColumn | undefined {
  return COLUMN_OF.get(plainName(name));
}

/** Which column of a file means what: by its header in any order and case, or as a user chose. */
export class PositionColumns {
  /** The header as it stands. */
  readonly header: readonly string[];
  /** Names that were chosen and that the header doesn't have. What they were to mean goes by its known names. */
  readonly absent: readonly string[];
  readonly #indices = new Map<PositionColumn, number>();

  /**
   * `choice` is as `ColumnChoice`; its names are those of the header, blanks around them aside. Of two columns with
   * the same name the first counts.
   */
  constructor(header: readonly string[], choice: ReadonlyMap<PositionColumn, string> | null = null) {
    this.header = header;
    this.absent = this.#choose(choice ?? new Map());
    this.#guess(choice ?? new Map());
  }

  /** What means what, by names of the header without blanks around them. */
  get names(): ReadonlyMap<PositionColumn, string> {
    return new Map([...this.#indices].map(([column, index]) => [column, this.header[index]!.trim()]));
  }

  has(column: PositionColumn): boolean {
    return this.#indices.has(column);
  }

  /** Index of the column, -1 where there is none. */
  indexOf(column: PositionColumn): number {
    return this.#indices.get(column) ?? -1;
  }

  #choose(choice: ReadonlyMap<PositionColumn, string>): string[] {
    const indices = firstIndices(this.header.map(name => name.trim()));
    const absent: string[] = [];
    for (const [column, name] of choice) {
      const index = indices.get(name.trim());
      if (name.trim() === '') continue;
      if (index === undefined) absent.push(name.trim());
      else this.#indices.set(column, index);
    }
    return absent;
  }

  #guess(choice: ReadonlyMap<PositionColumn, string>): void {
    const chosen = new Set(this.#indices.values());
    const indices = firstIndices(this.header.map((name, i) => (chosen.has(i) ? '' : plainName(name))));
    for (const column of COLUMNS) {
      if (this.#indices.has(column) || choice.get(column)?.trim() === '') continue;
      const name = NAMES[column].find(known => indices.has(known));
      if (name !== undefined) this.#indices.set(column, indices.get(name)!);
    }
  }
}

/** `Base_Date Time` as `basedatetime`; letters of any alphabet stay. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Where each name stands first. */
function firstIndices(names: readonly string[]): ReadonlyMap<string, number> {
  // Of entries with one key the last counts.
  return new Map(names.map((name, index) => [name, index] as const).reverse());
}
