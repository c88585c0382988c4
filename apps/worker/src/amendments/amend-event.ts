import type { Repositories } from '@coliseum/db/repositories/create-repositories';
import type { Agent } from '@coliseum/domain/agent';
import type { PnlExtremes } from '@coliseum/domain/amend-agent-bet';
import { ensurePresent } from '@coliseum/domain/assert';
import { isStakedBet, type StakedBet } from '@coliseum/domain/bet';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { Settlement } from '@coliseum/payout/settle-bet';
import type { ArenaContext } from '../arena/arena-context.ts';
import { addOutcomeReceipt } from '../receipts/add-outcome-receipt.ts';
import { amendBets } from './amend-bets.ts';
import { recordAmendment } from './record-amendment.ts';
import { toAmendedEvent } from './to-amended-event.ts';

/**
 * Replaces the outcome of a settled event in one transaction: every stake is reversed and posted again. Returns null
 * when the outcome is unchanged, so that a second call or a second worker does nothing.
 */
export async function amendEvent(
  { clock, database }: Pick<ArenaContext, 'clock' | 'database'>,
  eventId: string,
  settlement: Settlement,
): Promise<ArenaEvent | null> {
  const at = clock.now();
  return await database.withTransaction(async (repositories) => {
    const event = await repositories.events.findById(eventId);
    if (event?.status !== 'settled') return null;
    const after = toAmendedEvent(event, settlement, at);
    if (after === null) return null;
    const answers = await repositories.bets.listByEvent(eventId);
    const bets = answers.filter(isStakedBet);
    const agents = await repositories.agents.list();
    const otherExtremes = await readOtherExtremes(repositories, bets, agents);
    const result = amendBets({
      bets,
      agents,
      settlement,
      amendment: after.amendments.length,
      getOtherExtremes: (agentId) => ensurePresent(otherExtremes.get(agentId), `extremes of agent ${agentId}`),
      at,
      newId: () => database.newId(),
    });
    // The ledger first: the event is settled already and cannot be claimed, so the ledger's unique keys have to stop a
    // second amendment before anything else is written.
    await repositories.ledger.insertMany(result.entries);
    await repositories.events.update(after);
    await repositories.bets.updateMany(result.bets);
    await repositories.agents.updateMany(result.agents);
    await repositories.dayRecords.updateEvent(after, recordAmendment(after, answers, result.bets));
    await repositories.arenaState.raiseRevision({ reason: 'outcome_amended', at });
    const posted = { event: after, number: after.amendments.length, entries: result.entries, agents };
    await addOutcomeReceipt(repositories, { id: database.newId(), posted, at });
    return after;
  });
}

/** For each agent with a stake on the event, the largest win and loss of its other settled bets. */
async function readOtherExtremes(
  repositories: Repositories,
  bets: readonly StakedBet[],
  agents: readonly Agent[],
): Promise<ReadonlyMap<string, PnlExtremes>> {
  const otherExtremes = new Map<string, PnlExtremes>();
  for (const agent of agents) {
    const bet = bets.find(({ agentId }) => agentId === agent.id);
    if (bet === undefined) continue;
    const { largestWinCents, largestLossCents } = agent.stats;
    const isExtreme = bet.pnlCents === largestWinCents || bet.pnlCents === largestLossCents;
    // Other bets have to be read only if this one may be the largest itself, and then it is the whole history.
    otherExtremes.set(
      agent.id,
      isExtreme
        ? await repositories.bets.findExtremes({ agentId: agent.id, exceptBetId: bet.id })
        : { largestWinCents, largestLossCents },
    );
  }
  return otherExtremes;
}
