import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

/** `arena migrate`: creates or updates collections, validators and indexes. Safe to repeat. */
export async function migrate(processEnvironment: ProcessEnvironment): Promise<CommandResult> {
  return await withSession(
    processEnvironment,
    async ({ database }) => {
      const report = await database.migrate();
      await database.verify();
      return {
        data: { ok: true, ...report },
        text: 'Database schema is up to date.',
      };
    },
    { skipVerify: true },
  );
}
