import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import type { PostedOutcome } from '@coliseum/receipts/outcome-content';
import { toOutcomeReceipt } from '@coliseum/receipts/outcome-receipt';

type Posting = { readonly id: string; readonly posted: PostedOutcome; readonly at: Date };

/**
 * Adds the receipt of a posting to the chain of outcomes. Only in a transaction that has raised the revision: of two
 * postings at once one conflicts there, starts again, and then finds the other's receipt to chain to.
 */
export async function addOutcomeReceipt(
  { outcomeReceipts }: Pick<Repositories, 'outcomeReceipts'>,
  { id, posted, at }: Posting,
): Promise<void> {
  const previous = await outcomeReceipts.findLatest();
  await outcomeReceipts.insert(toOutcomeReceipt({ id, posted, previous, at }));
}
