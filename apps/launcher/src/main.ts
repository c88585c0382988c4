import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { Command } from 'commander';
import { runLauncher } from './run-launcher.ts';
import { waitForStopRequest } from './stop-request.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const help = `
Without any setting everything runs on this machine: database, queue, and a simulator of the outside services.
OPENROUTER_API_KEY, EXA_API_KEY, MONGODB_URL and QUEUE_URL each put the real thing in its place.
WEB_PORT and API_PORT choose the ports, COLISEUM_DATA_DIR the data folder.
Settings are read from the environment and from .env; .env.example explains all of them.`;

async function start(): Promise<void> {
  try {
    const envFile = join(root, '.env');
    if (existsSync(envFile)) process.loadEnvFile(envFile);
    await runLauncher({
      root,
      env: process.env,
      show: (line) => void process.stdout.write(`${line}\n`),
      stopRequested: waitForStopRequest(process),
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.code}: ${error.message}\n`);
    process.exitCode = 1;
  }
}

await new Command('start')
  .description('Runs the whole arena on this machine until Ctrl-C.')
  .addHelpText('after', help)
  .action(start)
  .parseAsync();
