import { endOfDay, type Instant, parseDay, parseTime } from '../core/time/index.ts';
import { UsageError } from './usage.ts';

/** Options of a command: name to what follows it: nothing, one value, all up to the next option, or one each time. */
export type OptionKinds = Readonly<Record<string, 'none' | 'one' | 'many' | 'repeat'>>;

export interface ParsedArguments {
  readonly files: readonly string[];
  /** Values by option name, in the order given. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Splits arguments into files and options. Throws a UsageError that names what is wrong. */
export function parseArguments(args: readonly string[], kinds: OptionKinds): ParsedArguments {
  const files: string[] = [];
  const options = new Map<string, string[]>();
  for (let i = 0; i < args.length; i++) {
    const argument = args[i]!;
    if (!argument.startsWith('--')) {
      files.push(argument);
      continue;
    }
    const [name, inline] = splitAtEquals(argument.slice(2));
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind) throw new UsageError(`unknown option --${name}`);
    const values = inline === undefined ? [] : [inline];
    const most = kind === 'none' ? 0 : kind === 'many' ? Number.POSITIVE_INFINITY : 1;
    while (values.length < most && i + 1 < args.length && !args[i + 1]!.startsWith('--'))
      values.push(args[++i]!);
    if (kind === 'none' && values.length > 0) throw new UsageError(`--${name} takes no value`);
    if (kind !== 'none' && values.length === 0) throw new UsageError(`--${name} needs a value`);
    if (kind === 'one' && options.has(name)) throw new UsageError(`--${name} is given twice`);
    options.set(name, [...(options.get(name) ?? []), ...values]);
  }
  return { files, options };
}

/** `name=value` at its first equals sign; the whole text as the name where there is none. */
export function splitAtEquals(text: string): [name: string, value?: string] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** An instant, or a day in UTC: its first instant, or its last where `edge` is `end`. */
export function parseInstant(text: string, option: string, edge: 'start' | 'end' = 'start'): Instant {
  const day = edge === 'start' ? parseDay(text) : endOfDay(text) - 1;
  if (!Number.isNaN(day)) return day;
  const parsed = parseTime(text);
  if (parsed.kind === 'instant') return parsed.t;
  throw new UsageError(`--${option} needs a time with a zone (2024-03-12T00:00:00Z) or a day, got ${text}`);
}

/** Minutes east of UTC. */
export function parseZone(text: string): number {
  if (/^(utc|z)$/i.test(text)) return 0;
  const match = /^([+-])(\d{2}):?([0-5]\d)$/.exec(text);
  if (!match) throw new UsageError(`--zone needs UTC or an offset like +09:00, got ${text}`);
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes > 14 * 60) throw new UsageError(`--zone is at most 14 hours from UTC, got ${text}`);
  return match[1] === '-' ? -minutes : minutes;
}
