import { defineCommand, type AddCommand } from './define-command.ts';

/** Commands that set up an arena. */
export const setUpCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'doctor',
    about: 'check everything the arena depends on and say how to fix problems',
    options: [
      { flags: '--paid', about: 'also ask each configured model one tiny question; says first what that may cost' },
    ],
    examples: ['doctor', 'doctor --paid'],
    load: async () => (await import('./commands/doctor.ts')).diagnose,
  }),
  defineCommand({
    name: 'migrate',
    about: 'create or update collections, validators and indexes',
    examples: ['migrate'],
    load: async () => (await import('./commands/migrate.ts')).migrate,
  }),
  defineCommand({
    name: 'rebuild-records',
    about: 'derive the record of each match day again from its events and bets',
    examples: ['rebuild-records'],
    load: async () => (await import('./commands/rebuild-records.ts')).rebuildRecords,
  }),
  defineCommand({
    name: 'backup',
    about: 'copy the database, as it is at one moment, into a new directory',
    options: [
      { flags: '--to <dir>', about: 'the directory; it has to be empty', isRequired: true },
      { flags: '--worker-stopped', about: 'nothing writes: read without a transaction, which ends after a minute' },
    ],
    examples: ['backup --to backups/2026-11-22'],
    load: async () => (await import('./commands/backup.ts')).backup,
  }),
  defineCommand({
    name: 'restore',
    about: 'fill an empty database with a backup, then audit its books and verify its receipts',
    options: [{ flags: '--from <dir>', about: 'the directory that backup wrote', isRequired: true }],
    examples: ['restore --from backups/2026-11-22'],
    load: async () => (await import('./commands/restore.ts')).restore,
  }),
  defineCommand({
    name: 'seed',
    about: "add the agents and this week's persona",
    examples: ['seed'],
    load: async () => (await import('./commands/seed.ts')).seed,
  }),
  defineCommand({
    name: 'prepare',
    about: 'migrate, seed and, in an exhibition, play the missing match days up to yesterday',
    options: [{ flags: '--days <n>', about: 'number of match days an empty exhibition starts with', default: '30' }],
    examples: ['prepare --days 30'],
    load: async () => (await import('./commands/prepare.ts')).prepare,
  }),
  defineCommand({
    name: 'secrets',
    about: 'make the passwords of the containers, once, and hand each service its own (docker-compose.yml does this)',
    options: [{ flags: '--out <directory>', about: 'where the volumes of the secrets are', isRequired: true }],
    actsOnDatabase: false,
    examples: ['secrets --out /secrets'],
    load: async () => (await import('./commands/secrets.ts')).createSecrets,
  }),
];
