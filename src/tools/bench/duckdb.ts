import type { NoaaEdition } from './noaa-input.ts';
import { requirePeer } from './peers.ts';
import { type Outcome, timed } from './subject.ts';

/** What the package gives, as far as it is used. */
interface DuckDb {
  DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<Instance>;
  };
}
interface Instance {
  connect(): Promise<Connection>;
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
}

const REST = {
  sog: 'FLOAT',
  cog: 'FLOAT',
  heading: 'FLOAT',
  vessel_name: 'VARCHAR',
  imo: 'VARCHAR',
  call_sign: 'VARCHAR',
  vessel_type: 'SMALLINT',
  status: 'FLOAT',
  length: 'FLOAT',
  width: 'FLOAT',
  draft: 'FLOAT',
  cargo: 'FLOAT',
  transceiver: 'VARCHAR',
};
/** Columns and types, in the order of each edition. */
const TYPES: Record<NoaaEdition, Readonly<Record<string, string>>> = {
  '2023': { mmsi: 'INTEGER', base_date_time: 'TIMESTAMP', latitude: 'DOUBLE', longitude: 'DOUBLE', ...REST },
  '2024': { mmsi: 'INTEGER', base_date_time: 'TIMESTAMP', longitude: 'DOUBLE', latitude: 'DOUBLE', ...REST },
};

/** A Marine Cadastre CSV as a source of rows with typed columns. */
export function noaaSource(edition: NoaaEdition, path: string): string {
  const columns = Object.entries(TYPES[edition]).map(([name, type]) => `'${name}': '${type}'`);
  return `read_csv('${path}', header = true, delim = ',', columns = {${columns.join(', ')}})`;
}

/** Reads a source into a table in memory, on one thread. */
export async function createTable(source: string): Promise<Outcome> {
  const connection = await connect();
  return timed(async () => {
    await connection.run(`CREATE TABLE reports AS SELECT * FROM ${source}`);
    const answer = await connection.runAndReadAll('SELECT count(*) FROM reports');
    return Number(answer.getRows()[0]?.[0]);
  });
}

/** Writes a source to a Parquet file. */
export async function writeParquet(source: string, path: string): Promise<Outcome> {
  const connection = await connect();
  return timed(async () => {
    await connection.run(`COPY (SELECT * FROM ${source}) TO '${path}' (FORMAT parquet)`);
    return 0;
  });
}

async function connect(): Promise<Connection> {
  const { DuckDBInstance } = requirePeer<DuckDb>('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  return instance.connect();
}
