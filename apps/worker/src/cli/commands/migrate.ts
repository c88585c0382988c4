import type { CommandAnswer } from '../command-answer.ts';
import type { Surroundings } from '../surroundings.ts';
import { withSession } from '../with-session.ts';

/** `arena migrate`: creates or updates collections, validators and indexes. Safe to repeat. */
export async function migrate(surroundings: Surroundings): Promise<CommandAnswer> {
  return await withSession(
    surroundings,
    async ({ database }) => {
      const report = await database.migrate();
      await database.verify();
      return {
        data: { ok: true, ...report },
        text: 'The database has every collection, validator and index of this version.',
      };
    },
    { skipVerify: true },
  );
}
