import { InputError } from '../formats/input-error.ts';
import { PRODUCT } from '../formats/product.ts';
import { runAnalyse } from './analyse.ts';
import { runDecode } from './decode.ts';
import { runExport } from './export.ts';
import { runScreen } from './screen.ts';
import { USAGE, UsageError } from './usage.ts';

async function run([command, ...args]: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  switch (command) {
    case 'analyse':
      return runAnalyse(args);
    case 'decode':
      return runDecode(args);
    case 'export':
      return runExport(args, Date.now());
    case 'screen':
      return runScreen(args, Date.now());
    case '--help':
    case 'help':
      process.stdout.write(USAGE);
      return;
    case '--version':
      process.stdout.write(`${PRODUCT.version}\n`);
      return;
    case undefined:
      throw new UsageError('a command is needed: analyse, export, decode or screen (--help tells more)');
    default:
      throw new UsageError(`unknown command ${command} (--help lists them)`);
  }
}

/** Bad input and wrong usage are told in one line; a closed pipe ends quietly; anything else is a bug and shows its trace. */
function fail(error: unknown): void {
  if (error instanceof UsageError || error instanceof InputError) {
    process.stderr.write(`wakeline: ${error.message.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
    return;
  }
  throw error;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

run(process.argv.slice(2)).catch(fail);
