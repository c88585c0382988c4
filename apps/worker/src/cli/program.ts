import { Command } from 'commander';
import type { CommandAnswer, CommandOutput } from './command-answer.ts';
import { audit } from './commands/audit.ts';
import { doctor } from './commands/doctor.ts';
import { exportData } from './commands/export.ts';
import { migrate } from './commands/migrate.ts';
import { prepare } from './commands/prepare.ts';
import { run } from './commands/run.ts';
import { season } from './commands/season.ts';
import { seed } from './commands/seed.ts';
import { settle } from './commands/settle.ts';
import { status } from './commands/status.ts';
import { runCommand } from './run-command.ts';
import type { SeasonOptions } from './season-request.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs one command's work to its exit code. */
type Launch = (
  json: boolean | undefined,
  work: (surroundings: Surroundings) => Promise<CommandAnswer>,
) => Promise<void>;

type ProgramOptions = {
  readonly surroundings: Surroundings;
  readonly outputFor: (json: boolean) => CommandOutput;
  /** Told the exit code of the command that ran. */
  readonly finish: (exitCode: 0 | 1) => void;
};

/** The operator's command line. */
export function createProgram({ surroundings, outputFor, finish }: ProgramOptions): Command {
  const launch: Launch = async (json = false, work) =>
    finish(await runCommand(outputFor(json), async () => await work(surroundings)));
  const program = new Command('arena')
    .description(
      "The operator's commands of Coliseum. Without MONGODB_URL they work on the local data folder (COLISEUM_DATA_DIR).",
    )
    .showHelpAfterError('(add --help to see what is possible)');
  addPlayCommands(program, launch);
  addRecordCommands(program, launch);
  addSetUpCommands(program, launch);
  return program;
}

const JSON_OPTION = ['--json', 'print exactly one JSON object on stdout and everything else on stderr'] as const;
type Json = { readonly json?: boolean };

function addPlayCommands(program: Command, launch: Launch): void {
  program
    .command('run')
    .description("play today's match day, or take up a day that stopped on the way")
    .option('--date <YYYY-MM-DD>', 'the match day, in UTC (default: today)')
    .option(...JSON_OPTION)
    .action(
      async (options: Json & { date?: string }) =>
        await launch(options.json, async (surroundings) => await run(options, surroundings)),
    );
  program
    .command('settle')
    .description('settle every event that is due and final on the exchange')
    .option('--event <id>', 'only this event')
    .option(...JSON_OPTION)
    .action(
      async (options: Json & { event?: string }) =>
        await launch(options.json, async (surroundings) => await settle(options, surroundings)),
    );
  program
    .command('season')
    .description('play days on a simulated clock, against simulated services')
    .option('--days <n>', 'how many days (default with --markets: all the file covers)')
    .option('--markets <file>', 'play recorded real markets from a JSON Lines file')
    .option('--seed <text>', 'what decides the generated markets and the simulated models (default: COLISEUM_SEED)')
    .option('--from <YYYY-MM-DD>', 'the first match day')
    .option('--faults <share>', 'let a share of all outside calls fail, 0 to 0.5', '0')
    .option(...JSON_OPTION)
    .action(
      async (options: Json & SeasonOptions) =>
        await launch(options.json, async (surroundings) => await season(options, surroundings)),
    );
}

function addRecordCommands(program: Command, launch: Launch): void {
  program
    .command('status')
    .description('what has been played, what is open, and the table by money')
    .option(...JSON_OPTION)
    .action(async (options: Json) => await launch(options.json, status));
  program
    .command('audit')
    .description('derive every balance again from the ledger, and every ledger entry from its bet')
    .option(...JSON_OPTION)
    .action(async (options: Json) => await launch(options.json, audit));
  program
    .command('export')
    .description('write one JSON Lines file a collection')
    .requiredOption('--out <directory>', 'where to write; made if it is not there')
    .option(...JSON_OPTION)
    .action(
      async (options: Json & { out: string }) =>
        await launch(options.json, async (surroundings) => await exportData(options, surroundings)),
    );
}

function addSetUpCommands(program: Command, launch: Launch): void {
  program
    .command('doctor')
    .description('look at everything the arena stands on and say what is wrong')
    .option(...JSON_OPTION)
    .action(async (options: Json) => await launch(options.json, doctor));
  program
    .command('migrate')
    .description('create or update collections, validators and indexes')
    .option(...JSON_OPTION)
    .action(async (options: Json) => await launch(options.json, migrate));
  program
    .command('seed')
    .description("enter the agents and this week's persona")
    .option(...JSON_OPTION)
    .action(async (options: Json) => await launch(options.json, seed));
  program
    .command('prepare')
    .description('migrate, seed and, in an exhibition, play the days up to yesterday that are missing')
    .option('--days <n>', 'length of the season an empty exhibition begins with', '30')
    .option(...JSON_OPTION)
    .action(
      async (options: Json & { days: string }) =>
        await launch(options.json, async (surroundings) => await prepare(options, surroundings)),
    );
}
