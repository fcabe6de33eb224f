import { DesignationIndex } from '../core/sanctions/index.ts';
import type { Instant } from '../core/time/index.ts';
import { isValidImo } from '../core/vessel/index.ts';
import { LocalEngine } from '../engine/local.ts';
import { designationJson } from '../formats/analysis-json.ts';
import { type OptionKinds, type ParsedArguments, parseArguments, parseInstant } from './arguments.ts';
import { loadLists, openReference } from './files.ts';
import { UsageError } from './usage.ts';

const OPTIONS: OptionKinds = { imo: 'one', mmsi: 'one', name: 'one', at: 'one', lists: 'many' };

/** `screen --imo N`: prints the designations that match a ship, with their status at an instant. */
export async function runScreen(args: readonly string[], now: Instant): Promise<void> {
  const parsed = parseArguments(args, OPTIONS);
  if (parsed.files.length > 0)
    throw new UsageError(`screen takes no file but with --lists, got ${parsed.files[0]}`);
  const { options } = parsed;
  const identity = identityOf(parsed);
  const atText = options.get('at')?.[0];
  const at = atText === undefined ? now : parseInstant(atText, 'at');
  const engine = new LocalEngine();
  await engine.loadReference(await openReference());
  const lists = options.get('lists');
  if (lists) await loadLists(engine, lists);
  const matches = new DesignationIndex(engine.lists).designationsAt(identity, at).map(match => ({
    ...designationJson(match),
    name: match.designation.subject.names[0]?.text ?? null,
    imo: match.designation.subject.imo || null,
    strength: match.strength,
  }));
  process.stdout.write(`${JSON.stringify({ matches }, null, 2)}\n`);
}

function identityOf({ options }: ParsedArguments) {
  const imo = digits(options.get('imo')?.[0], 'imo', 7);
  const mmsi = digits(options.get('mmsi')?.[0], 'mmsi', 9);
  const name = options.get('name')?.[0];
  if (!imo && !mmsi && !name) throw new UsageError('screen needs --imo, --mmsi or --name');
  if (imo && !isValidImo(imo)) throw new UsageError(`--imo ${imo} has a wrong check digit`);
  return { imo, mmsi: mmsi ? [mmsi] : [], callSigns: [], names: name ? [name] : [] };
}

function digits(text: string | undefined, option: string, length: number): number {
  if (text === undefined) return 0;
  if (!new RegExp(`^\\d{${length}}$`).test(text))
    throw new UsageError(`--${option} needs ${length} digits, got ${text}`);
  return Number(text);
}
