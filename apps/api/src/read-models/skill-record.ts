import type { Id } from '@coliseum/domain/id';
import { toMicros } from '@coliseum/domain/price';
import { computeAccuracy, type Accuracy } from '@coliseum/scoring/accuracy';
import { buildCrowdForecasts } from '@coliseum/scoring/baselines';
import { findCompleteDays } from '@coliseum/scoring/complete-days';
import { collectForecasts } from '@coliseum/scoring/counted-forecasts';
import type { MatchDay, Settlement } from '@coliseum/scoring/match-day';
import type { HistoryDay, HistoryEvent, MatchHistory } from './match-history.ts';

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
    computeAccuracy(collectForecasts(days, { id, from: ROSTER_START, until: null }));
  return {
    completeDays: days.length,
    crowd: computeAccuracy(buildCrowdForecasts(days)),
    agents: new Map(agentIds.map((id) => [id, computeScore(id)])),
  };
}

function toMatchDay({ date, personaName, lockedAt, events }: HistoryDay): MatchDay {
  const answers = new Map<Id, (number | null)[]>();
  for (const [index, event] of events.entries()) {
    for (const { agentId, automatic, probability } of event.answers) {
      const row = answers.get(agentId) ?? events.map(() => null);
      row[index] = probability === null || automatic ? null : toMicros(probability);
      answers.set(agentId, row);
    }
  }
  return { date, persona: personaName, lockedAt, answers, events: events.map(toMatchEvent) };
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
