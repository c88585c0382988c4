import type { Database } from '@coliseum/db/database';
import type { Id } from '@coliseum/domain/id';
import type { CallPurpose, PaidCall } from '@coliseum/domain/paid-call';
import { groupWrites } from './group-writes.ts';

/** The stored result of an earlier request of the day. */
export type StoredCall = { readonly errorCode: string | null; readonly answer: string };

/** Calls of one purpose, of one event or all. */
export type CallSelection = { readonly purpose: CallPurpose; readonly eventId?: Id };

/** The paid calls of one day. */
export type CallJournal = {
  /** Finds the stored result of the same request on the same day. */
  readonly find: (requestSha256: string) => StoredCall | undefined;
  /** Records a call. Resolves when it is stored durably. */
  readonly write: (call: PaidCall) => Promise<void>;
  /** The requests whose answers were stored before the journal was opened and that nobody has made again since. */
  readonly listUnused: (selection: CallSelection) => readonly string[];
};

/**
 * Opens the journal of a day. Answers from earlier runs of the day are read once, because only the worker that holds
 * the day's lease adds to them.
 */
export async function openCallJournal(database: Pick<Database, 'paidCalls'>, date: string): Promise<CallJournal> {
  const stored = new Map<string, StoredCall>();
  const remember = ({ requestSha256, errorCode, answer }: PaidCall): void => {
    if (answer !== null) stored.set(requestSha256, { errorCode, answer });
  };
  const unused = new Map<string, PaidCall>();
  for (const call of await database.paidCalls.listWithAnswers(date)) {
    remember(call);
    unused.set(call.requestSha256, call);
  }
  const insert = groupWrites<PaidCall>((calls) => database.paidCalls.insertMany(calls));
  return {
    find: (requestSha256) => {
      unused.delete(requestSha256);
      return stored.get(requestSha256);
    },
    write: async (call) => {
      await insert(call);
      remember(call);
    },
    listUnused: ({ purpose, eventId }) =>
      [...unused.values()]
        .filter((call) => call.purpose === purpose && (eventId === undefined || call.eventId === eventId))
        .map(({ requestSha256 }) => requestSha256),
  };
}
