import { defineCommand, withoutOptions, type AddCommand } from './define-command.ts';

/** Commands that bring an arena to where it can run. */
export const setUpCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'doctor',
    about: 'look at everything the arena stands on and say what is wrong',
    examples: ['doctor'],
    load: async () => withoutOptions((await import('./commands/doctor.ts')).diagnose),
  }),
  defineCommand({
    name: 'migrate',
    about: 'create or update collections, validators and indexes',
    examples: ['migrate'],
    load: async () => withoutOptions((await import('./commands/migrate.ts')).migrate),
  }),
  defineCommand({
    name: 'seed',
    about: "enter the agents and this week's persona",
    examples: ['seed'],
    load: async () => withoutOptions((await import('./commands/seed.ts')).seed),
  }),
  defineCommand({
    name: 'prepare',
    about: 'migrate, seed and, in an exhibition, play the days up to yesterday that are missing',
    options: [{ flags: '--days <n>', about: 'length of the season an empty exhibition begins with', default: '30' }],
    examples: ['prepare --days 30'],
    load: async () => (await import('./commands/prepare.ts')).prepare,
  }),
];
