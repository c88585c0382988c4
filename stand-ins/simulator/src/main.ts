import { isAppError } from '@coliseum/domain/errors/app-error';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { loadScenario } from './faults/load-scenario.ts';
import { startSimulator, type SimulatorOptions } from './start-simulator.ts';

const DEFAULT_PORT = 4010;

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return port;
}

function readInstant(text: string): Date {
  const instant = z.iso.datetime().safeParse(text);
  if (!instant.success) throw new InvalidArgumentError('Give an instant like 2026-11-22T14:00:00Z.');
  return new Date(instant.data);
}

type Flags = {
  readonly port: number;
  readonly host: string;
  readonly seed: string;
  readonly markets?: string;
  readonly clock?: Date;
  readonly scenario?: string;
  readonly state?: string;
};

const program = new Command('simulator')
  .description('A stand-in for Kalshi, OpenRouter and Exa on one port, for the arena to play against.')
  .option('--port <number>', 'port to listen on, 0 for any free one', readPort, DEFAULT_PORT)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--seed <text>', 'decides every market, decision and fact', 'coliseum')
  .option('--markets <file>', 'replay the recorded markets of a JSON Lines file')
  .option('--clock <instant>', 'stop the clock at an instant; without it, the time is real', readInstant)
  .option('--scenario <file>', 'what goes wrong, or slowly: YAML or JSON, see the README')
  .option('--state <file>', 'keep clock, faults and their counts here, and take them up again from here')
  .action(async (flags: Flags) => run(flags));

async function run(flags: Flags): Promise<void> {
  const options: SimulatorOptions = {
    port: flags.port,
    host: flags.host,
    seed: flags.seed,
    ...(flags.markets === undefined ? {} : { marketsFile: flags.markets }),
    ...(flags.clock === undefined ? {} : { clock: { mode: 'manual', now: flags.clock } }),
    ...(flags.scenario === undefined ? {} : { scenario: await loadScenario(flags.scenario) }),
    ...(flags.state === undefined ? {} : { stateFile: flags.state }),
  };
  const { url, kalshiBaseUrl, openRouterBaseUrl, exaBaseUrl, stop } = await startSimulator(options);
  process.stdout.write(`Kalshi      ${kalshiBaseUrl}\nOpenRouter  ${openRouterBaseUrl}\nExa         ${exaBaseUrl}\n`);
  process.stdout.write(`Admin       ${url}/admin/clock, /admin/faults, /admin/latencies, /admin/requests\n`);
  process.send?.({ type: 'ready', url, kalshiBaseUrl, openRouterBaseUrl, exaBaseUrl });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  process.once('disconnect', () => void stop());
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${isAppError(error) ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
