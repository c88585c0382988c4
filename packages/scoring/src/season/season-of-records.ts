import type { DayRecord, RecordedAnswer, RecordedEvent } from '@coliseum/domain/day-record';
import type { FeeRule } from '@coliseum/domain/fee-rule';
import type { MarketSettlement } from '@coliseum/domain/market-settlement';
import { toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import { toMicros } from '@coliseum/domain/price';
import type { Answer, MatchDay, MatchEvent, PricedMarket, Settlement } from '../match-day.ts';
import { hasDeparted, type RosterEntry } from '../roster.ts';
import type { Season } from './season.ts';

/** Days with a counted forecast from which the arena ranks an agent (scoring.md S8). */
const RANKED_FROM_DAYS = 10;

type RecordedSeason = {
  readonly records: readonly DayRecord[];
  /** In roster order. */
  readonly agents: readonly RosterEntry[];
  readonly asOf: Date;
};

/** The arena's own season, as of a moment: the days locked by then, and the agents that had come. Every score of the arena is computed from this. */
export function toSeason({ records, agents, asOf }: RecordedSeason): Season {
  const today = toMatchDate(asOf);
  return {
    agents: agents.filter(({ from }) => from <= today).map((agent) => toRosterEntry(agent, today)),
    days: records.filter(({ lockedAt }) => lockedAt <= asOf).map(toMatchDay),
    minDays: RANKED_FROM_DAYS,
    asOf,
  };
}

/** An agent whose last day is not over is still present. */
function toRosterEntry({ id, from, until, founding }: RosterEntry, today: MatchDate): RosterEntry {
  return { id, from, until: hasDeparted({ until }, today) ? until : null, founding };
}

/** A recorded match day as the methodology reads it. Its persona is that of its week, which a name may share with others. */
export function toMatchDay(record: DayRecord): MatchDay {
  const { date, lockedAt, feeRule, weekNumber, events } = record;
  return {
    date,
    persona: String(weekNumber),
    lockedAt,
    feeRule,
    events: events.map(toMatchEvent),
    answers: toAnswers(events, feeRule),
    twins: null,
    candidates: toCandidates(record),
  };
}

function toMatchEvent({ ticker, category, price, settlement }: RecordedEvent): MatchEvent {
  return { id: ticker, category, priceMicros: toMicros(price), settlement: toSettlement(settlement) };
}

function toSettlement(settlement: MarketSettlement | null): Settlement | null {
  if (settlement === null) return null;
  const { value, settledAt } = settlement;
  return value === null ? { kind: 'void', settledAt } : { kind: 'value', valueMicros: toMicros(value), settledAt };
}

function toAnswers(events: readonly RecordedEvent[], feeRule: FeeRule): Map<string, (Answer | null)[]> {
  const rows = new Map<string, (Answer | null)[]>();
  for (const [index, { answers }] of events.entries()) {
    for (const answer of answers) {
      const row = rows.get(answer.agentId) ?? events.map(() => null);
      row[index] = toAnswer(answer, feeRule);
      rows.set(answer.agentId, row);
    }
  }
  return rows;
}

/** Null for an answer without a valid probability, and for an abstention that the agent did not choose (scoring.md S2). */
function toAnswer(answer: RecordedAnswer, feeRule: FeeRule): Answer | null {
  const { probability, decision, abstainReason, stakeCents } = answer;
  const isAutomatic = decision === 'ABSTAIN' && abstainReason !== 'chosen';
  if (probability === null || isAutomatic) return null;
  const bet = decision === 'ABSTAIN' ? null : { side: decision, stakeCents, feeRule };
  return { probabilityMicros: toMicros(probability), bet };
}

/** A market that was selected too ended as its event did. Null for a day that recorded no candidates. */
function toCandidates({ candidates, events }: DayRecord): PricedMarket[] | null {
  if (candidates.length === 0) return null;
  const selected = new Map(events.map(({ ticker, settlement }) => [ticker, settlement]));
  return candidates.map(({ ticker, price, settlement }) => ({
    id: ticker,
    priceMicros: toMicros(price),
    settlement: toSettlement(settlement ?? selected.get(ticker) ?? null),
  }));
}
