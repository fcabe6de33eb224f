import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isPositionColumn, plainName } from '../formats/position-columns.ts';
import { type ColumnChoice, TIME_FORMATS, type TimeFormat } from '../formats/reader.ts';

/** What a user said of files with one header. */
export interface RememberedAnswers {
  /** Null where the columns were read as their names say. */
  readonly columns: ColumnChoice | null;
  readonly zoneMinutes: number | null;
  readonly timeFormat: TimeFormat | null;
}

/** As much of `localStorage` as is used. */
export type KeptTexts = Pick<Storage, 'getItem' | 'setItem'>;

const STORED = 'wakeline.columns/1';
/** So many headers are kept; the one used longest ago gives way. */
const MOST_HEADERS = 100;
const KEY_CHARACTERS = 32;
/** No clock on Earth is farther from UTC. */
const MAX_ZONE_MINUTES = 14 * 60;

/**
 * Remembers what was said of a file for the next one with the same header, across visits. The header is kept as a
 * digest of its plain names. Where storage is off, full or holds something else, nothing is remembered.
 */
export class ColumnMemory {
  readonly #texts: KeptTexts | null;
  /** By header, the one used last at the end. */
  readonly #answers: Map<string, RememberedAnswers>;

  constructor(texts: KeptTexts | null) {
    this.#texts = texts;
    this.#answers = new Map(read(texts));
  }

  get isEmpty(): boolean {
    return this.#answers.size === 0;
  }

  /** Null for a header that nothing is known of. */
  recall(header: readonly string[]): RememberedAnswers | null {
    return this.#answers.get(keyOf(header)) ?? null;
  }

  remember(header: readonly string[], answers: RememberedAnswers): void {
    const key = keyOf(header);
    this.#answers.delete(key);
    this.#answers.set(key, answers);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST_HEADERS) break;
      this.#answers.delete(oldest);
    }
    this.#write();
  }

  forget(header: readonly string[]): void {
    if (this.#answers.delete(keyOf(header))) this.#write();
  }

  #write(): void {
    const entries = [...this.#answers].map(([key, { columns, ...rest }]) => [
      key,
      { ...rest, columns: columns && [...columns] },
    ]);
    try {
      this.#texts?.setItem(STORED, JSON.stringify(entries));
    } catch {
      // Storage is off or full: the answers hold for this visit.
    }
  }
}

function keyOf(header: readonly string[]): string {
  const names = JSON.stringify(header.map(plainName));
  return bytesToHex(sha256(utf8ToBytes(names))).slice(0, KEY_CHARACTERS);
}

function read(texts: KeptTexts | null): [string, RememberedAnswers][] {
  try {
    const stored: unknown = JSON.parse(texts?.getItem(STORED) ?? '[]');
    return Array.isArray(stored) ? stored.slice(-MOST_HEADERS).flatMap(readEntry) : [];
  } catch {
    return [];
  }
}

/** One entry as a list of one; empty for anything that this version would not have written. */
function readEntry(entry: unknown): [string, RememberedAnswers][] {
  if (!Array.isArray(entry)) return [];
  const [key, value] = entry as unknown[];
  if (typeof key !== 'string' || typeof value !== 'object' || value === null) return [];
  const { columns, zoneMinutes, timeFormat } = value as Record<string, unknown>;
  const isZone = Number.isInteger(zoneMinutes) && Math.abs(zoneMinutes as number) <= MAX_ZONE_MINUTES;
  return [
    [
      key,
      {
        columns: readColumns(columns),
        zoneMinutes: isZone ? (zoneMinutes as number) : null,
        timeFormat: TIME_FORMATS.find(format => format === timeFormat) ?? null,
      },
    ],
  ];
}

function readColumns(pairs: unknown): ColumnChoice | null {
  if (!Array.isArray(pairs)) return null;
  return new Map(
    pairs.flatMap((pair: unknown) => {
      const [meaning, name] = Array.isArray(pair) ? (pair as unknown[]) : [];
      const isPair = typeof meaning === 'string' && isPositionColumn(meaning) && typeof name === 'string';
      return isPair ? [[meaning, name] as const] : [];
    }),
  );
}
