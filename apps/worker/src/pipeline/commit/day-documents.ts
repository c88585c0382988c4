import type { Agent } from '@coliseum/domain/agent';
import { FIRST_ASKED_AFTER_HOURS } from '@coliseum/domain/arena-rules';
import { ensurePresent } from '@coliseum/domain/assert';
import type { Bet } from '@coliseum/domain/bet';
import { HOUR_MS } from '@coliseum/domain/durations';
import type { ArenaEvent, Quote } from '@coliseum/domain/event';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import { buildLedgerKey, type LedgerEntry } from '@coliseum/domain/ledger-entry';
import { toMicros } from '@coliseum/domain/price';
import { computeAvailableCents, commitBet } from '@coliseum/domain/statistics';
import { sizeStake } from '@coliseum/payout/size-stake';
import { sha256 } from '@coliseum/receipts/sha256';
import type { AgentAnswer, BettingOutput, Decided, SelectedMarket } from '../state.ts';

type DayContext = {
  readonly batchId: string;
  readonly at: Date;
  readonly feeRule: FeeRule;
  readonly personaCapPercent: number | null;
  readonly newId: () => string;
};

/** Builds the day's events as they will be stored. */
export function toEvents({ batchId, at }: DayContext, { date, ingestion, research, betting }: Decided): ArenaEvent[] {
  return ingestion.markets.map((market) => {
    const brief = ensurePresent(
      research.briefs.find(({ eventId }) => eventId === market.eventId),
      `brief of ${market.ticker}`,
    );
    const { eventId, ticker, eventTicker, ...locked } = market;
    return {
      ...locked,
      id: eventId,
      batchId,
      matchDate: date,
      kalshiTicker: ticker,
      kalshiEventTicker: eventTicker,
      lockedAt: ingestion.lockedAt,
      decisionQuote: findQuote(eventId, betting),
      expectedResolutionTime: new Date(market.closeTime.getTime() + FIRST_ASKED_AFTER_HOURS * HOUR_MS),
      status: 'open',
      outcome: null,
      settlementValue: null,
      settledAt: null,
      voidReason: null,
      amendments: [],
      intelligenceBrief: brief.text,
      briefSha256: sha256(brief.text),
      briefStatus: brief.status,
      sources: brief.sources,
      researchCompletedAt: brief.completedAt,
      createdAt: at,
    };
  });
}

function findQuote(eventId: string, { quotes }: BettingOutput): Quote | null {
  const found = quotes.find((quote) => quote.eventId === eventId);
  return found === undefined ? null : { bid: found.bid, ask: found.ask, last: found.last, at: found.at };
}

export type AgentDay = {
  readonly agent: Agent;
  readonly bets: readonly Bet[];
  readonly entries: readonly LedgerEntry[];
};

/**
 * Turns one agent's answers of the day into bets, with the resulting agent and ledger entries. Bets are placed in match
 * order, and each one reserves what it can lose before the next is sized.
 */
export function placeBets(context: DayContext, day: Decided, agent: Agent): AgentDay {
  const bets: Bet[] = [];
  const entries: LedgerEntry[] = [];
  let current = agent;
  for (const market of day.ingestion.markets) {
    const answer = ensurePresent(
      day.betting.answers.find(({ agentId, eventId }) => agentId === agent.id && eventId === market.eventId),
      `answer of ${agent.name} on ${market.ticker}`,
    );
    const bet = toBet(context, current, market, answer);
    current = commitBet(current, bet, context.at);
    bets.push(bet);
    if (bet.reservedCents > 0) entries.push(buildReserveEntry(context, current, bet));
  }
  return { agent: current, bets, entries };
}

function toBet(context: DayContext, agent: Agent, market: SelectedMarket, answer: AgentAnswer): Bet {
  const { reasoning, errorCode: _, ...answerFields } = answer;
  const unplaced = {
    ...answerFields,
    id: context.newId(),
    batchId: context.batchId,
    lockedPriceAtBet: market.lockedPrice,
    feeRule: context.feeRule,
    reasoningTrace: reasoning,
    status: 'pending',
    pnlCents: null,
    feeCents: null,
    outcome: null,
    createdAt: context.at,
    settledAt: null,
  } as const;
  const noStake = { amountWageredCents: 0, reservedCents: 0, capApplied: null };
  if (answer.decision === 'ABSTAIN') return { ...unplaced, ...noStake };
  const sized = sizeStake({
    requestedCents: answer.requestedAmountCents,
    side: answer.decision,
    lockedPriceMicros: toMicros(market.lockedPrice),
    feeRule: context.feeRule,
    personaCapPercent: context.personaCapPercent,
    equityCents: agent.currentBankrollCents,
    availableCents: computeAvailableCents(agent),
  });
  if (sized.stakeCents === 0) {
    const abstainDetail = `It chose ${answer.decision}, but nothing of its balance was free any more.`;
    return { ...unplaced, ...noStake, decision: 'ABSTAIN', abstainReason: 'broke', abstainDetail };
  }
  return {
    ...unplaced,
    amountWageredCents: sized.stakeCents,
    reservedCents: sized.reservedCents,
    capApplied: sized.capApplied,
  };
}

function buildReserveEntry({ at, newId }: DayContext, agent: Agent, bet: Bet): LedgerEntry {
  return {
    id: newId(),
    key: buildLedgerKey('reserve', bet.id),
    kind: 'reserve',
    agentId: agent.id,
    betId: bet.id,
    eventId: bet.eventId,
    batchId: bet.batchId,
    equityDeltaCents: 0,
    reservedDeltaCents: bet.reservedCents,
    equityAfterCents: agent.currentBankrollCents,
    reservedAfterCents: agent.reservedCents,
    occurredAt: at,
  };
}
