import { isStakedBet } from '@coliseum/domain/bet';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { Settlement } from '@coliseum/payout/settle-bet';
import type { ArenaContext } from '../arena/arena-context.ts';
import { addOutcomeReceipt } from '../receipts/add-outcome-receipt.ts';
import { recordSettlement } from './record-settlement.ts';
import { settleAbstentions, settleBets } from './settle-bets.ts';
import { toSettledEvent } from './to-settled-event.ts';

export type PostedSettlement = {
  readonly event: ArenaEvent;
  /** Number of bets that carried money. */
  readonly stakes: number;
};

/**
 * Settles an event and all of its bets in one transaction. Null when another worker settled it first: then nothing is
 * written.
 */
export async function postSettlement(
  { clock, database }: Pick<ArenaContext, 'clock' | 'database'>,
  event: ArenaEvent,
  settlement: Settlement,
  reason: 'event_settled' | 'event_voided',
): Promise<PostedSettlement | null> {
  const at = clock.now();
  const after = toSettledEvent(event, settlement, at);
  return await database.withTransaction(async (repositories) => {
    // The event first: only the worker that changes it settles its bets, so that nothing below is written twice.
    if (!(await repositories.events.settle(after))) return null;
    const answers = await repositories.bets.listPlacedByEvent(event.id);
    const accounts = await repositories.agents.listAccounts();
    const bets = answers.filter(isStakedBet);
    const result = settleBets({ bets, accounts, settlement, at, newId: () => database.newId() });
    await repositories.ledger.insertMany(result.entries);
    const settled = [...result.bets, ...settleAbstentions(answers, at)];
    await repositories.bets.settleMany(settled);
    await repositories.agents.updateAccounts(result.accounts);
    await repositories.dayRecords.updateEvent(after, recordSettlement(after, answers, settled));
    await repositories.arenaState.raiseRevision({ reason, at });
    const posted = { event: after, number: 0, entries: result.entries, agents: accounts };
    await addOutcomeReceipt(repositories, { id: database.newId(), posted, at });
    return { event: after, stakes: bets.length };
  });
}
