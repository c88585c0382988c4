import { CommandError } from '../wire/command-error.ts';

/** Another transaction came first; the whole transaction may be tried again. */
export function createWriteConflictError(): CommandError {
  return new CommandError(
    'WriteConflict',
    'Write conflict during plan execution and yielding is disabled. Please retry your operation or multi-document transaction.',
    { labels: ['TransientTransactionError'] },
  );
}
