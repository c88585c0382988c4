import { CommandError } from '../wire/command-error.ts';

/** Another transaction came first. The whole transaction may be retried. */
export function createWriteConflictError(): CommandError {
  return new CommandError(
    'WriteConflict',
    'Write conflict during plan execution and yielding is disabled. Please retry your operation or multi-document transaction.',
    { labels: ['TransientTransactionError'] },
  );
}
