import { defineCommand, type AddCommand } from './define-command.ts';

/** Commands about trials: databases of their own, for a day that is to be tried. */
export const trialCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'list',
    about: 'name the trials',
    examples: ['trial list'],
    actsOnDatabase: false,
    load: async () => (await import('./commands/trial.ts')).listTrials,
  }),
  defineCommand({
    name: 'drop',
    about: 'delete a trial with its database',
    argument: { name: 'name', about: 'as --trial had it' },
    examples: ['trial drop first'],
    actsOnDatabase: false,
    load: async () => (await import('./commands/trial.ts')).dropTrial,
  }),
];
