import { AppError } from '@coliseum/domain/errors/app-error';
import type { ConnectionUrl } from '../connection-url.ts';
import contractJson from '../contract/generated/contract.json' with { type: 'json' };
import { withControlClient } from './control-client.ts';

/** Compares the database with the contract. Throws `DATABASE_NOT_MIGRATED` naming each difference. */
export async function verifyDatabase(connection: ConnectionUrl): Promise<void> {
  const result = await withControlClient(connection, (client) => client.schemaVerify({ contract: contractJson }));
  if (result.ok) return;
  const differences = result.schema.issues.map(describeIssue);
  throw new AppError({
    code: 'DATABASE_NOT_MIGRATED',
    message: `The database is not as the contract says. Run the migrate command. ${differences.join('; ')}.`,
    details: { database: connection.redacted, differences: differences.length },
  });
}

function describeIssue(issue: { readonly path: readonly string[]; readonly actual?: unknown }): string {
  const [collection = 'database', part] = issue.path;
  const subject = part === undefined ? `collection ${collection}` : `${part} of ${collection}`;
  return issue.actual === undefined ? `${subject} is missing` : `${subject} differs`;
}
