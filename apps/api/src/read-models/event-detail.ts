import type { Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { Receipt } from '@coliseum/domain/receipt';
import type { EventView } from '../views/event-view.ts';
import { buildEventBet } from './event-bet.ts';
import { buildEventRow } from './event-row.ts';
import { formatInstant, formatInstantOrNull } from './format-instant.ts';
import { toHistoryEvent } from './match-history.ts';
import { buildReceipt } from './receipt.ts';

type EventDetailInput = {
  readonly event: ArenaEvent;
  readonly batch: DailyBatch;
  readonly bets: readonly Bet[];
  /** The receipt of the match day. */
  readonly receipt: Receipt | undefined;
  /** In roster order. */
  readonly agents: readonly Agent[];
};

/** One event with its brief and every answer. */
export function buildEventDetail({ event, batch, bets, receipt, agents }: EventDetailInput): EventView {
  const day = { batchId: event.batchId, date: event.matchDate };
  return {
    ...buildEventRow({ day, event: toHistoryEvent(event, bets), agents }),
    resolution_criteria: event.resolutionCriteria,
    kalshi_category: event.kalshiCategory,
    locked_bid: event.lockedBid,
    locked_ask: event.lockedAsk,
    locked_last: event.lockedLast,
    locked_price_basis: event.lockedPriceBasis,
    locked_at: formatInstant(event.lockedAt),
    expected_resolution_time: formatInstant(event.expectedResolutionTime),
    announced_resolution_time: formatInstantOrNull(event.announcedResolutionTime),
    selection_reason: event.selectionReason,
    intelligence_brief: event.intelligenceBrief,
    brief_status: event.briefStatus,
    sources: event.sources.map(({ number, title, url, publishedAt, carriesOdds }) => {
      return { number, title, url, published_at: formatInstantOrNull(publishedAt), carries_odds: carriesOdds };
    }),
    research_completed_at: formatInstant(event.researchCompletedAt),
    void_reason: event.voidReason,
    amendments: event.amendments.map(({ at, previousOutcome, previousValue }) => {
      return { at: formatInstant(at), previous_outcome: previousOutcome, previous_settlement_value: previousValue };
    }),
    receipt: buildReceipt(receipt),
    persona_name: batch.personaName,
    fee_rule: batch.feeRule,
    bets: agents.flatMap((agent) =>
      bets.filter(({ agentId }) => agentId === agent.id).map((bet) => buildEventBet(bet, agent)),
    ),
  };
}
