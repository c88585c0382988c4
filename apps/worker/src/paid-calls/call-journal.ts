import type { Database } from '@coliseum/db/database';
import type { PaidCall } from '@coliseum/domain/paid-call';
import { groupWrites } from './group-writes.ts';

/** How a request of the day ended before. */
export type KeptCall = { readonly errorCode: string | null; readonly answer: string };

/** The record of a day's paid calls. */
export type CallJournal = {
  /** How the same request of the same day ended, if that is still known. */
  readonly find: (requestSha256: string) => KeptCall | undefined;
  /** Writes a call down. It is there for good when this is done. */
  readonly write: (call: PaidCall) => Promise<void>;
};

/**
 * Opens the record of a day. What earlier runs of the day were answered is read once, as only the worker that holds the
 * day's lease adds to it.
 */
export async function openCallJournal(database: Pick<Database, 'paidCalls'>, date: string): Promise<CallJournal> {
  const kept = new Map<string, KeptCall>();
  const keep = ({ requestSha256, errorCode, answer }: PaidCall): void => {
    if (answer !== null) kept.set(requestSha256, { errorCode, answer });
  };
  for (const call of await database.paidCalls.listWithAnswers(date)) keep(call);
  const insert = groupWrites<PaidCall>((calls) => database.paidCalls.insertMany(calls));
  return {
    find: (requestSha256) => kept.get(requestSha256),
    write: async (call) => {
      await insert(call);
      keep(call);
    },
  };
}
