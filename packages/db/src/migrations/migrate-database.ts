import { fileURLToPath } from 'node:url';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { ConnectionUrl } from '../connection-url.ts';
import contractJson from '../contract/generated/contract.json' with { type: 'json' };
import { withControlClient } from './control-client.ts';

/** What a migration did, one line for each step; empty when the database was as the contract says. */
export type MigrationReport = { readonly applied: readonly string[] };

/** Prisma looks for hand-written migrations here; the arena has none, every change follows from the contract. */
const MIGRATIONS_DIRECTORY = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Brings collections, validators and indexes to the contract. Refuses, with `DATABASE_NOT_MIGRATED`, what would lose data. */
export async function migrateDatabase(connection: ConnectionUrl): Promise<MigrationReport> {
  return withControlClient(connection, async (client) => {
    const result = await client.dbUpdate({
      contract: contractJson,
      mode: 'apply',
      migrationsDir: MIGRATIONS_DIRECTORY,
    });
    if (result.ok) return { applied: result.value.plan.operations.map((operation) => operation.label) };
    const { summary, why, cause } = result.failure;
    throw new AppError({
      code: 'DATABASE_NOT_MIGRATED',
      message: `The database cannot be brought to the contract: ${summary}${why === undefined ? '' : ` (${why})`}`,
      cause,
    });
  });
}
