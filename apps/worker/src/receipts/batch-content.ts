import type { Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PersonaWeek } from '@coliseum/domain/persona';
import { toRecord, type JsonValue } from '../export/to-record.ts';

/** What a match day's commit wrote, and what it was written about. */
export type CommittedContent = {
  readonly batch: Pick<DailyBatch, 'date' | 'lockedAt' | 'feeRule'>;
  /** Null where the day's week is not in the database, which it always is unless somebody took it out. */
  readonly persona: Pick<PersonaWeek, 'personaName' | 'weekNumber' | 'config'> | null;
  readonly events: readonly ArenaEvent[];
  readonly bets: readonly Bet[];
  readonly agents: readonly Agent[];
};

/** What a receipt covers of each event: all of it that the commit fixed, but ids and the times of our own work. */
export const EVENT_FIELDS = [
  'matchNumber',
  'kalshiTicker',
  'kalshiEventTicker',
  'title',
  'question',
  'resolutionCriteria',
  'category',
  'kalshiCategory',
  'selectionReason',
  'lockedPrice',
  'lockedPriceBasis',
  'lockedBid',
  'lockedAsk',
  'lockedLast',
  'lockedAt',
  'decisionQuote',
  'closeTime',
  'intelligenceBrief',
  'briefStatus',
  'sources',
] as const satisfies readonly (keyof ArenaEvent)[];

/** What a receipt covers of each answer: all of it that the commit fixed, but ids, latency and cost. */
export const BET_FIELDS = [
  'decision',
  'abstainReason',
  'abstainDetail',
  'probability',
  'confidence',
  'requestedAmountCents',
  'amountWageredCents',
  'capApplied',
  'reservedCents',
  'lockedPriceAtBet',
  'feeRule',
  'reasoningTrace',
  'promptSystem',
  'promptUser',
  'rawOutput',
  'rejectedOutput',
  'servedModel',
] as const satisfies readonly (keyof Bet)[];

/**
 * The content of a match day that its receipt is about, in the names and forms of `arena export`: what was fixed at the
 * commit, and nothing that settlement, a second try or another machine would change. Events are in match order, the
 * answers to each in roster order.
 */
export function buildBatchContent({ batch, persona, events, bets, agents }: CommittedContent): JsonValue {
  const answersByEvent = Map.groupBy(bets, ({ eventId }) => eventId);
  const agentsById = new Map(agents.map((agent) => [agent.id, agent]));
  return toRecord({
    ...pickFields(batch, ['date', 'lockedAt', 'feeRule']),
    persona: persona && pickFields(persona, ['personaName', 'weekNumber', 'config']),
    events: events
      .toSorted((a, b) => a.matchNumber - b.matchNumber)
      .map((event) => ({
        ...pickFields(event, EVENT_FIELDS),
        answers: (answersByEvent.get(event.id) ?? [])
          .map((bet) => ({ bet, agent: agentsById.get(bet.agentId) ?? null }))
          .toSorted((a, b) => (a.agent?.rosterOrder ?? 0) - (b.agent?.rosterOrder ?? 0))
          .map(({ bet, agent }) => ({
            agent: agent && pickFields(agent, ['name', 'modelSlug']),
            ...pickFields(bet, BET_FIELDS),
          })),
      })),
  });
}

function pickFields<T extends object>(value: T, keys: readonly (keyof T)[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}
