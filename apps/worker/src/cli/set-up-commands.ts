import { doctor } from './commands/doctor.ts';
import { migrate } from './commands/migrate.ts';
import { prepare } from './commands/prepare.ts';
import { seed } from './commands/seed.ts';
import { defineCommand, type AddCommand } from './define-command.ts';

/** Commands that bring an arena to where it can run. */
export const setUpCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'doctor',
    about: 'look at everything the arena stands on and say what is wrong',
    examples: ['doctor'],
    run: async (_options, surroundings) => await doctor(surroundings),
  }),
  defineCommand({
    name: 'migrate',
    about: 'create or update collections, validators and indexes',
    examples: ['migrate'],
    run: async (_options, surroundings) => await migrate(surroundings),
  }),
  defineCommand({
    name: 'seed',
    about: "enter the agents and this week's persona",
    examples: ['seed'],
    run: async (_options, surroundings) => await seed(surroundings),
  }),
  defineCommand({
    name: 'prepare',
    about: 'migrate, seed and, in an exhibition, play the days up to yesterday that are missing',
    options: [{ flags: '--days <n>', about: 'length of the season an empty exhibition begins with', default: '30' }],
    examples: ['prepare --days 30'],
    run: prepare,
  }),
];
