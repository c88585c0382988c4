import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { Command } from 'commander';
import { runLauncher } from './run-launcher.ts';
import { waitForStopRequest } from './stop-request.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const help = `
Without settings everything runs on this machine: database, queue, and a simulator of Kalshi, OpenRouter and Exa.
OPENROUTER_API_KEY, EXA_API_KEY, MONGODB_URL and QUEUE_URL each replace a stand-in with the real service.
WEB_PORT and API_PORT set the ports, COLISEUM_DATA_DIR sets the data folder.
Settings are read from the environment and from .env; .env.example explains them all.`;

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
