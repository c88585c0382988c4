import type { FeeRule } from '@coliseum/domain/fee-rule';
import type { Id } from '@coliseum/domain/id';
import { toMicros } from '@coliseum/domain/price';
import { computeAccuracy, type Accuracy } from '@coliseum/scoring/accuracy';
import { buildCrowdForecasts } from '@coliseum/scoring/baselines';
import { findCompleteDays } from '@coliseum/scoring/complete-days';
import { collectForecasts } from '@coliseum/scoring/counted-forecasts';
import type { Answer, MatchDay, Settlement } from '@coliseum/scoring/match-day';
import type { HistoryAnswer, HistoryDay, HistoryEvent, MatchHistory } from './match-history.ts';

/** Agents never leave and are scored on every answer, so their roster entry starts before any match day. */
const ROSTER_START = '2000-01-01';

export type SkillRecord = {
  readonly completeDays: number;
  readonly crowd: Accuracy;
  readonly agents: ReadonlyMap<Id, Accuracy>;
};

/** The scores of all agents and the Crowd as of a given time (scoring.md S2 and S3). */
export function buildSkillRecord(history: MatchHistory, agentIds: readonly Id[], asOf: Date): SkillRecord {
  const days = findCompleteDays(history.map(toMatchDay), asOf);
  const computeScore = (id: Id): Accuracy =>
    computeAccuracy(collectForecasts(days, { id, from: ROSTER_START, until: null, founding: true }));
  return {
    completeDays: days.length,
    crowd: computeAccuracy(buildCrowdForecasts(days)),
    agents: new Map(agentIds.map((id) => [id, computeScore(id)])),
  };
}

function toMatchDay({ date, personaName, lockedAt, feeRule, events }: HistoryDay): MatchDay {
  const answers = new Map<Id, (Answer | null)[]>();
  for (const [index, event] of events.entries()) {
    for (const answer of event.answers) {
      const row = answers.get(answer.agentId) ?? events.map(() => null);
      row[index] = toAnswer(answer, feeRule);
      answers.set(answer.agentId, row);
    }
  }
  const matchEvents = events.map(toMatchEvent);
  return { date, persona: personaName, lockedAt, feeRule, answers, events: matchEvents, twins: null, candidates: null };
}

function toAnswer({ automatic, probability, decision, stakeCents }: HistoryAnswer, feeRule: FeeRule): Answer | null {
  if (probability === null || automatic) return null;
  const bet = decision === 'ABSTAIN' ? null : { side: decision, stakeCents, feeRule };
  return { probabilityMicros: toMicros(probability), bet };
}

function toMatchEvent(event: HistoryEvent): MatchDay['events'][number] {
  const { ticker, category, lockedPrice } = event;
  return { id: ticker, category, priceMicros: toMicros(lockedPrice), settlement: toSettlement(event) };
}

function toSettlement({ settledAt, settlementValue }: HistoryEvent): Settlement | null {
  if (settledAt === null) return null;
  if (settlementValue === null) return { kind: 'void', settledAt };
  return { kind: 'value', valueMicros: toMicros(settlementValue), settledAt };
}
