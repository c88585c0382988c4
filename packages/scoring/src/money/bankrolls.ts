import { MINIMUM_STAKE_CENTS } from '@coliseum/domain/arena-rules';
import type { MatchDate } from '@coliseum/domain/match-date';
import type { ForecastBet } from '@coliseum/payout/bet-terms';
import { BASELINE_IDS, type BaselineId } from '../baseline-ids.ts';
import { BASELINES } from '../baselines.ts';
import { append, type Chain } from '../chain.ts';
import { compareText } from '../compare-text.ts';
import type { AnswerBet, MatchDay, Settlement } from '../match-day.ts';
import { isOnRoster, type RosterEntry } from '../roster.ts';
import { FULL_BANKROLL, settleFromBankroll, type Bankroll } from './bankroll.ts';
import type { OpenStakes } from './money.ts';

/** A baseline stakes one part in this of its settled equity on each event: flat 2 % (scoring.md S4). */
const BASELINE_STAKE_PART = 50;

/** A bet whose event has not settled yet, with the places of its day and event. */
type OpenBet = {
  readonly forecaster: string;
  readonly day: number;
  readonly event: number;
  readonly eventId: string;
  readonly bet: ForecastBet;
};

/** What everybody had, settled, when a day was locked. */
export type EquityAtLock = { readonly date: MatchDate; readonly cents: ReadonlyMap<string, number> };

/** The money of all agents and baselines up to a moment, additive by lock and by settlement in the order of time. */
export type Bankrolls = {
  /** Days whose bets are placed. */
  readonly days: number;
  readonly byForecaster: ReadonlyMap<string, Bankroll>;
  readonly open: readonly OpenBet[];
  readonly atLock: Chain<EquityAtLock>;
};

export function createBankrolls(agents: readonly RosterEntry[]): Bankrolls {
  const forecasters = [...agents.map(({ id }) => id), ...BASELINE_IDS];
  return { days: 0, byForecaster: new Map(forecasters.map((id) => [id, FULL_BANKROLL])), open: [], atLock: null };
}

/**
 * Brings the bankrolls up to a moment: places the bets of days that are new, each after the settlements until its lock,
 * and settles what has been decided. `days` are all days so far, in date order.
 */
export function advanceBankrolls(
  bankrolls: Bankrolls,
  agents: readonly RosterEntry[],
  days: readonly MatchDay[],
  asOf: Date,
): Bankrolls {
  let current = bankrolls;
  for (const [offset, day] of days.slice(bankrolls.days).entries()) {
    current = settleUntil(current, days, Math.min(day.lockedAt.getTime(), asOf.getTime()));
    current = placeBets(current, agents, day, bankrolls.days + offset);
  }
  return settleUntil(current, days, asOf.getTime());
}

/** The open bets of one forecaster. */
export function computeOpenStakes({ open }: Bankrolls, forecaster: string): OpenStakes {
  const stakes = open.filter((bet) => bet.forecaster === forecaster).map(({ bet }) => bet.stakeCents);
  return { openBets: stakes.length, openStakeCents: stakes.reduce((sum, stake) => sum + stake, 0) };
}

function placeBets(bankrolls: Bankrolls, agents: readonly RosterEntry[], day: MatchDay, index: number): Bankrolls {
  const placed = day.events.flatMap(({ id, priceMicros }, event) => {
    const place = (forecaster: string, bet: AnswerBet | null, probabilityMicros: number): OpenBet[] => {
      if (bet === null) return [];
      const terms = { ...bet, lockedPriceMicros: priceMicros, probabilityMicros };
      return [{ forecaster, day: index, event, eventId: id, bet: terms }];
    };
    const byAgents = agents.flatMap((agent) => {
      const answer = isOnRoster(agent, day.date) ? day.answers.get(agent.id)?.[event] : null;
      return answer ? place(agent.id, answer.bet, answer.probabilityMicros) : [];
    });
    const byBaselines = BASELINE_IDS.flatMap((baseline) => {
      const { bet, probabilityMicros } = sizeBaselineBet(bankrolls, baseline, agents, day, event);
      return place(baseline, bet, probabilityMicros);
    });
    return [...byAgents, ...byBaselines];
  });
  const cents = new Map([...bankrolls.byForecaster].map(([id, { path }]) => [id, path.equityCents]));
  return {
    ...bankrolls,
    days: index + 1,
    open: [...bankrolls.open, ...placed],
    atLock: append(bankrolls.atLock, { date: day.date, cents }),
  };
}

type BaselineBet = { readonly bet: AnswerBet | null; readonly probabilityMicros: number };

function sizeBaselineBet(
  { byForecaster }: Bankrolls,
  baseline: BaselineId,
  agents: readonly RosterEntry[],
  day: MatchDay,
  index: number,
): BaselineBet {
  const event = day.events[index];
  const equityCents = byForecaster.get(baseline)?.path.equityCents ?? 0;
  const stakeCents = Math.floor(equityCents / BASELINE_STAKE_PART);
  if (event === undefined || stakeCents < MINIMUM_STAKE_CENTS) return { bet: null, probabilityMicros: 0 };
  const { side, probabilityMicros } = BASELINES[baseline](day, event, index, agents);
  if (side === null || probabilityMicros === null) return { bet: null, probabilityMicros: 0 };
  return { bet: { side, stakeCents, feeRule: day.feeRule }, probabilityMicros };
}

/** Settles the open bets whose events have settled by a moment, in the order (settledAt, event id) of scoring.md S5.2. */
function settleUntil(bankrolls: Bankrolls, days: readonly MatchDay[], momentMs: number): Bankrolls {
  const dueAt = (open: OpenBet): Settlement | null => {
    const settlement = days[open.day]?.events[open.event]?.settlement ?? null;
    return settlement !== null && settlement.settledAt.getTime() <= momentMs ? settlement : null;
  };
  const due = bankrolls.open
    .flatMap((open) => {
      const settlement = dueAt(open);
      return settlement === null ? [] : [{ ...open, settlement }];
    })
    .toSorted(
      (a, b) =>
        a.settlement.settledAt.getTime() - b.settlement.settledAt.getTime() || compareText(a.eventId, b.eventId),
    );
  if (due.length === 0) return bankrolls;
  const byForecaster = new Map(bankrolls.byForecaster);
  for (const { forecaster, bet, settlement } of due) {
    const bankroll = byForecaster.get(forecaster) ?? FULL_BANKROLL;
    byForecaster.set(forecaster, settleFromBankroll(bankroll, bet, settlement));
  }
  return { ...bankrolls, byForecaster, open: bankrolls.open.filter((open) => dueAt(open) === null) };
}
