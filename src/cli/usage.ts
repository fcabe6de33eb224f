/** The command was not asked rightly: exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `Usage: wakeline <command> [options]

  analyse FILE...   Events and findings in AIS files.
    --lists FILE...      designation lists, instead of the bundled ones
    --sightings FILE...  published sightings, instead of the bundled ones
    --ports FILE         ports (id,name,country,lat,lon[,radius_km]), instead of the bundled ones
    --rules NAME         standard (default) or gfw
    --set NAME=VALUE     a threshold; may be given several times
    --from T, --to T     events that reach into this time only
    --zone ZONE          zone of times that name none: UTC, +09:00, -03:30
    --time-format NAME   how times are written: iso, day-first, month-first, epoch-s or epoch-ms
    --column WHAT=NAME   column of a table by its name (time=seen_at); may be given several times
    --imo N, --mmsi N    ship of files that name none
    --provider NAME      who received the reports; NAME=FILE for one file
    --reconstructed, --synthetic
                         the files hold no received reports though they don't say so
    --partial            read what is there of a log that is cut off
    --format FORMAT      json (default), ndjson, csv or geojson
    --out FILE           write there instead of to standard output

  export FILE...    Tracks or events of AIS files, with their sources and method; read back, they are the same.
    --what WHAT          tracks or events
    --format FORMAT      csv, geojson, kml, gpx or parquet
    --ship ID            one ship only, by id, IMO number or MMSI; may be given several times
    --from T, --to T     reports within this time, events that reach into it
    --clean              usable fixes only, without reports whose verdict isn't ok
    --out FILE           write there instead of to standard output
    and the options of analyse from --lists to --partial

  decode FILE       Every AIS message of a log as a line of JSON; a summary on standard error.

  screen            Designations of a ship.
    --imo N, --mmsi N, --name S   one or more of these
    --at T               as they stood then (default: now)
    --lists FILE...      instead of the bundled ones

  --help, --version

Times are ISO 8601 with a zone (2024-03-12T00:00:00Z) or a day in UTC (2024-03-12).
Exit status: 0 fine, 1 bad input, 2 wrong usage.
`;
