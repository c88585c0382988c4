import type { Id } from '@coliseum/domain/id';
import { describeSizing } from '@coliseum/scoring/describe-sizing';
import { computeSizing } from '@coliseum/scoring/sizing';
import type { AgentScoresView } from '../../views/agent-scores-view.ts';
import type { Scoring } from './scoring-store.ts';
import type { ScoredDay } from './to-match-day.ts';

type SizingView = AgentScoresView['sizing'][number];

const MOST_BETS = 20;

/** The agent's latest bets with what its own forecasts justify (scoring.md S5.4), newest first. */
export function listSizing({ days, state }: Scoring, agentId: Id): SizingView[] {
  const sizing: SizingView[] = [];
  let atLock = state.bankrolls.atLock;
  for (const scored of days.toReversed()) {
    const equityCents = atLock?.item.cents.get(agentId) ?? 0;
    sizing.push(...listDaySizing(scored, agentId, equityCents));
    if (sizing.length >= MOST_BETS) break;
    atLock = atLock?.before ?? null;
  }
  return sizing.slice(0, MOST_BETS);
}

function listDaySizing({ day, events }: ScoredDay, agentId: Id, equityCents: number): SizingView[] {
  const answers = day.answers.get(agentId) ?? [];
  return answers
    .flatMap((answer, index): SizingView[] => {
      const event = events[index];
      const lockedPriceMicros = day.events[index]?.priceMicros;
      const betId = event?.answers.find((stored) => stored.agentId === agentId)?.betId;
      if (!answer?.bet || event === undefined || lockedPriceMicros === undefined || betId === undefined) return [];
      const { side, stakeCents, feeRule } = answer.bet;
      const { probabilityMicros } = answer;
      const sizing = computeSizing({ side, stakeCents, lockedPriceMicros, probabilityMicros, feeRule }, equityCents);
      return [
        {
          bet_id: betId,
          event_id: event.id,
          event_title: event.title,
          date: day.date,
          side,
          stake_cents: stakeCents,
          share: sizing.stakedFraction,
          kelly_fraction: sizing.kellyFraction,
          times_justified: sizing.timesJustified,
          statement: describeSizing(sizing),
        },
      ];
    })
    .toReversed();
}
