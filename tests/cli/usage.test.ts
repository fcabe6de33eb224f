import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runAnalyse } from '../../src/cli/analyse.ts';
import { runDecode } from '../../src/cli/decode.ts';
import { runScreen } from '../../src/cli/screen.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { buildOnce, ROOT, wakeline } from './wakeline.ts';

const COMMANDS: Record<string, (args: readonly string[]) => Promise<void>> = {
  analyse: runAnalyse,
  decode: runDecode,
  screen: args => runScreen(args, Date.UTC(2024, 2, 12)),
};

beforeAll(buildOnce, 60_000);

describe('the command', () => {
  test.each([
    ['', /a command is needed: analyse, export, decode or screen/],
    ['analyze x.csv', /unknown command analyze/],
    ['__proto__', /unknown command __proto__/],
    ['analyse x.csv --frmt json', /unknown option --frmt/],
    ['decode', /decode takes one file, got 0/],
    ['screen --imo 9161004', /--imo 9161004 has a wrong check digit/],
  ])('wakeline %s is wrong usage: exit 2 and one line', async (line, expected) => {
    const { code, stdout, stderr } = await wakeline(...line.split(' ').filter(Boolean));
    expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^wakeline: \P{Cc}+\n$/u);
    expect(stderr).toMatch(expected);
  });

  test('--help tells every command and option', async () => {
    const { code, stdout, stderr } = await wakeline('--help');
    expect([code, stderr]).toEqual([0, '']);
    const words =
      'analyse export decode screen --what --ship --clean --lists --sightings --ports --rules --set --from --to --zone --partial --format --out --imo --mmsi --name --at';
    for (const word of words.split(' ')) expect(stdout).toContain(word);
  });

  test("--version is the package's", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await wakeline('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('options that make no sense, told before any file is opened', () => {
  test.each([
    ['analyse', 'analyse needs at least one file'],
    ['analyse none.csv --format xml', '--format is json, ndjson, csv, geojson, got xml'],
    ['analyse none.csv --rules mine', '--rules is standard or gfw, got mine'],
    ['analyse none.csv --set silence=6', '--set knows no threshold silence'],
    ['analyse none.csv --set __proto__=6', '--set knows no threshold __proto__'],
    ['analyse none.csv --set silenceHours', '--set silenceHours needs a number, got nothing'],
    ['analyse none.csv --set silenceHours=long', '--set silenceHours needs a number, got long'],
    ['analyse none.csv --set silenceHours=6=7', '--set silenceHours needs a number, got 6=7'],
    ['analyse none.csv --set silenceHours=0', '--set: silenceHours must be from 1 to 48, got 0'],
    [
      'analyse none.csv --set silenceHours=Infinity',
      '--set: silenceHours must be from 1 to 48, got Infinity',
    ],
    ['analyse none.csv --from 2024-03-12 --to 2024-03-11', '--from is after --to'],
    ['analyse none.csv --zone Seoul', '--zone needs UTC or an offset like +09:00, got Seoul'],
    ['decode', 'decode takes one file, got 0'],
    ['decode none.nmea other.nmea', 'decode takes one file, got 2'],
    ['decode none.nmea --format json', '--format is ndjson, got json'],
    ['screen', 'screen needs --imo, --mmsi or --name'],
    ['screen --name=', 'screen needs --imo, --mmsi or --name'],
    ['screen LADY', 'screen takes no file but with --lists, got LADY'],
    ['screen --imo 916100', '--imo needs 7 digits, got 916100'],
    ['screen --imo IMO9161003', '--imo needs 7 digits, got IMO9161003'],
    ['screen --imo 9161004', '--imo 9161004 has a wrong check digit'],
    ['screen --mmsi 12345678x', '--mmsi needs 9 digits, got 12345678x'],
    [
      'screen --imo 9161003 --at noon',
      '--at needs a time with a zone (2024-03-12T00:00:00Z) or a day, got noon',
    ],
  ])('%s', async (line, message) => {
    const [command, ...args] = line.split(' ');
    await expect(COMMANDS[command!]!(args)).rejects.toThrow(new UsageError(message));
  });
});
