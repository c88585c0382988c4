import type { Agent } from '@coliseum/domain/agent';
import type { Bet } from '@coliseum/domain/bet';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PaidCall } from '@coliseum/domain/paid-call';
import type { PersonaWeek } from '@coliseum/domain/persona';
import type { ReceiptFormat } from '@coliseum/domain/receipt';
import { toRecord, type JsonValue } from '@coliseum/domain/to-record';

/** Everything a match day's receipt is computed from. */
export type CommittedContent = {
  readonly batch: Pick<DailyBatch, 'date' | 'lockedAt' | 'feeRule'>;
  /** Null only when somebody has deleted the persona of the day's week. */
  readonly persona: Pick<PersonaWeek, 'personaName' | 'weekNumber' | 'config'> | null;
  readonly events: readonly ArenaEvent[];
  readonly bets: readonly Bet[];
  readonly agents: readonly Agent[];
  /** How often the day was played, from 1. */
  readonly timesPlayed: number;
  /** The calls whose answers were dropped on the way. */
  readonly droppedCalls: readonly PaidCall[];
};

/** The fields of an event that a receipt covers: all that the commit fixed, except ids and processing times. */
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

/** The fields of an answer that a receipt covers: all that the commit fixed, except ids, latency and cost. */
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

/** The fields of a call that a receipt covers when its answer was dropped. */
export const DROPPED_CALL_FIELDS = [
  'service',
  'purpose',
  'model',
  'requestSha256',
  'errorCode',
  'answerSha256',
] as const satisfies readonly (keyof PaidCall)[];

/**
 * The content of a match day that its receipt covers, in the format of `arena export`: what the commit fixed, and nothing
 * that settlement, a second try or another machine would change. Events are in match order, the answers of each in roster
 * order. From format 2 on it has how often the day was played, and the answers that were dropped, in the order of
 * purpose, request and answer.
 */
export function buildBatchContent(format: ReceiptFormat, content: CommittedContent): JsonValue {
  const { batch, persona, events, bets, agents } = content;
  const answersByEvent = Map.groupBy(bets, ({ eventId }) => eventId);
  const agentsById = new Map(agents.map((agent) => [agent.id, agent]));
  return toRecord({
    ...selectFields(batch, ['date', 'lockedAt', 'feeRule']),
    ...(format === 'coliseum-receipt/1' ? {} : buildPlays(content)),
    persona: persona && selectFields(persona, ['personaName', 'weekNumber', 'config']),
    events: events
      .toSorted((a, b) => a.matchNumber - b.matchNumber)
      .map((event) => ({
        ...selectFields(event, EVENT_FIELDS),
        answers: (answersByEvent.get(event.id) ?? [])
          .map((bet) => ({ bet, agent: agentsById.get(bet.agentId) ?? null }))
          .toSorted((a, b) => (a.agent?.rosterOrder ?? 0) - (b.agent?.rosterOrder ?? 0))
          .map(({ bet, agent }) => ({
            agent: agent && selectFields(agent, ['name', 'modelSlug']),
            ...selectFields(bet, BET_FIELDS),
          })),
      })),
  });
}

function buildPlays({ timesPlayed, droppedCalls }: CommittedContent): Record<string, unknown> {
  const droppedAnswers = droppedCalls
    .map((call) => ({ order: toDroppedOrder(call), answer: selectFields(call, DROPPED_CALL_FIELDS) }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ answer }) => answer);
  return { timesPlayed, droppedAnswers };
}

function toDroppedOrder({ purpose, requestSha256, answerSha256 }: PaidCall): string {
  return `${purpose} ${requestSha256} ${answerSha256 ?? ''}`;
}

function selectFields<T extends object>(value: T, keys: readonly (keyof T)[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}
