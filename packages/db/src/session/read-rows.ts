import { translateDatabaseError } from '../errors/translate-database-error.ts';
import type { Retry } from './retry-unavailable.ts';

/**
 * The rows of a query. It is opened again when the server goes away before the first row, but not later: rows that were
 * handed out cannot be taken back. Errors of the driver become the arena's.
 */
export async function* readRows<Row>(
  retry: Retry,
  open: () => AsyncIterable<Row>,
): AsyncGenerator<Row, void, undefined> {
  const opened = await retry(async () => {
    const rows = open()[Symbol.asyncIterator]();
    return { rows, first: await readNext(rows) };
  });
  try {
    for (let row = opened.first; row.done !== true; row = await readNext(opened.rows)) yield row.value;
  } finally {
    await opened.rows.return?.();
  }
}

async function readNext<Row>(rows: AsyncIterator<Row>): Promise<IteratorResult<Row>> {
  try {
    return await rows.next();
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
